/** Getting an edition into its channel, or finding that it is there. */
import { lateNote } from '../../discord/render/digest.ts';
import { editionMark } from '../compose.ts';
import { confirm, type Delivery, type Frozen, type Hold, type Subscription } from '../ledger.ts';
import { nonceOf } from '../nonce.ts';
import { LATE_AFTER } from '../plan/due.ts';
import type { Found, Posted } from '../poster.ts';
import type { Courier } from './courier.ts';

/** Milliseconds in which Discord surely knows a nonce again: it says “the past few minutes”. D resources/message.mdx, "Create Message". */
const NONCE_WINDOW = 120_000;

/** `lost`: somebody else has the row in hand. `absent`: it shall not be posted any more, and was not. */
export type Outcome = Exclude<Found, { is: 'absent' }> | Posted | { is: 'lost' } | { is: 'absent' };

/** Why an edition shall not be posted after all: its digest was paused, or its channel closed. */
export interface Unwanted {
  state: 'skipped' | 'blocked';
  why: string;
}

/** An edition on its way. */
export interface Way {
  hold: Hold;
  delivery: Delivery;
  subscription: Subscription;
  frozen: Frozen;
  unwanted: Unwanted | undefined;
}

/** Whether it may stand in the channel already, and Discord would not know the nonce again. */
function mayStand({ first_tried_at: first, due_at: due }: Delivery, { look_before: restored }: Subscription, now: number): boolean {
  if (first !== null) return now - first.getTime() > NONCE_WINDOW;
  return restored !== null && due < restored;
}

/** Looks for it in its channel, which takes a turn of its own. Nothing is older than the moment when it was due. */
async function lookFor({ poster, pace, end }: Courier, { delivery, subscription }: Way): Promise<Found> {
  await pace.turn(end);
  return poster.find(subscription.channel, editionMark(subscription.region, delivery.date, subscription.id), delivery.due_at.getTime());
}

/** Seconds since it was due. */
export const lateness = ({ due_at: due }: Delivery, now: number): number => Math.round((now - due.getTime()) / 1000);

async function post({ store, poster, now }: Courier, { hold, delivery, subscription, frozen }: Way): Promise<Outcome> {
  // Whoever was held up may have lost the row to another meanwhile. From here on nothing waits.
  if (!(await confirm(store.db, hold, now()))) return { is: 'lost' };
  const { channel, time, zone } = subscription;
  const isLate = lateness(delivery, now()) > LATE_AFTER;
  const message = { ...frozen.message, ...(isLate && { content: lateNote(`${time} (${zone.replaceAll('_', ' ')})`) }) };
  return poster.post(channel, message, nonceOf(delivery.id));
}

/** Posts it unless it stands already. It is its turn. @throws when the store does, or when the program ends. */
export async function bring(courier: Courier, way: Way): Promise<Outcome> {
  const { delivery, subscription, unwanted } = way;
  const isOver = unwanted !== undefined || lateness(delivery, courier.now()) > courier.grace;
  if (isOver && delivery.attempts === 0) return { is: 'absent' };
  if (isOver || mayStand(delivery, subscription, courier.now())) {
    const found = await lookFor(courier, way);
    if (found.is !== 'absent' || isOver) return found;
  }
  return post(courier, way);
}
