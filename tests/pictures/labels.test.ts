import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Box, createPlacer, crossing, isWithin, overlapOf, padded, runThrough } from '../../src/pictures/labels.ts';

const whole = (min: number, max: number) => fc.integer({ min, max });
const box = fc.record({ x: whole(-20, 20), y: whole(-20, 20), width: whole(1, 20), height: whole(1, 20) });
const point = fc.record({ x: whole(-30, 30), y: whole(-30, 30) });

/** Counts unit squares: what boxes of whole pixels share. */
function naiveOverlap(a: Box, b: Box): number {
  let shared = 0;
  for (let x = a.x; x < a.x + a.width; x += 1) for (let y = a.y; y < a.y + a.height; y += 1) if (isWithin({ x, y, width: 1, height: 1 }, b)) shared += 1;
  return shared;
}

describe('boxes', () => {
  it('share as many pixels as one can count', () => {
    fc.assert(
      fc.property(box, box, (a, b) => {
        expect(overlapOf(a, b)).toBe(naiveOverlap(a, b));
      }),
    );
  });

  it('are run through for as long as one can sample', () => {
    fc.assert(
      fc.property(point, point, box, (a, b, around) => {
        const length = Math.hypot(b.x - a.x, b.y - a.y);
        const steps = 2000;
        let inside = 0;
        for (let step = 0; step < steps; step += 1) {
          const share = (step + 0.5) / steps;
          const at = { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share, width: 0, height: 0 };
          if (isWithin(at, around)) inside += 1;
        }
        expect(Math.abs(runThrough([a, b], around) - (inside / steps) * length)).toBeLessThan(0.2);
      }),
    );
  });
});

describe('lines', () => {
  it('cross when each has its ends on both sides of the other, and not when they only touch', () => {
    const at = (x: number, y: number) => ({ x, y });
    expect(crossing([at(0, 0), at(2, 2)], [at(0, 2), at(2, 0)])).toBe(true);
    expect(crossing([at(0, 0), at(2, 2)], [at(2, 2), at(4, 0)])).toBe(false);
    expect(crossing([at(0, 0), at(1, 0), at(1, 3)], [at(0, 2), at(2, 2)])).toBe(true);
    expect(crossing([at(0, 0), at(9, 9)], [at(0, 1), at(9, 10)])).toBe(false);
  });
});

describe('placing labels', () => {
  const bounds = { x: -20, y: -20, width: 60, height: 60 };

  it('never lets two touch, whatever is asked for', () => {
    fc.assert(
      fc.property(fc.array(fc.array(box, { maxLength: 6 }), { maxLength: 12 }), fc.array(point, { minLength: 2, maxLength: 4 }), (asked, line) => {
        const placer = createPlacer(bounds, 2);
        placer.line(line);
        const placed = asked.flatMap((candidates) => placer.place(candidates) ?? []);
        placed.forEach((one, index) => {
          expect(isWithin(one, bounds)).toBe(true);
          expect(runThrough(line, one)).toBe(0);
          for (const other of placed.slice(index + 1)) expect(overlapOf(padded(one, 2), other)).toBe(0);
        });
      }),
    );
  });

  it('takes the first candidate that is free', () => {
    const placer = createPlacer(bounds, 0);
    placer.block({ x: 0, y: 0, width: 10, height: 10 });
    const [taken, free, later] = [5, 10, 20].map((x) => ({ x, y: 0, width: 5, height: 5 })) as [Box, Box, Box];
    expect(placer.place([taken, free, later])).toEqual(free);
    expect(placer.place([taken, free])).toBeUndefined();
  });
});
