/** Tiny bases for tests: each builder makes the plainest valid thing, and takes what the test is about. */
import type { Base, BaseInfo, Deal, Entity, Fact, FactRecord, Quote, Source } from '../src/base/schema.ts';
import type { Context } from '../src/commands/command.ts';
import type { Match, Resolution, Search } from '../src/search/resolution.ts';
import { createSearch } from '../src/search/resolve.ts';

export const TODAY = '2026-11-22';

export const aSource = (source: Partial<Source> = {}): Source => ({
  id: 'report-a',
  type: 'report',
  title: 'Turkish Drones to Draw Political Influences in the Caspian Region',
  authors: [{ given: 'Meray', family: 'Ozat' }],
  publisher: 'Caspian Policy Center',
  date: '2023-07-31',
  url: 'https://example.org/report-a',
  language: 'en',
  accessed: '2026-11-22',
  sha256: '0'.repeat(64),
  body: { first: 1, last: 20 },
  words: 1700,
  complete: false,
  states_nothing: [],
  ...source,
});

export const anEntity = (entity: Partial<Entity> & Pick<Entity, 'id' | 'name'>): Entity => ({ type: 'country', aliases: [], members: [], of: [], ...entity });

const recordFields = {
  summary: 'Kyrgyzstan bought Anka drones.',
  status: 'confirmed',
  date: { on: '2023-01', precision: 'month' },
  about: [],
  topics: [],
  figures: [],
  citations: [{ source: 'report-a', paragraph: 6, exact: 'in January for Aksungur and Anka drones' }],
  asks: { en: ['Which drones did Kyrgyzstan buy in January 2023?'] },
  related: [],
  tension: [],
  verified: { by: 'Curators', on: '2026-11-22' },
} as const satisfies Partial<FactRecord>;

/** A copy that the test may change. */
const fresh = () => structuredClone(recordFields) as unknown as Pick<Deal, keyof typeof recordFields>;

export const aDeal = (deal: Partial<Deal> = {}): Deal => ({
  ...fresh(),
  id: 'deal-a',
  type: 'deal',
  kind: 'sale',
  supplier: ['turkiye'],
  recipient: ['kyrgyzstan'],
  maker: 'not stated',
  systems: ['anka'],
  ordered: 'not stated',
  value: 'not disclosed',
  signed: 'not stated',
  delivered: 'not stated',
  ...deal,
});

export const aQuote = (quote: Partial<Quote> = {}): Quote => ({
  ...fresh(),
  id: 'quote-a',
  type: 'quote',
  summary: 'Baryssov spoke of kinship.',
  status: 'reported',
  date: 'not stated',
  speaker: ['baryssov'],
  role: 'head of an association',
  form: 'direct',
  words: 'We are brotherly nations.',
  venue: 'not stated',
  citations: [{ source: 'report-a', paragraph: 11, exact: 'Baryssov said: “We are brotherly nations.”' }],
  asks: { en: ['Who said “brotherly nations”?'] },
  ...quote,
});

export const aFact = (fact: Partial<Fact> = {}): Fact => ({
  ...fresh(),
  id: 'fact-a',
  type: 'fact',
  kind: 'figure',
  summary: 'Twenty-nine countries have Turkish drones.',
  subject: [],
  object: [],
  figures: [{ value: 29, unit: 'countries', of: 'have acquired Turkish drones' }],
  citations: [{ source: 'report-a', paragraph: 1, exact: '29 countries have acquired Turkish drones' }],
  asks: { en: ['How many countries have Turkish drones?'] },
  ...fact,
});

const ENTITIES: readonly Entity[] = [
  anEntity({ id: 'turkiye', name: 'Türkiye' }),
  anEntity({ id: 'kyrgyzstan', name: 'Kyrgyzstan' }),
  anEntity({ id: 'tajikistan', name: 'Tajikistan' }),
  anEntity({ id: 'saudi-arabia', name: 'Saudi Arabia' }),
  anEntity({ id: 'anka', name: 'Anka', type: 'system' }),
  anEntity({ id: 'baryssov', name: 'Aibek Baryssov', type: 'person' }),
];

const INFO: BaseInfo = { id: 'drones', title: 'Drones', description: 'A test base.', revised: '2026-11-22', asks: {}, regions: [] };

export function aBase(records: readonly FactRecord[] = [aDeal(), aQuote(), aFact()], source: Partial<Source> = {}): Base {
  const sources = [aSource(source)];
  return {
    infos: [INFO],
    sources: new Map(sources.map((item) => [item.id, item])),
    entities: new Map(ENTITIES.map((item) => [item.id, item])),
    records,
    byId: new Map(records.map((record) => [record.id, record])),
    place: () => undefined,
  };
}

export const aMatch = (record: FactRecord, match: Partial<Match> = {}): Match => ({
  record,
  agreement: 1,
  reasons: [{ said: 'kirgizistan', means: 'Kyrgyzstan', how: 'spelling' }],
  corrections: [],
  ...match,
});

export const nothing: Resolution = { kind: 'nothing', why: ['None of these words is in the base.'] };

/** The base's own search, except that it resolves queries as told. */
export function aSearch(resolve: Search['resolve'], base: Base = aBase()): Search {
  let real: Search | undefined;
  const own = () => {
    real ??= createSearch(base);
    return real;
  };
  return {
    resolve,
    read: (...asked) => own().read(...asked),
    within: (id) => own().within(id),
    nameOf: (id) => own().nameOf(id),
    typeOf: (id) => own().typeOf(id),
  };
}

/** A context whose search answers each query as told, and everything else with nothing. */
export const aContext = (answers: Readonly<Record<string, Resolution>> = {}, base: Base = aBase()): Context => ({
  base,
  search: aSearch((query) => (Object.hasOwn(answers, query) ? (answers[query] ?? nothing) : nothing), base),
});

/** A base with the search that really belongs to it. */
export const aRealContext = (base: Base = aBase()): Context => ({ base, search: createSearch(base) });
