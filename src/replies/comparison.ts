/** Two entities side by side. */
import { count } from '../base/count.ts';
import { dateRange, dateWords } from '../base/dates.ts';
import { type Base, type Deal, type Entity, type FactRecord, isUnstated, NOT_STATED, type Stated } from '../base/schema.ts';
import { byPart, type Part, profileOf, type Within } from './profile.ts';
import { recordLine } from './record.ts';
import type { Reply } from './reply.ts';
import type { ComparisonRow } from './views.ts';

const NONE = 'none in the base';

interface Side {
  base: Base;
  parts: ReadonlyMap<Part, readonly FactRecord[]>;
}

const dealsOf = ({ parts }: Side, part: Part): Deal[] => (parts.get(part) ?? []).filter((record) => record.type === 'deal');

const counted = (side: Side, ...parts: Part[]): string => {
  const n = parts.reduce((sum, part) => sum + (side.parts.get(part)?.length ?? 0), 0);
  return n === 0 ? NONE : count(n, 'record');
};

/** Names in one field of deals: none without deals, and unknown where the deals leave it out. */
function namesIn({ base }: Side, deals: readonly Deal[], field: (deal: Deal) => Stated<readonly string[]>): string {
  if (deals.length === 0) return NONE;
  const ids = deals.flatMap((deal) => (isUnstated(field(deal)) ? [] : [...field(deal)]));
  return ids.length === 0 ? NOT_STATED : [...new Set(ids)].map((id) => base.entities.get(id)?.name ?? id).join(', ');
}

/** The earliest deal that is firm and dated. */
function firstDated(side: Side): string {
  const deals = [...dealsOf(side, 'received'), ...dealsOf(side, 'supplied')];
  if (deals.length === 0) return NONE;
  const dated = deals.flatMap(({ date }) => (isUnstated(date) ? [] : [date])).sort((a, b) => dateRange(a).from.localeCompare(dateRange(b).from));
  return dated[0] ? dateWords(dated[0]) : NOT_STATED;
}

const ROWS: readonly { name: string; value(side: Side): string }[] = [
  { name: 'Deals as recipient', value: (side) => counted(side, 'received') },
  { name: 'Suppliers to it', value: (side) => namesIn(side, dealsOf(side, 'received'), ({ supplier }) => supplier) },
  { name: 'Deals as supplier', value: (side) => counted(side, 'supplied') },
  { name: 'Recipients', value: (side) => namesIn(side, dealsOf(side, 'supplied'), ({ recipient }) => recipient) },
  { name: 'Systems', value: (side) => namesIn(side, [...dealsOf(side, 'received'), ...dealsOf(side, 'supplied')], ({ systems }) => systems) },
  { name: 'Deals that name it', value: (side) => counted(side, 'system') },
  { name: 'First dated deal', value: firstDated },
  { name: 'Unconfirmed or disputed', value: (side) => counted(side, 'unsure') },
  { name: 'Planned, not done', value: (side) => counted(side, 'planned') },
  { name: 'Did not happen', value: (side) => counted(side, 'negative') },
  { name: 'Said by it', value: (side) => counted(side, 'said') },
  { name: 'Said of it', value: (side) => counted(side, 'saidOf') },
  { name: 'Facts and figures', value: (side) => counted(side, 'facts') },
  { name: 'Author’s judgements', value: (side) => counted(side, 'judged') },
];

function rowsOf(left: Side, right: Side): ComparisonRow[] {
  return ROWS.map(({ name, value }) => ({ name, left: value(left), right: value(right) })).filter((row) => row.left !== NONE || row.right !== NONE);
}

/** An entity with the records that concern it. */
export interface Compared {
  entity: Entity;
  records: readonly FactRecord[];
}

/** Two entities side by side, and the records that concern both. */
export function comparison(base: Base, [left, right]: readonly [Compared, Compared], within: Within): Reply {
  const sideOf = ({ entity, records }: Compared): Side => ({ base, parts: byPart(records, entity.id, within) });
  const both = new Set(left.records).intersection(new Set(right.records));
  return {
    kind: 'comparison',
    title: `${left.entity.name} and ${right.entity.name}, side by side`,
    rows: rowsOf(sideOf(left), sideOf(right)),
    sides: [profileOf(base, left.entity, left.records, within), profileOf(base, right.entity, right.records, within)],
    between: [...both].map((record) => recordLine(base, record)),
  };
}
