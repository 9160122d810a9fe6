/** Which entity a typed or picked name means, and what to say when none or several may be meant. */
import { count } from '../base/count.ts';
import type { Base, Entity, FactRecord } from '../base/schema.ts';
import type { Compared } from '../replies/comparison.ts';
import { concerned } from '../replies/profile.ts';
import type { Choice, Reply } from '../replies/reply.ts';
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

/** `Bayraktar TB2 (system)`; curators may have put the type into the name themselves. */
const typedName = ({ name, type }: Entity): string => (name.endsWith(`(${type})`) ? name : `${name} (${type})`);
const nameLine = (entity: Entity, context: Context): string => `${typedName(entity)} · ${count(recordsOf(entity.id, context).length, 'record')}`;

/** Most names offered in place of one that is unknown. */
const MOST_NEAR = 5;

type Notice = Extract<Reply, { kind: 'notice' }>;

/** The same request with another name in the place of the one typed. */
type Instead = (id: string) => Pick<Choice, 'command' | 'options'>;

function insteadOf(typed: string, { command, options }: Pick<Request, 'command' | 'options'>): Instead | undefined {
  const option = Object.keys(options).find((name) => options[name] === typed);
  return option === undefined ? undefined : (id) => ({ command, options: { ...options, [option]: id } });
}

const choicesOf = (ids: readonly string[], instead: Instead | undefined, { base }: Context): Choice[] =>
  ids.flatMap((id) => {
    const entity = base.entities.get(id);
    return entity && instead ? [{ label: entity.name, ...instead(id) }] : [];
  });

/** Names near what was typed; for nothing typed, and for a country that is known to stand in no record, those with the most records. */
function near(typed: string, context: Context, instead: Instead | undefined): Pick<Notice, 'lines' | 'choices'> {
  const alike = typed === '' ? [] : suggestEntities(typed, context).slice(0, MOST_NEAR);
  const offered = alike.length > 0 ? alike : suggestEntities('', context).slice(0, MOST_NEAR);
  if (offered.length === 0) return { lines: [] };
  const lead = alike.length > 0 ? 'Perhaps you mean:' : 'It has most on:';
  const ids = offered.map(({ value }) => value);
  return { lines: [lead, ...offered.map(({ name }) => name)], choices: choicesOf(ids, instead, context) };
}

const unknown = (typed: string, context: Context, instead: Instead | undefined, foreign: boolean): Reply => ({
  kind: 'notice',
  title: `The base has nothing on “${typed}”.`,
  ...near(foreign ? '' : typed, context, instead),
});

/**
 * The entity that a name means, with its records; or what to say instead.
 * A name of several, such as a maker and its drone, is nobody's to guess.
 * @param request the one that asks; a name of its own replaces the typed one where others are offered
 */
export function entityMeant(typed: string, context: Context, { today, command, options }: Pick<Request, 'today' | 'command' | 'options'>): Compared | Reply {
  const instead = insteadOf(typed, { command, options });
  const { entities } = context.base;
  const ids = [...new Set(entitiesIn(typed, context, today).flatMap((found) => found.ids))];
  const [entity, ...others] = ids.flatMap((id) => entities.get(id) ?? []);
  if (!entity)
    return typed === '' ? { kind: 'notice', title: 'Give a name.', ...near('', context, instead) } : unknown(typed, context, instead, ids.length > 0);
  if (others.length === 0) return { entity, records: recordsOf(entity.id, context) };
  const several = [entity, ...others];
  return {
    kind: 'notice',
    title: `“${typed}” may mean several. Which one?`,
    lines: several.map((one) => nameLine(one, context)),
    choices: choicesOf(
      several.map(({ id }) => id),
      instead,
      context,
    ),
  };
}

export const isReply = (found: Compared | Reply): found is Reply => 'kind' in found;
