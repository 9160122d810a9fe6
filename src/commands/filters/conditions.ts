/** Options with their values → conditions on records. */
import { isOfSpan } from '../../base/dates.ts';
import type { Status } from '../../base/schema.ts';
import type { Reason } from '../../search/resolution.ts';
import type { Context, Request } from '../command.ts';
import { type Days, entityNamed, type Facets, type Numbers, type Role } from './facets.ts';
import { statusNamed } from './told.ts';

/** One thing that an option says of the records wanted. */
export interface Condition {
  option: string;
  /** What was understood, in words. */
  words: string;
  reason: Reason;
  /** Positions of the records for which it holds. */
  holds: ReadonlySet<number>;
}

type Reading = Condition | undefined;

/** Entities that a value names: the very one that was picked, else whatever the search reads in the words. */
export function entitiesIn(value: string, { base, search }: Context, today: string): { ids: readonly string[]; words: string }[] {
  const picked = base.entities.has(value) ? value : entityNamed(base, value);
  if (picked !== undefined) return [{ ids: [picked], words: search.nameOf(picked) ?? value }];
  return search.read(value, { today }).names.map(({ ids, said }) => ({ ids, words: (ids.length === 1 && search.nameOf(ids[0] ?? '')) || said }));
}

const collect = (lists: Iterable<Numbers | undefined>): Set<number> => {
  const all = new Set<number>();
  for (const list of lists) for (const number of list ?? []) all.add(number);
  return all;
};

/** `Iran or China`: of several names one is enough, as nobody can be all of them. */
export function entityCondition(role: Role, value: string, facets: Facets, context: Context, { today }: Pick<Request, 'today'>): Reading {
  const found = entitiesIn(value, context, today);
  if (found.length === 0) return undefined;
  const words = [...new Set(found.map((one) => one.words))].join(' or ');
  const holds = collect(found.flatMap(({ ids }) => ids.map((id) => facets.roles[role].get(id))));
  return { option: role, words, reason: { said: value, means: `${words} (${role})`, how: 'role' }, holds };
}

/** A record of a whole year is not known to be of one of its months. */
function isOf(days: Days, { from, to, month }: { from?: string; to?: string; month?: number }): boolean {
  if (from !== undefined && to !== undefined) return isOfSpan(days, { from, to });
  // A month of any year: both ends of a short span stand in it, or next to it.
  const at = `-${String(month).padStart(2, '0')}`;
  return (
    month !== undefined &&
    days.from.slice(0, 4) === days.to.slice(0, 4) &&
    (days.from.slice(4, 7) === at || days.to.slice(4, 7) === at) &&
    isOfSpan(days, { from: days.from, to: days.from })
  );
}

/** A year, or any date as people write it. */
export function dateCondition(value: string, facets: Facets, { search }: Context, { today }: Pick<Request, 'today'>): Reading {
  const { dates } = search.read(value, { today });
  if (dates.length === 0) return undefined;
  const words = dates.map((date) => date.words).join(' or ');
  const holds = new Set(facets.all.filter((number) => (facets.days.get(number) ?? []).some((days) => dates.some((date) => isOf(days, date)))));
  return { option: 'year', words, reason: { said: value, means: words, how: 'date' }, holds };
}

/** What the search calls the ideas that a status stands for. */
const BY_IDEA: Readonly<Record<string, Status>> = { unconfirmed: 'unconfirmed', confirm: 'confirmed', plan: 'planned', refuse: 'negative' };

/** The status that a value spells or means. */
export function statusIn(value: string, { search }: Context, today: string): Status | undefined {
  const spelt = statusNamed(value);
  if (spelt) return spelt;
  const ideas = search.read(value, { today }).words.flatMap((word) => word.ideas);
  return ideas.map((idea) => BY_IDEA[idea]).find((status) => status !== undefined);
}

export function statusCondition(value: string, facets: Facets, context: Context, { today }: Pick<Request, 'today'>): Reading {
  const status = statusIn(value, context, today);
  if (!status) return undefined;
  return { option: 'status', words: status, reason: { said: value, means: status, how: 'kind' }, holds: new Set(facets.statuses.get(status)) };
}

/** A quote's topic: one of the curators' own, or an entity that it is about. */
export function topicCondition(value: string, facets: Facets, context: Context, request: Pick<Request, 'today'>): Reading {
  const typed = value.toLowerCase();
  const topics = [...facets.topics.keys()].filter((topic) => topic.toLowerCase() === typed);
  if (topics.length === 0) return entityCondition('topic', value, facets, context, request);
  const holds = collect(topics.map((topic) => facets.topics.get(topic)));
  return { option: 'topic', words: topics[0] ?? value, reason: { said: value, means: topics[0] ?? value, how: 'word' }, holds };
}

/** Positions for which all of these conditions hold; none when there are no conditions. */
export function joined(conditions: readonly Condition[]): ReadonlySet<number> {
  const [first, ...others] = conditions.toSorted((a, b) => a.holds.size - b.holds.size);
  return new Set([...(first?.holds ?? [])].filter((number) => others.every(({ holds }) => holds.has(number))));
}
