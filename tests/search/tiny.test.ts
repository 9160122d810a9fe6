/** The search over small invented bases: it knows what their files say and nothing of the shipped one. */
import { describe, expect, it, test } from 'vitest';
import type { Base, Entity, FactRecord, Source } from '../../src/base/schema.ts';
import type { Resolution, Search } from '../../src/search/resolution.ts';
import { createSearch } from '../../src/search/resolve.ts';
import { aBase, aDeal, aFact, anEntity, aQuote, TODAY } from '../build.ts';

const ENTITIES: readonly Entity[] = [
  anEntity({ id: 'veloria', name: 'Veloria', aliases: ['Velorian', 'Велория'] }),
  anEntity({ id: 'doristan', name: 'Doristan', aliases: ['Dori'] }),
  anEntity({ id: 'maravia', name: 'Maravia', aliases: ['Maravian'] }),
  anEntity({ id: 'kestria', name: 'Kestria' }),
  anEntity({ id: 'lumbra', name: 'Lumbra' }),
  anEntity({ id: 'orvik', name: 'Orvik Works', type: 'company', of: ['veloria'] }),
  anEntity({ id: 'zephyr', name: 'Zephyr-7', type: 'system', aliases: ['Zephyr'], of: ['orvik'] }),
  anEntity({ id: 'heron', name: 'Glass Heron', type: 'system' }),
  anEntity({ id: 'tovek', name: 'Ilmar Tovek', type: 'person', of: ['doristan'] }),
  anEntity({ id: 'sorel', name: 'Ane Sorel', type: 'person', of: ['maravia'] }),
];

const cited = (exact: string) => [{ source: 'report-a', paragraph: 1, exact }];
const bare: Pick<FactRecord, 'figures' | 'date'> = { figures: [], date: 'not stated' };

const RECORDS: readonly FactRecord[] = [
  aDeal({
    ...bare,
    id: 'dori-zephyr',
    asks: { en: ['When did Doristan get its gliders?', 'Velorian gliders for Doristan'] },
    summary: 'Doristan bought Zephyr-7 gliders from Veloria for 40 million dollars.',
    supplier: ['veloria', 'orvik'],
    recipient: ['doristan'],
    systems: ['zephyr'],
    value: '40 million dollars',
    date: { on: '2020-05', precision: 'month' },
    signed: { on: '2020-05', precision: 'month' },
    citations: cited('Doristan bought Zephyr-7 gliders in May 2020 for 40 million dollars'),
  }),
  aDeal({
    ...bare,
    id: 'kestria-heron',
    asks: { en: ['Is Kestria ordering Glass Herons?', 'Maravian aircraft for Kestria'] },
    status: 'unconfirmed',
    summary: 'Reports that nobody confirmed have Kestria ordering the Glass Heron from Maravia.',
    supplier: ['maravia'],
    recipient: ['kestria'],
    systems: ['heron'],
    value: 'not stated',
    date: { on: '2021', precision: 'year' },
    citations: cited('Kestria is rumoured to have ordered the Glass Heron in 2021'),
  }),
  aDeal({
    ...bare,
    id: 'lumbra-none',
    asks: { en: ['Does Lumbra fly Velorian gliders?', 'Lumbra Zephyr purchase'] },
    status: 'negative',
    summary: 'Lumbra has bought no Zephyr-7 gliders from Veloria.',
    supplier: ['veloria'],
    recipient: ['lumbra'],
    systems: ['zephyr'],
    value: 'not stated',
    citations: cited('Lumbra has bought no Zephyr-7 gliders'),
  }),
  aQuote({
    ...bare,
    id: 'tovek-lanterns',
    asks: { en: ['Who spoke of lanterns and storms?', 'Tovek on lanterns'] },
    summary: 'Ilmar Tovek says that lanterns outlast storms.',
    speaker: ['tovek'],
    words: 'Lanterns outlast every storm.',
    citations: cited('Tovek said: “Lanterns outlast every storm.”'),
  }),
  aQuote({
    ...bare,
    id: 'sorel-bridges',
    asks: { en: ['Who builds bridges, in Sorel’s words?', 'Ane Sorel neighbours'] },
    summary: 'Ane Sorel says that bridges are built by neighbours.',
    speaker: ['sorel'],
    words: 'Neighbours build the bridges.',
    citations: cited('Sorel said: “Neighbours build the bridges.”'),
  }),
  aFact({
    ...bare,
    id: 'harbour-casualties',
    asks: { en: ['How many people were hurt in the harbour?', 'harbour casualties 2019'] },
    summary: 'Twelve sailors were casualties in the harbour of Maravia.',
    about: ['maravia'],
    figures: [{ value: 12, unit: 'casualties', of: 'in the harbour' }],
    date: { on: '2019-03', precision: 'month' },
    citations: cited('twelve sailors were casualties in the harbour in March 2019'),
  }),
  aFact({
    ...bare,
    id: 'doristan-orchards',
    asks: { en: ['What grows along the border of Doristan?', 'Doristan orchards'] },
    summary: 'Doristan plants orchards along its border.',
    subject: ['doristan'],
    citations: cited('orchards are planted along the border of Doristan'),
  }),
  aFact({
    ...bare,
    id: 'kestria-salt',
    asks: { en: ['What does Kestria mine?', 'Kestrian salt mines'] },
    summary: 'Kestria mines salt.',
    subject: ['kestria'],
    citations: cited('Kestria has mined salt for ages'),
  }),
];

