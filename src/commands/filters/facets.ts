/** What options can pick records by, read once for each base: who stands in which role, the dates, the status. */
import { dateRange } from '../../base/dates.ts';
import { type Base, type FactRecord, isUnstated, type Stated, type Status } from '../../base/schema.ts';
import { fold } from '../../search/text.ts';
import type { Context } from '../command.ts';

/** Positions of records in the base, in its order. */
export type Numbers = readonly number[];

/** Options that name an entity. */
export type Role = 'supplier' | 'recipient' | 'system' | 'speaker' | 'topic';

/** First and last day, ISO 8601. */
export interface Days {
  from: string;
  to: string;
}

/** The records of one type by everything that an option may tell of them. */
export interface Facets {
  /** All records of the type. */
  all: Numbers;
  /** Records by entity; a region stands for its members, and a country for its companies and people. */
  roles: Readonly<Record<Role, ReadonlyMap<string, Numbers>>>;
  /** Records by the curators' topic words. */
  topics: ReadonlyMap<string, Numbers>;
  statuses: ReadonlyMap<Status, Numbers>;
  /** Days that a record's dates cover, by position; none when it is undated. */
  days: ReadonlyMap<number, readonly Days[]>;
  /** Records by each year they are of, the latest first, up to that of the latest source: what is still going on has no last one. */
  years: ReadonlyMap<string, Numbers>;
}

const stated = (ids: Stated<readonly string[]>): readonly string[] => (isUnstated(ids) ? [] : ids);

/** Who stands in which role of a record. */
const inRoles = (record: FactRecord): Partial<Record<Role, readonly string[]>> => {
  switch (record.type) {
    case 'deal':
      return { supplier: stated(record.supplier), recipient: stated(record.recipient), system: stated(record.systems) };
    case 'quote':
      return { speaker: stated(record.speaker), topic: record.about };
    case 'fact':
      return {};
  }
};

/** The days of every date a record has. */
function daysOf(record: FactRecord): Days[] {
  const dates = record.type === 'deal' ? [record.date, record.signed, record.delivered] : [record.date];
  return dates.flatMap((date) => (isUnstated(date) ? [] : [dateRange(date)]));
}

const push = <K>(map: Map<K, number[]>, key: K, number: number): void => {
  const known = map.get(key);
  if (known) known.push(number);
  else map.set(key, [number]);
};

/** Longest run of years that one record is listed under. */
const MOST_YEARS = 50;

function yearsOf(days: ReadonlyMap<number, readonly Days[]>, last: number): Map<string, number[]> {
  const years = new Map<string, number[]>();
  for (const [number, spans] of days) {
    const own = spans.flatMap(({ from, to }) => {
      const [first, end] = [Number(from.slice(0, 4)), Math.min(Number(to.slice(0, 4)), last)];
      return Array.from({ length: Math.min(Math.max(end - first + 1, 0), MOST_YEARS) }, (_, index) => String(first + index));
    });
    for (const year of new Set(own)) push(years, year, number);
  }
  return new Map([...years].sort(([a], [b]) => b.localeCompare(a)));
}

/** A topic word that is an entity's name stands for the entity. */
function topicsOf(record: FactRecord, base: Base): { words: string[]; ids: string[] } {
  const ids = record.topics.flatMap((topic) => entityNamed(base, topic) ?? []);
  return { words: record.topics.filter((topic) => entityNamed(base, topic) === undefined), ids: record.type === 'quote' ? ids : [] };
}

function readFacets({ base, search }: Context, type: FactRecord['type']): Facets {
  const all: number[] = [];
  const roles = { supplier: new Map(), recipient: new Map(), system: new Map(), speaker: new Map(), topic: new Map() } as Record<Role, Map<string, number[]>>;
  const topics = new Map<string, number[]>();
  const statuses = new Map<Status, number[]>();
  const days = new Map<number, Days[]>();
  base.records.forEach((record, number) => {
    if (record.type !== type) return;
    all.push(number);
    const told = topicsOf(record, base);
    for (const [role, ids] of Object.entries(inRoles(record)) as [Role, readonly string[]][]) {
      const all = role === 'topic' ? [...ids, ...told.ids] : ids;
      for (const id of new Set(all.flatMap((one) => [one, ...search.within(one)]))) push(roles[role], id, number);
    }
    for (const topic of new Set(told.words)) push(topics, topic, number);
    push(statuses, record.status, number);
    days.set(number, daysOf(record));
  });
  const last = Math.max(0, ...[...base.sources.values()].map(({ date }) => Number(date.slice(0, 4))));
  return { all, roles, topics, statuses, days, years: yearsOf(days, last) };
}

const read = new WeakMap<Base, Map<FactRecord['type'], Facets>>();

/** The facets of a base's records of one type. */
export function facetsOf(context: Context, type: FactRecord['type']): Facets {
  const known = read.get(context.base) ?? new Map<FactRecord['type'], Facets>();
  read.set(context.base, known);
  const facets = known.get(type) ?? readFacets(context, type);
  known.set(type, facets);
  return facets;
}

const named = new WeakMap<Base, ReadonlyMap<string, string | undefined>>();

/** The entity of exactly this name; none when several have it. */
export function entityNamed(base: Base, name: string): string | undefined {
  let names = named.get(base);
  if (!names) {
    const known = new Map<string, string | undefined>();
    for (const entity of base.entities.values()) known.set(fold(entity.name), known.has(fold(entity.name)) ? undefined : entity.id);
    names = known;
    named.set(base, names);
  }
  return names.get(fold(name));
}
