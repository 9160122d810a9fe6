/** Tiny builders: a small invented base as its files, and what is made of them. */
import { stringify } from 'yaml';
import { type BaseFiles, type Draft, draftBase } from '../../src/base/draft.ts';
import { hashSnapshot, normaliseSnapshot, openSnapshot, wordsOf } from '../../src/base/passages.ts';

type Fields = Record<string, unknown>;

/** Block 1 is a headline; the text proper is blocks 2 to 4. */
export const TEXT = `Machines between Country A and Country B

Country A bought ten machines from Country B in May 2020. Country C bought none at all.

Speaker A said: “We are very glad of the machines.” The price might rise in 2021.

The machines are painted green. Country A might consider buying more of the machines.

Related: nothing of note`;

export const citation = (fields: Fields = {}): Fields => ({ source: 'source-a', paragraph: 1, exact: 'Country A bought ten machines', ...fields });

const record = (fields: Fields): Fields => ({
  status: 'confirmed',
  date: 'not stated',
  citations: [citation()],
  verified: { by: 'Curator A', on: '2024-01-01' },
  ...fields,
});

export const deal = (fields: Fields = {}): Fields => ({
  id: 'deal-a',
  summary: 'Country A took ten machines of Country B.',
  kind: 'sale',
  supplier: ['country-b'],
  recipient: ['country-a'],
  maker: 'not stated',
  systems: 'not stated',
  ordered: '10',
  value: 'not stated',
  signed: { on: '2020-05', precision: 'month' },
  delivered: 'not stated',
  ...record(fields),
});

export const quote = (fields: Fields = {}): Fields => ({
  id: 'quote-a',
  summary: 'Speaker A is pleased with what was bought.',
  speaker: ['speaker-a'],
  role: 'not stated',
  form: 'direct',
  words: 'We are very glad of the machines.',
  venue: 'not stated',
  ...record({ status: 'reported', citations: [citation({ paragraph: 2, exact: 'Speaker A said: “We are very glad of the machines.”' })], ...fields }),
});

export const fact = (fields: Fields = {}): Fields => ({
  id: 'fact-a',
  summary: 'Green is the colour of the machines.',
  kind: 'statement',
  about: ['country-a'],
  ...record({ citations: [citation({ paragraph: 3, exact: 'machines are painted green' })], ...fields }),
});

export const source = (fields: Fields = {}): Fields => {
  const bounds = { body: { first: 2, last: 4 }, language: 'en' };
  return {
    id: 'source-a',
    type: 'report',
    title: 'Machines',
    publisher: 'Publisher A',
    date: '2020-06-01',
    url: 'https://source-a.example/machines',
    accessed: '2024-01-01',
    sha256: hashSnapshot(normaliseSnapshot(TEXT)),
    words: wordsOf(openSnapshot(TEXT, bounds)),
    ...bounds,
    ...fields,
  };
};

export const entity = (id: string, fields: Fields = {}): Fields => ({ id, type: 'country', name: id, ...fields });

export interface Parts {
  info?: Fields;
  sources?: Fields[];
  entities?: Fields[];
  deals?: Fields[];
  quotes?: Fields[];
  facts?: Fields[];
}

/** The files of a base; sound unless a part says otherwise. */
export function files({ info = {}, sources = [source()], entities, deals = [], quotes = [], facts = [] }: Parts = {}): Required<BaseFiles> {
  const known = entities ?? [
    entity('country-a', { name: 'Country A', aliases: ['Aland'] }),
    entity('country-b'),
    entity('country-c'),
    entity('speaker-a', { type: 'person', name: 'Speaker A' }),
  ];
  return {
    'base.yaml': stringify({ id: 'base-a', title: 'Base A', description: 'Invented.', revised: '2024-01-01', ...info }),
    'sources.yaml': stringify(sources),
    'entities.yaml': stringify(known),
    'deals.yaml': stringify(deals),
    'quotes.yaml': stringify(quotes),
    'facts.yaml': stringify(facts),
  };
}

/** A draft of sound parts. @throws Error with the problems when they are not. */
export function draft(parts: Parts = {}): Draft {
  const drafted = draftBase(files(parts));
  if ('draft' in drafted) return drafted.draft;
  throw new Error(JSON.stringify(drafted.problems, null, 2));
}
