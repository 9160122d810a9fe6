import type { Base } from '../../base/schema.ts';
import type { DigestService, Subscription } from '../../digest/service.ts';
import type { Reply } from '../../replies/reply.ts';
import { type Context, defineCommand, type Request } from '../command.ts';
import { atDesk, NOWHERE, plainly } from './desk.ts';
import { DIGEST } from './group.ts';
import { editionView, subscriptionView } from './views.ts';

/** Editions told of one digest: where it is alone, and where there are several. */
const ALONE = 14;
const AMONG = 7;

const NONE: Reply = { kind: 'notice', title: 'No digest is subscribed in that channel.', lines: ['/digest list shows those that there are.'] };
const ELSEWHERE: Reply = { kind: 'notice', title: 'Ask in that channel.', lines: ['Other channels’ digests are shown to who may manage them.'] };

const noneIn = (channel: string): Reply => ({
  kind: 'notice',
  title: `No digest is subscribed in the channel ${channel}.`,
  lines: ['It is named by its id; npm run digest -- list shows those that there are.'],
});

async function accounts(subscriptions: readonly Subscription[], digests: DigestService, base: Base): Promise<Reply> {
  if (subscriptions.length === 0) return NONE;
  const most = subscriptions.length === 1 ? ALONE : AMONG;
  const editions = await Promise.all(subscriptions.map(({ id }) => digests.deliveries(id, most)));
  const views = subscriptions.map((one, index) => ({ subscription: subscriptionView(one, base), editions: (editions[index] ?? []).map(editionView) }));
  return { kind: 'accounts', title: 'What became of each edition', accounts: views };
}

const inServer = (asked: string | undefined, request: Request, context: Context): Promise<Reply> =>
  atDesk(request, context, async ({ digests, guild, channel: here, manages }) => {
    const channel = asked ?? here;
    if (channel !== here && !manages) return ELSEWHERE;
    return accounts(
      (await digests.list(guild)).filter((one) => one.channel === channel),
      digests,
      context.base,
    );
  });

/** Who runs the bot asks of any channel, or of all. */
const everywhere = (asked: string | undefined, digests: DigestService, base: Base): Promise<Reply> =>
  plainly(async () => {
    const all = await digests.list();
    if (all.length === 0) return NOWHERE;
    const wanted = all.filter(({ channel }) => asked === undefined || channel === asked);
    return wanted.length === 0 ? noneIn(asked ?? '') : accounts(wanted, digests, base);
  });

/** What became of every recent edition, and when the next one is. */
export const digestWhy = defineCommand({
  name: 'digest why',
  group: DIGEST,
  type: 'slash',
  description: 'What became of every recent edition, and why',
  localised: {
    name: { tr: 'neden', ru: 'почему', uk: 'чому' },
    description: {
      tr: 'Son sayıların her birine ne oldu ve neden',
      ru: 'Что стало с каждым из последних выпусков и почему',
      uk: 'Що сталося з кожним з останніх випусків і чому',
    },
  },
  options: {
    channel: {
      description: 'Of which channel; this one unless told',
      localised: {
        name: { tr: 'kanal', ru: 'канал', uk: 'канал' },
        description: { tr: 'Hangi kanalın; söylenmezse bu', ru: 'Какого канала; если не указано, этого', uk: 'Якого каналу; якщо не вказано, цього' },
      },
      required: false,
      longest: 20,
      kind: 'channel',
      bare: true,
    },
  },
  quiet: 'always',
  execute: ({ channel }, request, context) =>
    request.surface === 'terminal' && context.digests ? everywhere(channel, context.digests, context.base) : inServer(channel, request, context),
});
