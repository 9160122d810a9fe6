/**
 * How like a question is to the ways in which a curator expected a record to be asked for.
 * An ask is a row of units; a unit is a word, phrase or name with the keys that it may be looked up by. Asks say much the same in many
 * ways, so there are few different units: a question is held against these once. What a record's asks have in common is then told for all
 * of them at once, one bit each.
 */
import { countBits, lowest } from './bits.ts';
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

/** Asks as plain data, in blocks: a block is up to 32 asks of one record, one bit each. */
export interface PackedAsks {
  /** Key numbers of the units, the one that tells most of a unit first; and where each unit ends among them. */
  keys: Uint32Array;
  unitEnds: Uint32Array;
  /** Block after block, the different units of its asks, and the asks that have each; where each block ends among them. */
  units: Uint32Array;
  asks: Uint32Array;
  blockEnds: Uint32Array;
  /** Asks in each block. */
  sizes: Uint8Array;
  /** Where each record's blocks end. */
  recordEnds: Uint32Array;
}

/** Asks in a block: one bit each. */
const BLOCK = 32;
/** No unit weighs less. */
const LEAST = 0.08;
/** A part that this share of the asks has is half as usual as can be. */
const HALF_USUAL = 0.15;
/** Parts of a question that are held against the asks: one bit each. */
const MOST_PARTS = 30;

const NO_LIKENESS: Likeness = { nearest: 0, usual: 0 };

/** Where a list begins among lists laid end to end. */
const startOf = (ends: Uint32Array, list: number): number => (list === 0 ? 0 : (ends[list - 1] as number));

/** For each unit of some asks, the asks that have it, one bit each. */
function unitsOf(asks: readonly (readonly number[])[]): Map<number, number> {
  const found = new Map<number, number>();
  for (const [i, ask] of asks.entries()) for (const unit of ask) found.set(unit, (found.get(unit) ?? 0) | (1 << i));
  return found;
}

