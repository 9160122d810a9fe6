/** What is made of each outcome: the ledger's row, the log's line, the metrics. */
import { createHash } from 'node:crypto';
import { afterLimit, backoff } from '../backoff.ts';
import { settleBlocked, settleLater, settleSent, settleUnsent } from '../ledger.ts';
import { LATE_AFTER } from '../plan/due.ts';
import type { Courier } from './courier.ts';
import { lateness, type Outcome, type Way } from './post.ts';

type Unsent = 'skipped' | 'blocked' | 'failed';

/** Milliseconds between tries with a token that Discord refuses. */
const NO_TOKEN = 5 * 60 * 1000;
/** Seconds beyond the grace window after which nobody waits any longer for Discord to say whether an edition was posted. */
const NO_ANSWER = 24 * 3600;

/** The first second of 2015, in milliseconds: ids of Discord's begin with the time. D reference.mdx, "Snowflakes". */
const postedAt = (message: string): number => Number(BigInt(message) >> 22n) + 1_420_070_400_000;

/** What should be known of an edition that was sent: why it is late, and why its picture is missing. */
function remarks({ reason }: Way['delivery'], isLate: boolean, without: string | undefined): string | null {
  const told = [...(isLate ? [reason ?? 'many editions were waiting'] : []), ...(without === undefined ? [] : [`without its picture: ${without}`])];
  return told.length > 0 ? told.join('; ') : null;
}

type Standing = Extract<Outcome, { is: 'posted' | 'found' }>;

async function sent({ store, now, log, metrics }: Courier, way: Way, { message, without }: Standing, at: number): Promise<void> {
  const { hold, delivery, subscription, frozen } = way;
  const late = Math.max(0, lateness(delivery, at));
  const isLate = late > LATE_AFTER;
  const { guild, channel, id } = subscription;
  const settled = await settleSent(store.db, hold, id, {
    message,
    link: `https://discord.com/channels/${guild}/${channel}/${message}`,
    now: now(),
    late: isLate ? late : null,
    reason: remarks(delivery, isLate, without),
    history: frozen.history,
  });
  if (!settled) return;
  metrics.finished('sent', late);
  log[without === undefined ? 'info' : 'warn']({ delivery: delivery.id, guild, late, without }, 'an edition was posted');
}

/** Finished without a post. */
export async function unsent(courier: Courier, { hold, delivery }: Pick<Way, 'hold' | 'delivery'>, state: Unsent, reason: string): Promise<void> {
  const { store, now, log, metrics } = courier;
  await settleUnsent(store.db, hold, state, reason, now());
  metrics.finished(state);
  log[state === 'failed' ? 'error' : 'warn']({ delivery: delivery.id, reason }, `an edition was ${state}`);
}

/** Nothing of it stands in the channel, and nothing will. */
function given(courier: Courier, way: Way): Promise<void> {
  const { unwanted, delivery } = way;
  if (unwanted) return unsent(courier, way, unwanted.state, unwanted.why);
  return unsent(courier, way, 'skipped', `too late to be posted: ${delivery.reason ?? 'too many editions were waiting'}`);
}

const later = ({ store }: Courier, { hold }: Way, ms: number, reason: string | null): Promise<void> => settleLater(store.db, store.boss, hold, ms, reason);

/** Discord says that something is lacking; a look at the channel says what. */
async function blocked({ store, now, log, metrics, look }: Courier, { hold, delivery, subscription }: Way, refusal: string): Promise<void> {
  const { guild, channel } = subscription;
  const door = await look(guild, channel);
  const why = door.is === 'closed' ? door.why : refusal;
  await settleBlocked(store.db, store.boss, hold, subscription, why, now());
  metrics.finished('blocked');
  log.warn({ delivery: delivery.id, guild, channel, why }, 'a channel is closed to the digest');
}

/** A 400 is a fault of ours. What was sent is kept in the row; the log tells which it was. */
async function wrong(courier: Courier, way: Way, status: number, code: number | undefined): Promise<void> {
  const hash = createHash('sha256').update(JSON.stringify(way.frozen.message)).digest('hex');
  courier.log.error({ delivery: way.delivery.id, edition: way.frozen.edition, status, code, payload: hash }, 'Discord takes a post for malformed');
  const told = `Discord refused the post as malformed (${status}${code === undefined ? '' : `, code ${code}`}); the fault is in the program`;
  await unsent(courier, way, 'failed', told);
}

async function unclear(courier: Courier, way: Way, why: string): Promise<void> {
  const { delivery } = way;
  if (lateness(delivery, courier.now()) > courier.grace + NO_ANSWER) {
    return unsent(courier, way, 'failed', `Discord never said whether it was posted (${why})`);
  }
  await later(courier, way, backoff(delivery.attempts + 1, courier.random()), `Discord gave no answer (${why})`);
}

const UNSEEN = 'it may have been posted: Discord’s answer was lost, and without Read Message History the bot can’t look; it was not posted again';

/** Writes down what became of an edition. */
export async function settle(courier: Courier, way: Way, outcome: Exclude<Outcome, { is: 'lost' }>): Promise<void> {
  const { delivery } = way;
  courier.metrics.request(outcome.is);
  switch (outcome.is) {
    case 'posted':
      return sent(courier, way, outcome, courier.now());
    case 'found':
      return sent(courier, way, outcome, postedAt(outcome.message));
    case 'absent':
      return given(courier, way);
    case 'unseen':
      return unsent(courier, way, 'failed', UNSEEN);
    case 'limited':
      if (outcome.everywhere) await courier.pace.pause(outcome.ms);
      return later(courier, way, afterLimit(outcome.ms, courier.random()), 'Discord asked for a pause');
    case 'unclear':
      return unclear(courier, way, outcome.why);
    case 'token':
      courier.log.error({ delivery: delivery.id }, 'Discord refuses the token');
      return later(courier, way, NO_TOKEN, 'Discord no longer took the bot’s token');
    case 'closed':
      return blocked(courier, way, outcome.why);
    case 'wrong':
      return wrong(courier, way, outcome.status, outcome.code);
  }
}
