/**
 * The index: what every record is about, by key, as sorted postings with a mask of the fields a key stands in.
 * Keys: `e:` entity, `i:` idea, `t:` stem, `n:` number, `y:` year, `k:` kind. Beside it, each record's asks as lists of keys,
 * so that a question can be held against the ways a curator expected it to be asked.
 */

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
  /** The record's asks: each a list of units, each unit a list of key numbers. */
  asks(record: number): readonly (readonly (readonly number[])[])[];
  keyNumber(key: string): number | undefined;
  frequencyOf(keyNumber: number): number;
}

/** Postings longer than one record in this many get a bitmap too. */
const DENSE = 48;
const BITMAPS_FROM = 4096;

interface Growing {
  records: number[];
  masks: number[];
}

/** Collects keys record by record, in ascending order, and packs them at the end. */
export function createPostings() {
  const numbers = new Map<string, number>();
  const growing: Growing[] = [];
  /** Asks, flat: per unit its length and keys; per ask its end; per record its end. */
  const askKeys: number[] = [];
  const askEnds: number[] = [];
  const recordEnds: number[] = [];
  let size = 0;
  const numberOf = (key: string): number => {
    let number = numbers.get(key);
    if (number === undefined) {
      number = growing.length;
      numbers.set(key, number);
      growing.push({ records: [], masks: [] });
    }
    return number;
  };
  const add = (keys: ReadonlyMap<string, number>, asks: readonly (readonly (readonly string[])[])[]): void => {
    const record = size++;
    for (const [key, mask] of keys) {
      const posting = growing[numberOf(key)] as Growing;
      posting.records.push(record);
      posting.masks.push(mask);
    }
    for (const ask of asks) {
      for (const unit of ask) askKeys.push(unit.length, ...unit.map(numberOf));
      askEnds.push(askKeys.length);
    }
    recordEnds.push(askEnds.length);
  };
  const pack = (): Postings => {
    const postings = growing.map(({ records, masks }): Posting => {
      const dense = size > BITMAPS_FROM && records.length > size / DENSE;
      const bits = dense ? new Uint32Array((size + 31) >>> 5) : undefined;
      if (bits) for (const record of records) bits[record >>> 5] = (bits[record >>> 5] as number) | (1 << (record & 31));
      return { records: Uint32Array.from(records), masks: Uint16Array.from(masks), told: masks.filter((mask) => mask & ~FIELD.ask).length, bits };
    });
    growing.length = 0;
    const flat = Uint32Array.from(askKeys);
    const ends = Uint32Array.from(askEnds);
    const byRecord = Uint32Array.from(recordEnds);
    const most = Math.log(1 + size / 0.5);
    const get = (key: string) => {
      const number = numbers.get(key);
      return number === undefined ? undefined : postings[number];
    };
    return {
      size,
      has: (key) => (get(key)?.records.length ?? 0) > 0,
      get,
      frequency: (key) => toldOf(get(key)),
      weight: (frequency) => (most > 0 ? Math.min(1, Math.log(1 + (size - frequency + 0.5) / (frequency + 0.5)) / most) : 1),
      mask: maskOf,
      keyNumber: (key) => numbers.get(key),
      frequencyOf: (number) => toldOf(postings[number]),
      asks: (record) => {
        const asks: number[][][] = [];
        for (let ask = record === 0 ? 0 : (byRecord[record - 1] as number); ask < (byRecord[record] as number); ask++) {
          const units: number[][] = [];
          for (let at = ask === 0 ? 0 : (ends[ask - 1] as number); at < (ends[ask] as number); ) {
            const length = flat[at] as number;
            units.push([...flat.subarray(at + 1, at + 1 + length)]);
            at += 1 + length;
          }
          asks.push(units);
        }
        return asks;
      },
    };
  };
  return { add, pack };
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
