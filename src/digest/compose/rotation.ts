/** Whose turn it is: nothing is shown again until everything was shown. */
import type { FactRecord } from '../../base/schema.ts';
import { print } from './fingerprint.ts';

/** Sections that go round. */
export const ROTATING = ['deal', 'quote', 'figure', 'unconfirmed', 'overdue'] as const;
export type Rotating = (typeof ROTATING)[number];

/** Where a round stands. */
export interface Turn {
  /** Ids shown in the present round, the last one last. */
  shown: readonly string[];
  /** Ids that stand elsewhere in the edition: they wait, if others can go first; nobody has two turns in a row for it. */
  used: ReadonlySet<string>;
  most: number;
  /** Gives each region an order of its own; neighbours in a file often tell of one matter, and would follow each other day by day. */
  region: string;
}

/** The next records of a pool; fewer than wanted at the end of a round, none only when the pool is empty. */
export function nextOf(pool: readonly FactRecord[], { shown, used, most, region }: Turn): FactRecord[] {
  const fresh = pool.filter(({ id }) => !shown.includes(id));
  const last = shown.at(-1);
  const rank = ({ id }: FactRecord): string => `${id === last ? 1 : 0}${used.has(id) ? 1 : 0}${print(`${region}/${id}`)}`;
  const ranked = (fresh.length > 0 ? fresh : pool).map((record) => ({ record, rank: rank(record) }));
  return ranked
    .toSorted((a, b) => (a.rank < b.rank ? -1 : 1))
    .slice(0, most)
    .map(({ record }) => record);
}
