/** Keys as they are collected, record by record, and packed by key in the end. */
import { growingIntegers } from './growing.ts';
import { FIELD, type PackedPostings } from './postings.ts';

/** Collects keys record by record, in ascending order, and packs them at the end. */
export function createPostings() {
  const numbers = new Map<string, number>();
  /** Key number and mask, alternating, record after record. */
  const pairs = growingIntegers();
  const recordEnds = growingIntegers();
  /** Of the present record, the keys and, by key, their masks. */
  const met: number[] = [];
  let masks = new Uint16Array(1024);
  /** A key's number, new when need be. */
  const number = (key: string): number => {
    let known = numbers.get(key);
    if (known === undefined) {
      known = numbers.size;
      numbers.set(key, known);
    }
    return known;
  };
  /** Adds fields that a key, by its number, stands in to the present record. */
  const put = (key: number, fields: number): void => {
    if (key >= masks.length) {
      const larger = new Uint16Array(2 * key);
      larger.set(masks);
      masks = larger;
    }
    if (masks[key] === 0) met.push(key);
    masks[key] = (masks[key] as number) | fields;
  };
  /** Closes the present record and begins the next. */
  const end = (): void => {
    for (const key of met) {
      pairs.push(key);
      pairs.push(masks[key] as number);
      masks[key] = 0;
    }
    met.length = 0;
    recordEnds.push(pairs.length);
  };
  const pack = (): PackedPostings => packPairs([...numbers.keys()], pairs.pack(), recordEnds.pack());
  return { number, put, end, pack };
}

/** Sorts pairs of key number and mask, which stand record by record, by key: counts each key's records, then deals them out. */
function packPairs(keys: readonly string[], pairs: Uint32Array, recordEnds: Uint32Array): PackedPostings {
  const next = new Uint32Array(keys.length);
  for (let at = 0; at < pairs.length; at += 2) next[pairs[at] as number] = (next[pairs[at] as number] as number) + 1;
  let start = 0;
  for (let key = 0; key < next.length; key++) {
    const count = next[key] as number;
    next[key] = start;
    start += count;
  }
  const records = new Uint32Array(pairs.length / 2);
  const masks = new Uint16Array(pairs.length / 2);
  const told = new Uint32Array(keys.length);
  const fields = new Uint16Array(keys.length);
  for (let record = 0, at = 0; record < recordEnds.length; record++) {
    for (; at < (recordEnds[record] as number); at += 2) {
      const key = pairs[at] as number;
      const mask = pairs[at + 1] as number;
      const place = next[key] as number;
      next[key] = place + 1;
      records[place] = record;
      masks[place] = mask;
      fields[key] = (fields[key] as number) | mask;
      if (mask & ~FIELD.ask) told[key] = (told[key] as number) + 1;
    }
  }
  return { size: recordEnds.length, keys, ends: next, told, fields, records, masks };
}
