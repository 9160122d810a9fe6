import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLimiter } from '../../src/discord/limiter.ts';

test('a burst is taken at once; then turns come back with time', () => {
  const limiter = createLimiter({ burst: 3, perSecond: 0.5 });
  expect([0, 0, 0].map((now) => limiter.take('ann', now))).toEqual([0, 0, 0]);
  expect(limiter.take('ann', 0)).toBe(2);
  expect(limiter.take('ann', 1000)).toBe(1);
  expect(limiter.take('ann', 2000)).toBe(0);
  expect(limiter.take('bea', 2000)).toBe(0);
});

test('a refusal costs nothing', () => {
  const limiter = createLimiter({ burst: 1, perSecond: 1 });
  limiter.take('ann', 0);
  for (let now = 1; now < 1000; now += 1) expect(limiter.take('ann', now)).toBeGreaterThan(0);
  expect(limiter.take('ann', 1000)).toBe(0);
});

test('nobody ever gets more than the burst and what came back since', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 2000 }), { minLength: 1, maxLength: 100 }), fc.integer({ min: 1, max: 8 }), (steps, burst) => {
      const limiter = createLimiter({ burst, perSecond: 2 });
      let [now, taken] = [0, 0];
      for (const step of steps) {
        now += step;
        if (limiter.take('ann', now) === 0) taken += 1;
        expect(taken).toBeLessThanOrEqual(burst + (now / 1000) * 2 + 1e-6);
      }
    }),
  );
});

test('memory has a bound, and who was away longest is forgotten', () => {
  const limiter = createLimiter({ burst: 1, perSecond: 0.001 }, 100);
  for (let user = 0; user < 10_000; user += 1) limiter.take(String(user), user);
  expect(limiter.size).toBe(100);
  expect(limiter.take('9999', 10_000)).toBeGreaterThan(0);
  expect(limiter.take('0', 10_000)).toBe(0);
});

test('a clock that jumps back gives nothing away', () => {
  const limiter = createLimiter({ burst: 1, perSecond: 1 });
  limiter.take('ann', 5000);
  expect(limiter.take('ann', 0)).toBe(1);
});
