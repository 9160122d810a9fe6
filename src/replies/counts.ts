/** Records counted in words, by type and by how sure the source is. */
import { count } from '../base/count.ts';
import { type Base, type FactRecord, STATUSES, type Status } from '../base/schema.ts';

/** What the source tells in its own words is nobody's quotation. */
const KINDS: readonly { one: string; is(record: FactRecord): boolean }[] = [
  { one: 'deal', is: ({ type }) => type === 'deal' },
  { one: 'quote', is: (record) => record.type === 'quote' && record.form === 'direct' },
  { one: 'paraphrase', is: (record) => record.type === 'quote' && record.form === 'paraphrased' },
  { one: 'fact', is: ({ type }) => type === 'fact' },
];

/** `29 deals, 5 quotes, 3 paraphrases`. */
export function kindCounts(records: readonly FactRecord[]): string {
  const counts = KINDS.map(({ one, is }) => ({ one, n: records.filter(is).length }));
  return counts.flatMap(({ one, n }) => (n > 0 ? [count(n, one)] : [])).join(', ');
}

/** How much of a base needs care. */
export interface Care {
  records: number;
  /** Records whose status is unconfirmed. */
  unconfirmed: number;
  /** Records that nobody has held against their source since it was last read. */
  unverified: number;
  /** Records whose review is overdue. */
  overdue: number;
}

/** @param today the reader's day, in ISO 8601 */
export function careOf({ records, sources }: Base, today: string): Care {
  const isUnverified = ({ verified, citations }: FactRecord): boolean => citations.some(({ source }) => verified.on < (sources.get(source)?.accessed ?? ''));
  return {
    records: records.length,
    unconfirmed: records.filter(({ status }) => status === 'unconfirmed').length,
    unverified: records.filter(isUnverified).length,
    overdue: records.filter(({ review_by: by }) => by !== undefined && by < today).length,
  };
}

const noneOr = (n: number): string => (n === 0 ? 'none' : String(n));

/** How much there is, and what of it needs care, a line each. */
export const careLines = ({ records, unconfirmed, unverified, overdue }: Care): [string, ...string[]] => [
  count(records, 'record'),
  `unconfirmed, as the source itself says: ${noneOr(unconfirmed)}`,
  `not verified since the source was last read: ${noneOr(unverified)}`,
  `overdue for review: ${noneOr(overdue)}`,
];

/** A status is a word for what a record is; the author's judgements alone are things that can be counted. */
const statusCount = (n: number, status: Status): string => (status === 'assessment' ? count(n, status) : `${n} ${status}`);

/** `3 confirmed, 2 assessments`, the surest first. */
export function statusCounts(records: readonly FactRecord[]): string {
  const counts = STATUSES.map((status) => ({ status, n: records.filter((record) => record.status === status).length }));
  return counts.flatMap(({ status, n }) => (n > 0 ? [statusCount(n, status)] : [])).join(', ');
}
