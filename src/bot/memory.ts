/** What the bot keeps beside its digests: questions that found nothing; and what it forgets when it leaves a server. */
import type { StoreConfig } from '../config.ts';
import { errorFacts, type Log } from '../ops/log.ts';
import type { Heard } from '../ops/missed.ts';
import type { Door } from '../store/door.ts';
import { forgetGuild } from '../store/forget.ts';
import { countMiss } from '../store/misses.ts';

export interface Memory {
  /** Counts a question that found nothing, if the store is open: nobody waits for it. */
  missed(surface: string): (heard: Heard) => void;
  /** Deletes all that is kept of a server, and logs it. Never rejects. @param guild its id. */
  left(guild: string): Promise<void>;
}

interface Means {
  config: Pick<StoreConfig, 'keepMisses'>;
  door: Door;
  log: Log;
}

const todayUtc = (): string => Temporal.Now.instant().toString().slice(0, 10);

async function forget({ door, log }: Means, guild: string): Promise<void> {
  try {
    const { subscriptions, deliveries } = await forgetGuild((await door.open()).db, guild);
    log.info({ guild, subscriptions, deliveries }, 'the bot left a server, and what was kept of it was deleted');
  } catch (error) {
    log.error({ guild, ...errorFacts(error) }, 'what is kept of a server that the bot left could not be deleted: npm run store -- forget does it');
  }
}

export const memoryOf = (means: Means): Memory => ({
  missed: (surface) => (heard) => {
    const { config, door, log } = means;
    const counted = door.store && countMiss(door.store.db, { surface, ...heard }, todayUtc(), config.keepMisses !== undefined);
    counted?.catch((error: unknown) => log.warn(errorFacts(error), 'a question that found nothing could not be counted'));
  },
  left: (guild) => forget(means, guild),
});
