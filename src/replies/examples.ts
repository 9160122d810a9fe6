/** Questions that the base itself answers, to show what can be asked. */
import type { Base, FactRecord } from '../base/schema.ts';

/** One example of each kind says more than three of one. */
const KINDS: readonly ((record: FactRecord) => boolean)[] = [
  (record) => record.type === 'deal' && record.status === 'confirmed',
  (record) => record.type === 'quote' && record.form === 'direct',
  (record) => record.figures.length > 0,
  (record) => record.status === 'unconfirmed',
  () => true,
  () => true,
];

/** The record's plainest ask: a question that fits, else the shortest. */
function plainAsk({ asks }: FactRecord, language: string, longest: number): string | undefined {
  const [...all] = asks[language] ?? [];
  const fitting = all.filter((ask) => ask.length <= longest);
  return fitting.find((ask) => /^\p{Lu}.*\?$/u.test(ask)) ?? fitting[0] ?? all.sort((a, b) => a.length - b.length)[0];
}

/**
 * Questions taken from the base's own records, of different kinds where it has them.
 * @param most how many at most; fewer when the base holds fewer asks.
 * @param longest UTF-16 units that a question had better fit.
 */
export function exampleAsks(base: Base, most = 3, language = 'en', longest = 72): string[] {
  const asks: string[] = [];
  for (const isKind of KINDS) {
    if (asks.length === most) break;
    const found = base.records
      .values()
      .filter(isKind)
      .map((record) => plainAsk(record, language, longest))
      .find((ask) => ask !== undefined && !asks.includes(ask));
    if (found !== undefined) asks.push(found);
  }
  return asks;
}
