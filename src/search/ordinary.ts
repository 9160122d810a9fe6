/** Ordinary English words: no names, no misspellings. */
import { noteOn, remember } from './remember.ts';
import type { Token } from './text.ts';
import { ENGLISH } from './words/index.ts';

type Kind = 'noun' | 'other' | undefined;

/** Endings of English words, and what stood in their place; letters doubled before one are single. */
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/s$/, ''],
  [/es$/, ''],
  [/ies$/, 'y'],
  [/(?:ed|ing|er|est|ly)$/, ''],
  [/(?:ed|ing|er|est)$/, 'e'],
  [/(.)\1(?:ed|ing|er)$/, '$1'],
];
/** Last letters of those endings: most words of other languages have none of them. */
const ENDED = /[sdgrty]$/;

const kindOf = (form: string): Kind => (ENGLISH.others.has(form) ? 'other' : ENGLISH.nouns.has(form) ? 'noun' : undefined);

function lookUp(word: string): Kind {
  const own = kindOf(word);
  if (own || !ENDED.test(word)) return own;
  for (const [ending, instead] of ENDINGS) {
    const kind = ending.test(word) ? kindOf(word.replace(ending, instead)) : undefined;
    if (kind) return kind;
  }
  return undefined;
}

/** Words that are remembered. */
const MOST_KNOWN = 50_000;
const STRANGE = 'strange';
const known = remember((word) => lookUp(word) ?? STRANGE, MOST_KNOWN);

const unlessStrange = (kind: Kind | typeof STRANGE): Kind => (kind === STRANGE ? undefined : kind);

/** How an English word behaves: `noun` only, `other` parts of speech, or no ordinary word at all. */
export const ordinary = (word: string): Kind => unlessStrange(known(word));

const noted = noteOn(({ text }) => known(text));
/** The same of a token. */
export const ordinaryToken = (token: Token): Kind => unlessStrange(noted(token));
