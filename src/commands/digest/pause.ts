import { defineCommand } from '../command.ts';
import { DIGEST } from './group.ts';
import { gone, withOneDigest } from './one.ts';
import { subscriptionView } from './views.ts';

/** Stops a digest until it is resumed; what its readers were told is kept. */
export const digestPause = defineCommand({
  name: 'digest pause',
  group: DIGEST,
  type: 'slash',
  description: 'Stop a digest until it is resumed',
  localised: {
    name: { tr: 'duraklat', ru: 'пауза', uk: 'пауза' },
    description: {
      tr: 'Sürdürülene kadar bir bülteni durdur',
      ru: 'Остановить дайджест, пока его не возобновят',
      uk: 'Зупинити дайджест, доки його не відновлять',
    },
  },
  ...withOneDigest(async ({ id }, { digests, guild }, base) => {
    const paused = await digests.pause(guild, id);
    if (!paused) return gone;
    return { kind: 'subscribed', did: 'paused', subscription: subscriptionView(paused, base), notes: ['/digest resume goes on with it.'] };
  }),
});
