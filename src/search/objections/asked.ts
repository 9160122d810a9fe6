/** The record does not state the price, number, date, model … that is asked for. */
import { type FactRecord, isUnstated, NOT_STATED } from '../../base/schema.ts';
import type { Asked } from '../asked.ts';
import type { Lexicon } from '../lexicon.ts';
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
function isPlaced(record: FactRecord, lexicon: Lexicon): boolean {
  const regions = new Set([...lexicon.named.values()].flatMap(({ within }) => within));
  return record.about.some((id) => lexicon.named.get(id)?.type === 'place' && !regions.has(id));
}

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
  model: { states: (record) => (record.type === 'deal' ? !isUnstated(record.systems) : true), words: 'which model' },
  city: { states: isPlaced, words: 'the exact place' },
  share: { states: (record) => counts(record, SHARE), words: 'a share or percentage' },
  names: { states: () => false, words: 'their names' },
  duration: { states: (record) => counts(record, TIME), words: 'how long it takes' },
  performance: { states: (record) => counts(record, MEASURE), words: 'such technical data' },
  count: { states: (record) => record.figures.length > 0 || tells(record, 'ordered'), words: 'a number', despite: LIMITS.sameAsk },
  when: { states: isDated, words: 'a date', despite: LIMITS.sameAsk },
};

const isMissing = (asked: Asked, { ranked, record, meaning, lexicon }: Case): boolean => {
  const statement = STATEMENTS[asked];
  if (!statement || (asked === 'names' && meaning.asked.has('speaker'))) return false;
  return !statement.states(record, lexicon) && ranked.ask < (statement.despite ?? Number.POSITIVE_INFINITY);
};

export const objectToAsked: Objector = (subject) => {
  if (corrects(subject)) return [];
  return [...subject.meaning.asked].filter((asked) => isMissing(asked, subject)).map((asked) => `The source does not state ${STATEMENTS[asked]?.words}.`);
};
