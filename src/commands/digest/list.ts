import { count } from '../../base/count.ts';
import type { Base } from '../../base/schema.ts';
import type { DigestService, Subscription } from '../../digest/service.ts';
import type { Reply } from '../../replies/reply.ts';
import { type Context, defineCommand, type Request } from '../command.ts';
import { atDesk, NOWHERE, plainly } from './desk.ts';
import { DIGEST } from './group.ts';
import { visible } from './meant.ts';
import { subscriptionView } from './views.ts';

const NONE: Reply = {
  kind: 'notice',
  title: 'No digest is subscribed here.',
  lines: ['/digest subscribe makes one; /digest preview shows what it would say.'],
};

function listOf(title: string, subscriptions: readonly Subscription[], base: Base, notes: string[] = []): Reply {
  if (subscriptions.length === 0) return NONE;
  return {
    kind: 'subscriptions',
    title: `${count(subscriptions.length, 'digest')} ${title}`,
    subscriptions: subscriptions.map((one) => subscriptionView(one, base)),
    notes,
  };
}

/** Who runs the bot sees all servers, in a terminal. */
const everywhere = (digests: DigestService, base: Base): Promise<Reply> =>
  plainly(async () => {
    const all = await digests.list();
    return all.length === 0 ? NOWHERE : listOf('in all servers', all, base);
  });

const inServer = (request: Request, context: Context): Promise<Reply> =>
  atDesk(request, context, async (desk) => {
    const title = desk.manages ? 'in this server' : 'in this channel';
    const notes = desk.manages ? [] : ['Those of other channels are shown to who may manage digests.'];
    return listOf(title, await visible(desk), context.base, notes);
  });

/** The server's digests, or the channel's for those who do not manage them. */
export const digestList = defineCommand({
  name: 'digest list',
  group: DIGEST,
  type: 'slash',
  description: 'The digests of this server: where, when, and the next one',
  localised: {
    name: { tr: 'liste', ru: 'список', uk: 'список' },
    description: {
      tr: 'Bu sunucunun bültenleri: nerede, ne zaman, sıradaki',
      ru: 'Дайджесты этого сервера: где, когда и следующий',
      uk: 'Дайджести цього сервера: де, коли й наступний',
    },
  },
  options: {},
  quiet: 'always',
  execute: (_given, request, context) =>
    request.surface === 'terminal' && context.digests ? everywhere(context.digests, context.base) : inServer(request, context),
});
