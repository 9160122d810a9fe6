/** The packed index against a naive scan of what was put in. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPostings, FIELD, type Postings } from '../../src/search/postings.ts';

type Keys = ReadonlyMap<string, number>;
type Asks = readonly (readonly (readonly string[])[])[];
interface Put {
  keys: Keys;
  asks: Asks;
}

const KEYS = ['e:turkiye', 'e:kyrgyzstan', 'i:buy', 't:dron', 'n:29', 'y:2023', 'k:deal'];
const aKey = fc.constantFrom(...KEYS);
const aMask = fc.integer({ min: 1, max: 4095 });
const aRecord: fc.Arbitrary<Put> = fc.record({
  keys: fc.uniqueArray(fc.tuple(aKey, aMask), { selector: ([key]) => key }).map((entries) => new Map(entries)),
  asks: fc.array(fc.array(fc.array(aKey, { minLength: 1, maxLength: 3 }), { maxLength: 4 }), { maxLength: 3 }),
});

function packed(records: readonly Put[]): Postings {
  const collecting = createPostings();
  for (const { keys, asks } of records) collecting.add(keys, asks);
  return collecting.pack();
}

function expectSame(postings: Postings, records: readonly Put[], among: readonly number[] = records.map((_, record) => record)): void {
  expect(postings.size).toBe(records.length);
  for (const key of KEYS) {
    const having = records.flatMap(({ keys }, record) => (keys.has(key) ? [record] : []));
    const posting = postings.get(key);
    expect(postings.has(key)).toBe(having.length > 0);
    expect(postings.frequency(key)).toBe(having.length);
    expect([...(posting?.records ?? [])]).toEqual(having);
    if (posting) for (const record of among) expect(postings.mask(posting, record)).toBe(records[record]?.keys.get(key) ?? 0);
  }
}

describe('postings', () => {
  it('hold what a naive scan finds', () => {
    fc.assert(fc.property(fc.array(aRecord, { maxLength: 60 }), (records) => expectSame(packed(records), records)));
  });

  it('give back each record’s asks, unit by unit', () => {
    fc.assert(
      fc.property(fc.array(aRecord, { maxLength: 30 }), (records) => {
        const postings = packed(records);
        const numbered = (asks: Asks) => asks.map((ask) => ask.map((unit) => unit.map((key) => postings.keyNumber(key))));
        for (const [record, { asks }] of records.entries()) expect(postings.asks(record)).toEqual(numbered(asks));
      }),
    );
  });

  it('hold the same where bitmaps stand beside long postings', () => {
    const patterns = fc.array(fc.tuple(aKey, fc.integer({ min: 2, max: 900 }), aMask), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(patterns, fc.integer({ min: 4097, max: 6000 }), (pattern, size) => {
        const records = Array.from({ length: size }, (_, record): Put => {
          const keys = pattern.filter(([, every]) => record % every === 0).map(([key, , mask]): [string, number] => [key, mask]);
          return { keys: new Map(keys), asks: [] };
        });
        const postings = packed(records);
        expectSame(postings, records, [0, 1, 31, 32, 33, size >> 1, size - 2, size - 1]);
        for (const key of KEYS) {
          const bits = postings.get(key)?.bits;
          if (bits)
            for (let record = 0; record < size; record++)
              expect(((bits[record >>> 5] ?? 0) >>> (record & 31)) & 1).toBe(records[record]?.keys.has(key) ? 1 : 0);
        }
      }),
      { numRuns: 5 },
    );
  });

  it('weigh a rare key more than a frequent one, between 0 and 1', () => {
    const postings = packed(Array.from({ length: 100 }, () => ({ keys: new Map([['t:dron', FIELD.summary]]), asks: [] })));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 100 }), (a, b) => {
        expect(postings.weight(Math.min(a, b))).toBeGreaterThanOrEqual(postings.weight(Math.max(a, b)));
        expect(postings.weight(a)).toBeGreaterThanOrEqual(0);
        expect(postings.weight(a)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('know nothing of a key that was never put in', () => {
    const postings = packed([]);
    expect(postings.has('e:nobody')).toBe(false);
    expect(postings.get('e:nobody')).toBeUndefined();
    expect(postings.frequency('e:nobody')).toBe(0);
  });
});
