import { describe, expect, test } from 'vitest';
import type { FactRecord, Status } from '../../src/base/schema.ts';
import { recordLine, recordView } from '../../src/replies/record.ts';
import { aBase, aDeal, aFact, aQuote, TODAY } from '../build.ts';

const view = (record: FactRecord, more: FactRecord[] = []) => recordView(aBase([record, ...more]), record, TODAY);
const fieldsOf = (record: FactRecord) => Object.fromEntries(view(record).fields.map(({ name, value }) => [name, value]));

describe('a deal', () => {
  test('tells everything that a deal may state, and what is not stated', () => {
    expect(view(aDeal()).fields.map(({ name, value, unknown }) => [name, value, unknown])).toEqual([
      ['Supplier', 'Türkiye', false],
      ['Recipient', 'Kyrgyzstan', false],
      ['Maker', 'not stated', true],
      ['Systems', 'Anka', false],
      ['Ordered', 'not stated', true],
      ['Value', 'not disclosed', true],
      ['Date', 'January 2023', false],
      ['Signed', 'not stated', true],
      ['Delivered', 'not stated', true],
    ]);
  });

  const headings: [Partial<Parameters<typeof aDeal>[0]>, string][] = [
    [{}, 'Deal (sale): Türkiye to Kyrgyzstan'],
    [{ status: 'unconfirmed' }, 'Unconfirmed deal (sale): Türkiye to Kyrgyzstan'],
    [{ status: 'planned', kind: 'factory' }, 'Planned deal (factory): Türkiye to Kyrgyzstan'],
    [{ status: 'negative' }, 'No deal: Türkiye to Kyrgyzstan'],
    [{ kind: 'other', supplier: 'not stated' }, 'Deal to Kyrgyzstan'],
    [{ recipient: 'not stated' }, 'Deal (sale) from Türkiye'],
    [{ supplier: 'not stated', recipient: 'not disclosed' }, 'Deal (sale)'],
  ];
  test.each(headings)('%j is headed %s', (deal, heading) => expect(view(aDeal(deal)).heading).toBe(heading));

  test('never drops its hedge from the heading', () => {
    const hedged: Status[] = ['reported', 'unconfirmed', 'disputed', 'planned', 'assessment', 'negative'];
    for (const status of hedged) expect(view(aDeal({ status })).heading).not.toMatch(/^Deal/);
  });
});

describe('a quote', () => {
  test('that is direct has words to set in quotation marks, and their speaker', () => {
    expect(view(aQuote())).toMatchObject({ heading: 'Quote: Aibek Baryssov', words: { text: 'We are brotherly nations.', speaker: 'Aibek Baryssov' } });
  });

  test('that is paraphrased has none', () => {
    const paraphrase = view(aQuote({ form: 'paraphrased' }));
    expect(paraphrase).not.toHaveProperty('words');
    expect(paraphrase.heading).toBe('Paraphrase of Aibek Baryssov');
    expect(JSON.stringify(paraphrase.fields)).toContain('paraphrased by the source');
  });

  test('without a named speaker says so', () => {
    expect(view(aQuote({ speaker: 'not stated' })).words?.speaker).toBe('a speaker whom the source does not name');
    expect(fieldsOf(aQuote({ speaker: 'not stated' })).Speaker).toBe('not stated');
  });

  test('by somebody who is known by a role alone does not tell it twice', () => {
    expect(fieldsOf(aQuote()).Role).toBe('head of an association');
    expect(fieldsOf(aQuote({ role: 'not stated' })).Role).toBe('not stated');
    expect(fieldsOf(aQuote({ role: 'The aibek Baryssov' }))).not.toHaveProperty('Role');
  });
});

describe('a fact', () => {
  test('tells its figures as a sentence', () => {
    expect(fieldsOf(aFact()).Figure).toBe('29 countries have acquired Turkish drones');
    expect(fieldsOf(aFact({ figures: [{ value: 1250000, unit: 'US dollars' }] })).Figure).toBe('1,250,000 US dollars');
  });

  test('tells who did it and whom it is about, each once', () => {
    const fact = aFact({ kind: 'event', subject: ['kyrgyzstan'], object: ['tajikistan'], about: ['tajikistan', 'kyrgyzstan', 'turkiye'] });
    expect(fieldsOf(fact)).toMatchObject({ Who: 'Kyrgyzstan', About: 'Tajikistan and Türkiye' });
  });

  test('is headed by its kind and whom it is about', () => {
    expect(view(aFact()).heading).toBe('Figure');
    expect(view(aFact({ kind: 'assessment', subject: ['turkiye'] })).heading).toBe('Assessment: Türkiye');
    expect(view(aFact({ kind: 'statement', subject: ['turkiye', 'kyrgyzstan'] })).heading).toBe('Fact: Türkiye and Kyrgyzstan');
    expect(view(aFact({ kind: 'event', status: 'planned', subject: ['turkiye'] })).heading).toBe('Planned event: Türkiye');
    expect(view(aFact({ kind: 'figure', status: 'unconfirmed', subject: ['turkiye'] })).heading).toBe('Unconfirmed figure: Türkiye');
    expect(view(aFact({ kind: 'event', status: 'assessment', subject: [] })).heading).toBe('Assessment');
  });
});

test('every record carries its source, passage, paragraph and link', () => {
  const [cited] = view(aDeal()).cited;
  expect(cited).toEqual({
    source: {
      id: 'report-a',
      title: 'Turkish Drones to Draw Political Influences in the Caspian Region',
      authors: 'Meray Ozat',
      publisher: 'Caspian Policy Center',
      date: '31 July 2023',
      url: 'https://example.org/report-a',
    },
    passages: [{ exact: 'in January for Aksungur and Anka drones', paragraph: 6 }],
    link: 'https://example.org/report-a#:~:text=in%20January%20for%20Aksungur%20and%20Anka%20drones',
  });
});

test('what the source leaves at odds stands with the record', () => {
  const other = aDeal({ id: 'deal-b', status: 'unconfirmed' });
  expect(view(aDeal({ tension: ['deal-b'] }), [other]).tension).toEqual([recordLine(aBase([other]), other)]);
});

test('a review is overdue the day after it was due', () => {
  expect(view(aDeal({ review_by: TODAY })).review).toEqual({ by: '22 November 2026', overdue: false });
  expect(view(aDeal({ review_by: '2026-11-21' })).review?.overdue).toBe(true);
  expect(view(aDeal())).not.toHaveProperty('review');
});

test('a source without authors is told by its publisher', () => {
  const base = aBase([aFact({ status: 'assessment' })], { authors: [] });
  const record = base.records[0];
  expect(record && recordView(base, record, TODAY).status.label).toBe('Assessment by Caspian Policy Center');
});
