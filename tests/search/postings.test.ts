/** The packed index against a naive scan of what was put in. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { candidates } from '../../src/search/candidates.ts';
import { createPostings } from '../../src/search/collect.ts';
import { indexBase } from '../../src/search/index.ts';
import { createLexicon } from '../../src/search/lexicon.ts';
import type { Lookup } from '../../src/search/lookup.ts';
import { FIELD, type Kind, openPostings, type Postings } from '../../src/search/postings.ts';
import { aBase } from '../build.ts';

type Keys = ReadonlyMap<string, number>;

const KEYS = ['e:turkiye', 'e:kyrgyzstan', 'i:buy', 't:dron', 'n:29', 'y:2023', 'k:deal'];
/** A key's kind and name. */
const parted = (key: string): [Kind, string] => [key.slice(0, 1) as Kind, key.slice(2)];
const aKey = fc.constantFrom(...KEYS);
const aMask = fc.integer({ min: 1, max: 4095 });
const aRecord: fc.Arbitrary<Keys> = fc.uniqueArray(fc.tuple(aKey, aMask), { selector: ([key]) => key }).map((entries) => new Map(entries));

function packed(records: readonly Keys[]): Postings {
  const collecting = createPostings();
  for (const keys of records) {
    for (const [key, mask] of keys) collecting.put(collecting.number(key), mask);
    collecting.end();
  }
  return openPostings(collecting.pack());
}

const having = (records: readonly Keys[], key: string): number[] => records.flatMap((keys, record) => (keys.has(key) ? [record] : []));

function expectSame(postings: Postings, records: readonly Keys[], among: readonly number[] = [...records.keys()]): void {
  expect(postings.size).toBe(records.length);
  for (const key of KEYS) {
    const all = having(records, key);
    const told = all.filter((record) => ((records[record]?.get(key) ?? 0) & ~FIELD.ask) !== 0);
    const posting = postings.get(...parted(key));
    expect(postings.has(...parted(key))).toBe(all.length > 0);
    expect(postings.frequency(...parted(key))).toBe(told.length || all.length);
    expect([...(posting?.records ?? [])]).toEqual(all);
    if (posting) for (const record of among) expect(postings.mask(posting, record)).toBe(records[record]?.get(key) ?? 0);
  }
}

describe('postings', () => {
  it('hold what a naive scan finds', () => {
    fc.assert(fc.property(fc.array(aRecord, { maxLength: 60 }), (records) => expectSame(packed(records), records)));
  });

  it('hold the same where bitmaps stand beside long postings', () => {
    const patterns = fc.array(fc.tuple(aKey, fc.integer({ min: 2, max: 900 }), aMask), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(patterns, fc.integer({ min: 4097, max: 6000 }), (pattern, size) => {
        const records = Array.from({ length: size }, (_, record): Keys => {
          const keys = pattern.filter(([, every]) => record % every === 0).map(([key, , mask]): [string, number] => [key, mask]);
          return new Map(keys);
        });
        const postings = packed(records);
        expectSame(postings, records, [0, 1, 31, 32, 33, size >> 1, size - 2, size - 1]);
        for (const key of KEYS) {
          const bits = postings.get(...parted(key))?.bits;
          if (bits)
            for (let record = 0; record < size; record++) expect(((bits[record >>> 5] ?? 0) >>> (record & 31)) & 1).toBe(records[record]?.has(key) ? 1 : 0);
        }
      }),
      { numRuns: 5 },
    );
  });

  it('weigh a rare key more than a frequent one, between 0 and 1', () => {
    const postings = packed(Array.from({ length: 100 }, () => new Map([['t:dron', FIELD.summary]])));
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
    expect(postings.has('e', 'nobody')).toBe(false);
    expect(postings.get('e', 'nobody')).toBeUndefined();
    expect(postings.frequency('e', 'nobody')).toBe(0);
  });
});

describe('candidates', () => {
  const empty = indexBase(aBase([]), createLexicon(new Map()));
  const part = (postings: Postings, keys: readonly string[]): Lookup => ({
    weight: 1 / (1 + keys.length),
    keys: keys.flatMap((key) => {
      const posting = postings.get(...parted(key));
      return posting ? [{ posting, q: 1 }] : [];
    }),
  });
  const someParts = fc.array(fc.uniqueArray(aKey, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 4 });
  const someRecords = fc.array(aRecord, { maxLength: 80 });

  it('are all the records with any part of the question where these are few', () => {
    fc.assert(
      fc.property(someRecords, someParts, (records, parts) => {
        const postings = packed(records);
        const found = candidates(
          { ...empty, postings },
          parts.map((keys) => part(postings, keys)),
        );
        const naive = new Set(parts.flat().flatMap((key) => having(records, key)));
        expect([...found].toSorted((a, b) => a - b)).toEqual([...naive].toSorted((a, b) => a - b));
      }),
    );
  });

  it('are those with every part, and none without any, where there are too many', () => {
    fc.assert(
      fc.property(someRecords, someParts, fc.integer({ min: 4, max: 12 }), (records, parts, most) => {
        const postings = packed(records);
        const found = candidates(
          { ...empty, postings },
          parts.map((keys) => part(postings, keys)),
          { most, enough: 2 },
        );
        const known = parts.filter((keys) => keys.some((key) => postings.has(...parted(key))));
        const has = (record: number) => (keys: readonly string[]) => keys.some((key) => records[record]?.has(key));
        const every = [...records.keys()].filter((record) => known.length > 0 && known.every(has(record)));
        expect(found.length).toBeLessThanOrEqual(2 * most);
        for (const record of found) expect(known.some(has(record))).toBe(true);
        if (every.length < most) expect([...found]).toEqual(expect.arrayContaining(every));
      }),
    );
  });
});
