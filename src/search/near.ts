/**
 * Misspelt words: candidates by deletion neighbourhood (two words within k edits share a string got by deleting at most k
 * letters from each), judged as Fuse.js does and both ways, since its match is one of substrings.
 */
import { fuseScore } from './bitap.ts';
import { mostEdits, skeleton } from './text.ts';

/** Only the first letters are spelt out with deletions; the judge looks at the whole word. */
const PREFIX = 7;
/** Fuse's score from 0 (same) to 1; above this two words are not the same word misspelt. */
const WORST_SCORE = 0.34;
/** How alike two words of one consonant frame count at least, whatever their vowels. */
const SAME_SKELETON = 0.8;
/** Shorter frames are alike for too many words. */
const SHORTEST_FRAME = 5;
/** Near words that are handed out. */
const MOST = 8;

export interface Near {
  /** Index of the word in the list. */
  index: number;
  /** How alike, 0 to 1. */
  likeness: number;
}

/** FNV-1a, 32 bits, of the word's first letters without those at two places; -1 for none. */
function hashWithout(word: string, one: number, two: number): number {
  let value = 0x811c9dc5;
  const length = Math.min(word.length, PREFIX);
  for (let i = 0; i < length; i++) if (i !== one && i !== two) value = Math.imul(value ^ word.charCodeAt(i), 0x01000193);
  return value >>> 0;
}

/** Hands over the hash of every string got from the word's first letters by deleting at most `edits` letters, itself included. */
function eachDeletion(word: string, edits: number, take: (hash: number) => void): void {
  take(hashWithout(word, -1, -1));
  if (edits < 1) return;
  const length = Math.min(word.length, PREFIX);
  for (let one = 0; one < length; one++) {
    take(hashWithout(word, one, -1));
    if (edits > 1) for (let two = one + 1; two < length; two++) take(hashWithout(word, one, two));
  }
}

/** Words are numbered in 21 bits beside a 32-bit hash: both fit a double exactly. */
const NUMBERS = 2 ** 21;

/** How alike two folded words are, 0 to 1, as Fuse judges them both ways; 0 where it does not take one for the other. */
export function likenessOf(word: string, other: string): number {
  const there = fuseScore(word, other);
  if (there > WORST_SCORE) return 0;
  const back = fuseScore(other, word);
  if (back > WORST_SCORE) return 0;
  const firstLetter = word[0] === other[0] ? 0 : 0.08;
  return 1 - Math.max(there, back) - firstLetter;
}

/** How far apart in length two spellings of one consonant frame may be. */
const LENGTH_SLACK = 3;

/** The neighbourhood of a list of words as plain data. */
export interface PackedWords {
  words: readonly string[];
  /** Hashes of the words' deletions with the words' numbers, ascending. */
  deletions: Float64Array;
  /** Consonant frame → numbers of the words that have it. */
  frames: ReadonlyMap<string, readonly number[]>;
}

/** Words that are looked for at all: short ones and those with digits are near too many. */
const isSought = (word: string): boolean => word.length >= 4 && !/\d/.test(word);

/**
 * Builds the neighbourhood of a list of distinct folded words (at most 2 million).
 * @param reach most edits for a word; fewer keep large lists small.
 */
export function packWords(words: readonly string[], reach: (word: string) => number): PackedWords {
  const keys: number[] = [];
  const frames = new Map<string, number[]>();
  words.forEach((word, index) => {
    if (!isSought(word)) return;
    const edits = reach(word);
    if (edits > 0) eachDeletion(word, edits, (hash) => keys.push(hash * NUMBERS + index));
    const frame = skeleton(word);
    if (frame.length < SHORTEST_FRAME) return;
    const alike = frames.get(frame);
    if (alike) alike.push(index);
    else frames.set(frame, [index]);
  });
  return { words, deletions: Float64Array.from(keys).sort(), frames };
}

/** Deletions are found by their hashes' first bits. */
const FIRST_BITS = 16;
const REST = 2 ** (32 - FIRST_BITS);

/** For the first bits of a hash, where such hashes begin among ascending deletions. */
function openingsOf(deletions: Float64Array): Uint32Array {
  const openings = new Uint32Array(2 ** FIRST_BITS);
  let at = 0;
  for (let bits = 0; bits < openings.length; bits++) {
    while (at < deletions.length && (deletions[at] as number) < bits * REST * NUMBERS) at++;
    openings[bits] = at;
  }
  return openings;
}

/** @returns a look-up from a misspelt folded word to the list's words near it, best first, at most `MOST`. */
export function openWords({ words: list, deletions, frames }: PackedWords): (word: string) => Near[] {
  const openings = openingsOf(deletions);
  return (word) => {
    if (!isSought(word)) return [];
    const found = new Map<number, number>();
    const candidates = new Set<number>();
    eachDeletion(word, mostEdits(word.length), (hash) => {
      const key = hash * NUMBERS;
      let at = openings[Math.floor(hash / REST)] as number;
      while (at < deletions.length && (deletions[at] as number) < key) at++;
      for (; at < deletions.length && (deletions[at] as number) < key + NUMBERS; at++) candidates.add((deletions[at] as number) - key);
    });
    for (const index of candidates) {
      const other = list[index] as string;
      if (Math.abs(other.length - word.length) > 2) continue;
      const likeness = likenessOf(word, other);
      if (likeness > 0) found.set(index, likeness);
    }
    for (const index of frames.get(skeleton(word)) ?? []) {
      const slack = Math.abs((list[index] as string).length - word.length);
      if (slack <= LENGTH_SLACK) found.set(index, Math.max(found.get(index) ?? 0, SAME_SKELETON - 0.03 * slack));
    }
    return [...found]
      .map(([index, likeness]) => ({ index, likeness }))
      .sort((a, b) => b.likeness - a.likeness || a.index - b.index)
      .slice(0, MOST);
  };
}

/** The same from a list, each word within the edits that its length allows. */
export const nearWords = (list: readonly string[]): ((word: string) => Near[]) => openWords(packWords(list, (word) => mostEdits(word.length)));
