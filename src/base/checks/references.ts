import type { Draft, Item, Kind } from '../draft.ts';
import { suggest } from '../problem.ts';
import type { FactRecord } from '../schema.ts';
import { entitiesOf } from './entities.ts';
import type { Finding, Rule } from './rule.ts';

/** One use of an id: where, and what it must be the id of. */
interface Use {
  item: Item;
  path: (string | number)[];
  kind: Kind;
  id: string;
}

const HOMES = { entity: 'entities.yaml', source: 'sources.yaml', record: 'the base' } as const;

const uses = (item: Item, field: string, kind: Kind, ids: readonly string[]): Use[] => ids.map((id, index) => ({ item, path: [field, index], kind, id }));

const usesOf = (record: FactRecord): Use[] => [
  ...entitiesOf(record).flatMap(([field, ids]) => uses(record, field, 'entity', ids)),
  ...record.citations.map(({ source }, index): Use => ({ item: record, path: ['citations', index, 'source'], kind: 'source', id: source })),
  ...uses(record, 'related', 'record', record.related),
  ...uses(record, 'tension', 'record', record.tension),
];

/** Every spelling by which something is known, in lower case, with its id. Ids go before names, names before aliases. */
function spellings(draft: Draft): Record<Kind, Map<string, string>> {
  const entity = [
    ...draft.entities.map((e) => [e.id, e.id]),
    ...draft.entities.map((e) => [e.name, e.id]),
    ...draft.entities.flatMap((e) => e.aliases.map((a) => [a, e.id])),
  ];
  const firstOf = (pairs: string[][]) => new Map(pairs.toReversed().map(([name = '', id = '']) => [name.toLowerCase(), id]));
  return { entity: firstOf(entity), record: firstOf(draft.records.map((r) => [r.id, r.id])), source: firstOf(draft.sources.map((s) => [s.id, s.id])) };
}

/** The id that a wrong one was meant to be: found by name or alias, else by likeness to one. */
function mendFor({ id, kind }: Use, names: ReadonlyMap<string, string>): string {
  const meant = names.get(id.toLowerCase());
  return meant ? `did you mean \`${meant}\`?` : suggest(id, names, `add it to ${HOMES[kind]} or mend the id`);
}

export const references: Rule = {
  name: 'references',
  description: 'Every entity, record and source that is named exists.',
  severity: 'error',
  check(draft: Draft): Finding[] {
    const names = spellings(draft);
    const ids = Object.fromEntries(Object.entries(names).map(([kind, map]) => [kind, new Set([...map.values(), ...draft.refused])]));
    const all = [
      ...uses(draft.info, 'regions', 'entity', draft.info.regions),
      ...draft.entities.flatMap((entity) => [...uses(entity, 'members', 'entity', entity.members), ...uses(entity, 'of', 'entity', entity.of)]),
      ...draft.records.flatMap(usesOf),
    ];
    return all
      .filter(({ kind, id }) => !draft.unread.has(kind) && !ids[kind]?.has(id))
      .map((use) => ({ item: use.item, path: use.path, message: `\`${use.id}\` is no ${use.kind}`, mend: mendFor(use, names[use.kind]) }));
  },
};
