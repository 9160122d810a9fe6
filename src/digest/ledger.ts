/** The ledger's rows while an edition is delivered. Each step counts only for whoever has the row in hand. */
import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import { fromKysely, type PgBoss } from 'pg-boss';
import type { Message } from '../discord/render/message.ts';
import type { Small } from '../pictures/small.ts';
import type { Database, Deliveries, Subscriptions } from '../store/schema.ts';
import type { History } from './compose/history.ts';
import { EDITIONS, type EditionJob, TELLING, type TellingJob } from './queue.ts';

export type Delivery = Selectable<Deliveries>;
export type Subscription = Selectable<Subscriptions>;

/** What is posted, and what the readers will have been told: the same at every attempt, whatever becomes of the base meanwhile. */
export interface Frozen {
  edition: string;
  message: Message;
  history: History;
  /** The picture that goes with it, by a hash of its drawing, or why there is none; absent where none was wanted. */
  picture?: { name: Small; hash: string } | { why: string };
}

type Db = Kysely<Database>;
type Trx = Transaction<Database>;

/** Seconds after which others may take a row that somebody has in hand: longer than a post takes. Until somebody does, it stays where it is. */
const CLAIM = 15;

const soon = (seconds: number) => sql<Date>`now() + ${seconds} * interval '1 second'`;

/** Whose attempt has a row in hand. */
export interface Hold {
  id: string;
  holder: string;
}

/** Takes a row in hand. @returns it, or undefined when it is finished or somebody else's. */
export const claim = (db: Db, { id, holder }: Hold): Promise<Delivery | undefined> =>
  db
    .updateTable('deliveries')
    .set({ state: 'sending', claimed_by: holder, claimed_until: soon(CLAIM) })
    .where('id', '=', id)
    .where('state', 'in', ['queued', 'sending'])
    .where((eb) => eb.or([eb('claimed_until', 'is', null), eb('claimed_until', '<', sql<Date>`now()`)]))
    .returningAll()
    .executeTakeFirst();

const held = (db: Db | Trx, { id, holder }: Hold) =>
  db.updateTable('deliveries').where('id', '=', id).where('claimed_by', '=', holder).where('state', '=', 'sending');

/** Keeps what will be posted. */
export async function freeze(db: Db, hold: Hold, { edition, ...rest }: Frozen): Promise<void> {
  await held(db, hold)
    .set({ edition, payload: JSON.stringify(rest) })
    .execute();
}

/** The last look before posting: whether the row is still in hand. Takes it for the time of the post, and counts the attempt. */
export async function confirm(db: Db, hold: Hold, now: number): Promise<boolean> {
  const at = new Date(now);
  const { numUpdatedRows } = await held(db, hold)
    .set((eb) => ({
      claimed_until: soon(CLAIM),
      attempts: eb('attempts', '+', 1),
      first_tried_at: sql<Date>`coalesce(first_tried_at, ${at}::timestamptz)`,
      last_tried_at: at,
    }))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

interface Posted {
  message: string;
  link: string;
  now: number;
  /** Seconds after it was due; null when that is no matter. */
  late: number | null;
  reason: string | null;
  history: History;
}

/** Posted: the row and the subscription's history change together, or neither. */
export const settleSent = (db: Db, hold: Hold, subscription: string, { message, link, now, late, reason, history }: Posted): Promise<boolean> =>
  db.transaction().execute(async (trx) => {
    const { numUpdatedRows } = await held(trx, hold)
      .set({ state: 'sent', reason, message, link, late_seconds: late, finished_at: new Date(now), payload: null, claimed_by: null, claimed_until: null })
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return false;
    await trx
      .updateTable('subscriptions')
      .set({ history: JSON.stringify(history) })
      .where('id', '=', subscription)
      // An older edition that comes through late takes nothing back.
      .where(sql<boolean>`coalesce(history->>'last', '') < ${history.last ?? ''}`)
      .execute();
    return true;
  });

/** Finished without a post. */
export async function settleUnsent(db: Db, hold: Hold, state: 'skipped' | 'blocked' | 'failed', reason: string, now: number): Promise<void> {
  await held(db, hold)
    .set({ state, reason, finished_at: new Date(now), claimed_by: null, claimed_until: null })
    .execute();
}

/** Lets go of a row after a failure of ours, so that whoever comes next need not wait for the claim to end. */
export async function release(db: Db, hold: Hold): Promise<void> {
  await held(db, hold).set({ state: 'queued', claimed_by: null, claimed_until: null }).execute();
}

/** To be tried again: back into the ledger and into the queue, together. */
export const settleLater = (db: Db, boss: PgBoss, hold: Hold, ms: number, reason: string | null): Promise<void> =>
  db.transaction().execute(async (trx) => {
    const { numUpdatedRows } = await held(trx, hold)
      .set({ state: 'queued', ...(reason !== null && { reason }), claimed_by: null, claimed_until: null })
      .executeTakeFirst();
    if (numUpdatedRows > 0n) await sendLater(boss, hold.id, ms, trx);
  });

/** Queues a row once more. The queue counts in whole seconds, by the database's clock. */
export async function sendLater(boss: PgBoss, id: string, ms: number, trx: Trx | Db): Promise<void> {
  const data: EditionJob = { id };
  await boss.send(EDITIONS, data, { startAfter: Math.ceil(ms / 1000), db: fromKysely(trx) });
}

/**
 * Discord lets nobody post in the channel: the edition is blocked, and so are all subscriptions of that channel. Whoever can mend it is told,
 * once.
 */
export const settleBlocked = (db: Db, boss: PgBoss, hold: Hold, { channel, id }: Subscription, reason: string, now: number): Promise<void> =>
  db.transaction().execute(async (trx) => {
    await held(trx, hold)
      .set({ state: 'blocked', reason, finished_at: new Date(now), claimed_by: null, claimed_until: null })
      .execute();
    const blocked = await trx
      .updateTable('subscriptions')
      .set({ state: 'blocked', state_reason: reason, probe_at: new Date(now + PROBE_EVERY), next_at: null, next_date: null })
      .where('channel', '=', channel)
      .where('state', '=', 'active')
      .returning('id')
      .execute();
    const data: TellingJob = { id };
    if (blocked.length > 0) await boss.send(TELLING, data, { db: fromKysely(trx) });
  });

/**
 * Milliseconds between looks whether a blocked channel has been mended. Less than the shortest day, in which clocks go forward: a look just after
 * each edition's time would always come too late for it.
 */
export const PROBE_EVERY = 22 * 3600 * 1000;
