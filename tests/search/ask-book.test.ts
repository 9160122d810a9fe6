/** Likeness to the asks against a naive count over sets. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createAskBook, openAsks } from '../../src/search/asks.ts';
import type { Lookup } from '../../src/search/lookup.ts';
import { WEIGHTS } from '../../src/search/weights.ts';

const KEYS = 8;
type Unit = readonly number[];
type Ask = readonly Unit[];

const aUnit = fc.uniqueArray(fc.nat(KEYS - 1), { minLength: 1, maxLength: 3 });
const anAsk = fc.array(aUnit, { minLength: 1, maxLength: 5 });
/** A record may have more asks than fit one block of bits. */
const someRecords = fc.array(fc.oneof({ weight: 5, arbitrary: fc.array(anAsk, { maxLength: 4 }) }, fc.array(anAsk, { minLength: 30, maxLength: 70 })), {
  minLength: 1,
  maxLength: 6,
});
const someParts = fc.array(fc.record({ weight: fc.integer({ min: 1, max: 10 }).map((n) => n / 10), keys: aUnit }), { maxLength: 5 });
/** A key's weight, never below the least. */
const weightOf = (key: number): number => 0.1 + key / KEYS;

const lookup = ({ weight, keys }: { weight: number; keys: Unit }): Lookup => ({
  weight,
  keys: keys.map((number) => ({
    q: 1,
    posting: { key: number, records: new Uint32Array(), masks: new Uint16Array(), told: 0, fields: 0, bits: undefined, cursor: 0 },
  })),
});

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** How usual the parts are among the asks: each by the share that has it, half as usual as can be at 15 %. */
function naiveUsual(asks: readonly Ask[], parts: readonly { weight: number; keys: Unit }[]): number {
  const shares = parts.map(({ keys }) => asks.filter((ask) => keys.some((key) => ask.flat().includes(key))).length / asks.length);
  return sum(parts.map(({ weight }, i) => (weight * (shares[i] ?? 0)) / ((shares[i] ?? 0) + 0.15))) / sum(parts.map(({ weight }) => weight));
}

/** Undefined for a record without asks: there is nothing to be like. */
function naive(asks: readonly Ask[], parts: readonly { weight: number; keys: Unit }[]): number | undefined {
  const total = sum(parts.map(({ weight }) => weight));
  if (total === 0) return 0;
  if (asks.length === 0) return undefined;
  const asked = new Set(parts.flatMap(({ keys }) => keys));
  const likenesses = asks.map((ask) => {
    const own = new Set(ask.flat());
    const mine = sum(parts.filter(({ keys }) => keys.some((key) => own.has(key))).map(({ weight }) => weight));
    const weigh = (units: Ask) => sum(units.map(([first = 0]) => weightOf(first)));
    const theirs = weigh(ask.filter((unit) => unit.some((key) => asked.has(key))));
    return mine === 0 ? 0 : WEIGHTS.mine * (mine / total) + (1 - WEIGHTS.mine) * (theirs / weigh(ask));
  });
  return Math.max(0, ...likenesses);
}

it('a question is as like a record as its likest ask, by what they share both ways', () => {
  fc.assert(
    fc.property(someRecords, fc.array(someParts, { minLength: 1, maxLength: 3 }), (records, questions) => {
      const collecting = createAskBook();
      const units: Unit[] = [];
      for (const asks of records) collecting.add(asks.map((ask) => ask.map((unit) => units.push(unit) - 1)));
      const book = openAsks(collecting.pack(units), weightOf, KEYS);
      // One question after another, for a question must leave nothing behind.
      for (const parts of questions) {
        const likeness = book.question(parts.map(lookup));
        for (const [record, asks] of records.entries()) {
          const expected = naive(asks, parts);
          if (expected === undefined) expect(likeness(record)).toBeUndefined();
          else expect(likeness(record)?.nearest).toBeCloseTo(expected, 5);
          if (expected !== undefined && parts.length > 0) expect(likeness(record)?.usual).toBeCloseTo(naiveUsual(asks, parts), 5);
        }
      }
    }),
  );
});
