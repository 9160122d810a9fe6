import { defineCommand } from '../command.ts';
import { DIGEST } from './group.ts';
import { gone, withOneDigest } from './one.ts';
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
  ...withOneDigest(async ({ id }, { digests, guild }, base) => {
    const removed = await digests.remove(guild, id);
    if (!removed) return gone;
    const notes = ['What it posted stays in the channel; its history is forgotten, and a new digest begins anew.'];
    return { kind: 'subscribed', did: 'removed', subscription: subscriptionView(removed, base), notes };
  }),
});