const aSmallBase = (records: readonly FactRecord[] = RECORDS, source: Partial<Source> = {}): Base => ({
  ...aBase(records, source),
  entities: new Map(ENTITIES.map((entity) => [entity.id, entity])),
});

const searchOf = (records?: readonly FactRecord[], source?: Partial<Source>): Search => createSearch(aSmallBase(records, source));
const small = searchOf();
const ask = (query: string, today = TODAY): Resolution => small.resolve(query, { today });
const first = (resolution: Resolution): string | undefined => ('matches' in resolution ? resolution.matches[0].record.id : undefined);

describe('a small base is searched by what its records say', () => {
  test.each([
    ['What did Veloria sell to Doristan?', 'dori-zephyr'],
    ['Zephyr gliders Doristan', 'dori-zephyr'],
    ['Who supplied Doristan with Zephyr-7?', 'dori-zephyr'],
    ['Doristan May 2020 purchase', 'dori-zephyr'],
    ['Did Kestria order the Glass Heron?', 'kestria-heron'],
    ['Tovek lanterns', 'tovek-lanterns'],
    ['who said that neighbours build bridges', 'sorel-bridges'],
    ['casualties in the harbour', 'harbour-casualties'],
    ['How many casualties were there in the harbour of Maravia?', 'harbour-casualties'],
    ['Kestria salt', 'kestria-salt'],
    ['Dorystan zefyr gliders', 'dori-zephyr'],
    ['Велория продала Doristan', 'dori-zephyr'],
  ])('“%s”', (query, id) => {
    const resolution = ask(query);
    expect(resolution.kind).toBe('answer');
    expect(first(resolution)).toBe(id);
  });
});

describe('a base whose records have no asks answers too', () => {
  const silent = searchOf(RECORDS.map((record) => ({ ...record, asks: {} })));

  test.each([
    ['What did Veloria sell to Doristan?', 'dori-zephyr'],
    ['Zephyr gliders Doristan', 'dori-zephyr'],
    ['Tovek lanterns', 'tovek-lanterns'],
    ['casualties in the harbour', 'harbour-casualties'],
    ['Kestria salt', 'kestria-salt'],
  ])('“%s”', (query, id) => {
    const resolution = silent.resolve(query, { today: TODAY });
    expect(resolution.kind).toBe('answer');
    expect(first(resolution)).toBe(id);
  });
});

