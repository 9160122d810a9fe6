/** Parts of a question → keys and weights. */
import type { Index } from './index.ts';
import type { Named, Quantity, Word } from './meaning.ts';
import { type Posting, toldOf } from './postings.ts';
import { WEIGHTS } from './weights.ts';
import type { When } from './when/span.ts';

/** One part of a question, ready to be looked up. */
export interface Lookup {
  weight: number;
  keys: readonly { posting: Posting; q: number; number: number }[];
}

/** An idea stands a little behind the word itself. */
const IDEA = 0.9;

export function lookupName(index: Index, name: Named): Lookup {
  const { postings } = index;
  const frequency = Math.max(0, ...name.ids.map((id) => postings.frequency(`e:${id}`)));
  const keys = name.ids.flatMap((id) => key(index, `e:${id}`, 0.5 + 0.5 * name.likeness));
  return { weight: frequency ? WEIGHTS.name + (1 - WEIGHTS.name) * postings.weight(frequency) : 1, keys };
}

function key(index: Index, text: string, q: number): Lookup['keys'] {
  const posting = index.postings.get(text);
  return posting && posting.records.length > 0 ? [{ posting, q, number: index.postings.keyNumber(text) ?? -1 }] : [];
}

export function lookupWord(index: Index, word: Word): Lookup {
  const { postings } = index;
  const stems = word.stems.flatMap((stem) => key(index, `t:${stem}`, word.likeness));
  const ideas = word.ideas.flatMap((idea) => key(index, `i:${idea}`, word.likeness * IDEA));
  const keys = [...stems, ...ideas];
  if (keys.length === 0) return { weight: word.ideas.length > 0 ? WEIGHTS.stranger.noun : WEIGHTS.stranger[word.manner], keys };
  const frequency = Math.max(...keys.map(({ posting }) => toldOf(posting)));
  return { weight: Math.max(0.08, postings.weight(frequency)), keys };
}

export const lookupNumber = (index: Index, number: Quantity): Lookup => ({ weight: WEIGHTS.number, keys: key(index, `n:${number.value}`, 1) });

export function lookupDate(index: Index, date: When): Lookup {
  const [from, to] = [Number(date.from?.slice(0, 4) ?? 0), Number(date.to?.slice(0, 4) ?? 0)];
  const keys: Lookup['keys'][number][] = [];
  for (let year = Math.max(from, 1); year <= Math.min(to, from + 5, 2200); year++) keys.push(...key(index, `y:${year}`, 1), ...key(index, `n:${year}`, 0.9));
  return { weight: WEIGHTS.date, keys };
}
