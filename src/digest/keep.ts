/** What is seen to from time to time: jobs that got lost, jobs that were given up, how the ledger stands, rows that nobody needs any more. */
import { sql } from 'kysely';
import { fromKysely } from 'pg-boss';
import type { Standing } from '../ops/digest-metrics.ts';
import type { Courier } from './deliver/courier.ts';
import { sendLater } from './ledger.ts';
import { EDITIONS, type EditionJob } from './queue.ts';

/** Milliseconds after which a row that nothing happens to gets another job. Longer than any pause between tries. */
const FORGOTTEN = 15 * 60 * 1000;
/** Rows in one go. */
const AT_ONCE = 200;
/** Days that finished editions stay in the ledger. */
const KEEP_DAYS = 100;

/**
 * Queues rows anew that are open and that nobody has touched for long. Rows and jobs are written together, so this finds something only when
 * somebody emptied the queue, or brought the tables back without it. A job too many does no harm: rows are taken in hand one by one.
 */
export const requeueForgotten = ({ store: { db, boss }, now }: Courier): Promise<number> =>
  db.transaction().execute(async (trx) => {
    const before = new Date(now() - FORGOTTEN);
    const touched = sql<Date>`greatest(due_at, created_at, last_tried_at, claimed_until)`;
    const rows = await trx
      .selectFrom('deliveries')
      .select('id')
      .where('state', 'in', ['queued', 'sending'])
      .where(touched, '<', before)
      .orderBy('due_at')
      .limit(AT_ONCE)
      .forUpdate()
      .skipLocked()
      .execute();
    for (const { id } of rows) await sendLater(boss, id, 0, trx);
    const ids = rows.map(({ id }) => id);
    if (ids.length > 0)
      await trx
        .updateTable('deliveries')
        .set({ claimed_until: new Date(now()) })
        .where('id', 'in', ids)
        .execute();
    return rows.length;
  });

/**
 * Takes back what a process before this one had in hand. Only for an embedded store, whose lock says that nobody else has it: so a program
 * that is started again goes on at once, while Discord still knows the nonces.
 */
export const takeOver = ({ store: { db, boss, kind } }: Courier): Promise<void> =>
  db.transaction().execute(async (trx) => {
    if (kind !== 'embedded') return;
    const rows = await trx.selectFrom('deliveries').select('id').where('state', 'in', ['queued', 'sending']).orderBy('due_at').execute();
    const ids = rows.map(({ id }) => id);
    if (ids.length === 0) return;
    await trx.updateTable('deliveries').set({ state: 'queued', claimed_by: null, claimed_until: null }).where('id', 'in', ids).execute();
    await boss.insert(
      EDITIONS,
      ids.map((id) => ({ data: { id } satisfies EditionJob })),
      { db: fromKysely(trx) },
    );
  });

/** Writes off a row whose job failed again and again. */
export async function writeOff({ store: { db }, now, metrics, log }: Courier, id: string): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('deliveries')
    .set((eb) => ({
      state: 'failed',
      reason: eb.case().when('attempts', '>', 0).then('given up after many faults; it may have been posted').else('given up after many faults').end(),
      finished_at: new Date(now()),
      claimed_by: null,
      claimed_until: null,
    }))
    .where('id', '=', id)
    .where('state', 'in', ['queued', 'sending'])
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return;
  metrics.finished('failed');
  log.error({ delivery: id }, 'an edition was given up');
}

/** How the ledger stands now. */
export async function standing({ store: { db }, now }: Courier): Promise<Standing> {
  const open = await db
    .selectFrom('deliveries')
    .select((eb) => [eb.fn.countAll<string>().as('count'), eb.fn.min('due_at').as('oldest')])
    .where('state', 'in', ['queued', 'sending'])
    .executeTakeFirstOrThrow();
  const closed = await db
    .selectFrom('subscriptions')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('state', '=', 'blocked')
    .executeTakeFirstOrThrow();
  const oldest = open.oldest ? Math.max(0, (now() - new Date(open.oldest).getTime()) / 1000) : 0;
  return { waiting: Number(open.count), oldest, blocked: Number(closed.count) };
}

/** Removes what nobody asks for any more. */
export async function sweep({ store: { db }, now }: Courier): Promise<void> {
  await db
    .deleteFrom('deliveries')
    .where('finished_at', '<', new Date(now() - KEEP_DAYS * 24 * 3600 * 1000))
    .execute();
}
