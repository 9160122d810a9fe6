/**
 * How like a question is to the ways in which a curator expected a record to be asked for.
 * An ask is a row of units; a unit is a word, phrase or name with the keys that it may be looked up by. Asks say much the same in many
 * ways, so there are few different units: a question is held against these once, and against an ask by its units' numbers.
 */
import { growingIntegers } from './growing.ts';
import type { Lookup } from './lookup.ts';
import { WEIGHTS } from './weights.ts';

/** How like a question is to a record's asks, each 0 to 1. */
interface Likeness {
  /** To the nearest of them. */
  nearest: number;
  /** To all of them: how usual the question's parts are among them. */
  usual: number;
}

export interface AskBook {
  /** Prepares a question; the answer gives a record's likeness to it, or undefined for a record without asks. Valid until the next question is prepared. */
  question(parts: readonly Lookup[]): (record: number) => Likeness | undefined;
}

/** Asks as plain data. */
export interface PackedAsks {
  /** Key numbers of the units, the one that tells most of a unit first; and where each unit ends among them. */
  keys: Uint32Array;
  unitEnds: Uint32Array;
  /** Unit numbers, ask after ask; where each ask ends among them, and where each record's asks end in `askEnds`. */
  units: Uint32Array;
  askEnds: Uint32Array;
  recordEnds: Uint32Array;
}

/** No unit weighs less. */
const LEAST = 0.08;
/** A part that this share of the asks has is half as usual as can be. */
const HALF_USUAL = 0.15;
/** Parts of a question that are held against the asks: one bit each. */
const MOST_PARTS = 30;

const NO_LIKENESS: Likeness = { nearest: 0, usual: 0 };

/** Where a list begins among lists laid end to end. */
const startOf = (ends: Uint32Array, list: number): number => (list === 0 ? 0 : (ends[list - 1] as number));

/** Collects the asks of records in the records' order. */
export function createAskBook() {
  const units = growingIntegers();
  const askEnds = growingIntegers();
  const recordEnds = growingIntegers();
  /** Adds one record's asks: each a list of unit numbers. */
  const add = (asks: readonly (readonly number[])[]): void => {
    for (const ask of asks) {
      for (const unit of ask) units.push(unit);
      askEnds.push(units.length);
    }
    recordEnds.push(askEnds.length);
  };
  /** @param table the keys of every unit, by its number. */
  const pack = (table: readonly (readonly number[])[]): PackedAsks => {
    const keys = growingIntegers();
    const unitEnds = growingIntegers();
    for (const unit of table) {
      for (const key of unit) keys.push(key);
      unitEnds.push(keys.length);
    }
    return { keys: keys.pack(), unitEnds: unitEnds.pack(), units: units.pack(), askEnds: askEnds.pack(), recordEnds: recordEnds.pack() };
  };
  return { add, pack };
}

/** For each key the units that have it, end to end. */
function unitsByKey({ keys, unitEnds }: PackedAsks, keyCount: number): { ends: Uint32Array; units: Uint32Array } {
  const ends = new Uint32Array(keyCount);
  for (const key of keys) ends[key] = (ends[key] as number) + 1;
  for (let key = 1; key < keyCount; key++) ends[key] = (ends[key] as number) + (ends[key - 1] as number);
  const next = new Uint32Array(keyCount);
  for (let key = 1; key < keyCount; key++) next[key] = ends[key - 1] as number;
  const units = new Uint32Array(keys.length);
  for (let unit = 0, at = 0; unit < unitEnds.length; unit++) {
    for (; at < (unitEnds[unit] as number); at++) {
      const key = keys[at] as number;
      const place = next[key] as number;
      units[place] = unit;
      next[key] = place + 1;
    }
  }
  return { ends, units };
}

/** How much each unit tells: as much as its first key. */
function unitWeights({ keys, unitEnds }: PackedAsks, weightOf: (key: number) => number): Float32Array {
  const weights = new Float32Array(unitEnds.length);
  for (let unit = 0; unit < weights.length; unit++) weights[unit] = Math.max(LEAST, weightOf(keys[startOf(unitEnds, unit)] as number));
  return weights;
}

/** How much each ask tells in all. */
function askTotals({ units, askEnds }: PackedAsks, weights: Float32Array): Float32Array {
  const totals = new Float32Array(askEnds.length);
  for (let ask = 0, at = 0; ask < askEnds.length; ask++)
    for (; at < (askEnds[ask] as number); at++) totals[ask] = (totals[ask] as number) + (weights[units[at] as number] as number);
  return totals;
}

