/**
 * Whether a record answers a question, by what was asked and not by the score alone: wrong direction, another date, a name the
 * record lacks, a thing it does not state are objections, told in words.
 */
import { type Deal, type FactRecord, isUnstated, NOT_STATED } from '../base/schema.ts';
import type { Asked } from './asked.ts';
import type { Index } from './index.ts';
import type { Lexicon } from './lexicon.ts';
import type { Meaning, Named } from './meaning.ts';
import { ROLES } from './postings.ts';
import { type Ranked, speaksOfTrade, TRADE } from './rank.ts';

export interface Objection {
  /** One sentence for a reader. */
  why: string;
}

/** Limits of forgiveness. Chosen on the tuning questions; see docs/search.md. */
export const LIMITS = {
  /** A question must be explained to this share, or be this like one of the record's asks. */
  cover: 0.5,
  ask: 0.62,
  /** An entity of more than this share of the records is the base's own subject: its absence from a record says nothing. */
  subject: 0.3,
  /** A word of at least this weight that the record does not explain is an objection, unless the question is this like an ask. */
  word: 0.5,
  alikeDespiteWord: 0.72,
  /** Least evidence for an answer, for one side of a comparison, and for offering a record at all. */
  evidence: 0.9,
  side: 0.6,
  near: 0.45,
  /** Further answers score at most this much less than the first. */
  beside: 0.25,
  alikeDespiteRole: 0.87,
  /** What only a record's asks name counts from this likeness to one of them on. */
  hearsay: 0.75,
  /** Weight of unexplained words in the whole question. */
  unexplained: 0.42,
} as const;

const label = (lexicon: Lexicon, { ids, said }: Named): string => {
  const known = ids.map((id) => lexicon.named.get(id)?.name).filter(Boolean);
  return known.length === 1 ? (known[0] as string) : said;
};

const nameOf = (lexicon: Lexicon, ids: readonly string[] | string): string =>
  typeof ids === 'string' ? ids : ids.map((id) => lexicon.named.get(id)?.name ?? id).join(' and ');

function roleObjection(record: FactRecord, name: Named, lexicon: Lexicon): string {
  const who = label(lexicon, name);
  if (record.type === 'quote') return `These are the words of ${nameOf(lexicon, record.speaker)}, not of ${who}.`;
  if (record.type === 'deal' && name.role === 'giver')
    return `The base has no deal in which ${who} supplies; here ${nameOf(lexicon, record.supplier)} supplies.`;
  if (record.type === 'deal') return `The base has no deal in which ${who} receives; here ${nameOf(lexicon, record.recipient)} receives.`;
  return `The record tells it the other way round.`;
}

const MONEY = /\b(?:dollars?|euros?|pounds?|lira|rubles?|roubles?|tenge|manats?|som|yuan|USD|EUR|usd|eur|million|billion|percent of gdp)\b/i;
const UNITS = /\b(?:drones?|UAVs?|units?|systems?|aircraft|vehicles?|missiles?|airframes?)\b/i;

const deal = (record: FactRecord): Deal | undefined => (record.type === 'deal' ? record : undefined);
const stated = (value: unknown): boolean => value !== undefined && value !== NOT_STATED;

/** Whether a record states what is asked. `undefined` when the question is not of that sort for this record. */
const STATES: Partial<Record<Asked, { states(record: FactRecord): boolean; words: string }>> = {
  price: { states: (record) => stated(deal(record)?.value) || record.figures.some(({ unit }) => MONEY.test(unit)), words: 'a price or value' },
  quantity: { states: (record) => stated(deal(record)?.ordered) || record.figures.some(({ unit }) => UNITS.test(unit)), words: 'how many were ordered' },
  delivery: { states: (record) => stated(deal(record)?.delivered), words: 'whether or when anything was delivered' },
  model: { states: (record) => (record.type === 'deal' ? !isUnstated(record.systems) : true), words: 'which model' },
  city: { states: () => false, words: 'the exact place' },
  share: { states: (record) => record.figures.some(({ unit }) => /percent|%/i.test(unit)), words: 'a share or percentage' },
  names: { states: () => false, words: 'their names' },
  duration: { states: (record) => record.figures.some(({ unit }) => /^(?:days?|weeks?|months?|years?|hours?)$/i.test(unit)), words: 'how long it takes' },
  performance: {
    states: (record) => record.figures.some(({ unit }) => /^(?:km|kilomet|hours?|kg|kilogram|met(?:re|er)s?|feet|knots?)/i.test(unit)),
    words: 'such technical data',
  },
  count: { states: (record) => record.figures.length > 0 || (record.type === 'deal' && stated(record.ordered)), words: 'a number' },
  when: {
    states: (record) => !isUnstated(record.date) || (record.type === 'deal' && (!isUnstated(record.signed) || !isUnstated(record.delivered))),
    words: 'a date',
  },
};

