/** Remembering what was computed before: most words repeat, from question to question too. Bounded. */
import type { Token } from './text.ts';

/** Results kept by a memory. */
const MOST = 20_000;
/** Parts of a memory. A part that is full begins anew; and as each is small, no question ever waits for room to be made in it. */
const PARTS = 16;

/** The part that a word belongs to, by its length and three of its letters. */
const partOf = (word: string): number =>
  (word.length + 5 * word.charCodeAt(0) + 31 * word.charCodeAt(word.length >> 1) + 101 * word.charCodeAt(word.length - 1)) & (PARTS - 1);

/** The same function, with its results kept by word. */
export function remember<T extends object | string | number>(compute: (word: string) => T, most = MOST): (word: string) => T {
  const parts = Array.from({ length: PARTS }, () => new Map<string, T>());
  const room = Math.ceil(most / PARTS);
  return (word) => {
    const part = parts[partOf(word)] as Map<string, T>;
    let result = part.get(word);
    if (result === undefined) {
      result = compute(word);
      if (part.size >= room) part.clear();
      part.set(word, result);
    }
    return result;
  };
}

let notes = 0;

/**
 * The same function of a token, with its results noted on the token itself: much faster than to look for them. For functions of modules
 * alone: each has a place of its own on every token.
 */
export function noteOn<T extends object | string | number>(compute: (token: Token) => T): (token: Token) => T {
  const place = notes++;
  return (token) => {
    const noted = token.notes[place];
    if (noted !== undefined) return noted as T;
    const result = compute(token);
    token.notes[place] = result;
    return result;
  };
}
