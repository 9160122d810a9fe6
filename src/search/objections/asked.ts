/** The record does not state the price, number, date, model … that is asked for. */
import { type FactRecord, isUnstated, NOT_STATED } from '../../base/schema.ts';
import { type Asked, askedBits } from '../asked.ts';
import type { Lexicon } from '../lexicon.ts';
import { FIELD } from '../postings.ts';
import type { Token } from '../text.ts';
import { LIMITS } from '../weights.ts';
import { isOfCountries } from '../which.ts';
import { type Case, corrects, type Objector, tellsIdea } from './case.ts';

const MONEY = /\b(?:dollars?|euros?|pounds?|lira|rou?bles?|tenge|manats?|som|yuan|usd|eur|[mb]illion)\b/i;
const GOODS = /\b(?:drones?|UAVs?|units?|systems?|aircraft|vehicles?|missiles?|airframes?)\b/i;
const TIME = /^(?:days?|weeks?|months?|years?|hours?)$/i;
const MEASURE = /^(?:km|kilomet|hours?|kg|kilogram|met(?:re|er)s?|feet|knots?)/i;
const SPEED = /^(?:km\/h|kilomet(?:re|er)s? (?:an|per) hour|mph|knots?)/i;
const WEIGHT = /^(?:kg|kilogram|tonn?e|pounds?$)/i;
const SHARE = /percent|%/i;

const counts = (record: FactRecord, unit: RegExp): boolean => record.figures.some((figure) => unit.test(figure.unit));
/** Whether a deal tells a field; that it was not disclosed is an answer too. */
const tells = (record: FactRecord, field: 'value' | 'ordered' | 'delivered'): boolean => record.type === 'deal' && record[field] !== NOT_STATED;

const isDated = (record: FactRecord): boolean =>
  !isUnstated(record.date) || (record.type === 'deal' && (!isUnstated(record.signed) || !isUnstated(record.delivered)));

const MONTHLY: ReadonlySet<string> = new Set(['month', 'day']);
const DAILY: ReadonlySet<string> = new Set(['day']);
/** Whether some date of a record is told as closely. */
const isPrecise = (record: FactRecord, precisions: ReadonlySet<string>): boolean =>
  (record.type === 'deal' ? [record.date, record.signed, record.delivered] : [record.date]).some((date) => !isUnstated(date) && precisions.has(date.precision));

/** A record is about a place that is no region, such as a city. */
const isPlaced = (record: FactRecord, lexicon: Lexicon): boolean => record.about.some((id) => lexicon.named.get(id)?.type === 'place' && !lexicon.isWhole(id));

const COMPANIES: ReadonlySet<string> = new Set(['company']);
const COUNTRIES: ReadonlySet<string> = new Set(['country']);
/** What there may be several of. */
const COUNTED: ReadonlySet<string> = new Set(['country', 'place', 'company', 'organisation', 'system']);
const SYSTEMS: ReadonlySet<string> = new Set(['system']);
const PERSONS: ReadonlySet<string> = new Set(['person']);
/** Those of whom one may ask who exactly it was; of other offices `speaker.ts` asks. */
const OFFICIALS: ReadonlySet<string> = new Set(['president', 'official', 'media', 'soldier']);
/** What has a name to be asked for. */
const TITLED: ReadonlySet<string> = new Set(['company', 'person', 'system', 'organisation', 'event']);

/** The entities that a record names. */
const entitiesOf = (record: FactRecord): ReadonlySet<string> => {
  const roles =
    record.type === 'deal'
      ? [record.supplier, record.recipient, record.maker, record.systems]
      : record.type === 'quote'
        ? [record.speaker]
        : [record.subject, record.object];
  return new Set([...roles.flatMap((ids) => (isUnstated(ids) ? [] : ids)), ...record.about]);
};

/** What the terms of a deal hold, and a source may say was not disclosed. */
const KEPT: ReadonlySet<Asked> = new Set(['price', 'quantity', 'model']);

/** A record that tells of something kept secret answers what it keeps. */
const tellsSecret = (subject: Case): boolean => tellsIdea(subject, 'secret');

/** Whether a record names something of some kinds. */
const isOf = ({ record, lexicon }: Case, types: ReadonlySet<string>): boolean =>
  [...entitiesOf(record)].some((id) => types.has(lexicon.named.get(id)?.type ?? ''));

/** What a record names of some kinds that the question does not name itself. */
const othersOf = ({ record, meaning, lexicon }: Case, types: ReadonlySet<string>): string[] => {
  const asked = new Set(meaning.names.flatMap(({ ids }) => ids));
  return [...entitiesOf(record)].filter((id) => !asked.has(id) && types.has(lexicon.named.get(id)?.type ?? ''));
};
const namesOther = (subject: Case, types: ReadonlySet<string>): boolean => othersOf(subject, types).length > 0;

/** `which two regions`: the record names as many. */
const namesAsMany = (subject: Case): boolean => subject.meaning.numbers.some(({ value }) => value > 1 && othersOf(subject, COUNTED).length >= value);

/** `which Gulf states`: the record names some that belong to the region. */
function namesMembers({ ranked, meaning, lexicon, index: { postings } }: Case): boolean {
  const inherits = (id: string): boolean => {
    const posting = postings.get('e', id);
    return posting !== undefined && (postings.mask(posting, ranked.number) & FIELD.inherited) !== 0;
  };
  const regions = meaning.names.filter(({ ids }) => ids.every((id) => lexicon.named.get(id)?.type === 'place'));
  return regions.every(({ ids }) => ids.some(inherits));
}

