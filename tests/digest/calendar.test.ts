/** The calendar against a naive oracle: a walk through the year, minute by minute, by the clock of `Intl` and not of `Temporal`. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueOn, nextDue } from '../../src/digest/calendar.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** What the clock on the wall shows each minute: `2024-03-01 00:00`. */
interface Walk {
  start: number;
  walls: string[];
  /** The latest that the wall has shown so far: it never goes back, so that it can be searched. */
  latest: string[];
}

function walkThrough(zone: string, year: number): Walk {
  const wall = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  const start = Date.UTC(year, 0, 1) - 2 * DAY;
  const walls = Array.from({ length: (369 * DAY) / MINUTE }, (_, minute) => wall.format(start + minute * MINUTE));
  let shown = '';
  const latest = walls.map((now) => {
    if (now > shown) shown = now;
    return shown;
  });
  return { start, walls, latest };
}

/** The first minute at which the wall shows this; when it never does, as much later as the wall jumped over it. */
function firstShowing({ start, walls, latest }: Walk, wanted: string): number {
  let [before, at] = [-1, latest.length];
  while (at - before > 1) {
    const middle = (before + at) >> 1;
    if ((latest[middle] ?? '') >= wanted) at = middle;
    else before = middle;
  }
  const jumpedOver = walls[at] === wanted ? 0 : (minuteOf(wanted) - minuteOf(walls[before] ?? '')) / MINUTE - 1;
  return start + (at + jumpedOver) * MINUTE;
}

const minuteOf = (wall: string): number => Date.parse(`${wall.replace(' ', 'T')}Z`);
const padded = (n: number): string => String(n).padStart(2, '0');
const timeOf = (minute: number): string => `${padded(Math.floor(minute / 60))}:${padded(minute % 60)}`;
const datesOf = (year: number): string[] => Array.from({ length: 365 }, (_, day) => new Date(Date.UTC(year, 0, 1) + day * DAY).toISOString().slice(0, 10));

const YEARS: readonly (readonly [zone: string, year: number, changes: number])[] = [
  ['Europe/Istanbul', 2026, 0],
  ['Europe/Istanbul', 2015, 2],
  ['Europe/London', 2026, 2],
  ['Asia/Tehran', 2022, 2],
  ['America/New_York', 2026, 2],
  ['Australia/Lord_Howe', 2026, 2],
  ['Pacific/Apia', 2011, 3],
  ['Asia/Almaty', 2024, 1],
  ['America/Nuuk', 2024, 2],
];

