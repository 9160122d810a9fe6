/** The digest's commands beside a running bot: they need the store, and the token to look at channels with. */
import type { Context } from '../commands/command.ts';
import type { DigestService } from '../digest/service.ts';
import { errorFacts, type Log } from '../ops/log.ts';
import { StoreError } from '../store/store.ts';
import type { Keeping } from './keeping.ts';

interface Means {
  token: string;
  /** Discord's address without version; Discord's own when undefined. */
  api: string | undefined;
  door: Keeping['door'];
  log: Log;
}

async function digestsOn({ token, api, door, log }: Means): Promise<DigestService> {
  const [{ createDigests }, { createChannels }] = await Promise.all([import('../digest/subscriptions.ts'), import('../surfaces/gateway/channels.ts')]);
  const open = async () => (await door.open()).db;
  return createDigests(open, createChannels({ token, api }), (error) => {
    // That the store does not open has been said when it was tried.
    if (!(error instanceof StoreError)) log.error(errorFacts(error), 'the store did not do what a command asked');
  });
}

/** The same context, with digests; base and search stay those of the moment. */
export async function withDigests(context: Context, means: Means): Promise<Context> {
  const digests = await digestsOn(means);
  return {
    get base() {
      return context.base;
    },
    get search() {
      return context.search;
    },
    digests,
  };
}
