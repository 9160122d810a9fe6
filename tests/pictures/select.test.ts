import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateRange } from '../../src/base/dates.ts';
import type { FactRecord } from '../../src/base/schema.ts';
import type { Filters } from '../../src/pictures/picture.ts';
import { partiesOf, selected, standingOf, whenOf, withParts } from '../../src/pictures/select.ts';
import { altOf, between, hedge, inWords, listed } from '../../src/pictures/wording.ts';
import { aDeal } from '../build.ts';
import { generated } from './bases.ts';
import { caspian } from './caspian.ts';

describe('what a picture draws', () => {
  it('draws talks and plans as not firm, and what did not happen as neither', () => {
    expect(standingOf({ status: 'confirmed', kind: 'sale' })).toBe('firm');
    expect(standingOf({ status: 'reported', kind: 'supply' })).toBe('firm');
    for (const status of ['unconfirmed', 'disputed', 'planned', 'assessment'] as const) expect(standingOf({ status, kind: 'sale' })).toBe('soft');
    expect(standingOf({ status: 'confirmed', kind: 'negotiation' })).toBe('soft');
    expect(standingOf({ status: 'negative', kind: 'negotiation' })).toBe('negative');
  });

  it('takes a region for its countries and a country for its companies', () => {
    const base = caspian();
    expect([...withParts(base, ['central-asia'])]).toEqual(['central-asia', 'kazakhstan', 'kyrgyzstan', 'tajikistan', 'uzbekistan']);
    expect(withParts(base, ['turkiye']).has('tusas')).toBe(true);
    expect(partiesOf(base, ['turkiye', 'tusas'])).toEqual(['turkiye']);
    expect(partiesOf(base, ['central-asia'])).toEqual(['central-asia']);
    expect(partiesOf(base, 'not stated')).toEqual([]);
  });

  it('takes the day of signing, or of delivery, for a deal without a date of its own', () => {
    expect(whenOf(aDeal({ date: 'not stated', signed: { on: '2023-07-18', precision: 'day' } }))?.on).toBe('2023-07-18');
    expect(whenOf(aDeal({ date: 'not stated', delivered: { on: '2024', precision: 'year' } }))?.on).toBe('2024');
    expect(whenOf(aDeal({ date: 'not stated' }))).toBeUndefined();
  });

  it('picks what one would pick by hand, whatever the options', () => {
    const base = generated({ deals: 60, events: 15, parties: 6, years: [2019, 4] });
    const id = fc.constantFrom('c0', 'c1', 'c2', 's0');
    const day = fc.constantFrom('2019-06-30', '2020-01-01', '2021-12-31', '2022-03-01');
    const filters: fc.Arbitrary<Filters> = fc.record(
      { names: fc.array(id, { minLength: 1 }), suppliers: fc.tuple(id), from: day, until: day },
      { requiredKeys: [] },
    );
    const naive = (record: FactRecord, { names, suppliers, from, until }: Filters): boolean => {
      if (record.type === 'quote') return false;
      const lists = record.type === 'deal' ? [record.supplier, record.recipient, record.maker, record.systems] : [record.subject, record.object, record.about];
      if (names && !names.some((name) => lists.some((list) => list.includes(name)))) return false;
      if (suppliers && !(record.type === 'deal' && suppliers.some((name) => record.supplier.includes(name)))) return false;
      const when = record.date === 'not stated' || record.date === 'not disclosed' ? undefined : dateRange(record.date);
      return (from === undefined || (when !== undefined && when.to >= from)) && (until === undefined || (when !== undefined && when.from <= until));
    };
    fc.assert(
      fc.property(filters, (given) => {
        expect(selected(base, given).map((record) => record.id)).toEqual(base.records.filter((record) => naive(record, given)).map((record) => record.id));
      }),
    );
  });
});

describe('what pictures say', () => {
  it('writes small numbers in words and lists with a last “and”', () => {
    expect([inWords(1), inWords(12), inWords(13)]).toEqual(['one', 'twelve', '13']);
    expect([listed([]), listed(['a']), listed(['a', 'b']), listed(['a', 'b', 'c']), listed(['a', 'b', 'c', 'd'], 3)]).toEqual([
      '',
      'a',
      'a and b',
      'a, b and c',
      'a, b and 2 more',
    ]);
  });

  it('says what is not stated of the parties', () => {
    expect(between(caspian(), aDeal({ supplier: 'not stated', recipient: ['kazakhstan'] }))).toBe('a supplier not stated to Kazakhstan');
  });

  it('hedges one of one, one of many and many', () => {
    const unsure = aDeal({ status: 'unconfirmed' });
    expect(hedge([aDeal()])).toBeUndefined();
    expect(hedge([unsure])).toBe('The one deal record is not stated as fact: it is unconfirmed.');
    expect(hedge([aDeal(), unsure])).toBe('One of the two deal records is not stated as fact: it is unconfirmed.');
    expect(hedge([unsure, aDeal({ status: 'assessment' })])).toBe(
      'None of the two deal records is stated as fact: one unconfirmed and one the author’s judgement.',
    );
  });

  it('describes in whole sentences, as far as there is room', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1, maxLength: 700 }), { minLength: 1 }), (sentences) => {
        const alt = altOf(sentences);
        expect(alt.length).toBeLessThanOrEqual(1024);
        expect(alt.startsWith(sentences[0]?.slice(0, 500) ?? '')).toBe(true);
        if (sentences.join(' ').length <= 900) expect(alt).toBe(sentences.join(' '));
      }),
    );
  });
});
