import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { STATUSES } from '../../../src/base/schema.ts';
import { answer } from '../../../src/replies/answer.ts';
import type { Reply } from '../../../src/replies/reply.ts';
import { numbered, render, renderReasons } from '../../../src/surfaces/terminal/render.ts';
import { columnsOf } from '../../../src/surfaces/terminal/text.ts';
import { anyLetter } from '../../any-text.ts';
import { aBase, aDeal, aFact, aMatch, aQuote, nothing, TODAY } from '../../build.ts';

const wide = { columns: 80, colour: false };
const records = [aDeal({ note: 'No price is named.', review_by: '2026-01-01', tension: ['fact-a'] }), aQuote(), aFact()];
const base = aBase(records);
const matches = [aMatch(records[0] ?? aDeal(), { corrections: ['You said 7; the source says 5.'] }), aMatch(aQuote())] as [
  ReturnType<typeof aMatch>,
  ...ReturnType<typeof aMatch>[],
];
const replies: Reply[] = [
  answer(base, { kind: 'answer', list: false, matches }, { today: TODAY }),
  answer(base, { kind: 'answer', list: true, matches }, { today: TODAY }),
  answer(base, { kind: 'closest', why: ['The base has no such deal.'], matches }, { today: TODAY }),
  answer(base, nothing, { today: TODAY }),
  { kind: 'notice', title: 'There is no command “x”.', lines: ['/ask: Ask'] },
];
const [recordReply, listReply, closestReply, nothingReply] = replies as [Reply, Reply, Reply, Reply];
const isAddress = (line: string) => /^https?:\/\/\S+$/.test(line);

test('a record is told in the order in which it is needed', () => {
  const text = render(recordReply, wide);
  const parts = [
    '! You said 7; the source says 5.',
    'Deal (sale): Türkiye to Kyrgyzstan',
    '✓ Confirmed · January 2023',
    'The source states this as fact.',
    'Kyrgyzstan bought Anka drones.',
    '│ in January for Aksungur and Anka drones',
    '— Meray Ozat, Turkish Drones',
    'paragraph 6',
    'https://example.org/report-a#:~:text=in%20January',
    'Recipient  Kyrgyzstan',
    'Value      not disclosed',
    'Note  No price is named.',
    'has been due since 1 January 2026',
    'At odds with this',
    'Next best',
    'Record deal-a',
  ];
  const places = parts.map((part) => text.indexOf(part));
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});

test('why it matched is told when asked, in words', () => {
  expect(render(recordReply, wide)).not.toContain('kirgizistan');
  expect(render(recordReply, { ...wide, why: true })).toContain('Why it matched\n  “kirgizistan” → Kyrgyzstan (spelt nearly so)');
  expect(renderReasons(recordReply, wide)).toContain('kirgizistan');
});

test('the closest records are plainly no answer', () => {
  const text = render(closestReply, wide);
  expect(text.startsWith('No sourced fact answers this.\nWhy the closest record does not:\n  · The base has no such deal.\n')).toBe(true);
  expect(text).toContain('\n\nThe closest records, which are not an answer\n\n 1  Deal');
});

test('one closest record is one', () => {
  const one = answer(base, { kind: 'closest', why: ['It is not of 2021.'], matches: [aMatch(aDeal())] }, { today: TODAY });
  expect(render(one, wide)).toContain('\nWhy the closest record does not:\n  · It is not of 2021.\n\nThe closest record, which is not an answer\n');
});

test('under a refusal nothing is said to have matched', () => {
  for (const text of [render(closestReply, { ...wide, why: true }), renderReasons(closestReply, wide)]) {
    expect(text).toContain('What led to the closest record\n  “kirgizistan”');
    expect(text).not.toMatch(/matched/i);
  }
});

test('nothing helps to ask again', () => {
  expect(render(nothingReply, wide)).toContain('  · Which drones did Kyrgyzstan buy in January 2023?');
});

test('numbers stand for the records shown, in order', () => {
  expect(numbered(recordReply)).toEqual(['fact-a', 'quote-a']);
  expect(numbered(listReply)).toEqual(['deal-a', 'quote-a']);
  expect(numbered(closestReply)).toEqual(['deal-a', 'quote-a']);
  for (const [index, id] of numbered(listReply).entries()) expect(render(listReply, wide)).toMatch(new RegExp(`^ ${index + 1}  [\\s\\S]*${id}$`, 'm'));
});

test.each([...STATUSES])('%s is told in words, without colour', (status) => {
  const record = aDeal({ status });
  const text = render(answer(aBase([record]), { kind: 'answer', list: false, matches: [aMatch(record)] }, { today: TODAY }), wide);
  expect(text).toMatch(new RegExp(status, 'i'));
});

describe('quotation marks', () => {
  const shown = (quote: Parameters<typeof aQuote>[0]) => {
    const record = aQuote(quote);
    return render(answer(aBase([record]), { kind: 'answer', list: false, matches: [aMatch(record)] }, { today: TODAY }), wide);
  };

  test('hold a speaker’s own words', () => {
    expect(shown({})).toContain('  “We are brotherly nations.”\n  — Aibek Baryssov');
  });

  test('hold no paraphrase', () => {
    const citations = [{ source: 'report-a', paragraph: 8, exact: 'readiness to continue cooperating' }];
    expect(shown({ form: 'paraphrased', words: 'readiness to continue cooperating', citations })).not.toMatch(/[“”"]/);
  });
});

test('lines fit the window, but for addresses, which stand alone and whole', () => {
  fc.assert(
    fc.property(fc.integer({ min: 20, max: 200 }), fc.constantFrom(...replies), fc.boolean(), (columns, reply, why) => {
      for (const line of render(reply, { columns, colour: false, why }).split('\n')) if (!isAddress(line)) expect(columnsOf(line)).toBeLessThanOrEqual(columns);
    }),
  );
});

test('colour changes nothing but colour', () => {
  for (const reply of replies) {
    const coloured = render(reply, { columns: 60, colour: true, why: true });
    expect(coloured).toContain('\u001b[');
    expect(stripVTControlCharacters(coloured)).toBe(render(reply, { columns: 60, colour: false, why: true }));
  }
});

test('no text of a record reaches the terminal as a command, however it is made', () => {
  fc.assert(
    fc.property(fc.string({ unit: anyLetter, minLength: 12 }), (hostile) => {
      const record = aDeal({ summary: hostile, note: hostile, ordered: hostile, citations: [{ source: 'report-a', paragraph: 1, exact: hostile }] });
      const reply = answer(
        aBase([record]),
        { kind: 'answer', list: true, matches: [aMatch(record, { corrections: [hostile] }), aMatch(record)] },
        { today: TODAY },
      );
      const one = answer(aBase([record]), { kind: 'answer', list: false, matches: [aMatch(record, { corrections: [hostile] })] }, { today: TODAY });
      for (const text of [render(reply, wide), render(one, wide)]) expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
    }),
  );
});
