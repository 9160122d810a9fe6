/** Records counted in words, by type and by how sure the source is. */
import { count } from '../base/count.ts';
import { type FactRecord, STATUSES } from '../base/schema.ts';

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

/** `3 confirmed, 1 unconfirmed`, the surest first. */
export function statusCounts(records: readonly FactRecord[]): string {
  const counts = STATUSES.map((status) => ({ status, n: records.filter((record) => record.status === status).length }));
  return counts.flatMap(({ status, n }) => (n > 0 ? [`${n} ${status}`] : [])).join(', ');
}
