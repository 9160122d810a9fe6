/**
 * The index: what every record is about, by key, as sorted postings with a mask of the fields a key stands in.
 * Keys: `e:` entity, `i:` idea, `t:` stem, `n:` number, `y:` year, `k:` kind.
 */
import { createRecordSet, type RecordSet } from './record-set.ts';
import { remember } from './remember.ts';

/** What a key stands for: an entity, an idea, a stem, a number, a year, a kind. */
export type Kind = 'e' | 'i' | 't' | 'n' | 'y' | 'k';

/** Fields a key may stand in; a posting's mask holds several. */
export const FIELD = {
  supplier: 1,
  recipient: 2,
  system: 4,
  speaker: 8,
  subject: 16,
  object: 32,
  about: 64,
  summary: 128,
  passage: 256,
  ask: 512,
  topic: 1024,
  /** The entity itself is not named: something that belongs to it is. */
  inherited: 2048,
} as const;
/** Masks are below this. */
export const MASKS = 4096;
/** Fields in which a curator named an entity. */
export const ROLES = FIELD.supplier | FIELD.recipient | FIELD.system | FIELD.speaker | FIELD.subject | FIELD.object | FIELD.about;

export interface Posting {
  /** The key's number. */
  key: number;
  /** Record numbers, ascending. */
  records: Uint32Array;
  /** Fields, parallel to `records`. */
  masks: Uint16Array;
  /** Number of records that have the key in a field of their own, not only in their asks. */
  told: number;
  /** All fields that the key stands in, in any record. */
  fields: number;
  /** One bit a record, for postings of more than one record in `DENSE`. */
  bits: Uint32Array | undefined;
  /** Place in `records` at which the last look-up ended. */
  cursor: number;
  /** In a small base the masks of all records, 0 for those without the key. */
  all?: Uint16Array;
}

export interface Postings {
  /** Number of records. */
  size: number;
  has(kind: Kind, name: string): boolean;
  get(kind: Kind, name: string): Posting | undefined;
  /** Number of records that tell the key; of those that only ask for it, when none tells it. */
  frequency(kind: Kind, name: string): number;
  /** How much a key of this frequency tells, 0 to 1: inverse document frequency over its largest value. */
  weight(frequency: number): number;
  /** Fields in which a record has a posting's key; 0 when it has not. */
  mask(posting: Posting, record: number): number;
  /** Whether a record has a posting's key. */
  holds(posting: Posting, record: number): boolean;
  /** Number of keys. */
  keyCount: number;
  frequencyOf(keyNumber: number): number;
  /** An empty set of records. The one handed out before is emptied. */
  fresh(): RecordSet;
}

/** Postings as plain data: all keys' lists end to end. */
export interface PackedPostings {
  /** Number of records. */
  size: number;
  keys: readonly string[];
  /** By key number: where its list ends in `records` and `masks`; how many records tell it; all fields it stands in. */
  ends: Uint32Array;
  told: Uint32Array;
  fields: Uint16Array;
  records: Uint32Array;
  masks: Uint16Array;
}

/** Postings longer than one record in this many get a bitmap too. */
const DENSE = 200;
const BITMAPS_FROM = 4096;
/** Postings of each kind that are kept at hand, and what is kept in place of one that does not exist. */
const AT_HAND = 50_000;
const NONE = 'none';

/** Postings ready to be looked up. */
export function openPostings({ size, keys, ends, told, fields, records, masks }: PackedPostings): Postings {
  const numbers = new Map(keys.map((key, number) => [key, number]));
  const startOf = (key: number): number => (key === 0 ? 0 : (ends[key - 1] as number));
  const lengthOf = (key: number): number => (ends[key] as number) - startOf(key);
  const frequencyOf = (key: number): number => (told[key] as number) || lengthOf(key);
  const bitmaps = new Map<number, Uint32Array>();
  if (size > BITMAPS_FROM)
    for (let key = 0; key < keys.length; key++)
      if (lengthOf(key) > size / DENSE) bitmaps.set(key, bitmapOf(records.subarray(startOf(key), ends[key] as number), size));
  const open = (key: number): Posting => {
    const [start, end] = [startOf(key), ends[key] as number];
    const own = { records: records.subarray(start, end), masks: masks.subarray(start, end) };
    const posting = { key, ...own, told: told[key] as number, fields: fields[key] as number, bits: bitmaps.get(key), cursor: 0 };
    return size > BITMAPS_FROM ? posting : { ...posting, all: spreadOut(own, size) };
  };
  // Those looked for before are remembered, so that no key is put together for them again.
  const lookUp = (kind: Kind) =>
    remember((name): Posting | typeof NONE => {
      const key = numbers.get(`${kind}:${name}`);
      return key === undefined || lengthOf(key) === 0 ? NONE : open(key);
    }, AT_HAND);
  const byKind = { e: lookUp('e'), i: lookUp('i'), t: lookUp('t'), n: lookUp('n'), y: lookUp('y'), k: lookUp('k') };
  const get: Postings['get'] = (kind, name) => {
    const posting = byKind[kind](name);
    return posting === NONE ? undefined : posting;
  };
  const most = Math.log(1 + size / 0.5);
  const set = createRecordSet(size);
  return {
    size,
    keyCount: keys.length,
    has: (kind, name) => byKind[kind](name) !== NONE,
    get,
    frequency: (kind, name) => toldOf(get(kind, name)),
    weight: (frequency) => (most > 0 ? Math.min(1, Math.log(1 + (size - frequency + 0.5) / (frequency + 0.5)) / most) : 1),
    mask: maskOf,
    holds: (posting, record) => (posting.bits ? hasBit(posting.bits, record) : maskOf(posting, record) !== 0),
    frequencyOf,
    fresh: () => {
      set.clear();
      return set;
    },
  };
}

/** One bit a record. */
function bitmapOf(records: Uint32Array, size: number): Uint32Array {
  const bits = new Uint32Array((size + 31) >>> 5);
  for (const record of records) bits[record >>> 5] = (bits[record >>> 5] as number) | (1 << (record & 31));
  return bits;
}

const hasBit = (bits: Uint32Array, record: number): boolean => (((bits[record >>> 5] as number) >>> (record & 31)) & 1) === 1;

/** Masks by record number. */
function spreadOut({ records, masks }: Pick<Posting, 'records' | 'masks'>, size: number): Uint16Array {
  const all = new Uint16Array(size);
  for (let i = 0; i < records.length; i++) all[records[i] as number] = masks[i] as number;
  return all;
}

/** What a key's weight goes by: how many records tell it. Asks repeat an idea in many words and would make it look common. */
export const toldOf = (posting: Posting | undefined): number => (posting ? posting.told || posting.records.length : 0);

/**
 * Fields in which a record has a posting's key. Records are mostly asked for in ascending order, so the search goes on from where the
 * last one ended, in steps that double.
 */
function maskOf(posting: Posting, record: number): number {
  if (posting.all) return posting.all[record] as number;
  const { bits, records, masks } = posting;
  if (bits && !hasBit(bits, record)) return 0;
  const from = (records[posting.cursor] as number) <= record ? posting.cursor : 0;
  let step = 1;
  while (from + step < records.length && (records[from + step] as number) <= record) step *= 2;
  let low = from + (step >>> 1);
  let high = Math.min(from + step, records.length) - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((records[middle] as number) <= record) low = middle;
    else high = middle - 1;
  }
  posting.cursor = low;
  return records[low] === record ? (masks[low] as number) : 0;
}
