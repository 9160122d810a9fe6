/** Two entities side by side. */
import { count } from '../base/count.ts';
import { dateRange, dateWords } from '../base/dates.ts';
import { type Base, type Deal, type Entity, type FactRecord, isUnstated, NOT_STATED, type Stated } from '../base/schema.ts';
import { byPart, type Part, profileOf, type Within } from './profile.ts';
import { recordLine } from './record.ts';
import type { Reply } from './reply.ts';
import type { ComparisonRow } from './views.ts';

const NONE = 'none in the base';
const NONE_FIRM = 'none confirmed or reported';

interface Side {
  base: Base;
  parts: ReadonlyMap<Part, readonly FactRecord[]>;
}

const recordsOf = ({ parts }: Side, wanted: readonly Part[]): readonly FactRecord[] => wanted.flatMap((part) => parts.get(part) ?? []);
const dealsOf = (side: Side, ...parts: Part[]): Deal[] => recordsOf(side, parts).filter((record) => record.type === 'deal');
const isReported = ({ status }: FactRecord): boolean => status === 'reported';

const counted = (side: Side, ...parts: Part[]): string => {
  const n = recordsOf(side, parts).length;
  return n === 0 ? NONE : count(n, 'record');
};

/** Deals of which the source is sure or which it passes on; that there are none says nothing of those it is unsure of. */
function firm(side: Side, part: Part): string {
  const deals = dealsOf(side, part);
  const reported = deals.filter(isReported).length;
  if (deals.length === 0) return NONE_FIRM;
  return reported === 0 ? count(deals.length, 'record') : `${count(deals.length, 'record')}, ${reported} only reported`;
}

/** Names in one field of deals; those that only reported deals tell are marked. */
function namesIn({ base }: Side, deals: readonly Deal[], field: (deal: Deal) => Stated<readonly string[]>): string {
  if (deals.length === 0) return NONE_FIRM;
  const idsOf = (some: readonly Deal[]) => new Set(some.flatMap((deal) => (isUnstated(field(deal)) ? [] : field(deal))));
  const sure = idsOf(deals.filter((deal) => !isReported(deal)));
  const names = [...idsOf(deals)].map((id) => `${base.entities.get(id)?.name ?? id}${sure.has(id) ? '' : ' (reported)'}`);
  return names.length === 0 ? NOT_STATED : names.join(', ');
}

/** The earliest dated deal, marked where the source only passes it on. */
function firstDated(side: Side): string {
  const deals = dealsOf(side, 'received', 'supplied');
  if (deals.length === 0) return NONE_FIRM;
  const dated = deals.flatMap((deal) => (isUnstated(deal.date) ? [] : [{ deal, date: deal.date }]));
  const [first] = dated.sort((a, b) => dateRange(a.date).from.localeCompare(dateRange(b.date).from));
  return first ? `${dateWords(first.date)}${isReported(first.deal) ? ' (reported)' : ''}` : NOT_STATED;
}

const ROWS: readonly { name: string; value(side: Side): string }[] = [
  { name: 'Deals as recipient', value: (side) => firm(side, 'received') },
  { name: 'Suppliers to it', value: (side) => namesIn(side, dealsOf(side, 'received'), ({ supplier }) => supplier) },
  { name: 'Deals as supplier', value: (side) => firm(side, 'supplied') },
  { name: 'Recipients', value: (side) => namesIn(side, dealsOf(side, 'supplied'), ({ recipient }) => recipient) },
  { name: 'Systems', value: (side) => namesIn(side, dealsOf(side, 'received', 'supplied'), ({ systems }) => systems) },
  { name: 'Deals that name it', value: (side) => firm(side, 'system') },
  { name: 'First dated deal', value: firstDated },
  { name: 'Unconfirmed or disputed', value: (side) => counted(side, 'unsure') },
  { name: 'Planned, not done', value: (side) => counted(side, 'planned') },
  { name: 'Did not happen', value: (side) => counted(side, 'negative') },
  { name: 'Said by it', value: (side) => counted(side, 'said') },
  { name: 'Said of it', value: (side) => counted(side, 'saidOf') },
  { name: 'Facts and figures', value: (side) => counted(side, 'facts') },
  { name: 'Author’s judgements', value: (side) => counted(side, 'judged') },
];

const isNone = (value: string): boolean => value === NONE || value === NONE_FIRM;

function rowsOf(left: Side, right: Side): ComparisonRow[] {
  return ROWS.map(({ name, value }) => ({ name, left: value(left), right: value(right) })).filter(
    ({ left: one, right: other }) => !isNone(one) || !isNone(other),
  );
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
