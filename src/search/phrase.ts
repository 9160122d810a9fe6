/** Remembered phrases: neighbouring words of a question that stand side by side in a passage. */
import type { Index } from './index.ts';
import type { Meaning } from './meaning.ts';
import type { Sense } from './sense.ts';
import type { Token } from './text.ts';

/** Two neighbouring words by their numbers, with how much they tell. */
interface SpokenPair {
  first: number;
  second: number;
  weight: number;
}

/** A question's pairs that some passage may hold, each once, and the weight of all its pairs. */
export interface Spoken {
  pairs: readonly SpokenPair[];
  total: number;
}

/** What function words, and words that the base does not know, tell. */
const TELLS = { stop: 0.1, unknown: 0.5 } as const;
/** Questions of fewer words hold no phrase. */
const SHORTEST = 3;
/** Pairs of less weight together are no phrase. */
const LIGHTEST = 0.5;
/** Least share that is no chance. */
const LEAST = 1 / 3;
const NO_PAIRS: Spoken = { pairs: [], total: 0 };

/** How much a word tells: function words little, words of the base's subject hardly more. */
function tells({ postings }: Index, { stop, stems }: Sense): number {
  if (stop) return TELLS.stop;
  let frequency = 0;
  for (const stem of stems) frequency = Math.max(frequency, postings.frequency('t', stem));
  return frequency > 0 ? postings.weight(frequency) : TELLS.unknown;
}

/** Pairs of neighbouring words, each with how much it tells. Of equal pairs the last counts. */
export function spokenPairs(index: Index, { tokens, senses }: Meaning): Spoken {
  if (tokens.length < SHORTEST) return NO_PAIRS;
  const pairs: SpokenPair[] = [];
  let total = 0;
  let known = 0;
  let before = 0;
  let told = 0;
  for (let i = 0; i < tokens.length; i++) {
    const number = index.passages.number((tokens[i] as Token).text);
    const tell = tells(index, senses[i] as Sense);
    const weight = told + tell;
    if (i > 0) total += weight;
    if (before && number) {
      const same = pairs.find((pair) => pair.first === before && pair.second === number);
      if (same) same.weight = weight;
      else pairs.push({ first: before, second: number, weight });
      known += weight;
    }
    before = number;
    told = tell;
  }
  return known > LEAST * total && total >= LIGHTEST ? { pairs, total } : NO_PAIRS;
}

/** Share of the question's pairs of neighbouring words, by weight, that some passage of the record holds; short of a third it is chance. */
export function phraseLikeness({ passages }: Index, record: number, { pairs, total }: Spoken): number {
  let sum = 0;
  for (const { first, second, weight } of pairs) if (passages.holds(record, first, second)) sum += weight;
  return sum > LEAST * total ? sum / total : 0;
}
