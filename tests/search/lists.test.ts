/** Lists and comparisons over the shipped base, against a naive look through its records. */
import { describe, expect, it, test } from 'vitest';
import { type Deal, isUnstated } from '../../src/base/schema.ts';
import { ask, base, idsOf, recordsOf } from './shipped.ts';

const deals = base.records.filter((record): record is Deal => record.type === 'deal');
const receives = (country: string) => (deal: Deal) => deal.recipient.includes(country);
const sells = (country: string) => (deal: Deal) => deal.supplier.includes(country);

describe('a list', () => {
  test.each([
    ['all deals of Kyrgyzstan', 'kyrgyzstan'],
    ['list all drone deals with Tajikistan', 'tajikistan'],
    ['every deal of Kazakhstan', 'kazakhstan'],
    ['Kırgızistan’ın tüm anlaşmaları', 'kyrgyzstan'],
    ['все сделки Таджикистана', 'tajikistan'],
  ])('holds every deal in which the country receives: “%s”', (query, country) => {
    const resolution = ask(query);
    expect(resolution).toMatchObject({ kind: 'answer', list: true });
    expect(idsOf(resolution)).toEqual(expect.arrayContaining(deals.filter(receives(country)).map(({ id }) => id)));
  });

  test.each([
    ['who buys from Türkiye', 'turkiye'],
    ['which countries bought Turkish drones', 'turkiye'],
    ['who buys Iranian drones', 'iran'],
  ])('names every buyer: “%s”', (query, supplier) => {
    const resolution = ask(query);
    expect(resolution).toMatchObject({ kind: 'answer', list: true });
    const buyers = (some: readonly Deal[]) => new Set(some.flatMap(({ recipient }) => (isUnstated(recipient) ? [] : recipient)));
    const listed = buyers(recordsOf(resolution).filter((record): record is Deal => record.type === 'deal'));
    expect([...buyers(deals.filter(sells(supplier)).filter(({ status }) => status !== 'negative')).difference(listed)]).toEqual([]);
  });

  it('holds all the words of a speaker and nobody else’s first', () => {
    const resolution = ask('list all quotes of Baryssov', 'quote');
    expect(resolution).toMatchObject({ kind: 'answer', list: true });
    const theirs = base.records.filter((record) => record.type === 'quote' && record.speaker.includes('aibek-baryssov')).map(({ id }) => id);
    expect(theirs.length).toBeGreaterThan(1);
    expect(idsOf(resolution).slice(0, theirs.length).toSorted()).toEqual(theirs.toSorted());
  });

  it('starts with deals when deals are asked for', () => {
    for (const query of ['all deals of Kyrgyzstan', 'list all deals of 2023', 'every deal of Kazakhstan'])
      expect(recordsOf(ask(query))[0]?.type, query).toBe('deal');
  });

  it('of deals tells last what did not happen, unless that was asked', () => {
    for (const query of ['which countries bought TB2 in central asia', 'which countries bought Turkish drones']) {
      const negatives = recordsOf(ask(query)).map(({ status }) => status === 'negative');
      expect(negatives, query).toContain(true);
      expect(negatives.lastIndexOf(false), query).toBeLessThan(negatives.indexOf(true));
    }
    expect(recordsOf(ask('which countries did not buy Turkish drones'))[0]?.status).toBe('negative');
  });

  it('of deals of one status holds those and nothing but deals', () => {
    const resolution = ask('confirmed deals with Tajikistan');
    expect(idsOf(resolution)).toContain('tajikistan-began-buying-from-iran');
    for (const record of recordsOf(resolution)) expect([record.type, record.status]).toEqual(['deal', 'confirmed']);
  });

  it('of a year holds every deal of that year and none that is dated otherwise', () => {
    const resolution = ask('list all deals of 2023');
    expect(resolution).toMatchObject({ kind: 'answer', list: true });
    const of2023 = deals.filter(({ date }) => !isUnstated(date) && date.on.startsWith('2023'));
    expect(idsOf(resolution)).toEqual(expect.arrayContaining(of2023.map(({ id }) => id)));
    const otherwise = recordsOf(resolution).filter(({ date }) => !isUnstated(date) && date.on < '2023' && (date.until ?? date.on) < '2023');
    expect(otherwise.map(({ id }) => id)).toEqual([]);
  });

  it('is no list when one thing is asked for', () => {
    expect(ask('Which drones did Kyrgyzstan buy in January 2023?')).toMatchObject({ kind: 'answer', list: false });
  });
});

describe('a comparison', () => {
  const about = (country: string) => (id: string) => JSON.stringify(base.byId.get(id)).includes(`"${country}"`);

  test.each([
    ['compare Kazakhstan and Uzbekistan on Turkish drones', 'kazakhstan', 'uzbekistan'],
    ['Kazakhstan vs Uzbekistan drone purchases', 'kazakhstan', 'uzbekistan'],
    ['difference between Azerbaijan and Armenia: who supplies their drones?', 'azerbaijan', 'armenia'],
    ['сравни поставщиков дронов Кыргызстана и Таджикистана', 'kyrgyzstan', 'tajikistan'],
  ])('returns both sides among the first five: “%s”', (query, one, other) => {
    const resolution = ask(query);
    expect(resolution.kind).toBe('answer');
    const five = idsOf(resolution).slice(0, 5);
    expect(five.some(about(one))).toBe(true);
    expect(five.some(about(other))).toBe(true);
  });

  it('of who is supplied by whom returns a deal of each', () => {
    const five = recordsOf(ask('compare the drone suppliers of Kyrgyzstan and Tajikistan')).slice(0, 5);
    const recipients = five.flatMap((record) => (record.type === 'deal' && !isUnstated(record.recipient) ? record.recipient : []));
    expect(recipients).toEqual(expect.arrayContaining(['kyrgyzstan', 'tajikistan']));
  });

  test.each([
    ['a word of difference', 'How do Kazakhstan and Uzbekistan differ over Turkish drones?'],
    ['an ending that joins', 'Kazakistan’la Özbekistan’ın Türk İHA’larına bakışı nerede ayrılıyor?'],
  ])('told by %s returns each side first', (_, query) => {
    const resolution = ask(query);
    expect(resolution.kind).toBe('answer');
    const [first = '', second = ''] = idsOf(resolution);
    expect([about('kazakhstan')(first), about('uzbekistan')(first)].filter(Boolean)).toHaveLength(1);
    expect(about('kazakhstan')(first) ? about('uzbekistan')(second) : about('kazakhstan')(second)).toBe(true);
  });

  it('is what who asks of two in turn wants', () => {
    const five = idsOf(ask('Кого вооружает Турция, а кого Иран?')).slice(0, 5);
    expect(five.some(about('turkiye'))).toBe(true);
    expect(five.some(about('iran'))).toBe(true);
  });

  it('with a side that the base does not know is no answer', () => {
    expect(ask('compare Kazakhstan and Brazil on Turkish drones').kind).not.toBe('answer');
  });
});
