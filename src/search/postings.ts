/**
 * The index: what every record is about, by key, as sorted postings with a mask of the fields a key stands in.
 * Keys: `e:` entity, `i:` idea, `t:` stem, `n:` number, `y:` year, `k:` kind.
 */
import { growingIntegers } from './growing.ts';

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
/** Fields in which a curator named an entity. */
export const ROLES = FIELD.supplier | FIELD.recipient | FIELD.system | FIELD.speaker | FIELD.subject | FIELD.object | FIELD.about;

export interface Posting {
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
}

export interface Postings {
  /** Number of records. */
  size: number;
  has(key: string): boolean;
  get(key: string): Posting | undefined;
  /** Number of records that tell the key; of those that only ask for it, when none tells it. */
  frequency(key: string): number;
  /** How much a key of this frequency tells, 0 to 1: inverse document frequency over its largest value. */
  weight(frequency: number): number;
  /** Fields in which a record has a posting's key; 0 when it has not. */
  mask(posting: Posting, record: number): number;
  /** Number of keys, and a key's own number below it. */
  keyCount: number;
  keyNumber(key: string): number | undefined;
  frequencyOf(keyNumber: number): number;
}

/** Postings longer than one record in this many get a bitmap too. */
const DENSE = 48;
const BITMAPS_FROM = 4096;

/** Collects keys record by record, in ascending order, and packs them at the end. */
export function createPostings() {
  const numbers = new Map<string, number>();
  const growing: { records: ReturnType<typeof growingIntegers>; told: number }[] = [];
  let size = 0;
  /** A key's number, new when need be. */
  const number = (key: string): number => {
    let known = numbers.get(key);
    if (known === undefined) {
      known = growing.length;
      numbers.set(key, known);
      growing.push({ records: growingIntegers(), told: 0 });
    }
    return known;
  };
  /** Adds a record: its keys' numbers with the fields they stand in. */
  const add = (keys: ReadonlyMap<number, number>): void => {
    const record = size++;
    for (const [key, mask] of keys) {
      const posting = growing[key] as (typeof growing)[number];
      posting.records.push(record);
      posting.records.push(mask);
      if (mask & ~FIELD.ask) posting.told++;
    }
  };
  const pack = (): Postings => {
    const postings = growing.map(({ records, told }) => packPosting(records.pack(), told, size));
    growing.length = 0;
    const most = Math.log(1 + size / 0.5);
    const get = (key: string) => {
      const known = numbers.get(key);
      return known === undefined ? undefined : postings[known];
    };
    return {
      size,
      keyCount: postings.length,
      has: (key) => (get(key)?.records.length ?? 0) > 0,
      get,
      frequency: (key) => toldOf(get(key)),
      weight: (frequency) => (most > 0 ? Math.min(1, Math.log(1 + (size - frequency + 0.5) / (frequency + 0.5)) / most) : 1),
      mask: maskOf,
      keyNumber: (key) => numbers.get(key),
      frequencyOf: (known) => toldOf(postings[known]),
    };
  };
  return { add, number, pack };
}

/** @param pairs record number and mask, alternating. */
function packPosting(pairs: Uint32Array, told: number, size: number): Posting {
  const length = pairs.length / 2;
  const records = new Uint32Array(length);
  const masks = new Uint16Array(length);
  const dense = size > BITMAPS_FROM && length > size / DENSE;
  const bits = dense ? new Uint32Array((size + 31) >>> 5) : undefined;
  let fields = 0;
  for (let i = 0; i < length; i++) {
    const record = pairs[2 * i] as number;
    records[i] = record;
    masks[i] = pairs[2 * i + 1] as number;
    fields |= masks[i] as number;
    if (bits) bits[record >>> 5] = (bits[record >>> 5] as number) | (1 << (record & 31));
  }
  return { records, masks, told, fields, bits };
}

/** What a key's weight goes by: how many records tell it. Asks repeat an idea in many words and would make it look common. */
export const toldOf = (posting: Posting | undefined): number => (posting ? posting.told || posting.records.length : 0);

function maskOf(posting: Posting, record: number): number {
  const { bits, records, masks } = posting;
  if (bits && !(((bits[record >>> 5] as number) >>> (record & 31)) & 1)) return 0;
  let low = 0;
  let high = records.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = records[middle] as number;
    if (found === record) return masks[middle] as number;
    if (found < record) low = middle + 1;
    else high = middle - 1;
  }
  return 0;
}