/** A negative about the whole holds for its parts: who buys no Turkish drones buys none of Baykar's. */
function holdsWhole(ranked: Ranked, name: Named, index: Index, lexicon: Lexicon): boolean {
  const { postings } = index;
  return name.ids.some((id) => {
    const entity = lexicon.named.get(id);
    if (!entity || !PARTS.has(entity.type)) return false;
    return entity.within.some((whole) => {
      const posting = postings.get(`e:${whole}`);
      return posting !== undefined && (postings.mask(posting, ranked.number) & ROLES) !== 0;
    });
  });
}
const PARTS: ReadonlySet<string> = new Set(['company', 'system']);

/** Whether a record names a place that is no region. */
const tellsPlace = (record: FactRecord, lexicon: Lexicon): boolean =>
  record.about.some((id) => lexicon.named.get(id)?.type === 'place' && ![...lexicon.named.values()].some(({ within }) => within.includes(id)));

/** A question about a deal between two that no deal of the record joins. */
function pairObjection(ranked: Ranked, meaning: Meaning, record: FactRecord, lexicon: Lexicon): Objection | undefined {
  if (!speaksOfTrade(meaning)) return undefined;
  const traders = ranked.names.filter(({ name }) => trader(lexicon, name));
  const directed = traders.some(({ name }) => name.role === 'giver' || name.role === 'taker');
  if (record.type !== 'deal')
    return traders.length > 1 && (directed || onlyTrade(meaning)) && ranked.ask < LIMITS.alikeDespiteRole
      ? { why: `The base has no deal of ${traders.map(({ name }) => label(lexicon, name)).join(' and ')} like this.` }
      : undefined;
  const outside = ranked.names.find(({ name, strength, role }) => role === 'silent' && strength > 0 && trader(lexicon, name) && !party(record, name, lexicon));
  return outside && ranked.ask < LIMITS.alikeDespiteWord + 0.1 ? { why: `The base has no such deal with ${label(lexicon, outside.name)}.` } : undefined;
}

/** True when the question has no content but names and words of trade: it wants a deal. */
const onlyTrade = ({ words }: Meaning): boolean => words.every(({ ideas }) => ideas.some((idea) => TRADE.has(idea) || GOODS.has(idea)));
/** Offices by which a speaker may be named. */
const OFFICES: ReadonlySet<string> = new Set(['president', 'minister', 'spokesman', 'ceo']);
const GOODS = new Set(['drone', 'weapon', 'equipment', 'military', 'defence']);

const trader = (lexicon: Lexicon, { ids }: Named): boolean => ids.some((id) => ['country', 'company', 'place'].includes(lexicon.named.get(id)?.type ?? ''));
const party = (record: Deal, { ids }: Named, lexicon: Lexicon): boolean =>
  [record.supplier, record.recipient, record.maker].some(
    (side) => !isUnstated(side) && side.some((id) => ids.includes(id) || (lexicon.named.get(id)?.within ?? []).some((above) => ids.includes(above))),
  );

