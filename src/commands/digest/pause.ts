import { defineCommand } from '../command.ts';
import { isReply, managing } from './desk.ts';
import { gone } from './gone.ts';
import { DIGEST } from './group.ts';
import { DIGEST_OPTION, subscriptionMeant, suggestDigests } from './meant.ts';
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
  options: { digest: DIGEST_OPTION },
  quiet: 'always',
  suggest: (_option, { digest }, request, context) => suggestDigests(digest ?? '', request, context),
  execute: ({ digest }, request, context) =>
    managing(request, context, async (desk) => {
      const meant = await subscriptionMeant(digest, desk, context.base);
      if (isReply(meant)) return meant;
      const paused = await desk.digests.pause(desk.guild, meant.id);
      if (!paused) return gone;
      return { kind: 'subscribed', did: 'paused', subscription: subscriptionView(paused, context.base), notes: ['/digest resume goes on with it.'] };
    }),
});
