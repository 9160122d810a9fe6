/**
 * One edition, from the ledger into its channel: taken in hand, composed and frozen, confirmed, posted, settled. Whatever fails or dies in
 * between, the channel sees it once: Discord knows a nonce again for a few minutes, and after those the channel is looked through first.
 */
import { randomUUID } from 'node:crypto';
import type { Courier } from './deliver/courier.ts';
import { illustrate } from './deliver/illustrate.ts';
import { bring, type Unwanted, type Way } from './deliver/post.ts';
import { settle, unsent } from './deliver/settle.ts';
import { writeEdition } from './deliver/write.ts';
import { claim, type Delivery, type Hold, release, type Subscription, sendLater, settleLater } from './ledger.ts';

/** Milliseconds until a row is looked at again that somebody else has in hand. */
const TAKEN = 5000;

/** Somebody else has it in hand, and may have died: looked at again later. Nothing to do when it is finished or gone. */
async function leave({ store: { db, boss } }: Courier, id: string): Promise<void> {
  const row = await db.selectFrom('deliveries').select('state').where('id', '=', id).executeTakeFirst();
  if (row?.state === 'queued' || row?.state === 'sending') await sendLater(boss, id, TAKEN, db);
}

/** Why it shall not be posted after all. */
function unwanted({ state, state_reason: reason }: Subscription): Unwanted | undefined {
  if (state === 'paused') return { state: 'skipped', why: 'the digest was paused' };
  return state === 'blocked' ? { state: 'blocked', why: reason ?? 'the channel is closed to the bot' } : undefined;
}

async function carry(courier: Courier, hold: Hold, delivery: Delivery, subscription: Subscription): Promise<void> {
  const given = unwanted(subscription);
  // Drawn before its turn: a turn is worth its moment alone, and many that wait for one picture would post all at once.
  const illustrated = given ? undefined : await illustrate(courier, delivery, subscription);
  // Composed when it is its turn and not before: thousands that are due at once shall not keep the processor from those who ask.
  await courier.pace.turn(courier.end);
  const frozen = await writeEdition(courier, hold, delivery, subscription, illustrated);
  if (!frozen) return unsent(courier, { hold, delivery }, 'skipped', `the base no longer has the region “${subscription.region}”`);
  const way: Way = { hold, delivery, subscription, frozen, illustrated, unwanted: given };
  const outcome = await bring(courier, way);
  if (outcome.is === 'lost') await leave(courier, hold.id);
  else await settle(courier, way, outcome);
}

/**
 * Delivers an edition, or sees to it that it is tried again. May be called for any row at any time, by several at once.
 * @param id of the delivery.
 * @throws when the store does; then the queue tries it again.
 */
export async function deliverEdition(courier: Courier, id: string): Promise<void> {
  const { db, boss } = courier.store;
  const hold: Hold = { id, holder: `${courier.name} ${randomUUID()}` };
  const delivery = await claim(db, hold);
  if (!delivery) return leave(courier, id);
  const subscription = await db.selectFrom('subscriptions').selectAll().where('id', '=', delivery.subscription).executeTakeFirst();
  if (!subscription) return;
  try {
    await carry(courier, hold, delivery, subscription);
  } catch (error) {
    if (courier.end.aborted) return settleLater(db, boss, hold, 0, null);
    await release(db, hold).catch(() => {});
    throw error;
  }
}
