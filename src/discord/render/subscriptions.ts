/** Subscriptions and what became of their editions. Channels, roles and times are told so that Discord shows them in each reader's own way. */
import type { APIEmbed } from 'discord-api-types/v10';
import type {
  AccountsReply,
  AccountView,
  EditionView,
  ManagersReply,
  Moment,
  SubscribedReply,
  SubscriptionsReply,
  SubscriptionView,
} from '../../replies/subscriptions.ts';
import { type Block, cell, escapedCut, fill, prose, whole } from '../cut.ts';
import { EMBED } from '../limits.ts';
import { rows, stepButtons } from './components.ts';
import { author, COLOUR, type Message, roomFor, type Setting } from './message.ts';
import { smallBlock } from './words.ts';

/** Subscriptions of a page, and accounts of one: what fits a description, whatever they are called. */
const PAGE = { subscriptions: 8, accounts: 2 } as const;
/** Units that a reason is sure to have; it has more where the others leave it. */
const REASON = 75;

const STATES: Record<SubscriptionView['state'], string> = { active: '🟢', paused: '⏸️', blocked: '⛔' };
const EDITIONS: Record<EditionView['state'], string> = { sent: '✅', sending: '📤', queued: '🕗', skipped: '⏭️', blocked: '⛔', failed: '❌' };

const isId = (text: string): boolean => /^\d{1,20}$/.test(text);
/** Discord shows the name to those who may see the channel. It calls nobody. */
const channelMention = (id: string): string => (isId(id) ? `<#${id}>` : 'its channel');
const roleMention = (id: string): string => (isId(id) ? `<@&${id}>` : 'a role');

/** The moment as it is meant there, and how far off it is. */
const momentWords = ({ words, at }: Moment): string => `**${escapedCut(words, 60)}** (<t:${at}:R>)`;

/** `08:30, weekdays, Asia/Almaty · with a map`. */
const whenOf = ({ when, picture }: SubscriptionView): string => [escapedCut(when, 120), ...(picture ? [`with a ${picture}`] : [])].join(' · ');

const headOf = (one: SubscriptionView): string => `${STATES[one.state]} **${escapedCut(one.region, 60)}** in ${channelMention(one.channel)} · ${whenOf(one)}`;

/** When the next edition is, or why there is none. */
function nextOf({ state, reason, next }: SubscriptionView): string {
  if (state === 'paused') return 'Paused: nothing is posted until it is resumed.';
  if (state === 'active') return next ? `Next: ${momentWords(next)}` : 'No next edition is planned.';
  const why = reason === undefined ? 'Discord lets nothing be posted there' : escapedCut(reason, 160);
  return `Blocked: ${why.replace(/\.$/, '')}.${next ? ` Tried again ${momentWords(next)}` : ''}`;
}

const subscriptionBlocks = (one: SubscriptionView): Block[] => [whole(headOf(one)), whole(nextOf(one), '\n')];

const DID: Record<SubscribedReply['did'], string> = {
  made: 'Subscribed',
  changed: 'Changed',
  paused: 'Paused',
  resumed: 'Resumed',
  removed: 'Removed',
};

/** What was done to one subscription. */
export function renderSubscribed({ did, subscription, notes }: SubscribedReply): Message {
  const [head, next] = [whole(`${channelMention(subscription.channel)} · ${whenOf(subscription)}`), whole(nextOf(subscription), '\n')];
  const blocks = [head, ...(did === 'removed' || did === 'paused' ? [] : [next]), ...notes.map((note) => smallBlock(note))];
  const title = cell(`${DID[did]}: the daily digest of ${subscription.region}`, EMBED.title);
  return { embeds: [{ title, color: COLOUR.dossier, description: fill(blocks, EMBED.description) }], components: [] };
}

interface Pages {
  title: string;
  /** The blocks of each item. */
  items: readonly Block[][];
  size: number;
  notes?: readonly string[];
}

function paged({ title, items, size, notes = [] }: Pages, setting: Setting): Message {
  const of = Math.max(1, Math.ceil(items.length / size));
  const at = Math.min(Math.max(0, setting.page), of - 1);
  const blocks = [...items.slice(at * size, (at + 1) * size).flat(), ...notes.map((note) => smallBlock(note, '\n\n'))];
  const embed: APIEmbed = { author: author(setting.written), title: cell(title, EMBED.title), color: COLOUR.dossier };
  return { embeds: [{ ...embed, description: fill(blocks, roomFor(embed)) }], components: rows(stepButtons('page', at, of)) };
}

/** A server's subscriptions. */
export const renderSubscriptions = ({ title, subscriptions, notes }: SubscriptionsReply, setting: Setting): Message =>
  paged({ title, items: subscriptions.map(subscriptionBlocks), size: PAGE.subscriptions, notes }, setting);

/** The message's own address is ours to link; anything else is left out. */
const linked = (words: string, link: string | undefined): string =>
  link !== undefined && /^https:\/\/[\w.]+\/channels\/[\d@me]+\/\d+\/\d+$/.test(link) ? `[${words}](${link})` : words;

function editionBlock({ date, state, told, reason, link }: EditionView): Block {
  const head = `${EDITIONS[state]} ${escapedCut(date, 40)} · ${linked(escapedCut(told, 40), link)}`;
  return reason === undefined ? whole(head, '\n') : prose(reason, REASON, { before: `${head}: `, gap: '\n' });
}

function accountBlocks({ subscription, editions }: AccountView): Block[] {
  const none = editions.length === 0 ? [whole('-# No edition has been due yet.', '\n')] : [];
  return [...subscriptionBlocks(subscription), ...none, ...editions.map(editionBlock)];
}

/** Every recent edition. */
export const renderAccounts = ({ title, accounts }: AccountsReply, setting: Setting): Message =>
  paged({ title, items: accounts.map(accountBlocks), size: PAGE.accounts }, setting);

/** Who may manage digests. */
export function renderManagers({ did, role }: ManagersReply): Message {
  const title = did === 'handed' ? 'Managing was handed on' : did === 'withdrawn' ? 'Managing was taken back' : 'Who manages digests';
  const who = role === undefined ? 'Those with Manage Server, and nobody else.' : `Those with Manage Server, and ${roleMention(role)}.`;
  const how = role === undefined ? '/digest managers role: hands it to a role.' : '/digest managers withdraw: takes it back.';
  return { embeds: [{ title, color: COLOUR.dossier, description: `${who}\n-# ${how}` }], components: [] };
}
