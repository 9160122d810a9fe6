/** What is kept of a server goes when the bot leaves it, or when somebody who runs the bot is asked to. */
import type { Kysely } from 'kysely';
import type { Database } from './schema.ts';

/** Rows that were removed. */
export interface Forgotten {
  subscriptions: number;
  deliveries: number;
  settings: number;
  misses: number;
}

const countOf = (results: readonly { numDeletedRows: bigint }[]): number => results.reduce((sum, { numDeletedRows }) => sum + Number(numDeletedRows), 0);

/** Ids of the servers of which anything is kept. */
export async function serversKept(db: Kysely<Database>): Promise<string[]> {
  const rows = await db
    .selectFrom('subscriptions')
    .select('guild')
    .union(db.selectFrom('guild_settings').select('guild'))
    .union(db.selectFrom('misses').select('guild').where('guild', '<>', ''))
    .orderBy('guild')
    .execute();
  return rows.map(({ guild }) => guild);
}

/** Deletes every row of a server, at once or not at all. @param guild its id. */
export const forgetGuild = (db: Kysely<Database>, guild: string): Promise<Forgotten> =>
  db.transaction().execute(async (trx) => {
    const own = trx.selectFrom('subscriptions').select('id').where('guild', '=', guild);
    // They would go with their subscriptions; here they are counted.
    const deliveries = await trx.deleteFrom('deliveries').where('subscription', 'in', own).execute();
    const subscriptions = await trx.deleteFrom('subscriptions').where('guild', '=', guild).execute();
    const settings = await trx.deleteFrom('guild_settings').where('guild', '=', guild).execute();
    const misses = await trx.deleteFrom('misses').where('guild', '=', guild).execute();
    return { subscriptions: countOf(subscriptions), deliveries: countOf(deliveries), settings: countOf(settings), misses: countOf(misses) };
  });
