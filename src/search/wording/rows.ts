/** What each run of letters tells in each record of a small base, run by run: one pass over a question's runs tells of all records. */
import { eachRun } from '../runs.ts';
import type { Token } from '../text.ts';

/** Rows laid end to end, as plain data. */
export interface PackedRows {
  /** Hashes of the runs, ascending, and where each one's row ends. */
  hashes: Uint32Array;
  ends: Uint32Array;
  /** Records that have the run, and what it tells in each. */
  records: Uint16Array;
  tells: Float32Array;
}

/** Lays out rows. @param byRun for each run the records that have it and what it tells there, alternating; records are below 65 536. */
export function packRows(byRun: ReadonlyMap<number, readonly number[]>): PackedRows {
  const hashes = Uint32Array.from(byRun.keys()).sort();
  let pairs = 0;
  const ends = Uint32Array.from(hashes, (hash) => {
    pairs += (byRun.get(hash)?.length ?? 0) / 2;
    return pairs;
  });
  const rows: PackedRows = { hashes, ends, records: new Uint16Array(pairs), tells: new Float32Array(pairs) };
  let at = 0;
  for (const hash of hashes) {
    const row = byRun.get(hash) ?? [];
    for (let i = 0; i < row.length; i += 2, at++) {
      rows.records[at] = row[i] as number;
      rows.tells[at] = row[i + 1] as number;
    }
  }
  return rows;
}

/** In place of a row's number. */
const NO_ROW = -1;
/** Slots of the table for each row, at least: a run without a row then mostly meets an empty slot at once. */
const ROOM = 2;

/** Finds the row of a run by its hash. The table is of open addressing, with the next slot tried where one is taken. */
function finderOf(hashes: Uint32Array): (hash: number) => number {
  const size = 2 ** Math.ceil(Math.log2(ROOM * hashes.length + 1));
  const slots = new Int32Array(size).fill(NO_ROW);
  for (let row = 0; row < hashes.length; row++) {
    let slot = (hashes[row] as number) & (size - 1);
    while (slots[slot] !== NO_ROW) slot = (slot + 1) & (size - 1);
    slots[slot] = row;
  }
  return (hash) => {
    for (let slot = hash & (size - 1); ; slot = (slot + 1) & (size - 1)) {
      const row = slots[slot] as number;
      if (row === NO_ROW || hashes[row] === hash) return row;
    }
  };
}

/** What a question's runs come to, each counted once. */
export interface Runs {
  /** How rare they are together. */
  rarity: number;
  /** What they tell together in a record. Valid until the next question. */
  tellIn(record: number): number;
}

/**
 * Rows ready to be summed.
 * @param size records are numbered below it. @param rarityOf how rare a run is, by its hash.
 */
export function openRows({ hashes, ends, records, tells }: PackedRows, size: number, rarityOf: (hash: number) => number): (tokens: readonly Token[]) => Runs {
  const sums = new Float64Array(size);
  const find = finderOf(hashes);
  const rarities = new Float64Array(hashes.length);
  for (let row = 0; row < hashes.length; row++) rarities[row] = rarityOf(hashes[row] as number);
  /** By row, the question that had it last; and the runs of the present question that have no row. */
  const had = new Uint32Array(hashes.length);
  const strange = new Set<number>();
  let question = 0;
  let rarity = 0;
  const tellIn = (record: number): number => sums[record] as number;
  const add = (row: number): void => {
    const end = ends[row] as number;
    for (let at = row === 0 ? 0 : (ends[row - 1] as number); at < end; at++) {
      const record = records[at] as number;
      sums[record] = (sums[record] as number) + (tells[at] as number);
    }
  };
  const take = (hash: number): void => {
    const row = find(hash);
    if (row === NO_ROW) {
      if (!strange.has(hash)) rarity += rarityOf(hash);
      strange.add(hash);
    } else if (had[row] !== question) {
      had[row] = question;
      rarity += rarities[row] as number;
      add(row);
    }
  };
  return (tokens) => {
    sums.fill(0);
    strange.clear();
    question++;
    rarity = 0;
    eachRun(tokens, take);
    return { rarity, tellIn };
  };
}
