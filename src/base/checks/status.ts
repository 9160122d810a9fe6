import { type Deal, isUnstated } from '../schema.ts';
import type { Finding, Rule } from './rule.ts';

/** What a deal of a status cannot have, since it would have happened. */
const IMPOSSIBLE: Partial<Record<Deal['status'], readonly ('ordered' | 'value' | 'signed' | 'delivered')[]>> = {
  negative: ['ordered', 'value', 'signed', 'delivered'],
  planned: ['delivered'],
};

const complain = (deal: Deal): Finding[] =>
  (IMPOSSIBLE[deal.status] ?? [])
    .filter((field) => !isUnstated(deal[field]))
    .map((field) => ({ item: deal, path: [field], message: `is stated, but the deal is \`${deal.status}\``, mend: 'write `not stated`, or mend the status' }));

export const status: Rule = {
  name: 'status',
  description: 'A deal that did not happen has no order, value or dates; one that is planned is not delivered.',
  severity: 'error',
  check: (draft) => draft.records.flatMap((record) => (record.type === 'deal' ? complain(record) : [])),
};
