/** Names as they are collected: whole, by word, by stem, and codes. */
import { fold, slavicStem, turkicStem } from '../text.ts';
import { type Grammar, grammarOf, isEnding } from './grammar.ts';
import { createRuns, type Runs } from './runs.ts';

/** Most words of a name. */
const LONGEST_NAME = 5;
/** Names of fewer words than this are also found run together: `Saudiarabia`. */
const JOINED_BELOW = 4;
/** Letters that a name of one word must have to be found inflected: one of the base, and another country's. */
const INFLECTED_FROM = { known: 4, foreign: 7 } as const;
/** Shorter stems of countries that the base does not know are ordinary words' stems too. */
const FOREIGN_STEM = 6;
/** What an ending leaves of a name of one word, at least, and of one that the base does not know; in letters. */
const SHORTEST_STEM = 4;
const SHORTEST_FOREIGN = 5;
/** Most letters that an ending adds. */
const LONGEST_ENDING = 5;
/** Words of a name that are worth misspelling have more letters than this. */
const SHORT_WORD = 2;

interface Stem {
  ids: string[];
  /** The names that have it. */
  forms: string[];
}

function put<K>(map: Map<K, string[]>, key: K, id: string): void {
  const ids = map.get(key);
  if (!ids) map.set(key, [id]);
  else if (!ids.includes(id)) ids.push(id);
}

export interface Names {
  /** Folded name → ids. */
  exact: ReadonlyMap<string, readonly string[]>;
  codes: ReadonlyMap<string, readonly string[]>;
  runs: Runs;
  /** Single folded words that stand in names, and in those of the base's entities. */
  words: ReadonlySet<string>;
  baseWords: ReadonlySet<string>;
  /** True for a folded name or stem that is taken. */
  has(name: string): boolean;
  add(name: string, id: string, inBase: boolean): void;
  /** Entities of an inflected name of one word, with what the ending tells. @param turkic whether the text is in a language whose names keep their letters before an ending. @param isKnown whether the base has the entity. */
  inflected(word: string, turkic: boolean, isKnown: (id: string) => boolean): { ids: readonly string[]; grammar: Grammar } | undefined;
}

/** Collects names; all are added before the first is looked for. */
export function createNames(): Names {
  const exact = new Map<string, string[]>();
  const codes = new Map<string, string[]>();
  const stems = new Map<string, Stem>();
  const runs = createRuns();
  const words = new Set<string>();
  const baseWords = new Set<string>();
  let starts: ReadonlySet<string> | undefined;

  const addStems = (name: string, id: string, inBase: boolean): void => {
    if (name.length < (inBase ? INFLECTED_FROM.known : INFLECTED_FROM.foreign)) return;
    for (const stem of new Set([slavicStem(name), turkicStem(name), name])) {
      if (!inBase && stem.length < FOREIGN_STEM) continue;
      const known = stems.get(stem) ?? { ids: [], forms: [] };
      if (!known.ids.includes(id)) known.ids.push(id);
      known.forms.push(name);
      stems.set(stem, known);
    }
  };

  const addRun = (parts: readonly string[], id: string): void => {
    runs.add(parts, id);
    put(exact, parts.join(''), id);
    if (parts.length < JOINED_BELOW) words.add(parts.join(''));
  };

  const add: Names['add'] = (alias, id, inBase) => {
    const trimmed = alias.trim();
    if (/^\p{Lu}{2,3}$/u.test(trimmed)) {
      put(codes, fold(trimmed), id);
      return;
    }
    const name = fold(trimmed);
    const parts = name.split(' ');
    if (name.length < 2 || parts.length > LONGEST_NAME) return;
    put(exact, name, id);
    for (const part of parts.filter(({ length }) => length > SHORT_WORD)) {
      words.add(part);
      if (inBase) baseWords.add(part);
    }
    if (parts.length > 1) addRun(parts, id);
    else addStems(name, id, inBase);
  };

  /** First letters of all that an inflected name may begin with; most words have others. */
  const startsOf = (): ReadonlySet<string> =>
    new Set([...exact.keys(), ...stems.keys()].filter(({ length }) => length >= SHORTEST_STEM).map((name) => name.slice(0, SHORTEST_STEM)));

  /** A known name and an ending behind it. */
  const byEnding = (word: string, turkic: boolean, isKnown: (id: string) => boolean): ReturnType<Names['inflected']> => {
    for (let cut = 1; cut <= LONGEST_ENDING && word.length - cut >= SHORTEST_STEM; cut++) {
      const ids = exact.get(word.slice(0, -cut));
      const ending = word.slice(word.length - cut);
      if (ids && (word.length - cut >= SHORTEST_FOREIGN || ids.some(isKnown)) && isEnding(ending)) return { ids, grammar: grammarOf(ending, turkic) };
    }
    return undefined;
  };

  const byStem = (word: string, shortest: number): ReturnType<Names['inflected']> => {
    for (const stem of new Set([slavicStem(word), turkicStem(word)])) {
      const known = stem.length >= shortest ? stems.get(stem) : undefined;
      if (known?.forms.some((name) => Math.abs(name.length - word.length) <= LONGEST_ENDING))
        return { ids: known.ids, grammar: grammarOf(word.slice(stem.length)) };
    }
    return undefined;
  };

  return {
    exact,
    codes,
    runs,
    words,
    baseWords,
    has: (name) => exact.has(name) || stems.has(name),
    add,
    inflected: (word, turkic, isKnown) => {
      starts ??= startsOf();
      return word.length > SHORTEST_STEM && starts.has(word.slice(0, SHORTEST_STEM))
        ? (byEnding(word, turkic, isKnown) ?? byStem(word, turkic ? SHORTEST_FOREIGN : SHORTEST_STEM))
        : undefined;
    },
  };
}
