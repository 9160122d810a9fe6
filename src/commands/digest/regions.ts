/** Regions as they are typed and offered. */
import type { Base, Entity } from '../../base/schema.ts';
import { recordsIn, regionNamed, regionsOf } from '../../digest/compose/regions.ts';
import type { Reply } from '../../replies/reply.ts';
import type { Suggestion } from '../command.ts';
import { type Offer, suggest } from '../filters/suggest.ts';

const read = new WeakMap<Base, readonly Offer[]>();

/** Read once for a base: it goes through all records for each region. */
function offersOf(base: Base): readonly Offer[] {
  const known = read.get(base);
  if (known) return known;
  const offers = regionsOf(base).map(({ id, name, aliases }) => ({ value: id, name, aliases, records: recordsIn(base, id).length }));
  read.set(base, offers);
  return offers;
}

/** Regions for what was typed so far, with how many records each has. */
export const suggestRegions = (typed: string, base: Base): Suggestion[] => suggest(typed, offersOf(base));

/** Most regions named in place of one that is unknown. */
const MOST_NAMED = 8;

/** The region that was picked or typed, or what to say instead. */
export function regionMeant(typed: string, base: Base): Entity | Reply {
  const found = regionNamed(base, typed);
  if ('region' in found) return found.region;
  const near = suggestRegions(typed, base).slice(0, MOST_NAMED);
  const named = near.length > 0 ? near : suggestRegions('', base).slice(0, MOST_NAMED);
  const title = typed === '' ? 'Which region shall it be of?' : `There is no region “${typed}”.`;
  const lines = named.length > 0 ? ['There can be a digest of:', ...named.map(({ name }) => name)] : ['The base names no region and no country.'];
  return { kind: 'notice', title, lines };
}

/** A region's name; its id when the base has it no more. */
export const regionName = (id: string, base: Base): string => base.entities.get(id)?.name ?? id;
