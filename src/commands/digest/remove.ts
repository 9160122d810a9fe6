import { defineCommand } from '../command.ts';
import { isReply, managing } from './desk.ts';
import { gone } from './gone.ts';
import { DIGEST } from './group.ts';
import { DIGEST_OPTION, subscriptionMeant, suggestDigests } from './meant.ts';
import { subscriptionView } from './views.ts';

/** Ends a digest, with its ledger and all that is known of its readers. */
export const digestRemove = defineCommand({
  name: 'digest remove',
  group: DIGEST,
  type: 'slash',
  description: 'End a digest, and forget what it posted',
  localised: {
    name: { tr: 'kaldır', ru: 'удалить', uk: 'видалити' },
    description: {
      tr: 'Bir bülteni bitir ve gönderdiklerini unut',
      ru: 'Закончить дайджест и забыть, что он публиковал',
      uk: 'Завершити дайджест і забути, що він публікував',
    },
  },
  options: { digest: DIGEST_OPTION },
  quiet: 'always',
  suggest: (_option, { digest }, request, context) => suggestDigests(digest ?? '', request, context),
  execute: ({ digest }, request, context) =>
    managing(request, context, async (desk) => {
      const meant = await subscriptionMeant(digest, desk, context.base);
      if (isReply(meant)) return meant;
      const removed = await desk.digests.remove(desk.guild, meant.id);
      if (!removed) return gone;
      const notes = ['What it posted stays in the channel; its history is forgotten, and a new digest begins anew.'];
      return { kind: 'subscribed', did: 'removed', subscription: subscriptionView(removed, context.base), notes };
    }),
});
