/** The search's plain parts against naive ones: numbers of days, sets of records, memories, the warm-up's sample. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isShort } from '../../src/base/dates.ts';
import { createDays, dayNumber, firstSpan } from '../../src/search/days.ts';
import { createRecordSet } from '../../src/search/record-set.ts';
import { noteOn, remember } from '../../src/search/remember.ts';
import { fold, tokenise } from '../../src/search/text.ts';
import { warmUpQuestions } from '../../src/search/warm-up.ts';
import { CONCEPTS, STOPWORDS } from '../../src/search/words/index.ts';
import { base } from './shipped.ts';

const aDay = fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
const aSpan = fc.tuple(aDay, aDay).map(([one, other]) => (one < other ? { from: one, to: other } : { from: other, to: one }));

describe('days as numbers', () => {
  it('sort like days in writing', () => {
    fc.assert(
      fc.property(aDay, aDay, (a, b) => {
        expect(dayNumber(a) < dayNumber(b)).toBe(a < b);
      }),
    );
  });

  it('are kept for each record, with what is shorter than a year', () => {
    fc.assert(
      fc.property(fc.array(fc.array(aSpan, { maxLength: 3 }), { maxLength: 8 }), (records) => {
        const collecting = createDays();
        for (const spans of records) collecting.add(spans);
        const days = collecting.pack();
        for (const [record, spans] of records.entries()) {
          const kept = spans.map((_, i) => firstSpan(days, record) + i);
          expect(days.ends[record]).toBe(firstSpan(days, record) + spans.length);
          expect(kept.map((i) => [days.from[i], days.to[i], days.short[i]])).toEqual(
            spans.map((span) => [dayNumber(span.from), dayNumber(span.to), isShort(span) ? 1 : 0]),
          );
        }
      }),
    );
  });
});

it('a set of records holds each once, in the order they came, and nothing of the round before', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.nat(30)), { maxLength: 5 }), (rounds) => {
      const set = createRecordSet(31);
      for (const records of rounds) {
        set.clear();
        for (const record of records) set.add(record);
        expect(set.list).toEqual([...new Set(records)]);
      }
    }),
  );
});

it('a memory gives what would be computed, however small it is', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 2 })), fc.integer({ min: 1, max: 4 }), (words, most) => {
      const lengthOf = remember((word) => word.length, most);
      expect(words.map(lengthOf)).toEqual(words.map(({ length }) => length));
    }),
  );
});

it('what is noted on a word is told again, each thing in a place of its own', () => {
  let computed = 0;
  const lengthOf = noteOn(({ raw }) => {
    computed++;
    return raw.length;
  });
  const firstOf = noteOn(({ raw }) => raw.charAt(0));
  const tokens = tokenise('One two One');
  expect(tokens.map(lengthOf)).toEqual([3, 3, 3]);
  expect(tokens.map(firstOf)).toEqual(['O', 't', 'O']);
  expect(tokens.map(lengthOf)).toEqual([3, 3, 3]);
  // The same word is the same token, and is asked once.
  expect(computed).toBe(2);
});

it('the warm-up asks the base’s own asks, of all languages and from all over it, as they stand and otherwise, no more than it is told', () => {
  const questions = warmUpQuestions(base, 300);
  expect(questions).toHaveLength(300);
  // What is no question is asked more than once.
  expect(new Set(questions).size).toBeGreaterThan(280);
  const own = new Map(base.records.flatMap(({ id, asks }) => Object.entries(asks).flatMap(([language, all]) => all.map((ask) => [ask, { id, language }]))));
  const asWritten = questions.flatMap((question) => own.get(question) ?? []);
  expect(asWritten.length).toBeGreaterThan(15);
  expect(asWritten.length).toBeLessThan(60);
  const inside = questions.flatMap((question) => [...own].filter(([ask]) => question.includes(ask)).map(([, ask]) => ask));
  expect(new Set(inside.map(({ id }) => id)).size).toBeGreaterThan(base.records.length / 2);
  expect(new Set(inside.map(({ language }) => language)).size).toBeGreaterThan(4);
});

it.each(Object.keys(CONCEPTS))('no word of %s is both an idea and a function word: the idea would never be read', (language) => {
  const passedOver = new Set((STOPWORDS[language] ?? []).map(fold));
  const both = Object.values(CONCEPTS[language] ?? {}).flatMap((words) => words.filter((word) => passedOver.has(fold(word))));
  expect(both).toEqual([]);
});