/** Weight of the parts whose bits are set. */
function weightOfBits(partWeights: Float64Array, bits: number): number {
  let sum = 0;
  for (let left = bits; left; left &= left - 1) sum += partWeights[31 - Math.clz32(left & -left)] as number;
  return sum;
}

/** Counts every part whose bit is set a few times more. */
function countBits(hits: Uint32Array, bits: number, times: number): void {
  for (let left = bits; left; left &= left - 1) {
    const part = 31 - Math.clz32(left & -left);
    hits[part] = (hits[part] as number) + times;
  }
}

/**
 * Asks ready to be compared.
 * @param weightOf how much a key tells, 0 to 1. @param keyCount number of keys in all.
 */
export function openAsks(packed: PackedAsks, weightOf: (key: number) => number, keyCount: number): AskBook {
  const { units, unitEnds, askEnds, recordEnds } = packed;
  const byKey = unitsByKey(packed, keyCount);
  const weights = unitWeights(packed, weightOf);
  const totals = askTotals(packed, weights);
  /** For each unit, the parts of the present question that it stands for, as bits; and the units that have any. */
  const marks = new Uint32Array(unitEnds.length);
  /** The weights of units that have any; 0 for the others, so that they need not be told apart. */
  const markedWeights = new Float32Array(unitEnds.length);
  const marked: number[] = [];
  /** The parts' weights; and, for each part, how many of the present record's asks have it. */
  const partWeights = new Float64Array(MOST_PARTS);
  const hits = new Uint32Array(MOST_PARTS);

  const mark = (parts: readonly Lookup[]): void => {
    for (const unit of marked) {
      marks[unit] = 0;
      markedWeights[unit] = 0;
    }
    marked.length = 0;
    for (let i = 0; i < parts.length; i++) {
      const { keys, weight } = parts[i] as Lookup;
      partWeights[i] = weight;
      for (const { posting } of keys) {
        for (let at = startOf(byKey.ends, posting.key); at < (byKey.ends[posting.key] as number); at++) {
          const unit = byKey.units[at] as number;
          marks[unit] = (marks[unit] as number) | (1 << i);
          markedWeights[unit] = weights[unit] as number;
          marked.push(unit);
        }
      }
    }
  };

  /** The best likeness among the asks from `first` to before `end`; counts the hits. */
  const likest = (total: number, first: number, end: number): number => {
    let best = 0;
    hits.fill(0);
    // Asks of one record mostly share the same parts with a question: what is the same for these is done once.
    let lastBits = 0;
    let alike = 0;
    let mine = 0;
    let at = startOf(askEnds, first);
    for (let ask = first; ask < end; ask++) {
      let bits = 0;
      let theirs = 0;
      for (const stop = askEnds[ask] as number; at < stop; at++) {
        const unit = units[at] as number;
        bits |= marks[unit] as number;
        theirs += markedWeights[unit] as number;
      }
      if (bits === 0) continue;
      if (bits !== lastBits) {
        countBits(hits, lastBits, alike);
        mine = WEIGHTS.mine * (weightOfBits(partWeights, bits) / total);
        lastBits = bits;
        alike = 0;
      }
      alike++;
      best = Math.max(best, mine + (1 - WEIGHTS.mine) * (theirs / (totals[ask] as number)));
    }
    countBits(hits, lastBits, alike);
    return best;
  };

  /** How usual the first parts are among the asks that were just looked through. */
  const usualness = (parts: number, total: number, asks: number): number => {
    let sum = 0;
    for (let i = 0; i < parts; i++) {
      const share = (hits[i] as number) / asks;
      sum += ((partWeights[i] as number) * share) / (share + HALF_USUAL);
    }
    return sum / total;
  };

  const question: AskBook['question'] = (all) => {
    const parts = all.slice(0, MOST_PARTS);
    mark(parts);
    let total = 0;
    for (const { weight } of parts) total += weight;
    return (record) => {
      const [first, end] = [startOf(recordEnds, record), recordEnds[record] as number];
      if (total === 0) return NO_LIKENESS;
      return first === end ? undefined : { nearest: likest(total, first, end), usual: usualness(parts.length, total, end - first) };
    };
  };
  return { question };
}
