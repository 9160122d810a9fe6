/**
 * Invented bases of any size: the world's real countries, generated companies, systems and people, and deals, quotes and facts
 * among them, unevenly as in life. Every name and event is made up. The same seed gives the same base.
 */
import type { Base, Citation, Deal, Entity, Fact, FactDate, FactRecord, Quote, Source } from '../src/base/schema.ts';
import { monthName } from '../src/search/when/span.ts';
import { COUNTRIES, ENGLISH } from '../src/search/words/index.ts';
import { createRandom, type Random, shuffled, zipf } from './random.ts';

const SYLLABLE = {
  starts: ['b', 'k', 't', 'r', 's', 'm', 'n', 'd', 'g', 'z', 'v', 'h', 'sh', 'kr', 'tr', 'br', 'al', 'ar', 'or'],
  vowels: ['a', 'e', 'i', 'o', 'u', 'ai'],
  ends: ['n', 'r', 'l', 'k', 's', 't', 'm', ''],
} as const;
const COMPANY_KINDS = ['Defence', 'Aerospace', 'Systems', 'Industries', 'Dynamics', 'Makina', 'Avionics', 'Group'] as const;
const GIVEN_NAMES =
  'Aibek Aliya Anar Arman Asel Azamat Bakyt Boris Daniyar Dilara Elena Emre Farid Fatima Gulnara Hakan Ilham Irina Kamila Kemal Leyla Marat Mehmet Murat Nadia Nargiza Nurlan Oleg Omar Rashid Rustam Samira Selim Serik Sofia Talgat Timur Ulan Vera Yusuf Zarina Zeynep'.split(
    ' ',
  );
const SURNAME_ENDINGS = ['ov', 'ev', 'yan', 'li', 'sen', 'oglu', 'ez', 'adze', 'enko', 'bayev'] as const;
const GOODS = ['drones', 'missiles', 'vehicles', 'helicopters', 'radars'] as const;
const BOUGHT = ['bought', 'ordered', 'received', 'acquired', 'purchased'] as const;
const TELLERS = ['the ministry', 'a press release', 'officials', 'a local daily', 'two people familiar with the matter'] as const;
const OFFICES = ['minister of defence', 'chief executive', 'spokesperson', 'ambassador', 'chief of staff'] as const;
const HOW_MANY = { families: 500, companies: 300, people: 3000 } as const;
/** Nouns that a policy paper may be about: abstract ones. */
const ABSTRACT = /^[a-z]{2,9}(?:tion|sion|ment|ance|ence|ship|ism|ity|ics|logy)$/;
const RECORDS_A_SOURCE = 25;
const VERIFIED = { by: 'Bench', on: '2026-01-01' } as const;

/** One flat string: templates leave V8 a tree of pieces, which would be counted as the first reader's memory. */
const flat = (text: string): string => Buffer.from(text).toString();
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
const idOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** Fills a list with different things. */
function distinct(count: number, make: () => string, taken: Set<string> = new Set()): string[] {
  const made: string[] = [];
  while (made.length < count) {
    const item = make();
    if (taken.has(item)) continue;
    taken.add(item);
    made.push(item);
  }
  return made;
}

const entity = (type: Entity['type'], name: string, more: Partial<Entity> = {}): Entity => ({
  id: idOf(name),
  type,
  name,
  aliases: [],
  members: [],
  of: [],
  ...more,
});

