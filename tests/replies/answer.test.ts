import { describe, expect, test } from 'vitest';
import type { FactRecord } from '../../src/base/schema.ts';
import { answer } from '../../src/replies/answer.ts';
import { exampleAsks } from '../../src/replies/examples.ts';
import type { Resolution } from '../../src/search/resolution.ts';
import { aBase, aDeal, aFact, aMatch, aQuote, nothing, TODAY } from '../build.ts';

const base = aBase();
const options = { today: TODAY };

describe('an answer', () => {
  test('shows the best record and offers the next best', () => {
    const reply = answer(
      base,
      { kind: 'answer', list: false, matches: [aMatch(aDeal(), { corrections: ['You said 7; the source says 5.'] }), aMatch(aFact())] },
      options,
    );
    expect(reply).toMatchObject({ kind: 'record', record: { id: 'deal-a' }, corrections: ['You said 7; the source says 5.'], others: [{ id: 'fact-a' }] });
    expect(reply).not.toHaveProperty('aside');
  });

  test('does not offer again what it shows as at odds', () => {
    const deal = aDeal({ tension: ['fact-a'] });
    const reply = answer(aBase([deal, aFact()]), { kind: 'answer', list: false, matches: [aMatch(deal), aMatch(aFact())] }, options);
    expect(reply).toMatchObject({ record: { tension: [{ id: 'fact-a' }] }, others: [] });
  });

  test('that is a list shows every record, counted by type', () => {
    const reply = answer(base, { kind: 'answer', list: true, matches: [aMatch(aDeal()), aMatch(aFact()), aMatch(aQuote())] }, options);
    expect(reply).toMatchObject({
      kind: 'list',
      title: '3 records: 1 deal, 1 quote, 1 fact',
      records: [{ id: 'deal-a' }, { id: 'fact-a' }, { id: 'quote-a' }],
    });
    expect(answer(base, { kind: 'answer', list: true, matches: [aMatch(aDeal()), aMatch(aDeal({ id: 'deal-b' }))] }, options)).toMatchObject({
      title: '2 deal records',
    });
  });

  test('a list of one is a record', () => {
    expect(answer(base, { kind: 'answer', list: true, matches: [aMatch(aDeal())] }, options).kind).toBe('record');
  });

  test('to /quote with no quotation in it says whose words they are', () => {
    const reply = answer(base, { kind: 'answer', list: false, matches: [aMatch(aFact())] }, { ...options, preference: 'quote' });
    expect(reply).toMatchObject({ aside: 'This record is no quote: its passage is in the words of the source’s author, Meray Ozat.' });
  });
});

test('the closest records come with the reason why they are no answer', () => {
  const why: [string] = ['The base has no deal in which Kyrgyzstan supplies Türkiye.'];
  expect(answer(base, { kind: 'closest', why, matches: [aMatch(aDeal()), aMatch(aFact())] }, options)).toMatchObject({
    kind: 'closest',
    why,
    record: { id: 'deal-a' },
    others: [{ id: 'fact-a' }],
  });
});

test('nothing helps to ask again, with questions of the base itself', () => {
  const reply = answer(base, nothing, options);
  expect(reply).toMatchObject({
    kind: 'nothing',
    hints: ['Which drones did Kyrgyzstan buy in January 2023?', 'Who said “brotherly nations”?', 'How many countries have Turkish drones?'],
  });
});

test('examples are never repeated, and a base without asks has none', () => {
  expect(exampleAsks(aBase([aDeal(), aDeal({ id: 'deal-b' })]))).toHaveLength(1);
  expect(exampleAsks(aBase([aDeal({ asks: {} })]))).toEqual([]);
});

test('a list’s title tells how sure the source is of what it lists', () => {
  const list = (...records: FactRecord[]): Resolution => {
    const [first, ...rest] = records.map((record) => aMatch(record));
    if (!first) throw new Error('nothing to list');
    return { kind: 'answer', list: true, matches: [first, ...rest] };
  };
  const title = (...records: FactRecord[]) => {
    const reply = answer(aBase(records), list(...records), { today: TODAY });
    return reply.kind === 'list' ? reply.title : reply.kind;
  };
  const [sure, unsure, denied] = [aFact(), aFact({ id: 'fact-b', status: 'unconfirmed' }), aFact({ id: 'fact-c', status: 'negative' })];
  expect(title(sure, aFact({ id: 'fact-d' }))).toBe('2 facts');
  expect(title(unsure, denied)).toBe('2 facts: 1 unconfirmed, 1 negative');
  expect(title(aFact({ status: 'assessment' }), aFact({ id: 'fact-b', status: 'assessment' }))).toBe('2 facts: 2 assessments');
  expect(title(sure, aDeal({ status: 'unconfirmed' }))).toBe('2 records: 1 deal, 1 fact; 1 confirmed, 1 unconfirmed');
  expect(title(aQuote(), aQuote({ id: 'quote-b', form: 'paraphrased' }))).toBe('1 quote, 1 paraphrase');
  expect(title(...Array.from({ length: 25 }, (_, i) => aFact({ id: `fact-${i}` })))).toBe('The first 25 facts');
});
