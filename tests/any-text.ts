/** Letters for property tests. */
import fc from 'fast-check';

/** Halves of surrogate pairs, which are no characters. */
const HALVES = { first: 0xd800, count: 0x800 };
const LAST = 0x10ffff;

const letter = (index: number): string => String.fromCodePoint(index < HALVES.first ? index : index + HALVES.count);

/** @throws Error when it is no letter, which tells fast-check so. */
function indexOf(text: unknown): number {
  if (typeof text !== 'string' || [...text].length !== 1 || !text.isWellFormed()) throw new Error('no letter');
  const point = text.codePointAt(0) ?? 0;
  return point < HALVES.first ? point : point - HALVES.count;
}

/**
 * Any code point, as a unit of `fc.string`. The same as its own unit `binary`, which makes a table of all million of them first: two seconds
 * and a hundred megabytes for each worker.
 */
export const anyLetter = fc.nat({ max: LAST - HALVES.count }).map(letter, indexOf);
