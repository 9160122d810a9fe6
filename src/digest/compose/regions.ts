/** Regions, and which records belong to them. */
import { nearest } from '../../base/problem.ts';
import type { Base, Entity, FactRecord } from '../../base/schema.ts';
import { concerned } from '../../replies/profile.ts';
import { ancestors } from '../../search/lexicon/within.ts';
import { fold } from '../fold.ts';

/** The entities that a digest can be about: the base's own regions first, then everything that holds others, then countries. */
export function regionsOf({ infos, entities }: Base): Entity[] {
  const named = infos.flatMap(({ regions }) => regions).flatMap((id) => entities.get(id) ?? []);
  const all = [...entities.values()];
  return [...new Set([...named, ...all.filter(({ members }) => members.length > 0), ...all.filter(({ type }) => type === 'country')])];
}

/** The region of an id, name or alias; or the names near what was typed, best first, those of the base's regions when none is near. */
export function regionNamed(base: Base, typed: string): { region: Entity } | { near: string[] } {
  const regions = regionsOf(base);
  const wanted = fold(typed);
  const called = ({ id, name, aliases }: Entity): string[] => [id, name, ...aliases].map(fold);
  const region = regions.find(({ id, name }) => [fold(id), fold(name)].includes(wanted)) ?? regions.find((one) => called(one).includes(wanted));
  if (region) return { region };
  const names = new Map(regions.flatMap(({ id, name, aliases }) => [id, name, ...aliases].map((word) => [word, name])));
  const near = wanted === '' ? undefined : names.get(nearest(typed, names.keys()) ?? '');
  return { near: near === undefined ? base.infos.flatMap(({ regions: ids }) => ids).map((id) => base.entities.get(id)?.name ?? id) : [near] };
}

/** The region, all that it holds, and what holds nothing but that: Central Asia is within the Caspian region if each of its countries is. */
function partsOf({ entities }: Base, region: string): Set<string> {
  const parts = new Set([region]);
  // A set grows while it is walked: members of members count too.
  for (const id of parts) for (const member of entities.get(id)?.members ?? []) parts.add(member);
  for (const { id, members } of entities.values()) if (members.length > 0 && members.every((member) => parts.has(member))) parts.add(id);
  return parts;
}

function findIn(base: Base, region: string): FactRecord[] {
  const parts = partsOf(base, region);
  const within = ancestors(base.entities);
  return base.records.filter((record) => [...concerned(record, (id) => within.get(id) ?? [])].some((id) => parts.has(id)));
}

/** By base and region: each edition wants them more than once, and no base is ever changed in place. */
const known = new WeakMap<Base, Map<string, readonly FactRecord[]>>();

/** The records that concern a region or anything in it, in the base's order. */
export function recordsIn(base: Base, region: string): readonly FactRecord[] {
  const regions = known.get(base) ?? new Map<string, readonly FactRecord[]>();
  known.set(base, regions);
  const found = regions.get(region) ?? findIn(base, region);
  regions.set(region, found);
  return found;
}
