/**
 * How Fuse.js scores one short word in another, without the objects that it makes for each pair: a question of misspelt words asks for
 * some hundred scores. The algorithm is Fuse's (Bitap, over numbers of errors); `tests/search/near.test.ts` holds the two side by side.
 */
import Fuse from 'fuse.js';

/** Fuse's options: scores above the threshold are no match; a match this far from the word's beginning costs as much as all errors. */
const OPTIONS = { threshold: 0.4, distance: 20 } as const;
/** Fuse takes longer words apart. */
const LONGEST = 32;
/** What no match scores, and the least that a match does. */
const NO_MATCH = 1;
const LEAST = 0.001;

/** By character code, the places in the pattern at which the letter stands, one bit each; all 0 between two calls. */
const alphabet = new Int32Array(128);
/** Rows of the present and the last number of errors. */
let row = new Int32Array(3 * LONGEST);
let lastRow = new Int32Array(3 * LONGEST);

const scoreOf = (errors: number, length: number, at: number): number => errors / length + at / OPTIONS.distance;

/** The best score that the pattern has as it stands. */
function exactScore(text: string, pattern: string): number {
  let best: number = OPTIONS.threshold;
  for (let at = text.indexOf(pattern); at >= 0; at = text.indexOf(pattern, at + pattern.length)) best = Math.min(best, scoreOf(0, pattern.length, at));
  return best;
}

/** The last place at which so many errors may still score well enough, halving the way from the last number of errors' place. */
function reachOf(errors: number, length: number, threshold: number, last: number): number {
  let [low, high, middle] = [0, last, last];
  while (low < middle) {
    if (scoreOf(errors, length, middle) <= threshold) low = middle;
    else high = middle;
    middle = Math.floor((high - low) / 2 + low);
  }
  return middle;
}

/** The bits of `row[j]`: ends of the pattern that are met from the text's letter before `j` on. */
function bitsAt(text: string, j: number, errors: number): number {
  const letters = j <= text.length ? (alphabet[text.charCodeAt(j - 1)] as number) : 0;
  const met = (((row[j + 1] as number) << 1) | 1) & letters;
  if (errors === 0) return met;
  const before = lastRow[j + 1] as number;
  return met | ((before | (lastRow[j] as number)) << 1) | 1 | before;
}

/** Fuse's score of a pattern whose alphabet is laid out. */
function search(text: string, pattern: string): number {
  const { length } = pattern;
  const whole = 1 << (length - 1);
  let threshold = exactScore(text, pattern);
  let reach = length + text.length;
  let isMatch = false;
  let score = NO_MATCH;
  for (let errors = 0; errors < length; errors++) {
    reach = reachOf(errors, length, threshold, reach);
    const end = Math.min(reach, text.length) + length;
    row[end + 1] = (1 << errors) - 1;
    for (let j = end; j >= 1; j--) {
      const bits = bitsAt(text, j, errors);
      row[j] = bits;
      if ((bits & whole) === 0) continue;
      score = scoreOf(errors, length, j - 1);
      if (score > threshold) continue;
      threshold = score;
      isMatch = true;
    }
    if (scoreOf(errors + 1, length, 0) > threshold) break;
    [row, lastRow] = [lastRow, row];
  }
  return isMatch ? Math.max(LEAST, score) : NO_MATCH;
}

/** What `Fuse.match` scores a folded pattern in a folded text: 0 for the same, 1 for no match. */
export function fuseScore(pattern: string, text: string): number {
  if (pattern === text) return 0;
  if (Math.max(pattern.length, text.length) > LONGEST) return Fuse.match(pattern, text, OPTIONS).score;
  const { length } = pattern;
  for (let i = 0; i < length; i++) alphabet[pattern.charCodeAt(i)] = (alphabet[pattern.charCodeAt(i)] as number) | (1 << (length - i - 1));
  const score = search(text, pattern);
  for (let i = 0; i < length; i++) alphabet[pattern.charCodeAt(i)] = 0;
  return score;
}
