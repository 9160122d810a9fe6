/** Remembering what was computed before: most words repeat, from question to question too. Bounded: a memory that is full begins anew. */
import type { Language } from './text.ts';

const MOST = 50_000;

/** The same function, with its results kept by what it is asked of: a word, or an object that stands for one. */
export function remember<T extends object | string | number, Key extends string | object = string>(compute: (key: Key) => T, most = MOST): (key: Key) => T {
  const known = new Map<Key, T>();
  return (key) => {
    let result = known.get(key);
    if (result === undefined) {
      result = compute(key);
      if (known.size >= most) known.clear();
      known.set(key, result);
    }
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
