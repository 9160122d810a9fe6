/** Remembering what was computed before: most words repeat, from question to question too. Bounded. */
import type { Language, Token } from './text.ts';

/** Results kept by a memory. */
const MOST = 20_000;
/** Parts of a memory. A part that is full begins anew; and as each is small, no question ever waits for room to be made in it. */
const PARTS = 16;

/** The part that a word belongs to, by its length and three of its letters. */
const partOf = (word: string): number =>
  (word.length + 5 * word.charCodeAt(0) + 31 * word.charCodeAt(word.length >> 1) + 101 * word.charCodeAt(word.length - 1)) & (PARTS - 1);

/** A memory of results by key; `wordOf` a key tells its part. */
function createMemory<Key, T extends object | string | number>(compute: (key: Key) => T, wordOf: (key: Key) => string, most: number): (key: Key) => T {
  const parts = Array.from({ length: PARTS }, () => new Map<Key, T>());
  const room = Math.ceil(most / PARTS);
  return (key) => {
    const part = parts[partOf(wordOf(key))] as Map<Key, T>;
    let result = part.get(key);
    if (result === undefined) {
      result = compute(key);
      if (part.size >= room) part.clear();
      part.set(key, result);
    }
    return result;
  };
}

const itself = (word: string): string => word;
const textOf = ({ text }: Token): string => text;

/** The same function, with its results kept by word. */
export const remember = <T extends object | string | number>(compute: (word: string) => T, most = MOST): ((word: string) => T) =>
  createMemory(compute, itself, most);

/** The same for tokens, which `tokenise` makes once for each way in which a word is typed. */
export const rememberToken = <T extends object>(compute: (token: Token) => T): ((token: Token) => T) => createMemory(compute, textOf, MOST);

/** The same for a word in some languages. Lists of languages are told apart as objects: `languagesOf` gives the same one for the same languages. */
export function rememberIn<T extends object | string | number>(compute: (word: string, languages: readonly Language[]) => T, most = MOST) {
  const memories = new WeakMap<readonly Language[], (word: string) => T>();
  return (word: string, languages: readonly Language[]): T => {
    let memory = memories.get(languages);
    if (!memory) {
      memory = remember((unknown) => compute(unknown, languages), most);
      memories.set(languages, memory);
    }
    return memory(word);
  };
}
