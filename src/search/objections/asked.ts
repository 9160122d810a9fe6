/** The record does not state the price, number, date, model … that is asked for. */
import { type FactRecord, isUnstated, NOT_STATED } from '../../base/schema.ts';
import type { Asked } from '../asked.ts';
import type { Lexicon } from '../lexicon.ts';
import { FIELD } from '../postings.ts';
import { LIMITS } from '../weights.ts';
import { type Case, corrects, type Objector } from './case.ts';

const MONEY = /\b(?:dollars?|euros?|pounds?|lira|rou?bles?|tenge|manats?|som|yuan|usd|eur|[mb]illion)\b/i;
const GOODS = /\b(?:drones?|UAVs?|units?|systems?|aircraft|vehicles?|missiles?|airframes?)\b/i;
const TIME = /^(?:days?|weeks?|months?|years?|hours?)$/i;
const MEASURE = /^(?:km|kilomet|hours?|kg|kilogram|met(?:re|er)s?|feet|knots?)/i;
const SHARE = /percent|%/i;

const counts = (record: FactRecord, unit: RegExp): boolean => record.figures.some((figure) => unit.test(figure.unit));
/** Whether a deal tells a field; that it was not disclosed is an answer too. */
const tells = (record: FactRecord, field: 'value' | 'ordered' | 'delivered'): boolean => record.type === 'deal' && record[field] !== NOT_STATED;

const isDated = (record: FactRecord): boolean =>
  !isUnstated(record.date) || (record.type === 'deal' && (!isUnstated(record.signed) || !isUnstated(record.delivered)));

/** A record is about a place that is no region, such as a city. */
const isPlaced = (record: FactRecord, lexicon: Lexicon): boolean => record.about.some((id) => lexicon.named.get(id)?.type === 'place' && !lexicon.isWhole(id));

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

const isOfCompany = (record: FactRecord, lexicon: Lexicon): boolean => [...entitiesOf(record)].some((id) => lexicon.named.get(id)?.type === 'company');

/** What the terms of a deal hold, and a source may say was not disclosed. */
const KEPT: ReadonlySet<Asked> = new Set(['price', 'quantity', 'model']);

/** A record that tells of something kept secret answers what it keeps. */
const tellsSecret = ({ ranked, index: { postings } }: Case): boolean => {
  const secret = postings.get('i', 'secret');
  return secret !== undefined && (postings.mask(secret, ranked.number) & ~FIELD.ask) !== 0;
};

interface Statement {
  states(record: FactRecord, lexicon: Lexicon): boolean;
  /** What is missing, after "The source does not state". */
  words: string;
  /** A question this like one of the record's asks is answered by it all the same: the asks know what the record states. */
  despite?: number;
}

const STATEMENTS: Partial<Record<Asked, Statement>> = {
  price: { states: (record) => tells(record, 'value') || counts(record, MONEY), words: 'a price or value' },
  quantity: { states: (record) => tells(record, 'ordered') || counts(record, GOODS), words: 'how many were ordered' },
  delivery: { states: (record) => tells(record, 'delivered'), words: 'whether or when anything was delivered' },
  model: { states: (record) => (record.type === 'deal' ? !isUnstated(record.systems) : true), words: 'which model', despite: LIMITS.sameAsk },
  city: { states: isPlaced, words: 'the exact place', despite: LIMITS.sameAsk },
  company: { states: isOfCompany, words: 'which company', despite: LIMITS.sameAsk },
  outlet: { states: () => false, words: 'which outlet' },
  share: { states: (record) => counts(record, SHARE), words: 'a share or percentage' },
  names: { states: () => false, words: 'their names' },
  duration: { states: (record) => counts(record, TIME), words: 'how long it takes', despite: LIMITS.sameAsk },
  performance: { states: (record) => counts(record, MEASURE), words: 'such technical data', despite: LIMITS.sameAsk },
  count: { states: (record) => record.figures.length > 0 || tells(record, 'ordered'), words: 'a number', despite: LIMITS.sameAsk },
  when: { states: isDated, words: 'a date', despite: LIMITS.sameAsk },
};

const isMissing = (asked: Asked, subject: Case): boolean => {
  const { ranked, record, meaning, lexicon } = subject;
  const statement = STATEMENTS[asked];
  if (!statement || (asked === 'names' && meaning.asked.has('speaker'))) return false;
  if (asked === 'names' && ranked.ask >= LIMITS.hearsay && meaning.numbers.some(({ value }) => value > 1 && entitiesOf(record).size >= value)) return false;
  return !statement.states(record, lexicon) && !(KEPT.has(asked) && tellsSecret(subject)) && ranked.ask < (statement.despite ?? Number.POSITIVE_INFINITY);
};

/** The question is of a price, and the record only asks of one. */
const isPriceless = ({ ranked, record, lexicon }: Case): boolean =>
  ranked.ask < LIMITS.sameAsk &&
  !STATEMENTS.price?.states(record, lexicon) &&
  ranked.words.some(({ word, value, hearsay }) => word.ideas.length === 1 && word.ideas[0] === 'price' && (value < LIMITS.explained || hearsay));

export const objectToAsked: Objector = (subject) => {
  if (corrects(subject)) return [];
  if (!subject.meaning.asked.has('price') && isPriceless(subject) && !tellsSecret(subject)) return [`The source does not state ${STATEMENTS.price?.words}.`];
  const missing = [...subject.meaning.asked].filter((asked) => isMissing(asked, subject));
  // How many were ordered is a number, and need not be told twice.
  const told = missing.includes('quantity') ? missing.filter((asked) => asked !== 'count') : missing;
  return told.map((asked) => `The source does not state ${STATEMENTS[asked]?.words}.`);
};
