/**
 * How like a question is to the ways in which a curator expected a record to be asked for.
 * The asks of all records lie flat in typed arrays: per unit its keys and its weight, per ask and per record where it ends.
 */
import { growingIntegers } from './growing.ts';
import type { Lookup } from './lookup.ts';
import { WEIGHTS } from './weights.ts';

export interface AskBook {
  /** Prepares a question; the answer gives a record's likeness to it, 0 to 1, or undefined for a record without asks. Valid until the next question is prepared. */
  question(parts: readonly Lookup[]): (record: number) => number | undefined;
}

/** Asks as plain data. */
export interface PackedAsks {
  /** Key numbers, ask after ask; the first of each unit is marked. */
  keys: Uint32Array;
  /** Where each ask ends in `keys`, and each record in `askEnds`. */
  askEnds: Uint32Array;
  recordEnds: Uint32Array;
}

/** The sign bit marks the first key of a unit; key numbers stay below. */
const FIRST = 2 ** 31;
const KEY = FIRST - 1;
/** No unit weighs less. */
const LEAST = 0.08;
/** Parts of a question that are held against the asks: one bit each. */
const MOST_PARTS = 30;

/** Collects the asks of records in the records' order. */
export function createAskBook() {
  const keys = growingIntegers();
  const askEnds = growingIntegers();
  const recordEnds = growingIntegers();
  /** Adds one record's asks: each a list of units, each unit a list of key numbers. */
  const add = (asks: readonly (readonly (readonly number[])[])[]): void => {
    for (const ask of asks) {
      for (const unit of ask) for (const key of unit) keys.push(key === unit[0] ? key + FIRST : key);
      askEnds.push(keys.length);
    }
    recordEnds.push(askEnds.length);
  };
  return { add, pack: (): PackedAsks => ({ keys: keys.pack(), askEnds: askEnds.pack(), recordEnds: recordEnds.pack() }) };
}

/**
 * Asks ready to be compared.
 * @param weightOf how much a key tells, 0 to 1. @param keyCount number of keys in all.
 */
export function openAsks({ keys, askEnds: ends, recordEnds: byRecord }: PackedAsks, weightOf: (key: number) => number, keyCount: number): AskBook {
  const flat = new Int32Array(keys.buffer, keys.byteOffset, keys.length);
  const totals = new Float32Array(ends.length);
  const weights = new Float32Array(keyCount);
  for (let key = 0; key < keyCount; key++) weights[key] = Math.max(LEAST, weightOf(key));
  /** By place, where the unit of a key begins: telling units by it spares the loop below a branch that guesses badly. */
  const units = new Int32Array(flat.length);
  for (let ask = 0, at = 0, unit = 0; ask < ends.length; ask++) {
    for (; at < (ends[ask] as number); at++) {
      const value = flat[at] as number;
      if (value < 0) {
        unit = at;
        totals[ask] = (totals[ask] as number) + (weights[value & KEY] as number);
      }
      units[at] = unit;
    }
  }
  /** For each key, the parts of the present question that it stands for, as bits. */
  const marks = new Uint32Array(keyCount);
  let marked: number[] = [];

  const question: AskBook['question'] = (parts) => {
    for (const key of marked) marks[key] = 0;
    marked = [];
    const read = parts.slice(0, MOST_PARTS);
    read.forEach(({ keys: own }, i) => {
      for (const { posting } of own) {
        marks[posting.key] = (marks[posting.key] as number) | (1 << i);
        marked.push(posting.key);
      }
    });
    const total = read.reduce((sum, { weight }) => sum + weight, 0);
    if (total === 0) return () => 0;
    const mineOf = (bits: number): number => {
      let sum = 0;
      for (let left = bits; left; left &= left - 1) sum += read[31 - Math.clz32(left & -left)]?.weight ?? 0;
      return sum;
    };
    return (record) => {
      let best = 0;
      const lastAsk = byRecord[record] as number;
      const firstAsk = record === 0 ? 0 : (byRecord[record - 1] as number);
      if (firstAsk === lastAsk) return undefined;
      for (let ask = firstAsk; ask < lastAsk; ask++) {
        let bits = 0;
        let theirs = 0;
        let last = -1;
        const end = ends[ask] as number;
        for (let at = ask === 0 ? 0 : (ends[ask - 1] as number); at < end; at++) {
          const mark = marks[(flat[at] as number) & KEY] as number;
          if (mark === 0) continue;
          bits |= mark;
          const unit = units[at] as number;
          if (unit !== last) theirs += weights[(flat[unit] as number) & KEY] as number;
          last = unit;
        }
        if (!bits) continue;
        const all = totals[ask] as number;
        best = Math.max(best, WEIGHTS.mine * (mineOf(bits) / total) + (1 - WEIGHTS.mine) * (theirs / all));
      }
      return best;
    };
  };
  return { question };
}
