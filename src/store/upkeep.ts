/** What is done to the store by the hour: texts that are old are removed, and what changed is backed up. Doing it twice, or on every instance, does no harm. */
import type { StoreConfig } from '../config.ts';
import { backUpIfDue } from './backup/schedule.ts';
import { removeMisses } from './misses.ts';
import { backupsOf } from './places.ts';
import type { Store } from './store.ts';

/**
 * Looks after the store once.
 * @param when `now`: what changed is backed up at once, for the program ends.
 */
export async function upkeep(store: Store, config: Pick<StoreConfig, 'folder' | 'keepMisses'>, now: Temporal.Instant, when?: 'now'): Promise<void> {
  await removeMisses(store.db, now, config.keepMisses);
  if (store.kind === 'embedded') await backUpIfDue(store.db, backupsOf(config.folder), now, when);
}
