/** Channels that were closed to the bot: looked at daily, and resumed when they are open again. */
import type { Courier, Door } from './deliver/courier.ts';
import { PROBE_EVERY, type Subscription } from './ledger.ts';
import { activeFrom } from './subscriptions/queries.ts';
import { scheduleOf } from './subscriptions/rows.ts';

/** Channels looked at in one go. */
const AT_ONCE = 20;
/** Milliseconds until Discord is asked again that gave no answer. */
const SOON = 10 * 60 * 1000;

/** Takes those whose time it is; other instances pass them over. */
const take = ({ store: { db } }: Courier, now: number): Promise<Subscription[]> =>
  db
    .updateTable('subscriptions')
    .set({ probe_at: new Date(now + PROBE_EVERY) })
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('subscriptions')
        .select('id')
        .where('state', '=', 'blocked')
        .where('probe_at', '<=', new Date(now))
        .orderBy('probe_at')
        .limit(AT_ONCE)
        .forUpdate()
        .skipLocked(),
    )
    .where('state', '=', 'blocked')
    .returningAll()
    .execute();

async function resume({ store: { db } }: Courier, { id, ...subscription }: Subscription, now: number): Promise<void> {
  await db
    .updateTable('subscriptions')
    .set(await activeFrom(db, id, scheduleOf(subscription), Temporal.Instant.fromEpochMilliseconds(now)))
    .where('id', '=', id)
    .where('state', '=', 'blocked')
    .execute();
}

async function conclude(courier: Courier, subscription: Subscription, door: Door, now: number): Promise<void> {
  const { store, log } = courier;
  const { id, guild, channel } = subscription;
  if (door.is === 'open') {
    await resume(courier, subscription, now);
    return log.info({ guild, channel }, 'a channel is open to the digest again');
  }
  const kept = door.is === 'closed' ? { state_reason: door.why } : { probe_at: new Date(now + SOON) };
  await store.db.updateTable('subscriptions').set(kept).where('id', '=', id).where('state', '=', 'blocked').execute();
}

/** Looks at closed channels whose day is over. */
export async function probeClosed(courier: Courier): Promise<void> {
  const now = courier.now();
  const looked = new Map<string, Promise<Door>>();
  for (const subscription of await take(courier, now)) {
    const { guild, channel } = subscription;
    if (!looked.has(channel)) looked.set(channel, courier.look(guild, channel));
    await conclude(courier, subscription, (await looked.get(channel)) ?? { is: 'unclear' }, now);
  }
}
