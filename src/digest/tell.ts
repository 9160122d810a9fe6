/** Telling people that their digest can't be posted: the subscriber, else the server. Once for each channel that closes. */

import { closedNote } from '../discord/render/digest.ts';
import type { Message } from '../discord/render/message.ts';
import type { Courier } from './deliver/courier.ts';
import { nonceOf } from './nonce.ts';
import type { Opened, Posted } from './poster.ts';

/** Who can be told next, when one can't. */
const HOPELESS: ReadonlySet<Posted['is'] | Opened['is']> = new Set(['closed', 'none', 'wrong']);

/** What is wrong with a channel, and for which regions; undefined when that has passed. */
async function noteFor({ store, base }: Courier, id: string): Promise<{ note: Message; user: string; guild: string } | undefined> {
  const one = await store.db
    .selectFrom('subscriptions')
    .select(['guild', 'channel', 'created_by', 'state', 'state_reason'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (one?.state !== 'blocked') return undefined;
  const all = await store.db
    .selectFrom('subscriptions')
    .select('region')
    .where('channel', '=', one.channel)
    .where('state', '=', 'blocked')
    .orderBy('region')
    .execute();
  const regions = all.map(({ region }) => base().entities.get(region)?.name ?? region);
  return { note: closedNote(regions, one.channel, one.state_reason ?? ''), user: one.created_by, guild: one.guild };
}

/** Posts where it opens. @returns false when that is no use. @throws when it may be some use later. */
async function told({ poster, pace, end, metrics }: Courier, open: () => Promise<Opened>, note: Message, nonce: string): Promise<boolean> {
  await pace.turn(end);
  const opened = await open();
  const outcome = opened.is === 'opened' ? await poster.post(opened.channel, note, nonce) : opened;
  metrics.request(outcome.is);
  if (outcome.is === 'posted') return true;
  if (HOPELESS.has(outcome.is)) return false;
  throw new Error(`nobody was told: ${outcome.is}`);
}

/**
 * Tells whoever can act.
 * @param job its id: the nonce comes from it, so that nobody is told twice.
 * @param id of a subscription of the channel.
 * @throws when Discord has to be asked again.
 */
export async function tellClosed(courier: Courier, job: string, id: string): Promise<void> {
  const { poster, log } = courier;
  const found = await noteFor(courier, id);
  if (!found) return;
  const { note, user, guild } = found;
  if (await told(courier, () => poster.direct(user), note, `u${nonceOf(job)}`)) return;
  if (await told(courier, () => poster.systemChannel(guild), note, `s${nonceOf(job)}`)) return;
  log.warn({ guild }, 'nobody could be told that a channel is closed to the digest');
}