/** Collects the asks of records in the records' order. */
export function createAskBook() {
  const units = growingIntegers();
  const asksOf = growingIntegers();
  const blockEnds = growingIntegers();
  const sizes = growingIntegers();
  const recordEnds = growingIntegers();
  /** Adds one record's asks: each a list of unit numbers. */
  const add = (asks: readonly (readonly number[])[]): void => {
    for (let first = 0; first < asks.length; first += BLOCK) {
      const block = asks.slice(first, first + BLOCK);
      for (const [unit, bits] of unitsOf(block)) {
        units.push(unit);
        asksOf.push(bits);
      }
      blockEnds.push(units.length);
      sizes.push(block.length);
    }
    recordEnds.push(blockEnds.length);
  };
  /** @param table the keys of every unit, by its number. */
  const pack = (table: readonly (readonly number[])[]): PackedAsks => {
    const keys = growingIntegers();
    const unitEnds = growingIntegers();
    for (const unit of table) {
      for (const key of unit) keys.push(key);
      unitEnds.push(keys.length);
    }
    return {
      keys: keys.pack(),
      unitEnds: unitEnds.pack(),
      units: units.pack(),
      asks: asksOf.pack(),
      blockEnds: blockEnds.pack(),
      sizes: Uint8Array.from(sizes.pack()),
      recordEnds: recordEnds.pack(),
    };
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

/** Where each block's asks begin among all, and at the end how many there are. */
function askStarts(sizes: Uint8Array): Uint32Array {
  const starts = new Uint32Array(sizes.length + 1);
  for (let block = 0; block < sizes.length; block++) starts[block + 1] = (starts[block] as number) + (sizes[block] as number);
  return starts;
}

/** What the weight of an ask's units comes to in its likeness: the less, the more it tells in all. */
function askShares({ units, asks, blockEnds }: PackedAsks, starts: Uint32Array, weights: Float32Array): Float32Array {
  const totals = new Float32Array(starts.at(-1) ?? 0);
  for (let block = 0, at = 0; block < blockEnds.length; block++) {
    for (; at < (blockEnds[block] as number); at++) {
      const weight = weights[units[at] as number] as number;
      for (let left = asks[at] as number; left; left &= left - 1) {
        const ask = (starts[block] as number) + lowest(left);
        totals[ask] = (totals[ask] as number) + weight;
      }
    }
  }
  return totals.map((total) => (total > 0 ? (1 - WEIGHTS.mine) / total : 0));
}

/**
 * Asks ready to be compared.
 * @param weightOf how much a key tells, 0 to 1. @param keyCount number of keys in all.
 */
export function openAsks(packed: PackedAsks, weightOf: (key: number) => number, keyCount: number): AskBook {
  const { units, unitEnds, asks, blockEnds, sizes, recordEnds } = packed;
  const byKey = unitsByKey(packed, keyCount);
  const weights = unitWeights(packed, weightOf);
  const starts = askStarts(sizes);
  const shares = askShares(packed, starts, weights);
  /** For each unit, the parts of the present question that it stands for, as bits; and the units that have any. */
  const marks = new Uint32Array(unitEnds.length);
  const marked: number[] = [];
  /** 1 for each of these: so small that it stays at hand while the units of many asks are looked through. */
  const isMarked = new Uint8Array(unitEnds.length);
  /** The parts' weights; for each part, which of the present block's asks have it, and how many of the present record's. */
  const partWeights = new Float64Array(MOST_PARTS);
  const partAsks = new Uint32Array(MOST_PARTS);
  const hits = new Uint32Array(MOST_PARTS);
  /** For each ask of the present block, the weight of the parts that it has, and of its units that stand for any. */
  const mine = new Float64Array(BLOCK);
  const theirs = new Float64Array(BLOCK);
  /** Places of the present block's units that stand for some part. */
  const found = new Uint32Array(1 + blockEnds.reduce((most, blockEnd, block) => Math.max(most, blockEnd - startOf(blockEnds, block)), 0));

  const mark = (parts: readonly Lookup[]): void => {
    for (const unit of marked) {
      marks[unit] = 0;
      isMarked[unit] = 0;
    }
    marked.length = 0;
    for (let i = 0; i < parts.length; i++) {
      const { keys, weight } = parts[i] as Lookup;
      partWeights[i] = weight;
      for (const { posting } of keys) {
        for (let at = startOf(byKey.ends, posting.key); at < (byKey.ends[posting.key] as number); at++) {
          const unit = byKey.units[at] as number;
          marks[unit] = (marks[unit] as number) | (1 << i);
          isMarked[unit] = 1;
          marked.push(unit);
        }
      }
    }
  };

  /** Notes a unit that stands for some parts in the asks that have it. */
  const note = (parts: number, weight: number, having: number): void => {
    for (let left = parts; left; left &= left - 1) {
      const part = lowest(left);
      partAsks[part] = (partAsks[part] as number) | having;
    }
    for (let left = having; left; left &= left - 1) {
      const ask = lowest(left);
      theirs[ask] = (theirs[ask] as number) + weight;
    }
  };

  /** Counts the asks that have each of the first parts, and adds up what they have of them; nothing stays noted of the parts. */
  const countHits = (parts: number): void => {
    for (let i = 0; i < parts; i++) {
      const having = partAsks[i] as number;
      partAsks[i] = 0;
      hits[i] = (hits[i] as number) + countBits(having);
      for (let left = having; left; left &= left - 1) {
        const ask = lowest(left);
        mine[ask] = (mine[ask] as number) + (partWeights[i] as number);
      }
    }
  };

  /** The best likeness among so many asks, from a start; nothing stays noted of them. */
  const likestOf = (start: number, size: number, total: number): number => {
    const scale = WEIGHTS.mine / total;
    let best = 0;
    for (let i = 0; i < size; i++) {
      best = Math.max(best, scale * (mine[i] as number) + (theirs[i] as number) * (shares[start + i] as number));
      mine[i] = 0;
      theirs[i] = 0;
    }
    return best;
  };

  /** Finds which of a block's units, from a place to before an end, stand for some part: their places in `found`, and how many. */
  const findMarked = (from: number, end: number): number => {
    let count = 0;
    for (let at = from; at < end; at++) {
      found[count] = at;
      count += isMarked[units[at] as number] as number;
    }
    return count;
  };

  /** The best likeness among the asks of these blocks; counts the hits of so many parts. */
  const likest = (total: number, first: number, end: number, parts: number): number => {
    let best = 0;
    hits.fill(0);
    for (let block = first; block < end; block++) {
      const count = findMarked(startOf(blockEnds, block), blockEnds[block] as number);
      if (count === 0) continue;
      for (let i = 0; i < count; i++) {
        const at = found[i] as number;
        const unit = units[at] as number;
        note(marks[unit] as number, weights[unit] as number, asks[at] as number);
      }
      countHits(parts);
      best = Math.max(best, likestOf(starts[block] as number, sizes[block] as number, total));
    }
    return best;
  };

  /** How usual the first parts are among the asks that were just looked through. */
  const usualness = (parts: number, total: number, among: number): number => {
    let sum = 0;
    for (let i = 0; i < parts; i++) {
      const share = (hits[i] as number) / among;
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
      if (first === end) return undefined;
      const nearest = likest(total, first, end, parts.length);
      return { nearest, usual: usualness(parts.length, total, (starts[end] as number) - (starts[first] as number)) };
    };
  };
  return { question };
}
