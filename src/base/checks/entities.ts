import { type FactRecord, isUnstated, type Stated } from '../schema.ts';

/** The fields of a record that hold entity ids, in the order of their roles. */
export const ENTITY_FIELDS = ['supplier', 'recipient', 'maker', 'systems', 'speaker', 'subject', 'object', 'about'] as const;

/** The entity ids of each field that a record has; none where the source does not state them. */
export function entitiesOf(record: FactRecord): [field: (typeof ENTITY_FIELDS)[number], ids: readonly string[]][] {
  const fields = record as Partial<Record<(typeof ENTITY_FIELDS)[number], Stated<string[]>>>;
  return ENTITY_FIELDS.flatMap((field) => {
    const ids = fields[field];
    return ids === undefined || isUnstated(ids) ? [] : [[field, ids] as [typeof field, readonly string[]]];
  });
}
