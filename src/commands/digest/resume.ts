import type { Base } from '../../base/schema.ts';
import type { Subscription } from '../../digest/service.ts';
import type { Reply } from '../../replies/reply.ts';
import { defineCommand } from '../command.ts';
import { type Desk, isReply, managing, reachOf } from './desk.ts';
import { gone } from './gone.ts';
import { DIGEST } from './group.ts';
import { DIGEST_OPTION, subscriptionMeant, suggestDigests } from './meant.ts';
import { adviceOn, refusalOf } from './reach.ts';
import { subscriptionView } from './views.ts';

async function resume({ id, channel }: Subscription, base: Base, desk: Desk): Promise<Reply> {
  const { digests, guild, now } = desk;
  const reach = await reachOf(desk, channel);
  if (reach.can !== 'post') return refusalOf(reach, 'Nothing was resumed.');
  const resumed = await digests.resume(guild, id, now);
  if (!resumed) return gone;
  return { kind: 'subscribed', did: 'resumed', subscription: subscriptionView(resumed, base), notes: adviceOn(reach.lacks) };
}

/** Goes on with a digest that was paused or blocked, if the bot may post there now. */
export const digestResume = defineCommand({
  name: 'digest resume',
  group: DIGEST,
  type: 'slash',
  description: 'Go on with a digest that was paused or blocked',
  localised: {
    name: { tr: 'sürdür', ru: 'возобновить', uk: 'відновити' },
    description: {
      tr: 'Duraklatılan veya engellenen bir bülteni sürdür',
      ru: 'Возобновить приостановленный или заблокированный дайджест',
      uk: 'Відновити призупинений або заблокований дайджест',
    },
  },
  options: { digest: DIGEST_OPTION },
  quiet: 'always',
  suggest: (_option, { digest }, request, context) => suggestDigests(digest ?? '', request, context),
  execute: ({ digest }, request, context) =>
    managing(request, context, async (desk) => {
      const meant = await subscriptionMeant(digest, desk, context.base);
      return isReply(meant) ? meant : resume(meant, context.base, desk);
    }),
});
