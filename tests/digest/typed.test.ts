/** Times, days and zones as people type them. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { daysWords, readDays } from '../../src/digest/calendar/days.ts';
import { readTime } from '../../src/digest/calendar/time.ts';
import { findZones, zoneNamed } from '../../src/digest/calendar/zones.ts';
import { COUNTRIES } from '../../src/search/words/index.ts';
import { anyLetter } from '../any-text.ts';

const NOW = Temporal.Instant.from('2026-11-22T17:00Z');

test.each([
  ['8', '08:00'],
  ['08', '08:00'],
  ['0830', '08:30'],
  ['08:30', '08:30'],
  ['8.30am', '08:30'],
  ['8:30 a.m.', '08:30'],
  ['20:15', '20:15'],
  ['8pm', '20:00'],
  ['８：３０', '08:30'],
  ['8h30', '08:30'],
  ['12am', '00:00'],
  ['12 PM', '12:00'],
  ['noon', '12:00'],
])('%s is %s', (typed, time) => {
  expect(readTime(typed)).toEqual({ time });
});

test.each([
  ['24:00', '“24:00” is no time of day: the end of a day is the 00:00 of the next.'],
  ['25', '“25” is no time of day: the hour goes from 0 to 23.'],
  ['8:60', '“8:60” is no time of day: the minutes go from 00 to 59.'],
  ['13pm', '“13pm” is no time of day: with pm the hour goes from 1 to 12.'],
  ['0am', '“0am” is no time of day: with am the hour goes from 1 to 12.'],
  ['123', '“123” is no time of day: type it as 8, 08:30, 8.30am or 20:15.'],
  ['breakfast', '“breakfast” is no time of day: type it as 8, 08:30, 8.30am or 20:15.'],
  ['', '“” is no time of day: type it as 8, 08:30, 8.30am or 20:15.'],
])('“%s” is no time, and it is said why', (typed, wrong) => {
  expect(readTime(typed)).toEqual({ wrong });
});

it('reads back every time that it gives, and takes anything without falling over', () => {
  fc.assert(
    fc.property(fc.string(), (typed) => {
      const read = readTime(typed);
      if ('time' in read) expect(readTime(read.time)).toEqual(read);
    }),
  );
});

test.each([
  ['weekdays', [1, 2, 3, 4, 5], 'weekdays'],
  ['mon-fri', [1, 2, 3, 4, 5], 'weekdays'],
  ['Mon,Wed', [1, 3], 'Monday and Wednesday'],
  ['Mondays and Fridays', [1, 5], 'Monday and Friday'],
  ['fri – mon', [1, 5, 6, 7], 'Monday, Friday, Saturday and Sunday'],
  ['tue to thu, sat', [2, 3, 4, 6], 'Tuesday, Wednesday, Thursday and Saturday'],
  ['every day', [1, 2, 3, 4, 5, 6, 7], 'every day'],
  ['weekend', [6, 7], 'Saturday and Sunday'],
])('%s are days', (typed, days, words) => {
  expect(readDays(typed)).toEqual({ days });
  expect(daysWords(days)).toBe(words);
});

it('says which word is no day', () => {
  expect(readDays('mon, funday')).toEqual({ wrong: '“funday” is no day of the week: type weekdays, daily, mon-fri, or days such as Mon,Wed.' });
  expect(readDays(' ')).toEqual({ wrong: 'Name at least one day: weekdays, daily, mon-fri, or days such as Mon,Wed.' });
  expect(readDays('constructor')).toHaveProperty('wrong');
});

it('gives days in order, each once, whatever is typed', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('mon', 'tuesday', 'we', 'Thu', 'fri-sun', 'weekend', 'daily'), { minLength: 1 }), (words) => {
      const read = readDays(words.join(', '));
      if ('days' in read) expect(read.days).toEqual([...new Set(read.days)].sort());
      else throw new Error(read.wrong);
    }),
  );
});

describe('zones', () => {
  const first = (typed: string) => findZones(typed, NOW)[0]?.zone;

  test.each([
    ['Asia/Almaty', 'Asia/Almaty'],
    ['asia/almaty', 'Asia/Almaty'],
    ['new york', 'America/New_York'],
    ['Kazakhstan', 'Asia/Almaty'],
    ['Астана', 'Asia/Almaty'],
    ['Türkiye', 'Europe/Istanbul'],
    ['turkey', 'Europe/Istanbul'],
    ['Ankara', 'Europe/Istanbul'],
    ['İstanbul', 'Europe/Istanbul'],
    ['özbekistan', 'Asia/Tashkent'],
    ['Kyiv', 'Europe/Kyiv'],
    ['US', 'America/New_York'],
    ['samoa', 'Pacific/Apia'],
    ['utc', 'UTC'],
    ['lord howe', 'Australia/Lord_Howe'],
  ])('%s is %s first', (typed, zone) => {
    expect(first(typed)).toBe(zone);
  });

  it('come with the time there and the offset', () => {
    expect(findZones('almaty', NOW)).toEqual([{ zone: 'Asia/Almaty', now: '22:00', offset: '+05:00' }]);
    expect(findZones('Kolkata', NOW)[0]).toEqual({ zone: 'Asia/Kolkata', now: '22:30', offset: '+05:30' });
  });

  it('come once, whatever they are called, and no more than Discord takes', () => {
    expect(findZones('kyiv', NOW).map(({ zone }) => zone)).not.toContain('Europe/Kiev');
    expect(findZones('a', NOW)).toHaveLength(25);
    expect(findZones('', NOW)).toEqual([]);
    expect(findZones('xyzzy', NOW)).toEqual([]);
  });

  it('lead with a zone of the country itself, for every country, by its code and its English name', () => {
    const names = new Intl.DisplayNames(['en'], { type: 'region' });
    const there = (zone: string) => NOW.toZonedDateTimeISO(zone);
    for (const iso of Object.keys(COUNTRIES).filter((code) => code !== 'XK')) {
      const own = new Intl.Locale(`und-${iso}`).getTimeZones?.() ?? [];
      for (const typed of [iso, names.of(iso) ?? iso]) {
        const zone = first(typed) ?? 'UTC';
        expect(
          own.some((one) => there(one).equals(there(zone))),
          `${typed}: ${zone}`,
        ).toBe(true);
      }
    }
    expect(first('Kosovo')).toBe('Europe/Belgrade');
  });

  it('are named by area and city: an offset or an abbreviation never moves with the clocks', () => {
    expect(zoneNamed('America/New_York', NOW)?.offset).toBe('-05:00');
    for (const name of ['+05:00', 'EST', 'Mars/Olympus', '', 'nonsense']) expect(zoneNamed(name, NOW)).toBeUndefined();
  });

  it('are found for anything typed without falling over', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: anyLetter })), (typed) => {
        expect(findZones(typed, NOW).length).toBeLessThanOrEqual(25);
      }),
      { numRuns: 50 },
    );
  });
});
