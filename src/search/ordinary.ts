/** Ordinary English words: no names, no misspellings. */
import { ENGLISH } from './words/index.ts';

type Kind = 'noun' | 'other' | undefined;

/** Words looked up before. */
const known = new Map<string, Kind>();
const MOST_KNOWN = 50_000;

/** How an English word behaves: `noun` only, `other` parts of speech, or no ordinary word at all. */
export function ordinary(word: string): Kind {
  if (known.has(word)) return known.get(word);
  const kind = lookUp(word);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(word, kind);
  return kind;
}

function lookUp(word: string): Kind {
  for (const form of new Set([
    word,
    word.replace(/s$/, ''),
    word.replace(/es$/, ''),
    word.replace(/ies$/, 'y'),
    word.replace(/(?:ed|ing|er|est|ly)$/, ''),
    word.replace(/(?:ed|ing|er|est)$/, 'e'),
    word.replace(/(.)\1(?:ed|ing|er)$/, '$1'),
  ])) {
    if (ENGLISH.others.has(form)) return 'other';
    if (ENGLISH.nouns.has(form)) return 'noun';
  }
  return undefined;
}
