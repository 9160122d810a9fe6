import { defineCommand } from '../command.ts';
import { reachOf } from './desk.ts';
import { DIGEST } from './group.ts';
import { gone, withOneDigest } from './one.ts';
import { adviceOn, refusalOf } from './reach.ts';
import { subscriptionView } from './views.ts';

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
  ...withOneDigest(async ({ id, channel }, desk, base) => {
    const reach = await reachOf(desk, channel);
    if (reach.can !== 'post') return refusalOf(reach, 'Nothing was resumed.');
    const resumed = await desk.digests.resume(desk.guild, id, desk.now);
    if (!resumed) return gone;
    return { kind: 'subscribed', did: 'resumed', subscription: subscriptionView(resumed, base), notes: adviceOn(reach.lacks) };
  }),
});
