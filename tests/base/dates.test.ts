import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateInFull, dateRange, dateWords, isIsoDay, isoWords } from '../../src/base/dates.ts';
import type { FactDate } from '../../src/base/schema.ts';

describe('a date is told no more precisely than the source tells it', () => {
  const cases: [FactDate, string][] = [
    [{ on: '2023-07-18', precision: 'day' }, '18 July 2023'],
    [{ on: '2023-01', precision: 'month' }, 'January 2023'],
    [{ on: '2023-01-15', precision: 'month' }, 'January 2023'],
    [{ on: '2021', precision: 'year' }, '2021'],
    [{ on: '2021', until: '2023', precision: 'year' }, '2021 to 2023'],
    [{ on: '2023-05', until: '2023-07', precision: 'month' }, 'May to July 2023'],
    [{ on: '2022-11', until: '2023-02', precision: 'month' }, 'November 2022 to February 2023'],
    [{ on: '2023-07-18', until: '2023-07-20', precision: 'day' }, '18 to 20 July 2023'],
    [{ on: '2023-06-30', until: '2023-07-02', precision: 'day' }, '30 June to 2 July 2023'],
    [{ on: '2021', until: '2021', precision: 'year' }, '2021'],
    [{ on: '2019', precision: 'year', as_stated: 'since Türkiye began selling them in 2019' }, 'since 2019'],
    [{ on: '2022-01', until: '2022-04', precision: 'about', as_stated: 'early 2022' }, 'early 2022'],
    [{ on: '2023-05', until: '2023-07', precision: 'about', as_stated: 'in recent months' }, 'in recent months (about May to July 2023)'],
    [{ on: '2022', precision: 'about' }, 'about 2022'],
  ];
  test.each(cases)('%j is %s', (date, words) => expect(dateWords(date)).toBe(words));
});

test('what the curators inferred is said', () => {
  expect(dateInFull({ on: '2023-07-18', precision: 'day', inferred: 'year from the article’s date' })).toBe('18 July 2023 (year from the article’s date)');
});

test('a plain date in words keeps its own length', () => {
  expect(['2023', '2023-07', '2023-07-01'].map(isoWords)).toEqual(['2023', 'July 2023', '1 July 2023']);
});

describe('the days a date covers', () => {
  const cases: [FactDate, string, string][] = [
    [{ on: '2024-02', precision: 'month' }, '2024-02-01', '2024-02-29'],
    [{ on: '2021', precision: 'year' }, '2021-01-01', '2021-12-31'],
    [{ on: '2023-07-18', precision: 'day' }, '2023-07-18', '2023-07-18'],
    [{ on: '2021', until: '2023-02', precision: 'about', as_stated: 'for two years' }, '2021-01-01', '2023-02-28'],
    [{ on: '2019', precision: 'year', as_stated: 'since 2019' }, '2019-01-01', '9999-12-31'],
  ];
  test.each(cases)('%j runs from %s to %s', (date, from, to) => expect(dateRange(date)).toEqual({ from, to }));
});

test('any day of the calendar is a day, and covers itself', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }), (date) => {
      const on = date.toISOString().slice(0, 10);
      expect(isIsoDay(on)).toBe(true);
      expect(dateRange({ on, precision: 'day' })).toEqual({ from: on, to: on });
    }),
  );
});

test.each(['2023-02-30', '2023-13-01', '2023-00-10', '2023-1-1', 'today', ''])('%j is no day', (text) => expect(isIsoDay(text)).toBe(false));
