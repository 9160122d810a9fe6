/** Bases for pictures: any number of deals and events, between made-up parties, the same for the same seed. */
import type { Base, Deal, Entity, Fact, FactDate, FactRecord, Status } from '../../src/base/schema.ts';
import { aBase, aDeal, aFact, anEntity } from '../build.ts';

/** Numbers from 0 up to 1 (mulberry32), so that a failing base can be had again. */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Names short and long, in the letters that a base may hold. */
const NAMES = [
  'Chad',
  'Türkiye',
  'Kyrgyzstan',
  'United Arab Emirates',
  'Қазақстан',
  'Saint Vincent and the Grenadines',
  'Azərbaycan',
  'Perú',
  'საქართველო',
  'Oʻzbekiston',
];
const STATUSES: readonly Status[] = ['confirmed', 'confirmed', 'confirmed', 'reported', 'unconfirmed', 'disputed', 'planned', 'assessment', 'negative'];
const KINDS: readonly Deal['kind'][] = ['sale', 'supply', 'co-production', 'factory', 'service', 'negotiation', 'other'];

export interface Wanted {
  deals: number;
  events?: number;
  parties?: number;
  seed?: number;
  /** First year, and how many. */
  years?: readonly [number, number];
}

function dateOf(random: () => number, [first, count]: readonly [number, number]): FactDate {
  const year = String(first + Math.floor(random() * count)).padStart(4, '0');
  const month = `${year}-${String(1 + Math.floor(random() * 12)).padStart(2, '0')}`;
  const kind = random();
  if (kind < 0.25) return { on: year, precision: 'year' };
  if (kind < 0.6) return { on: month, precision: 'month' };
  if (kind < 0.65) return { on: year, precision: 'year', as_stated: `since ${year}` };
  if (kind < 0.75) return { on: `${year}-01`, until: `${year}-04`, precision: 'about', as_stated: `early ${year}` };
  return { on: `${month}-${String(1 + Math.floor(random() * 28)).padStart(2, '0')}`, precision: 'day' };
}

/** A base of generated deals and events. */
export function generated({ deals, events = 0, parties = 8, seed = 1, years = [2019, 5] }: Wanted): Base {
  const random = randomOf(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const countries = Array.from({ length: parties }, (_, index) =>
    anEntity({ id: `c${index}`, name: `${NAMES[index % NAMES.length]}${index < NAMES.length ? '' : ` ${index}`}` }),
  );
  const systems = ['Bayraktar TB2', 'Ababil-2', 'X'].map((name, index) => anEntity({ id: `s${index}`, name, type: 'system' }));
  const some = (from: readonly Entity[]) => (random() < 0.06 ? ('not stated' as const) : random() < 0.06 ? [pick(from).id, pick(from).id] : [pick(from).id]);
  const when = () => (random() < 0.1 ? ('not stated' as const) : dateOf(random, years));
  const made: FactRecord[] = [
    ...Array.from({ length: deals }, (_, index) =>
      aDeal({
        id: `deal-${index}`,
        status: pick(STATUSES),
        kind: pick(KINDS),
        supplier: some(countries.slice(0, Math.ceil(parties / 2))),
        recipient: some(countries),
        systems: random() < 0.5 ? 'not stated' : [pick(systems).id],
        date: when(),
      }),
    ),
    ...Array.from(
      { length: events },
      (_, index): Fact => aFact({ id: `event-${index}`, kind: 'event', status: pick(STATUSES), subject: [pick(countries).id], date: when() }),
    ),
  ];
  const base = aBase(made);
  return { ...base, entities: new Map([...base.entities, ...[...countries, ...systems].map((entity) => [entity.id, entity] as const)]) };
}
