/**
 * How like a question's wording is to all that a record says and is asked by, letter by letter: BM25 (Robertson and Zaragoza, "The
 * Probabilistic Relevance Framework", 2009) over runs of four letters. It knows nothing of meaning, but neither is it lost where a
 * word has an ending, a spelling or a compound that no list has.
 */
import type { FactRecord } from '../base/schema.ts';
import { growingIntegers } from './growing.ts';
import { eachRun } from './runs.ts';
import { type Token, words } from './text.ts';
import { openRows, type PackedRows, packRows, type Runs } from './wording/rows.ts';

export interface Wording {
  /** Whether it is known of all records at once, and may help to choose those that are looked at. */
  tellsAll: boolean;
  /**
   * Prepares a question.
   * @returns how like it is to a record, by the record's number, 0 to 1: the share of the most that its runs could come to. Valid until
   * the next question is prepared.
   */
  question(tokens: readonly Token[]): (record: number) => number;
}

/** By what the runs of letters are weighed, as plain data. */
export interface PackedWording {
  /** Records of the sample that have a run, by the low bits of its hash. */
  frequencies: Uint16Array;
  /** Records in the sample, and the mean number of runs in one. */
  sampled: number;
  length: number;
  /** What every run tells in every record, where all records are in the sample. */
  rows?: PackedRows;
}

/** The usual parameters of BM25: how soon a run that comes again tells no more, and how far a long record is held back. */
const K1 = 1.2;
const B = 0.7;
/** Bits of a hash by which frequencies are counted: a run that shares them with another tells a little less than it should. */
const BITS = 18;
const LOW = 2 ** BITS - 1;
/** Records whose runs are counted; more would not tell more. */
const SAMPLE = 1000;
/** In a base of more records wording is not compared: to read records for it would take longer than all else that a question needs. */
const MOST_READ = 50_000;
/** Records whose runs are kept at hand; a memory that is full begins anew. */
const MOST_KEPT = 1000;

const UNLIKE = (): number => 0;

const textsOf = ({ summary, citations, asks }: FactRecord): string[] => [summary, ...citations.map(({ exact }) => exact), ...Object.values(asks).flat()];

/** How often each run occurs in a record, by its hash, and how many it has in all. */
interface Counted {
  counts: ReadonlyMap<number, number>;
  length: number;
}

function countRuns(record: FactRecord): Counted {
  const counts = new Map<number, number>();
  let length = 0;
  const take = (hash: number): void => {
    counts.set(hash, (counts.get(hash) ?? 0) + 1);
    length++;
  };
  for (const text of textsOf(record)) eachRun(words(text), take);
  return { counts, length };
}

/** @returns how rare a run is: its inverse document frequency, above 0. */
function raritiesOf({ frequencies, sampled }: Pick<PackedWording, 'frequencies' | 'sampled'>): (hash: number) => number {
  const byFrequency = Float64Array.from({ length: sampled + 1 }, (_, frequency) => Math.log(1 + (sampled - frequency + 0.5) / (frequency + 0.5)));
  return (hash) => byFrequency[Math.min(frequencies[hash & LOW] as number, sampled)] as number;
}

/** By what the runs of a base tell. */
interface Scale {
  rarityOf(hash: number): number;
  /** Mean number of runs in a record. */
  length: number;
}

const scaleOf = (packed: PackedWording): Scale => ({ rarityOf: raritiesOf(packed), length: packed.length });

/** What a run that comes so often tells in a record of so many runs. */
function tellsOf({ length }: { length: number }, scale: Scale): (hash: number, count: number) => number {
  const damping = K1 * (1 - B + (B * length) / scale.length);
  return (hash, count) => (scale.rarityOf(hash) * count * (K1 + 1)) / (count + damping);
}

/** Counts in how many records each run occurs, in evenly spread ones of a large base. */
export function packWording(records: readonly FactRecord[]): PackedWording {
  const frequencies = new Uint16Array(LOW + 1);
  const step = Math.max(1, Math.ceil(records.length / SAMPLE));
  const sample = records.filter((_, i) => i % step === 0);
  let total = 0;
  const counted = sample.map(countRuns);
  for (const { counts, length } of counted) {
    for (const hash of counts.keys()) frequencies[hash & LOW] = (frequencies[hash & LOW] as number) + 1;
    total += length;
  }
  const packed: PackedWording = { frequencies, sampled: sample.length, length: total / Math.max(1, sample.length) };
  return step === 1 ? { ...packed, rows: packRows(byRun(counted, scaleOf(packed))) } : packed;
}

/** For each run the records that have it and what it tells there, alternating. */
function byRun(counted: readonly Counted[], scale: Scale): Map<number, number[]> {
  const rows = new Map<number, number[]>();
  for (const [record, one] of counted.entries()) {
    const tells = tellsOf(one, scale);
    for (const [hash, count] of one.counts) {
      const row = rows.get(hash);
      if (row) row.push(record, tells(hash, count));
      else rows.set(hash, [record, tells(hash, count)]);
    }
  }
  return rows;
}

/** The hashes of all runs of a record, in order. */
function hashesOf(record: FactRecord): Uint32Array {
  const hashes = growingIntegers();
  for (const text of textsOf(record)) eachRun(words(text), hashes.push);
  return hashes.pack();
}

/** In a large base: what a question's runs tell in the records near it, each of which is read when a question first comes so near. */
function createCounting(scale: Scale, records: readonly FactRecord[]): (tokens: readonly Token[]) => Runs {
  const kept = new Map<number, Uint32Array>();
  const recall = (record: number): Uint32Array => {
    const known = kept.get(record);
    if (known) return known;
    const hashes = hashesOf(records[record] as FactRecord);
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(record, hashes);
    return hashes;
  };
  return (tokens) => {
    const counts = new Map<number, number>();
    eachRun(tokens, (hash) => counts.set(hash, 0));
    let rarity = 0;
    for (const hash of counts.keys()) rarity += scale.rarityOf(hash);
    const tellIn = (record: number): number => {
      const hashes = recall(record);
      for (const hash of counts.keys()) counts.set(hash, 0);
      for (const hash of hashes) {
        const count = counts.get(hash);
        if (count !== undefined) counts.set(hash, count + 1);
      }
      const tells = tellsOf(hashes, scale);
      let sum = 0;
      // Rounded as in rows.
      for (const [hash, count] of counts) if (count > 0) sum += Math.fround(tells(hash, count));
      return sum;
    };
    return { rarity, tellIn };
  };
}

/** Wording ready to be compared. In a large base a record's runs are counted when a question first comes near it. */
export function openWording(packed: PackedWording, records: readonly FactRecord[]): Wording {
  const scale = scaleOf(packed);
  const runsOf = packed.rows ? openRows(packed.rows, records.length, scale.rarityOf) : createCounting(scale, records);
  const prepare: Wording['question'] = (tokens) => {
    if (records.length > MOST_READ) return UNLIKE;
    const { rarity, tellIn } = runsOf(tokens);
    const most = rarity * (K1 + 1);
    return most === 0 ? UNLIKE : (record) => tellIn(record) / most;
  };
  // The sides of a comparison, and a question asked the other way round, are of the same words.
  let last: { tokens: readonly Token[]; likeness: (record: number) => number } | undefined;
  const question: Wording['question'] = (tokens) => {
    if (last?.tokens !== tokens) last = { tokens, likeness: prepare(tokens) };
    return last.likeness;
  };
  return { tellsAll: packed.rows !== undefined, question };
}