/** Everything that speaks against a record being the answer. */
export function objectionsTo(ranked: Ranked, meaning: Meaning, index: Index, lexicon: Lexicon): Objection[] {
  const record = index.records[ranked.number] as FactRecord;
  const { postings } = index;
  const found: Objection[] = [];
  for (const { name, stance, role, hearsay } of ranked.names) {
    const person = name.ids.every((id) => lexicon.named.get(id)?.type === 'person');
    const absent = stance === 'silent' || (hearsay && (person || ranked.ask < LIMITS.hearsay));
    if (role === 'differs') found.push({ why: roleObjection(record, name, lexicon) });
    else if (absent && !(record.status === 'negative' && holdsWhole(ranked, name, index, lexicon))) {
      const share = Math.max(0, ...name.ids.map((id) => postings.frequency(`e:${id}`))) / Math.max(1, postings.size);
      const looseName = name.ids.length > 1 && name.ids.some((id) => lexicon.named.get(id)?.type === 'system');
      if (share < LIMITS.subject && !looseName) found.push({ why: `It does not mention ${label(lexicon, name)}.` });
    }
  }
  for (const { date, stance } of ranked.dates) {
    if (stance === 'differs') found.push({ why: `It is not of ${date.words}.` });
    else if (stance === 'silent') found.push({ why: `It gives no date that could be ${date.words}.` });
  }
  // A negative corrects what a question takes for granted, and then need not state what was asked.
  const corrects = record.status === 'negative' && ranked.cover >= LIMITS.cover && ranked.names.every(({ stance }) => stance === 'agrees');
  for (const { name, role } of ranked.names) {
    if (name.role !== 'speaker' || role === 'differs') continue;
    const content = ranked.words.filter(({ word }) => !word.ideas.includes('say'));
    const told = content.filter(({ value, hearsay }) => value >= 0.3 && !hearsay);
    const weigh = (words: typeof content) => words.reduce((sum, { weight }) => sum + weight, 0);
    const unsaid = content.find((entry) => !told.includes(entry));
    if (unsaid && ranked.ask < LIMITS.hearsay && weigh(told) < weigh(content) * 0.6)
      found.push({ why: `The base has nothing that ${label(lexicon, name)} said of “${unsaid.word.said}”.` });
    else if (record.type !== 'quote' && ranked.ask < LIMITS.alikeDespiteRole) found.push({ why: `These are not ${label(lexicon, name)}’s words.` });
  }
  for (const { word, value, hearsay } of ranked.words)
    if ((value < 0.3 || hearsay) && word.manner === 'name' && word.ideas.length === 0) found.push({ why: `The base knows nothing of “${word.said}”.` });
  const office = meaning.speaks
    ? ranked.words.find(({ word, value, hearsay }) => (value < 0.3 || hearsay) && word.ideas.some((idea) => OFFICES.has(idea)))
    : undefined;
  if (office && ranked.ask < LIMITS.alikeDespiteRole) found.push({ why: `These are not the words of a “${office.word.said}”.` });
  const counted = ranked.words.find(({ word, value }) => value < 0.3 && meaning.counted.has(word.at[0]));
  if (counted) found.push({ why: `The source gives no number of “${counted.word.said}”.` });
  const joined = pairObjection(ranked, meaning, record, lexicon);
  if (joined) found.push(joined);
  for (const asked of meaning.asked) {
    const rule = STATES[asked];
    if (asked === 'names' && meaning.asked.has('speaker')) continue;
    if ((asked === 'count' || asked === 'when') && ranked.ask > LIMITS.alikeDespiteRole) continue;
    if (rule && !corrects && !rule.states(record) && !(asked === 'city' && tellsPlace(record, lexicon)))
      found.push({ why: `The source does not state ${rule.words}.` });
  }
  return found;
}

/** How much speaks for a record: share explained, likeness to an ask, a remembered phrase, and the weight of the words it explains or leaves out. */
export function evidenceOf({ cover, ask, words, names, numbers, dates }: Ranked): number {
  let explained = 0;
  let left = 0;
  const said =
    words.filter(({ value }) => value >= 0.3).length +
    names.filter(({ stance }) => stance === 'agrees').length +
    numbers.filter(({ stance }) => stance === 'agrees').length +
    dates.length;
  // One word alone is chance, unless it is the whole of an ask.
  const alone = said < 2 && words.length + names.length > 1 ? 0.15 : 0;
  for (const { word, weight, value } of words) {
    if (value >= 0.3) explained += weight;
    else if (word.ideas.length > 0) left += weight;
  }
  return 0.75 * cover + ask + 0.23 * Math.min(explained, 2) - 0.1 * left - alone;
}
