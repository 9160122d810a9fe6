/** Getting an edition into its channel, or finding that it is there. */
import { illustratedBy, lateNote } from '../../discord/render/digest.ts';
import type { Words } from '../../discord/render/message.ts';
import { editionMark } from '../compose.ts';
import { confirm, type Delivery, type Frozen, type Hold, type Subscription } from '../ledger.ts';
import { nonceOf } from '../nonce.ts';
import { LATE_AFTER } from '../plan/due.ts';
import type { Found, Posted } from '../poster.ts';
import type { Courier } from './courier.ts';
import type { Illustrated } from './illustrate.ts';

/** Milliseconds in which Discord surely knows a nonce again: it says “the past few minutes”. D resources/message.mdx, "Create Message". */
const NONCE_WINDOW = 120_000;

/**
 * `lost`: somebody else has the row in hand. `absent`: it shall not be posted any more, and was not. `without`: why what stands there has not the
 * picture that was wanted.
 */
export type Outcome = ((Exclude<Found, { is: 'absent' }> | Posted) & { without?: string }) | { is: 'lost' } | { is: 'absent' };

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
  /** Its picture; none where none is wanted. */
  illustrated: Illustrated | undefined;
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

function messageOf({ now }: Courier, { delivery, subscription: { time, zone }, frozen }: Way): Words {
  const isLate = lateness(delivery, now()) > LATE_AFTER;
  return { ...frozen.message, ...(isLate && { content: lateNote(`${time} (${zone.replaceAll('_', ' ')})`) }) };
}

/** With why there is no picture, where one was wanted: what was refused before may stand, picture and all. */
function explained<O extends Found | Posted>(outcome: O, illustrated: Illustrated | undefined): O & { without?: string } {
  if (!illustrated || !('files' in outcome) || outcome.files > 0) return outcome;
  return { ...outcome, without: 'why' in illustrated ? illustrated.why : 'Discord did not take it' };
}

/** 50013 is Discord's code for any permission that is lacking. What it takes for malformed may be so for its file's sake. */
const mayBeForTheFile = (refused: Posted): boolean => refused.is === 'wrong' || (refused.is === 'closed' && refused.code === 50013);

const whyRefused = ({ is }: Posted): string => (is === 'closed' ? 'the bot lacks Attach Files in the channel' : 'Discord did not take the file');

/** Refused with its picture, an edition is posted without: the text matters more. That is another request, and takes a turn of its own. */
async function postInWords(courier: Courier, way: Way, refused: Posted): Promise<Outcome> {
  const { metrics, log, pace, end } = courier;
  metrics.request(refused.is);
  log.warn({ delivery: way.delivery.id, ...refused }, 'Discord did not take an edition with its picture');
  await pace.turn(end);
  return post(courier, { ...way, illustrated: { why: whyRefused(refused) } });
}

async function post(courier: Courier, way: Way): Promise<Outcome> {
  const { store, poster, now } = courier;
  const { hold, delivery, subscription, illustrated } = way;
  // Whoever was held up may have lost the row to another meanwhile. From here on nothing waits.
  if (!(await confirm(store.db, hold, now()))) return { is: 'lost' };
  const [channel, nonce, message] = [subscription.channel, nonceOf(delivery.id), messageOf(courier, way)];
  if (!illustrated || 'why' in illustrated) return explained(await poster.post(channel, message, nonce), illustrated);
  const { file } = illustrated;
  const outcome = await poster.post(channel, illustratedBy(message, file), nonce, [file]);
  return mayBeForTheFile(outcome) ? postInWords(courier, way, outcome) : outcome;
}

/** Posts it unless it stands already. It is its turn. @throws when the store does, or when the program ends. */
export async function bring(courier: Courier, way: Way): Promise<Outcome> {
  const { delivery, subscription, unwanted } = way;
  const isOver = unwanted !== undefined || lateness(delivery, courier.now()) > courier.grace;
  if (isOver && delivery.attempts === 0) return { is: 'absent' };
  if (isOver || mayStand(delivery, subscription, courier.now())) {
    const found = await lookFor(courier, way);
    if (found.is !== 'absent' || isOver) return explained(found, way.illustrated);
  }
  return post(courier, way);
}
