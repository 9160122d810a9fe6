/** Which records are worth scoring. */
import { lowest } from './bits.ts';
import type { Index } from './index.ts';
import type { Lookup } from './lookup.ts';
import type { Posting } from './postings.ts';
import type { RecordSet } from './record-set.ts';

interface Bounds {
  /** Records that are scored at most. */
  most: number;
  /** Records that are enough to stop looking for less likely ones. */
  enough: number;
}
const USUAL: Bounds = { most: 300, enough: 60 };

/** A part of a question as far as finding records goes. */
interface Part {
  weight: number;
  postings: readonly Posting[];
  /** Length of its postings together. */
  total: number;
}

/** Parts that are looked up at all, rarest first. */
const partsOf = (lookups: readonly Lookup[]): Part[] =>
  lookups
    .filter(({ keys }) => keys.length > 0)
    .map(({ weight, keys }) => ({
      weight,
      postings: keys.map(({ posting }) => posting),
      total: keys.reduce((sum, { posting }) => sum + posting.records.length, 0),
    }))
    .sort((a, b) => a.total - b.total);

/** Adds the records of every part, up to a number. */
function addAny(parts: readonly Part[], found: RecordSet, most: number): void {
  for (const { postings } of parts)
    for (const { records } of postings)
      for (let i = 0; i < records.length; i++) {
        if (found.list.length >= most) return;
        found.add(records[i] as number);
      }
}

/** Adds the records of every part. */
function addEvery(lookups: readonly Lookup[], found: RecordSet): void {
  for (const { keys } of lookups) for (const { posting } of keys) for (let i = 0; i < posting.records.length; i++) found.add(posting.records[i] as number);
}

/** Adds the records that have a bit in all of these bitmaps. */
function addSet(bits: Uint32Array, others: readonly Uint32Array[], found: RecordSet, most: number): void {
  for (let block = 0; block < bits.length; block++) {
    let set = bits[block] as number;
    for (const other of others) set &= other[block] as number;
    for (; set; set &= set - 1) {
      found.add(block * 32 + lowest(set));
      if (found.list.length >= most) return;
    }
  }
}

/** The bitmaps of parts that are one dense posting each; undefined when one of them is not. */
function bitmapsOf(parts: readonly Part[]): Uint32Array[] | undefined {
  const bitmaps = parts.flatMap(({ postings: [first, ...more] }) => (first?.bits && more.length === 0 ? [first.bits] : []));
  return bitmaps.length === parts.length ? bitmaps : undefined;
}

/** Whether a record has all of these parts. */
function hasAll({ postings: { holds } }: Index, parts: readonly Part[], record: number): boolean {
  for (const { postings } of parts) {
    let found = false;
    for (const posting of postings) found ||= holds(posting, record);
    if (!found) return false;
  }
  return true;
}

/** Adds the records that have every part, up to the most; the first part is the rarest and leads. */
function addAll(index: Index, [driver, ...rest]: readonly Part[], found: RecordSet, most: number): void {
  const others = rest.length > 0 ? bitmapsOf(rest) : undefined;
  for (const { records, bits } of driver?.postings ?? []) {
    if (bits && others) addSet(bits, others, found, most);
    else
      for (const record of records) {
        if (found.list.length >= most) return;
        if (hasAll(index, rest, record)) found.add(record);
      }
  }
}

/** All ways to leave one part out, the lightest first. */
const withoutOne = (parts: readonly Part[]): Part[][] => [...parts].sort((a, b) => a.weight - b.weight).map((light) => parts.filter((part) => part !== light));

/** All pairs of parts, the weightiest first; within a pair the rarer leads. */
function pairsOf(parts: readonly Part[]): Part[][] {
  const byWeight = [...parts].sort((a, b) => b.weight - a.weight);
  return byWeight.flatMap((one, i) => byWeight.slice(i + 1).map((other) => [one, other].sort((a, b) => a.total - b.total)));
}

/**
 * Records worth scoring: on a small base, or when the question is of rare things, those with any part of it. Else those with every
 * part; if these are few, those with all but one; if there are none, those with two; failing that any.
 */
export function candidates(index: Index, lookups: readonly Lookup[], { most, enough } = USUAL): readonly number[] {
  const found = index.postings.fresh();
  if (index.postings.size <= most) {
    addEvery(lookups, found);
    return found.list;
  }
  const parts = partsOf(lookups);
  if (parts.reduce((sum, { total }) => sum + total, 0) <= 2 * most) {
    addAny(parts, found, Number.POSITIVE_INFINITY);
    return found.list;
  }
  const addUntilEnough = (choices: readonly Part[][]) => {
    for (const choice of choices) if (found.list.length < enough) addAll(index, choice, found, most);
  };
  addUntilEnough([parts]);
  if (parts.length === 1) return found.list;
  addUntilEnough(withoutOne(parts));
  if (found.list.length > 0) return found.list;
  addUntilEnough(pairsOf(parts));
  addAny(parts, found, enough);
  return found.list;
}
