/** The search must not fall below the figures that were recorded. */
import { describe, expect, it, test } from 'vitest';
import { floorOf, readFloors, shortfalls } from './floor.ts';
import { setNames } from './names.ts';
import { figuresOf } from './score.ts';
import { evaluate, shipped } from './sets.ts';

const floors = readFloors();

describe('the shipped base', async () => {
  const context = await shipped();

  it('has a start for every citation, so that answers can be held against the gold', () => {
    const loose = context.base.records.filter(({ citations }) => citations.some(({ start }) => start === undefined)).map(({ id }) => id);
    expect(loose, 'run `npm run base -- verify --pin --snapshots DIR`').toEqual([]);
  });

  test.each(setNames)(
    'answers the questions of %s no worse than recorded',
    (name) => {
      const floor = floors[name];
      if (!floor) throw new Error(`There is no floor for ${name}: run \`npm run eval -- --record\`.`);
      expect(shortfalls(floorOf(figuresOf(evaluate(name, context).map(({ verdict }) => verdict))), floor)).toEqual([]);
    },
    120_000,
  );
});

describe('a floor', () => {
  const floor = { first: 90, list: 80, hedged: 100, falseAnswer: 5 };

  it('holds for figures as good or better', () => {
    expect(shortfalls(floor, floor)).toEqual([]);
    expect(shortfalls({ first: 95, list: 81, hedged: 100, falseAnswer: 0 }, floor)).toEqual([]);
  });

  it('names every figure that is worse', () => {
    expect(shortfalls({ first: 89.9, list: 80, hedged: 50, falseAnswer: 5.1 }, floor)).toEqual([
      'right first 89.9 %, at least 90 %',
      'hedge shown 50 %, at least 100 %',
      'false answers 5.1 %, at most 5 %',
    ]);
  });
});
