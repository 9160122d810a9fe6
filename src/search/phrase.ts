/** Remembered phrases: neighbouring words of a question that stand side by side in a passage. */
import type { Index } from './index.ts';
import type { Meaning } from './meaning.ts';
import { isStopword, stemsOf } from './read.ts';

/** Pairs of neighbouring words, each with how much it tells: function words little, words of the base's subject hardly more. */
export function spokenPairs(index: Index, { tokens, languages }: Meaning): { pair: string; weight: number }[] {
  const { postings } = index;
  const told = tokens.map(({ text }) => {
    if (isStopword(text, languages)) return 0.1;
    const frequency = Math.max(0, ...stemsOf(text, languages).map((stem) => postings.frequency(`t:${stem}`)));
    return frequency > 0 ? postings.weight(frequency) : 0.5;
  });
  return tokens.slice(1).map(({ text }, i) => ({ pair: `${tokens[i]?.text} ${text}`, weight: (told[i] ?? 0) + (told[i + 1] ?? 0) }));
}

/** Share of the question's pairs of neighbouring words, by weight, that some passage of the record holds; short of a third it is chance. */
export function phraseLikeness(index: Index, record: number, question: readonly { pair: string; weight: number }[]): number {
  const total = question.reduce((sum, { weight }) => sum + weight, 0);
  if (question.length < 2 || total < 0.5) return 0;
  const held = index.phrases(record);
  const share = question.reduce((sum, { pair, weight }) => (held.has(pair) ? sum + weight : sum), 0) / total;
  return share > 1 / 3 ? share : 0;
}
