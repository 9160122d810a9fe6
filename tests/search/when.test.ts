/** Dates in questions against Temporal. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { tokenise } from '../../src/search/text.ts';
import { monthName, type When } from '../../src/search/when/span.ts';
import { readDates } from '../../src/search/when.ts';
import { TODAY } from '../build.ts';

const read = (text: string, today: string = TODAY): When[] => readDates(text, tokenise(text), today);
const spans = (text: string, today?: string) => read(text, today).map(({ from, to }) => [from, to]);

const firstDay = (month: Temporal.PlainYearMonth): string => month.toPlainDate({ day: 1 }).toString();
const lastDay = (month: Temporal.PlainYearMonth): string => month.toPlainDate({ day: month.daysInMonth }).toString();
const spanOf = (month: Temporal.PlainYearMonth): [string, string] => [firstDay(month), lastDay(month)];

const aMonth = fc
  .record({ year: fc.integer({ min: 1900, max: 2099 }), month: fc.integer({ min: 1, max: 12 }) })
  .map((fields) => Temporal.PlainYearMonth.from(fields));
const aDay = fc.tuple(aMonth, fc.integer({ min: 1, max: 28 })).map(([month, day]) => month.toPlainDate({ day }));
/** Years that a month may be reckoned back from without leaving the century. */
const aToday = fc.tuple(fc.integer({ min: 0, max: 20_000 })).map(([days]) => Temporal.PlainDate.from('2000-01-01').add({ days }));

describe('a named date', () => {
  it('of a month spans its days, as Temporal counts them', () => {
    fc.assert(
      fc.property(aMonth, (month) => {
        expect(spans(`drone deals in ${monthName(month.month)} ${month.year}`)).toEqual([spanOf(month)]);
        expect(spans(`drone deals ${month}`)).toEqual([spanOf(month)]);
      }),
    );
  });

  it('of a day is that day, in each way of writing it', () => {
    fc.assert(
      fc.property(aDay, (day) => {
        const [name, two] = [monthName(day.month), (n: number) => String(n).padStart(2, '0')];
        const written = [`${day}`, `${day.day} ${name} ${day.year}`, `${name} ${day.day}, ${day.year}`, `${two(day.day)}.${two(day.month)}.${day.year}`];
        for (const text of written) expect(spans(`signed on ${text}`), text).toEqual([[day.toString(), day.toString()]]);
      }),
    );
  });

  test.each([
    ['2021', '2021-01-01', '2021-12-31'],
    ['early 2022', '2022-01-01', '2022-04-30'],
    ['late 2022', '2022-09-01', '2022-12-31'],
    ['2020 to 2022', '2020-01-01', '2022-12-31'],
    ['Q3 2022', '2022-07-01', '2022-09-30'],
    ['summer 2023', '2023-06-01', '2023-08-31'],
    ['ocak 2023', '2023-01-01', '2023-01-31'],
    ['январь 2023', '2023-01-01', '2023-01-31'],
    ['yanvar 2023', '2023-01-01', '2023-01-31'],
    ['қаңтар 2023', '2023-01-01', '2023-01-31'],
    ['в январе 2023 года', '2023-01-01', '2023-01-31'],
    ['Ocak 2023’te', '2023-01-01', '2023-01-31'],
  ])('“%s” is from %s to %s', (text, from, to) => {
    expect(spans(`Kyrgyzstan ${text}`)).toEqual([[from, to]]);
  });

  it('without a year is open to every year', () => {
    expect(read('the deal of 18 July')).toMatchObject([{ month: 7, day: 18 }]);
    expect(read('the deal of July 18')).toMatchObject([{ month: 7, day: 18 }]);
    expect(read('purchases in April')).toMatchObject([{ month: 4 }]);
    expect(read('purchases in April')[0]).not.toHaveProperty('from');
  });

  it('opens to one side after since and before', () => {
    expect(spans('deals since 2022')).toEqual([['2022-01-01', '9999-12-31']]);
    expect(spans('deals before 2022')).toEqual([['0000-01-01', '2022-12-31']]);
  });

  test.each(['may Türkiye march on', 'the deal', '29 countries', '1234567', '2023-13', '2023-02-30', ''])('is not in “%s”', (text) => {
    expect(read(text).filter(({ from, to, month }) => (from === to && from !== undefined) || month !== undefined)).toEqual([]);
  });
});

describe('a relative date', () => {
  it('of last and this month or year is counted from today, as Temporal counts', () => {
    fc.assert(
      fc.property(aToday, (today) => {
        const month = today.toPlainYearMonth();
        expect(spans('deals last month', today.toString())).toEqual([spanOf(month.subtract({ months: 1 }))]);
        expect(spans('deals this month', today.toString())).toEqual([spanOf(month)]);
        expect(spans('deals last year', today.toString())).toEqual([[`${today.year - 1}-01-01`, `${today.year - 1}-12-31`]]);
        expect(spans('deals this year', today.toString())).toEqual([[`${today.year}-01-01`, `${today.year}-12-31`]]);
        const yesterday = today.subtract({ days: 1 }).toString();
        expect(spans('what happened yesterday', today.toString())).toEqual([[yesterday, yesterday]]);
      }),
    );
  });

  it('of a named month is the latest one that is over', () => {
    fc.assert(
      fc.property(aToday, fc.integer({ min: 1, max: 12 }), (today, wanted) => {
        let month = today.toPlainYearMonth().subtract({ months: 1 });
        while (month.month !== wanted) month = month.subtract({ months: 1 });
        expect(spans(`deals last ${monthName(wanted)}`, today.toString())).toEqual([spanOf(month)]);
      }),
    );
  });

  it('of so many months ago is that month', () => {
    fc.assert(
      fc.property(aToday, fc.integer({ min: 1, max: 60 }), (today, months) => {
        expect(spans(`deals ${months} months ago`, today.toString())).toEqual([spanOf(today.toPlainYearMonth().subtract({ months }))]);
      }),
    );
  });

  it('says that it is relative, and a named one that it is not', () => {
    expect(read('last July')).toMatchObject([{ relative: true, words: 'July 2026' }]);
    expect(read('geçen yıl')).toMatchObject([{ relative: true, from: '2025-01-01' }]);
    expect(read('в прошлом году')).toMatchObject([{ relative: true, from: '2025-01-01' }]);
    expect(read('July 2023')).toMatchObject([{ relative: false, words: 'July 2023' }]);
  });
});

it('reads any text without complaint, in order and within its tokens', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const tokens = tokenise(text);
      let end = 0;
      for (const { at } of readDates(text, tokens, TODAY)) {
        expect(at[0]).toBeGreaterThanOrEqual(end);
        expect(at[1]).toBeLessThanOrEqual(tokens.length);
        end = at[1];
      }
    }),
  );
});