describe.each(YEARS)('%s in %i', (zone, year, changes) => {
  const walk = walkThrough(zone, year);
  const dates = datesOf(year);
  /** How often the wall shows each minute of each date. */
  const shown = new Map<string, Map<string, number>>();
  for (const wall of walk.walls) {
    const [date = '', time = ''] = wall.split(' ');
    const times = shown.get(date) ?? new Map<string, number>();
    shown.set(date, times.set(time, (times.get(time) ?? 0) + 1));
  }
  const minutesOf = (date: string): number => [...(shown.get(date)?.values() ?? [])].reduce((sum, often) => sum + often, 0);
  /** Dates on which the wall does not show each minute once. */
  const odd = dates.filter((date) => minutesOf(date) !== 1440);
  const oracle = (date: string, time: string): number | undefined => (shown.has(date) ? firstShowing(walk, `${date} ${time}`) : undefined);

  it('has as many odd dates as its clocks change', () => {
    expect(odd).toHaveLength(changes);
  });

  it('is due when the wall first shows the time, or with its jump over it, on every date', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1439 }), (minute) => {
        const time = timeOf(minute);
        expect(dates.map((date) => dueOn(date, time, zone)?.at.epochMilliseconds)).toEqual(dates.map((date) => oracle(date, time)));
      }),
      { numRuns: 5 },
    );
  });

  it('is due when the wall first shows the time, at every minute of the dates around each change, and tells what the clocks do', () => {
    const near = new Set(odd.flatMap((date) => [-1, 0, 1].map((by) => new Date(Date.parse(date) + by * DAY).toISOString().slice(0, 10))));
    for (const date of near) {
      const times = Array.from({ length: 1440 }, (_, minute) => timeOf(minute));
      const clockOf = (time: string) => ['skipped', 'usual', 'twice'][shown.get(date)?.get(time) ?? 0];
      const naive = times.map((time) => ({ time, at: oracle(date, time), clock: shown.has(date) ? clockOf(time) : undefined }));
      const due = times.map((time) => ({ time, due: dueOn(date, time, zone) }));
      expect(due.map(({ time, due: one }) => ({ time, at: one?.at.epochMilliseconds, clock: one?.clock }))).toEqual(naive);
    }
  });

  it('gives the next editions in order, each date once, as a naive list of all has them', () => {
    const days = fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1439 }), days, fc.integer({ min: 8 * 1440, max: 300 * 1440 }), (minute, wanted, from) => {
        const time = timeOf(minute);
        const after = walk.start + 2 * DAY + from * MINUTE;
        const all = dates.filter((date) => wanted.includes(new Date(date).getUTCDay() || 7)).map((date) => ({ date, at: oracle(date, time) }));
        const naive = all.filter(({ at }) => at !== undefined && at > after).slice(0, 5);
        const next = nextDue({ time, zone, days: wanted }, Temporal.Instant.fromEpochMilliseconds(after), 5);
        expect(next.map(({ date, at }) => ({ date, at: at.epochMilliseconds }))).toEqual(naive);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the calendar', () => {
  const said = (date: string, time: string, zone: string) => {
    const due = dueOn(date, time, zone);
    return due && `${due.at} ${due.clock}`;
  };

  it('moves a time in a gap forward by the gap', () => {
    expect(said('2026-03-08', '02:00', 'America/New_York')).toBe('2026-03-08T07:00:00Z skipped');
    expect(said('2026-03-08', '02:59', 'America/New_York')).toBe('2026-03-08T07:59:00Z skipped');
    expect(said('2026-03-08', '03:00', 'America/New_York')).toBe('2026-03-08T07:00:00Z usual');
    expect(said('2026-10-04', '02:15', 'Australia/Lord_Howe')).toBe('2026-10-03T15:45:00Z skipped');
  });

  it('is due the first time of two', () => {
    expect(said('2026-11-01', '01:30', 'America/New_York')).toBe('2026-11-01T05:30:00Z twice');
  });

  it('has no edition of a date that a zone left out, and one of the next', () => {
    expect(dueOn('2011-12-30', '08:00', 'Pacific/Apia')).toBeUndefined();
    const next = nextDue({ time: '08:00', zone: 'Pacific/Apia', days: [5] }, Temporal.Instant.from('2011-12-24T00:00Z'), 1);
    expect(next.map(({ date }) => date)).toEqual(['2012-01-06']);
  });

  it('posts after midnight what a gap over midnight skipped, as the edition of the day before', () => {
    expect(said('1919-03-30', '23:45', 'America/Toronto')).toBe('1919-03-31T04:45:00Z skipped');
    const after = Temporal.Instant.from('1919-03-31T04:44Z');
    expect(nextDue({ time: '23:45', zone: 'America/Toronto', days: [7] }, after, 1).map(({ date }) => date)).toEqual(['1919-03-30']);
  });

  it('has no edition when no day is wanted', () => {
    expect(nextDue({ time: '08:00', zone: 'Asia/Almaty', days: [] }, Temporal.Instant.from('2026-11-22T00:00Z'), 3)).toEqual([]);
  });

  it('refuses what is no zone, no time and no date', () => {
    expect(() => dueOn('2026-11-22', '08:00', 'Mars/Olympus')).toThrow(RangeError);
    expect(() => dueOn('2026-11-22', '25:00', 'Asia/Almaty')).toThrow(RangeError);
    expect(() => dueOn('2026-02-30', '08:00', 'Asia/Almaty')).toThrow(RangeError);
  });
});
