/** Remembering what was computed before: most words repeat, from question to question too. Bounded. */
import type { Language } from './text.ts';

const MOST = 20_000;

/**
 * The same function, with its results kept by what it is asked of: a word, or an object that stands for one.
 * @param most results that are kept at most. They are kept in two generations, so that what is asked for often stays, and no memory ever
 * grows so large that making room in it takes long.
 */
export function remember<T extends object | string | number, Key extends string | object = string>(compute: (key: Key) => T, most = MOST): (key: Key) => T {
  let recent = new Map<Key, T>();
  let older = new Map<Key, T>();
  return (key) => {
    const known = recent.get(key);
    if (known !== undefined) return known;
    const result = older.get(key) ?? compute(key);
    if (recent.size >= most / 2) {
      older = recent;
      recent = new Map();
    }
    recent.set(key, result);
    return result;
  };
}

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
