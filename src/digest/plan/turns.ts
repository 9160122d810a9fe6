/** In which order servers are served. */
import type { Transaction } from 'kysely';
import type { JobInsert } from 'pg-boss';
import type { Database, DeliveryState } from '../../store/schema.ts';
import type { EditionJob } from '../queue.ts';

/** A row of the ledger that was just written. */
export interface Made {
  id: string;
  guild: string;
  state: DeliveryState;
}

/** Editions of each of these servers that are still to be posted. */
export async function waitingOf(trx: Transaction<Database>, guilds: readonly string[]): Promise<Map<string, number>> {
  const rows = await trx
    .selectFrom('deliveries')
    .innerJoin('subscriptions', 'subscriptions.id', 'deliveries.subscription')
    .select(['guild', (eb) => eb.fn.countAll<string>().as('count')])
    .where('deliveries.state', 'in', ['queued', 'sending'])
    .where('guild', 'in', [...guilds])
    .groupBy('guild')
    .execute();
  return new Map(rows.map(({ guild, count }) => [guild, Number(count)]));
}

/**
 * Servers take turns: the first edition of each goes before the second of any. So a server with thousands of channels delays nobody but
 * itself.
 */
export function turnsOf(made: readonly Made[], before: Map<string, number>): JobInsert<EditionJob>[] {
  const counts = new Map(before);
  return made.map(({ id, guild }) => {
    const rank = counts.get(guild) ?? 0;
    counts.set(guild, rank + 1);
    return { data: { id }, priority: -rank };
  });
}
