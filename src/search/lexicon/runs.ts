/** Names of several words, each of which may stand in a case of its own. */
import { ordinary } from '../ordinary.ts';
import { remember } from '../remember.ts';
import { type Grammar, grammarOf, isEnding } from './grammar.ts';

/** Letters that a name's first word must begin with, whatever its ending. */
const OPENING = 3;
/** Most letters that an ending adds to a word of a name. */
const LONGEST_ENDING = 5;
/** From this length on a word of a name may change its own last letters. */
const LONG_PART = 5;
/** First words asked for before that are remembered; most words start no name. */
const REMEMBERED = 100_000;

/** What stays of a word through its cases: `Центральная Азия`, `Центральной Азии`. */
const rootOf = (word: string): string => word.slice(0, Math.max(OPENING, word.length >= 8 ? word.length - 4 : word.length - 2));

/** One word of a name of several: what stays through its cases, and its full length. */
interface Part {
  word: string;
  root: string;
  length: number;
}

interface Run {
  parts: readonly Part[];
  id: string;
}

const NO_RUNS: readonly Run[] = [];

/** A short word, or an English one, has no endings here. */
function fits(part: Part, word: string): boolean {
  if (word === part.word) return true;
  if (part.length <= OPENING || !word.startsWith(part.root) || word.length - part.length > LONGEST_ENDING || ordinary(word) !== undefined) return false;
  // What follows a short word must be an ending, or `Анкаранын` would begin `Анка дрону`.
  return part.length >= LONG_PART || (word.startsWith(part.word) && isEnding(word.slice(part.length)));
}

export interface Runs {
  /** Adds a name of several folded words. */
  add(parts: readonly string[], id: string): void;
  /** True when a name may start with this word. */
  open(word: string): boolean;
  /** Most words in a name that may start with these two words; 1 when none does. */
  longestFrom(word: string, next: string): number;
  /** Entities of a name of these words, with the case of the last. */
  find(words: readonly string[]): { ids: readonly string[]; grammar: Grammar } | undefined;
}

/** Names of several words; all are added before the first is looked for. */
export function createRuns(): Runs {
  /** By the first letters of the first word. */
  const byOpening = new Map<string, Run[]>();
  const from = remember(
    (word): readonly Run[] => byOpening.get(word.slice(0, OPENING))?.filter(({ parts: [head] }) => head !== undefined && fits(head, word)) ?? NO_RUNS,
    REMEMBERED,
  );
  return {
    add: (words, id) => {
      const opening = (words[0] ?? '').slice(0, OPENING);
      const run = { parts: words.map((word) => ({ word, root: rootOf(word), length: word.length })), id };
      const alike = byOpening.get(opening);
      if (alike) alike.push(run);
      else byOpening.set(opening, [run]);
    },
    open: (word) => from(word).length > 0,
    longestFrom: (word, next) => {
      let longest = 1;
      for (const { parts } of from(word)) if (parts.length > longest && parts[1] && fits(parts[1], next)) longest = parts.length;
      return longest;
    },
    find: (words) => {
      const last = words.at(-1) ?? '';
      const found = from(words[0] ?? '').filter(({ parts }) => parts.length === words.length && parts.every((part, k) => fits(part, words[k] ?? '')));
      if (found.length === 0) return undefined;
      const length = found[0]?.parts.at(-1)?.length ?? last.length;
      return { ids: [...new Set(found.map(({ id }) => id))], grammar: grammarOf(last.slice(Math.min(length, last.length))) };
    },
  };
}
