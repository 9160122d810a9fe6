/** What belongs to what. */
import type { Entity } from '../../base/schema.ts';

/** For each entity the ids of the regions, companies and countries it belongs to, nearest first. */
export function ancestors(entities: ReadonlyMap<string, Entity>): Map<string, string[]> {
  const parents = new Map<string, string[]>();
  const add = (child: string, parent: string) => parents.set(child, [...(parents.get(child) ?? []), parent]);
  for (const entity of entities.values()) {
    for (const member of entity.members) add(member, entity.id);
    for (const owner of entity.of) add(entity.id, owner);
  }
  const all = new Map<string, string[]>();
  for (const id of entities.keys()) {
    const seen = new Set<string>();
    const queue = [...(parents.get(id) ?? [])];
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      if (next === id || seen.has(next)) continue;
      seen.add(next);
      queue.push(...(parents.get(next) ?? []));
    }
    all.set(id, [...seen]);
  }
  return all;
}
