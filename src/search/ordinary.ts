/** Ordinary English words: no names, no misspellings. */
import { ENGLISH } from './words/index.ts';

/** How an English word behaves: `noun` only, `other` parts of speech, or no ordinary word at all. */
export function ordinary(word: string): 'noun' | 'other' | undefined {
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
