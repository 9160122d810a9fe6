/** The words of every record's passages, in order, as numbers in one typed array: for finding remembered phrases. */
import { growingIntegers } from './growing.ts';
import type { Token } from './text.ts';

export interface Passages {
  /** The number of a folded word; 0 when no passage has it. */
  number(word: string): number;
  /** Whether two words, by their numbers, stand side by side in one of a record's passages. */
  holds(record: number, first: number, second: number): boolean;
}

/** Passages as plain data. */
export interface PackedPassages {
  /** Distinct words; a word's number is one more than its place here. */
  words: readonly string[];
  /** Numbers of all words in order, and where each record ends. */
  flat: Uint32Array;
  ends: Uint32Array;
}

/** Stands behind each passage, so that no pair spans two. */
const END = 0;

/** Collects the passages of records in the records' order. */
export function createPassages() {
  const numbers = new Map<string, number>();
  const flat = growingIntegers();
  const ends = growingIntegers();
  const numberOf = (word: string): number => {
    let known = numbers.get(word);
    if (known === undefined) {
      known = numbers.size + 1;
      numbers.set(word, known);
    }
    return known;
  };
  /** Adds one record's passages, each split into words. */
  const add = (passages: readonly (readonly Token[])[]): void => {
    for (const tokens of passages) {
      for (const { text } of tokens) flat.push(numberOf(text));
      flat.push(END);
    }
    ends.push(flat.length);
  };
  return { add, pack: (): PackedPassages => ({ words: [...numbers.keys()], flat: flat.pack(), ends: ends.pack() }) };
}

/** Passages ready to be searched. */
export function openPassages({ words: known, flat, ends }: PackedPassages): Passages {
  const numbers = new Map(known.map((word, i) => [word, i + 1]));
  return {
    number: (word) => numbers.get(word) ?? END,
    holds: (record, first, second) => {
      const end = ends[record] as number;
      for (let at = (record === 0 ? 0 : (ends[record - 1] as number)) + 1; at < end; at++) if (flat[at - 1] === first && flat[at] === second) return true;
      return false;
    },
  };
}