/** `how many states`: the record names several, which may be counted. */
export const countsCountries = (subject: Case): boolean =>
  [...subject.meaning.counted].some((i) => isOfCountries(subject.meaning.tokens[i] as Token)) && othersOf(subject, COUNTRIES).length > 1;

/** Who exactly in an office, and not which country or company. */
const asksOfOfficials = ({ meaning: { words } }: Case): boolean => words.some(({ ideas }) => ideas.some((idea) => OFFICIALS.has(idea)));

const isPriced = (record: FactRecord): boolean => tells(record, 'value') || counts(record, MONEY);

interface Statement {
  states(subject: Case): boolean;
  /** What is missing, after "The source does not state". */
  words: string;
  /** A question this like one of the record's asks is answered by it all the same: the asks know what the record states. */
  despite?: number;
}

const STATEMENTS: Partial<Record<Asked, Statement>> = {
  price: { states: ({ record }) => isPriced(record), words: 'a price or value' },
  quantity: { states: ({ record }) => tells(record, 'ordered') || counts(record, GOODS), words: 'how many were ordered' },
  delivery: { states: ({ record }) => tells(record, 'delivered'), words: 'whether or when anything was delivered' },
  model: {
    states: (subject) => (subject.record.type === 'deal' ? !isUnstated(subject.record.systems) : isOf(subject, SYSTEMS)),
    words: 'which model',
    despite: LIMITS.sameAsk,
  },
  city: { states: ({ record, lexicon }) => isPlaced(record, lexicon), words: 'the exact place', despite: LIMITS.sameAsk },
  company: { states: (subject) => isOf(subject, COMPANIES), words: 'which company', despite: LIMITS.sameAsk },
  maker: {
    states: (subject) => (subject.record.type === 'deal' ? !isUnstated(subject.record.maker) : isOf(subject, COMPANIES) || namesOther(subject, COUNTRIES)),
    words: 'who made them',
  },
  person: { states: (subject) => !asksOfOfficials(subject) || isOf(subject, PERSONS), words: 'who exactly' },
  signatory: { states: (subject) => isOf(subject, PERSONS), words: 'who signed' },
  title: { states: (subject) => namesOther(subject, TITLED), words: 'the name', despite: LIMITS.sameAsk },
  members: { states: namesMembers, words: 'which of them', despite: LIMITS.sameAsk },
  // No kind of entity stands for a newspaper or a channel.
  outlet: { states: () => false, words: 'which outlet' },
  share: { states: ({ record }) => counts(record, SHARE), words: 'a share or percentage' },
  names: { states: namesAsMany, words: 'their names' },
  duration: { states: ({ record }) => counts(record, TIME), words: 'how long it takes', despite: LIMITS.sameAsk },
  speed: { states: ({ record }) => counts(record, SPEED), words: 'such technical data', despite: LIMITS.sameAsk },
  weight: { states: ({ record }) => counts(record, WEIGHT), words: 'such technical data', despite: LIMITS.sameAsk },
  performance: { states: ({ record }) => counts(record, MEASURE), words: 'such technical data', despite: LIMITS.sameAsk },
  count: {
    states: (subject) => subject.record.figures.length > 0 || tells(subject.record, 'ordered') || countsCountries(subject),
    words: 'a number',
    despite: LIMITS.sameAsk,
  },
  month: { states: ({ record }) => isPrecise(record, MONTHLY), words: 'the month', despite: LIMITS.sameAsk },
  day: { states: ({ record }) => isPrecise(record, DAILY), words: 'the day', despite: LIMITS.sameAsk },
  when: { states: ({ record }) => isDated(record), words: 'a date', despite: LIMITS.sameAsk },
};

/** The question is one of the record's asks in other words, and some of them ask for this: the curators know what the record states. */
const isAskedOf = ({ ranked, index }: Case, asked: Asked, { despite }: Statement): boolean =>
  despite !== undefined && ranked.ask >= despite && ((index.asked[ranked.number] as number) & askedBits([asked])) !== 0;

const isMissing = (asked: Asked, subject: Case): boolean => {
  const statement = STATEMENTS[asked];
  if (!statement || (asked === 'names' && subject.meaning.asked.has('speaker'))) return false;
  return !statement.states(subject) && !(KEPT.has(asked) && tellsSecret(subject)) && !isAskedOf(subject, asked, statement);
};

/** The question is of a price, and the record only asks of one. */
const isPriceless = ({ ranked, record }: Case): boolean =>
  ranked.ask < LIMITS.sameAsk &&
  !isPriced(record) &&
  ranked.words.some(({ word, value, hearsay }) => word.ideas.length === 1 && word.ideas[0] === 'price' && (value < LIMITS.explained || hearsay));

export const objectToAsked: Objector = (subject) => {
  if (corrects(subject)) return [];
  if (!subject.meaning.asked.has('price') && isPriceless(subject) && !tellsSecret(subject)) return [`The source does not state ${STATEMENTS.price?.words}.`];
  const missing = [...subject.meaning.asked].filter((asked) => isMissing(asked, subject));
  // How many were ordered is a number, and need not be told twice.
  const told = missing.includes('quantity') ? missing.filter((asked) => asked !== 'count') : missing;
  return told.map((asked) => `The source does not state ${STATEMENTS[asked]?.words}.`);
};