describe('what a small base does not support is no answer', () => {
  test.each([
    ['the other direction', 'What did Doristan sell to Veloria?'],
    ['another year', 'Did Doristan buy Zephyr gliders in 2011?'],
    ['a pair without a deal', 'Did Maravia sell the Glass Heron to Doristan?'],
    ['a country it does not know', 'Did Norway buy the Zephyr-7?'],
    ['another speaker', 'Did Sorel say that lanterns outlast every storm?'],
    ['an unstated price', 'How much did Kestria pay for the Glass Heron?'],
    ['what only the shipped base knows', 'What did Kyrgyzstan buy in January 2023?'],
    ['nonsense', 'qwzx vbnmk plokij'],
  ])('%s: “%s”', (_, query) => {
    expect(ask(query).kind).not.toBe('answer');
  });

  it('and the reason of a wrong direction names both sides', () => {
    const resolution = ask('What did Doristan sell to Veloria?');
    expect(resolution).toMatchObject({ kind: 'closest' });
    expect(resolution.kind === 'closest' ? resolution.why.join(' ') : '').toMatch(/Doristan.*Veloria|Veloria.*Doristan/);
  });
});

it('a price that is stated is an answer', () => {
  const resolution = ask('How much did Doristan pay for the Zephyr gliders?');
  expect(resolution.kind).toBe('answer');
  expect(first(resolution)).toBe('dori-zephyr');
});

it('a negative corrects a false premise', () => {
  const resolution = ask('Which Zephyr gliders did Lumbra buy from Veloria?');
  expect(resolution.kind).toBe('answer');
  expect(first(resolution)).toBe('lumbra-none');
  expect('matches' in resolution ? resolution.matches[0].corrections : []).toEqual([expect.stringContaining('did not happen')]);
});

it('a number that differs is corrected', () => {
  const resolution = ask('Were there 30 casualties in the harbour of Maravia?');
  expect(first(resolution)).toBe('harbour-casualties');
  expect('matches' in resolution ? resolution.matches[0].corrections.join(' ') : '').toMatch(/30.*12 casualties/);
});

it('a relative date counts from today, else from the latest source', () => {
  expect(first(ask('What did Doristan buy last year?', '2021-06-01'))).toBe('dori-zephyr');
  const old = searchOf(RECORDS, { date: '2021-02-01' });
  expect(first(old.resolve('What did Doristan buy last year?', { today: '2040-01-01' }))).toBe('dori-zephyr');
});

describe('an ask', () => {
  it('finds its record by words that the record does not have', () => {
    const asked = RECORDS.map((record) => (record.id === 'kestria-salt' ? { ...record, asks: { en: ['What white mineral do they dig up?'] } } : record));
    expect(ask('what white mineral do they dig up').kind).not.toBe('answer');
    expect(first(searchOf(asked).resolve('which white mineral do they dig up', { today: TODAY }))).toBe('kestria-salt');
  });

  it('does not turn a record about', () => {
    const asked = RECORDS.map((record) => (record.id === 'dori-zephyr' ? { ...record, asks: { en: ['What did Veloria sell to Doristan?'] } } : record));
    expect(searchOf(asked).resolve('What did Doristan sell to Veloria?', { today: TODAY }).kind).not.toBe('answer');
  });
});

describe('an empty base', () => {
  test.each(['', 'Veloria', 'what did Veloria sell to Doristan last July?', 'compare Veloria and Doristan'])('resolves “%s” to nothing', (query) => {
    expect(searchOf([]).resolve(query, { today: TODAY })).toMatchObject({ kind: 'nothing', why: [expect.any(String)] });
  });

  it('of entities and sources too', () => {
    const bare: Base = { ...aBase([]), entities: new Map(), sources: new Map() };
    expect(createSearch(bare).resolve('anything last year', { today: TODAY }).kind).toBe('nothing');
  });
});

it('the order of the records does not change what is found', () => {
  const turned = searchOf(RECORDS.toReversed());
  for (const query of ['What did Veloria sell to Doristan?', 'Tovek lanterns', 'Kestria salt', 'casualties in the harbour'])
    expect(first(turned.resolve(query, { today: TODAY })), query).toBe(first(ask(query)));
});
