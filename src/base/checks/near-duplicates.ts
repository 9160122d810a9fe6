import type { FactRecord } from '../schema.ts';
import { entitiesOf } from './entities.ts';
import { foldText } from './fold.ts';
import type { Rule } from './rule.ts';

/** Share of words (of both summaries together) that must agree: Jaccard's index. */
const LIKE = 0.75;

interface Summary {
  record: FactRecord;
  /** Distinct words, the rarest of the base first. */
  words: string[];
  numbers: string;
  entities: ReadonlySet<string>;
}

function readSummaries(records: readonly FactRecord[]): Summary[] {
  const split = records.map((record) => ({ record, words: [...new Set(foldText(record.summary).split(' '))] }));
  const uses = new Map<string, number>();
  for (const { words } of split) for (const word of words) uses.set(word, (uses.get(word) ?? 0) + 1);
  return split.map(({ record, words }) => ({
    record,
    words: words.toSorted((a, b) => (uses.get(a) ?? 0) - (uses.get(b) ?? 0) || (a < b ? -1 : 1)),
    numbers: words
      .filter((word) => /\p{N}/u.test(word))
      .toSorted()
      .join(' '),
    entities: new Set(entitiesOf(record).flatMap(([, ids]) => ids)),
  }));
}

function jaccard(a: readonly string[], b: readonly string[]): number {
  const shared = new Set(a).intersection(new Set(b)).size;
  return shared / (a.length + b.length - shared);
}

/** The same words of other numbers or of other countries tell another matter. */
const sameMatter = (a: Summary, b: Summary): boolean => a.numbers === b.numbers && (a.entities.isSubsetOf(b.entities) || b.entities.isSubsetOf(a.entities));

/**
 * Pairs of alike summaries, without comparing each with each: two that agree in a share `LIKE` of their words
 * agree in one of the rarest few of each (the prefix filter of set-similarity joins).
 */
function likePairs(summaries: readonly Summary[]): [Summary, Summary][] {
  const byWord = new Map<string, Summary[]>();
  const pairs: [Summary, Summary][] = [];
  for (const summary of summaries) {
    const prefix = summary.words.slice(0, summary.words.length - Math.ceil(LIKE * summary.words.length) + 1);
    const candidates = new Set(prefix.flatMap((word) => byWord.get(word) ?? []));
    for (const other of candidates) if (sameMatter(other, summary) && jaccard(other.words, summary.words) >= LIKE) pairs.push([other, summary]);
    for (const word of prefix) {
      const holders = byWord.get(word);
      if (holders) holders.push(summary);
      else byWord.set(word, [summary]);
    }
  }
  return pairs;
}

export const nearDuplicates: Rule = {
  name: 'near-duplicates',
  description: 'No two summaries are alike in nearly all their words.',
  severity: 'warning',
  check: (draft) =>
    likePairs(readSummaries(draft.records))
      .filter(([a, b]) => foldText(a.record.summary) !== foldText(b.record.summary))
      .map(([first, { record }]) => ({
        item: record,
        path: ['summary'],
        message: `is nearly that of \`${first.record.id}\``,
        mend: `make one of the two, or tell them apart; the other is at ${draft.at(first.record).file}:${draft.at(first.record).line}`,
      })),
};
