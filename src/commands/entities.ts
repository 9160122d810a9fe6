/** Which entity a typed or picked name means, and what to say when none or several may be meant. */
import { count } from '../base/count.ts';
import type { Base, Entity, FactRecord } from '../base/schema.ts';
import type { Compared } from '../replies/comparison.ts';
import { concerned } from '../replies/profile.ts';
import type { Reply } from '../replies/reply.ts';
import type { Context, Request, Suggestion } from './command.ts';
import { entitiesIn } from './filters/conditions.ts';
import type { Numbers } from './filters/facets.ts';
import { entityOffers, suggest } from './filters/suggest.ts';

const read = new WeakMap<Base, ReadonlyMap<string, Numbers>>();

/** Positions of the records in whose telling each entity has a part. */
function mentions({ base, search }: Context): ReadonlyMap<string, Numbers> {
  const known = read.get(base);
  if (known) return known;
  const found = new Map<string, number[]>([...base.entities.keys()].map((id) => [id, []]));
  base.records.forEach((record, number) => {
    for (const id of concerned(record, search.within)) found.get(id)?.push(number);
  });
  read.set(base, found);
  return found;
}

/** The records that concern an entity. */
export const recordsOf = (id: string, context: Context): FactRecord[] =>
  (mentions(context).get(id) ?? []).flatMap((number) => context.base.records[number] ?? []);

/** Names for what was typed so far, with how many records each concerns. */
export const suggestEntities = (typed: string, context: Context, locale?: string): Suggestion[] =>
  suggest(typed, entityOffers(context.base, mentions(context)), { locale });

/** The same for whoever is to stand beside another: not that one again, and while nothing is typed its like first. */
export function suggestBeside(other: string, typed: string, context: Context, { today, locale }: Pick<Request, 'today' | 'locale'>): Suggestion[] {
  const ids = new Set(other === '' ? [] : entitiesIn(other, context, today).flatMap((found) => found.ids));
  const typeOf = (id: string) => context.base.entities.get(id)?.type;
  const types = new Set([...ids].map(typeOf));
  const offers = entityOffers(context.base, mentions(context)).filter(({ value }) => !ids.has(value));
  const alike = typed === '' ? offers.filter(({ value }) => types.has(typeOf(value))) : [];
  return suggest(typed, alike.length > 0 ? alike : offers, { locale });
}

const nameLine = (entity: Entity, context: Context): string => `${entity.name} (${entity.type}) · ${count(recordsOf(entity.id, context).length, 'record')}`;

/** Most names offered in place of one that is unknown. */
const MOST_NEAR = 5;

/** Names near what was typed; for nothing typed, and for a country that is known to stand in no record, those with the most records. */
function nearLines(typed: string, context: Context): string[] {
  const near = typed === '' ? [] : suggestEntities(typed, context).slice(0, MOST_NEAR);
  if (near.length > 0) return ['Perhaps you mean:', ...near.map(({ name }) => name)];
  const most = suggestEntities('', context).slice(0, MOST_NEAR);
  return most.length === 0 ? [] : ['It has most on:', ...most.map(({ name }) => name)];
}

const unknown = (typed: string, context: Context, foreign: boolean): Reply => ({
  kind: 'notice',
  title: `The base has nothing on “${typed}”.`,
  lines: nearLines(foreign ? '' : typed, context),
});

/**
 * The entity that a name means, with its records; or what to say instead.
 * A name of several, such as a maker and its drone, is nobody's to guess.
 */
export function entityMeant(typed: string, context: Context, { today }: Pick<Request, 'today'>): Compared | Reply {
  const { entities } = context.base;
  const ids = [...new Set(entitiesIn(typed, context, today).flatMap((found) => found.ids))];
  const [entity, ...others] = ids.flatMap((id) => entities.get(id) ?? []);
  if (!entity) return typed === '' ? { kind: 'notice', title: 'Give a name.', lines: nearLines('', context) } : unknown(typed, context, ids.length > 0);
  if (others.length === 0) return { entity, records: recordsOf(entity.id, context) };
  return { kind: 'notice', title: `“${typed}” may mean several; name one of them:`, lines: [entity, ...others].map((one) => nameLine(one, context)) };
}

export const isReply = (found: Compared | Reply): found is Reply => 'kind' in found;
