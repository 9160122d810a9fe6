/** Remembered phrases: neighbouring words of a question that stand side by side in a passage. */
import type { Index } from './index.ts';
import type { Meaning } from './meaning.ts';
import { isStopword, stemsOf } from './read.ts';

/** Two neighbouring words by their numbers, with how much they tell. */
interface SpokenPair {
  first: number;
  second: number;
  weight: number;
}

/** A question's pairs that some passage may hold, and the weight of all its pairs. */
export interface Spoken {
  pairs: readonly SpokenPair[];
  total: number;
}

/** Pairs of neighbouring words, each with how much it tells: function words little, words of the base's subject hardly more. */
export function spokenPairs({ postings, passages }: Index, { tokens, languages }: Meaning): Spoken {
  const told = tokens.map(({ text }) => {
    if (isStopword(text, languages)) return 0.1;
    const frequency = Math.max(0, ...stemsOf(text, languages).map((stem) => postings.frequency(`t:${stem}`)));
    return frequency > 0 ? postings.weight(frequency) : 0.5;
  });
  if (tokens.length < 3) return { pairs: [], total: 0 };
  const numbers = tokens.map(({ text }) => passages.number(text));
  const pairs = tokens.slice(1).map((_, i) => ({ first: numbers[i] ?? 0, second: numbers[i + 1] ?? 0, weight: (told[i] ?? 0) + (told[i + 1] ?? 0) }));
  const known = [...new Map(pairs.filter(({ first, second }) => first && second).map((pair) => [`${pair.first} ${pair.second}`, pair])).values()];
  return { pairs: known, total: pairs.reduce((sum, { weight }) => sum + weight, 0) };
}

/** Least share that is no chance. */
const LEAST = 1 / 3;

/** Share of the question's pairs of neighbouring words, by weight, that some passage of the record holds; short of a third it is chance. */
export function phraseLikeness({ passages }: Index, record: number, { pairs, total }: Spoken): number {
  if (pairs.length === 0 || total < 0.5 || pairs.reduce((sum, { weight }) => sum + weight, 0) <= LEAST * total) return 0;
  const held = new Set<SpokenPair>();
  passages.pairs(record, (first, second) => {
    for (const pair of pairs) if (pair.first === first && pair.second === second) held.add(pair);
  });
  let sum = 0;
  for (const { weight } of held) sum += weight;
  const share = sum / total;
  return share > LEAST ? share : 0;
}