function countries(): Entity[] {
  const english = new Intl.DisplayNames(['en'], { type: 'region' });
  return Object.entries(COUNTRIES).map(([iso, { capital = [], demonym = [] }]) => {
    const aliases = [...capital, ...demonym].filter((alias) => /^[A-Z][A-Za-z' -]+$/.test(alias));
    return entity('country', english.of(iso) ?? iso, { iso, aliases });
  });
}

/** Names of one family of systems: `Karvan`; `Karvan-1`, `Karvan-2`; `TK 40`, `TK 60`; `Sortek Mk2`. */
function family(stem: string, random: Random): string[] {
  const shape = random.next();
  if (shape < 0.4) return [stem];
  const members = 1 + random.below(4);
  if (shape < 0.7) return Array.from({ length: members }, (_, i) => `${stem}-${i + 1}`);
  if (shape < 0.85) return Array.from({ length: members }, (_, i) => `${stem} Mk${i + 1}`);
  return Array.from({ length: members }, (_, i) => `${stem.slice(0, 2).toUpperCase()} ${(i + 2) * 20}`);
}

/** Everybody and everything a base of any size may name. */
interface World {
  countries: readonly Entity[];
  companies: readonly Entity[];
  systems: readonly Entity[];
  people: readonly Entity[];
  /** Ordinary English nouns, for what quotes and facts are about. */
  topics: readonly string[];
}

function createWorld(seed: number): World {
  const random = createRandom(seed);
  const syllable = () => random.pick(SYLLABLE.starts) + random.pick(SYLLABLE.vowels) + random.pick(SYLLABLE.ends);
  const taken = new Set([...ENGLISH.nouns, ...ENGLISH.others].map(capital));
  const name = () => capital(syllable() + syllable() + (random.chance(0.4) ? syllable() : ''));
  const stems = distinct(HOW_MANY.families, name, taken).filter((stem) => stem.length > 4);
  const systems = [...new Set(stems.flatMap((stem) => family(stem, random)))];
  const companies = distinct(HOW_MANY.companies, name, taken).map((stem) => `${stem} ${random.pick(COMPANY_KINDS)}`);
  const people = distinct(HOW_MANY.people, () => `${random.pick(GIVEN_NAMES)} ${capital(syllable() + syllable())}${random.pick(SURNAME_ENDINGS)}`);
  const world = countries();
  return {
    countries: shuffled(world, random),
    companies: companies.map((company) => entity('company', company, { aliases: company.split(' ').slice(0, 1) })),
    systems: shuffled(
      systems.map((system) => entity('system', system)),
      random,
    ),
    people: people.map((person) => entity('person', person)),
    topics: shuffled(
      [...ENGLISH.nouns].filter((noun) => ABSTRACT.test(noun)),
      random,
    ),
  };
}

/** Draws a base's parts as often as they occur. */
interface Draws {
  random: Random;
  country(): Entity;
  company(): Entity;
  system(): Entity;
  person(): Entity;
  topics(count: number): string[];
}

function drawsFrom(world: World, random: Random): Draws {
  const [country, company, system] = [zipf(world.countries, 0.9), zipf(world.companies, 0.8), zipf(world.systems, 0.8)];
  const [person, topic] = [zipf(world.people, 0.7), zipf(world.topics, 0.9)];
  return {
    random,
    country: () => country(random),
    company: () => company(random),
    system: () => system(random),
    person: () => person(random),
    topics: (count) => Array.from({ length: count }, () => topic(random)),
  };
}

/** A month of 1995 to 2024, later ones more often. */
function someDate(random: Random): FactDate {
  const year = 1995 + Math.floor(Math.sqrt(random.next()) * 30);
  return { on: `${year}-${String(1 + random.below(12)).padStart(2, '0')}`, precision: 'month' };
}
const inWords = ({ on }: FactDate): string => `${monthName(Number(on.slice(5)))} ${on.slice(0, 4)}`;

const common = (id: string, date: FactRecord['date'], passage: string, source: string, asks: readonly string[]) => ({
  id,
  date,
  about: [] as string[],
  topics: [] as string[],
  figures: [],
  citations: [{ source, paragraph: 1, exact: flat(passage) } satisfies Citation],
  asks: { en: asks.map(flat) },
  related: [],
  tension: [],
  verified: VERIFIED,
});

/** Two countries that are not the same. */
function twoCountries({ country }: Draws): [Entity, Entity] {
  const one = country();
  for (;;) {
    const other = country();
    if (other !== one) return [one, other];
  }
}

function someDeal(number: number, source: string, draws: Draws): Deal {
  const { random } = draws;
  const [giver, taker] = twoCountries(draws);
  const [company, system] = [draws.company(), draws.system()];
  const [count, goods, date] = [2 + random.below(60), random.pick(GOODS), someDate(random)];
  const passage = `According to ${random.pick(TELLERS)}, ${company.name} of ${giver.name} will supply ${count} ${system.name} ${goods} to ${taker.name}, with ${draws.topics(3).join(', ')}.`;
  const asks = [`Which ${goods} did ${taker.name} buy from ${giver.name} in ${date.on.slice(0, 4)}?`, `${taker.name} ${system.name} purchase`];
  return {
    ...common(`deal-${number}`, date, passage, source, asks),
    type: 'deal',
    kind: random.pick(['sale', 'sale', 'sale', 'supply', 'co-production']),
    status: random.pick(['confirmed', 'confirmed', 'reported', 'reported', 'unconfirmed', 'planned']),
    summary: flat(`${taker.name} ${random.pick(BOUGHT)} ${count} ${system.name} ${goods} from ${giver.name} in ${inWords(date)}.`),
    supplier: [giver.id, company.id],
    recipient: [taker.id],
    maker: [company.id],
    systems: [system.id],
    ordered: String(count),
    value: random.chance(0.2) ? `${10 + random.below(900)} million dollars` : 'not stated',
    signed: date,
    delivered: 'not stated',
  };
}

function someQuote(number: number, source: string, draws: Draws): Quote {
  const { random } = draws;
  const [speaker, country, system] = [draws.person(), draws.country(), draws.system()];
  const [topic, date] = [draws.topics(2), someDate(random)];
  const words = flat(`We consider the ${topic.join(' and the ')} no less than the ${draws.topics(4).join(', ')}`);
  const role = `${random.pick(OFFICES)} of ${country.name}`;
  return {
    ...common(`quote-${number}`, date, `“${words},” said ${speaker.name}, ${role}, in ${date.on.slice(0, 4)}.`, source, [
      `What did ${speaker.name} say about ${topic.join(' and ')}?`,
      `${speaker.name} on the ${system.name} ${topic[0] ?? ''}`,
    ]),
    type: 'quote',
    status: 'reported',
    summary: flat(`${speaker.name} of ${country.name} speaks of ${topic.join(' and ')} and of the ${system.name}.`),
    about: [country.id, system.id],
    topics: topic,
    speaker: [speaker.id],
    role,
    form: random.chance(0.6) ? 'direct' : 'paraphrased',
    words,
    venue: 'not stated',
  };
}

function someFact(number: number, source: string, draws: Draws): Fact {
  const { random } = draws;
  const [subject, object] = twoCountries(draws);
  const topic = draws.topics(2);
  const passage = `The ${draws.topics(5).join(', ')} in ${object.name} and the ${topic.join(' and ')} of ${subject.name}.`;
  return {
    ...common(`fact-${number}`, random.chance(0.5) ? someDate(random) : 'not stated', passage, source, [
      `How did ${subject.name} change the ${topic.join(' and ')} of ${object.name}?`,
      `${object.name} ${subject.name} ${topic[0] ?? ''}`,
    ]),
    type: 'fact',
    kind: random.pick(['figure', 'event', 'assessment', 'statement']),
    status: random.pick(['confirmed', 'reported', 'assessment', 'disputed']),
    summary: flat(`${subject.name} and ${object.name} share the ${topic.join(' and the ')} of ${draws.topics(3).join(', ')}.`),
    topics: topic,
    subject: [subject.id],
    object: [object.id],
  };
}

function someSource(number: number): Source {
  return {
    id: `source-${number}`,
    type: 'report',
    title: `Invented report ${number}`,
    authors: [],
    publisher: 'Bench',
    date: '2025-01-31',
    url: `https://example.org/${number}`,
    language: 'en',
    accessed: '2026-01-01',
    sha256: '0'.repeat(64),
    body: { first: 1, last: 1 },
    words: 1000,
    states_nothing: [],
  };
}

/** Shares of deals and of quotes; the rest are facts. */
const SHARE = { deal: 0.55, quote: 0.2 } as const;

/** A base of `size` records. */
export function syntheticBase(size: number, seed = 7): Base {
  const world = createWorld(seed);
  const draws = drawsFrom(world, createRandom(seed + 1));
  const [deals, quotes] = [Math.round(size * SHARE.deal), Math.round(size * SHARE.quote)];
  const records = Array.from({ length: size }, (_, number): FactRecord => {
    const source = `source-${Math.floor(number / RECORDS_A_SOURCE)}`;
    if (number < deals) return someDeal(number, source, draws);
    return number < deals + quotes ? someQuote(number, source, draws) : someFact(number, source, draws);
  });
  const sources = Array.from({ length: Math.ceil(size / RECORDS_A_SOURCE) }, (_, number) => someSource(number));
  const entities = [...world.countries, ...world.companies, ...world.systems, ...world.people];
  return {
    infos: [{ id: 'synthetic', title: 'Synthetic', description: 'Invented.', revised: '2026-01-01', asks: {}, regions: [] }],
    sources: new Map(sources.map((source) => [source.id, source])),
    entities: new Map(entities.map((item) => [item.id, item])),
    records,
    byId: new Map(records.map((record) => [record.id, record])),
    place: () => undefined,
  };
}
