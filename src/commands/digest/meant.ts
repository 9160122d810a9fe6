/** Which subscription is meant, and those that are offered. */

import type { Base } from '../../base/schema.ts';
import { fold } from '../../digest/fold.ts';
import { DigestsUnavailable, type Subscription } from '../../digest/service.ts';
import type { Reply } from '../../replies/reply.ts';
import type { Context, OptionDefinition, Request, Suggestion } from '../command.ts';
import { type Desk, deskOf, isReply } from './desk.ts';
import { regionName } from './regions.ts';
import { scheduleWords } from './views.ts';

export const DIGEST_OPTION = {
  description: 'Which one; this channel’s unless told',
  localised: {
    name: { tr: 'bülten', ru: 'дайджест', uk: 'дайджест' },
    description: {
      tr: 'Hangisi; söylenmezse bu kanalınki',
      ru: 'Какой; если не указано, дайджест этого канала',
      uk: 'Який; якщо не вказано, дайджест цього каналу',
    },
  },
  required: false,
  longest: 100,
  suggests: true,
  bare: true,
} satisfies OptionDefinition;

/** Suggestions, and a suggestion's UTF-16 units, as Discord has them. */
const MOST = 25;
const LONGEST = 100;
/** Subscriptions named where none was clearly meant. */
const MOST_NAMED = 8;

/** Those that who asks may see: all for those who manage, else this channel's. This channel's come first. */
export async function visible({ digests, guild, channel, manages }: Desk): Promise<Subscription[]> {
  const all = await digests.list(guild);
  const here = all.filter((one) => one.channel === channel);
  return manages ? [...here, ...all.filter((one) => one.channel !== channel)] : here;
}

/** A channel by its name; by its id too where that is needed to tell it from others, for Discord takes no two suggestions of one name. */
function channelWords(channel: string, names: ReadonlyMap<string, string>, here: string): string {
  if (channel === here) return 'this channel';
  const name = names.get(channel);
  if (name === undefined) return `channel ${channel}`;
  return [...names.values()].filter((other) => other === name).length === 1 ? `#${name}` : `#${name} (${channel})`;
}

/** `Central Asia · #morning · 08:30, weekdays, Asia/Almaty`. */
function labelOf({ region, channel, schedule, state }: Subscription, base: Base, names: ReadonlyMap<string, string>, here: string): string {
  const where = channelWords(channel, names, here);
  return [regionName(region, base), where, scheduleWords(schedule), ...(state === 'active' ? [] : [state])].join(' · ');
}

async function labelled(desk: Desk, base: Base): Promise<{ subscription: Subscription; label: string }[]> {
  const [subscriptions, names] = await Promise.all([visible(desk), desk.digests.channels.names(desk.guild)]);
  return subscriptions.map((subscription) => ({ subscription, label: labelOf(subscription, base, names, desk.channel) }));
}

/** Subscriptions for what was typed so far. */
async function digestsLike(typed: string, request: Request, context: Context): Promise<Suggestion[]> {
  const desk = await deskOf(request, context);
  if (isReply(desk)) return [];
  const found = (await labelled(desk, context.base)).filter(({ label }) => fold(label).includes(fold(typed)));
  return found.slice(0, MOST).map(({ subscription, label }) => ({ value: subscription.id, name: label.slice(0, LONGEST).toWellFormed() }));
}

/** The same, and none while the store does not answer. */
export const suggestDigests = (typed: string, request: Request, context: Context): Promise<Suggestion[]> =>
  digestsLike(typed, request, context).catch((error: unknown) => {
    if (error instanceof DigestsUnavailable) return [];
    throw error;
  });

/** The subscription that was picked, or typed by its region, or that is this channel's only one; else what to say. */
export async function subscriptionMeant(typed: string | undefined, desk: Desk, base: Base): Promise<Subscription | Reply> {
  const all = await labelled(desk, base);
  const wanted = fold(typed ?? '');
  const isWanted = ({ id, region }: Subscription): boolean => id === typed || [region, regionName(region, base)].some((name) => fold(name) === wanted);
  const found = all.filter(({ subscription }) => (typed === undefined ? subscription.channel === desk.channel : isWanted(subscription)));
  const here = found.filter(({ subscription }) => subscription.channel === desk.channel);
  const [only, ...more] = here.length === 1 ? here : found;
  if (only && more.length === 0) return only.subscription;
  const lines = (found.length > 0 ? found : all).slice(0, MOST_NAMED).map(({ label }) => label);
  if (all.length === 0) return { kind: 'notice', title: 'No digest is subscribed here.', lines: ['/digest subscribe makes one.'] };
  return {
    kind: 'notice',
    title: found.length > 0 ? 'Several digests may be meant.' : 'Which digest is meant?',
    lines: ['Pick it from the suggestions:', ...lines],
  };
}
