/** Subscriptions and their editions as blocks of terminal text. Channels stand by their ids: a terminal knows no names. */
import type { AccountView, EditionView, ManagersReply, SubscribedReply, SubscriptionView } from '../../replies/subscriptions.ts';
import { address, title } from './blocks.ts';
import { type Page, paragraph } from './page.ts';

const INDENT = '  ';

function nextOf({ state, reason = 'Discord lets nothing be posted there', next }: SubscriptionView): string {
  if (state === 'paused') return 'Paused.';
  if (state === 'active') return next ? `Next: ${next.words}` : 'No next edition is planned.';
  return `Blocked: ${reason.replace(/\.$/, '')}.${next ? ` Tried again ${next.words}.` : ''}`;
}

export const subscriptionBlock = (page: Page, one: SubscriptionView): string[] => [
  ...title(page, `${one.region}, channel ${one.channel}`),
  ...paragraph(page, one.picture ? `${one.when}, with a ${one.picture}` : one.when, { first: INDENT }),
  ...paragraph(page, nextOf(one), { first: INDENT }),
];

function editionLines(page: Page, { date, told, reason, link }: EditionView): string[] {
  const words = `${date} · ${told}${reason === undefined ? '' : `: ${reason}`}`;
  return [...paragraph(page, words, { first: INDENT, rest: INDENT.repeat(2) }), ...(link === undefined ? [] : [INDENT.repeat(2) + address(page, link)])];
}

/** One subscription, then its editions. */
export function accountBlock(page: Page, { subscription, editions }: AccountView): string[] {
  const told = editions.flatMap((edition) => editionLines(page, edition));
  return [...subscriptionBlock(page, subscription), ...(told.length > 0 ? told : paragraph(page, 'No edition has been due yet.', { first: INDENT }))];
}

export const subscribedBlocks = (page: Page, { did, subscription, notes }: SubscribedReply): string[][] => [
  title(page, `${did.charAt(0).toUpperCase()}${did.slice(1)}`),
  subscriptionBlock(page, subscription),
  ...notes.map((note) => paragraph(page, note, { format: 'dim' })),
];

export const managersBlock = (page: Page, { role }: ManagersReply): string[] =>
  paragraph(page, role === undefined ? 'Managing digests needs Manage Server.' : `Managing digests needs Manage Server or the role ${role}.`);
