/** What is due after any time away, against a naive list of all editions. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { afterLimit, backoff } from '../../src/digest/backoff.ts';
import { nextDue } from '../../src/digest/calendar.ts';
import { nonceOf } from '../../src/digest/nonce.ts';
import { planOf } from '../../src/digest/plan/due.ts';

const HOUR = 3600;
const ZONES = ['America/New_York', 'Australia/Lord_Howe', 'Asia/Almaty', 'Pacific/Apia', 'UTC'];
const START = Temporal.Instant.from('2024-02-01T00:00Z');

const padded = (n: number): string => String(n).padStart(2, '0');
const schedules = fc.record({
  time: fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 })).map(([hour, minute]) => `${padded(hour)}:${padded(minute)}`),
  zone: fc.constantFrom(...ZONES),
  days: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
});

it('queues the newest edition that is due if it is in the grace window, skips the others, and goes on with the first that is not due', () => {
  const property = fc.property(
    schedules,
    fc.integer({ min: 0, max: 28 * 24 * 60 }),
    fc.integer({ min: 0, max: 12 * 60 }),
    (schedule, minutes, graceMinutes) => {
      const now = START.add({ minutes });
      const from = START.toZonedDateTimeISO(schedule.zone).toPlainDate().toString();
      const all = nextDue(schedule, START.subtract({ hours: 48 }), 40).filter(({ date }) => date >= from);
      const due = all.filter(({ at }) => at.epochMilliseconds <= now.epochMilliseconds);
      const { editions, next } = planOf(schedule, from, now, graceMinutes * 60);
      expect(editions.map(({ date }) => date)).toEqual(due.map(({ date }) => date));
      expect(next).toEqual(all[due.length]);
      const newest = due.at(-1);
      const isFresh = newest !== undefined && now.epochMilliseconds - newest.at.epochMilliseconds <= graceMinutes * 60_000;
      expect(editions.filter(({ state }) => state === 'queued').map(({ date }) => date)).toEqual(isFresh ? [newest.date] : []);
      expect(editions.filter(({ state, reason }) => state === 'skipped' && reason === null)).toEqual([]);
    },
  );
  fc.assert(property, { numRuns: 200 });
});

it('sums up what is older than a month, and tells each day after', () => {
  const { editions } = planOf({ time: '08:00', zone: 'UTC', days: [1, 2, 3, 4, 5, 6, 7] }, '2023-01-01', Temporal.Instant.from('2024-03-10T09:00Z'), 6 * HOUR);
  expect(editions[0]).toMatchObject({ date: '2023-01-01', state: 'skipped', reason: expect.stringContaining('all until 2024-02-07') });
  expect(editions[1]?.date).toBe('2024-02-08');
  expect(editions.at(-1)).toMatchObject({ date: '2024-03-10', state: 'queued' });
});

it('waits twice as long after each try, never the whole five minutes for all alike, and tries five times while Discord knows the nonce', () => {
  const tries = Array.from({ length: 20 }, (_, n) => n + 1);
  expect(tries.map((n) => backoff(n, 0))).toEqual(tries.map((n) => Math.min(300_000, 2000 * 2 ** (n - 1))));
  expect(tries.map((n) => backoff(n, 1))).toEqual(tries.map((n) => Math.min(300_000, 2000 * 2 ** (n - 1)) / 2));
  expect([1, 2, 3, 4, 5].reduce((sum, n) => sum + backoff(n, 0), 0)).toBeLessThan(120_000);
});

it('never comes back before Discord wants it to', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 3_600_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (ms, random) => afterLimit(ms, random) > ms));
});

it('makes nonces that Discord takes, another for each row', () => {
  fc.assert(fc.property(fc.uuid(), fc.uuid(), (one, other) => nonceOf(one).length <= 24 && (one === other || nonceOf(one) !== nonceOf(other))));
});
