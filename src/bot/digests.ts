/** The daily digest beside a running bot: its commands, and delivery. Both need the store, and the token to speak to Discord with. */
import { hostname } from 'node:os';
import type { Context } from '../commands/command.ts';
import type { DeliveryOptions } from '../digest/delivery.ts';
import type { Ran } from '../digest/run.ts';
import type { Channels } from '../digest/service.ts';
import { errorFacts, type Log } from '../ops/log.ts';
import type { Metrics } from '../ops/metrics.ts';
import type { Brush } from '../pictures/studio.ts';
import { type Store, StoreError } from '../store/store.ts';
import { contextWith } from './context.ts';
import type { Keeping } from './keeping.ts';

interface Means {
  token: string;
  /** Discord's address without version; Discord's own when undefined. */
  api: string | undefined;
  context: Context;
  log: Log;
  metrics: Metrics;
  /** Hours after its time in which an edition is still posted. */
  graceHours: number;
  /** Draws and paints the editions' pictures. */
  brush: Brush;
}

const channelsOf = async ({ token, api }: Pick<Means, 'token' | 'api'>): Promise<Channels> =>
  (await import('../surfaces/gateway/channels.ts')).createChannels({ token, api });

/** What delivery works with on a store. */
async function courierOn(store: Store, means: Means, channels: Channels): Promise<DeliveryOptions> {
  const [{ createPoster }, { lookThrough }, { LATE_AFTER }] = await Promise.all([
    import('../surfaces/gateway/poster.ts'),
    import('../digest/door.ts'),
    import('../digest/plan/due.ts'),
  ]);
  const { token, api, context, log, metrics, graceHours, brush } = means;
  return {
    store,
    poster: createPoster({ token, api }),
    look: lookThrough(channels),
    base: () => context.base,
    brush,
    log,
    metrics: metrics.digest,
    now: Date.now,
    random: Math.random,
    // Nobody can post in the very second.
    grace: Math.max(graceHours * 3600, LATE_AFTER),
    name: `${hostname()} ${process.pid}`,
  };
}

/** Delivers what is due now, once. */
export async function deliverOnce(store: Store, means: Omit<Means, 'brush'>): Promise<Ran> {
  const [{ deliverDue }, { createRasteriser }] = await Promise.all([import('../digest/run.ts'), import('../ops/raster/raster.ts')]);
  const { unhurried, stop } = createRasteriser();
  const options = await courierOn(store, { ...means, brush: unhurried }, await channelsOf(means));
  try {
    return await deliverDue(options);
  } finally {
    options.poster.close();
    await stop();
  }
}

/** The same context, with digests. */
async function withDigests(channels: Channels, { context, log }: Means, { door }: Keeping): Promise<Context> {
  const { createDigests } = await import('../digest/subscriptions.ts');
  const open = async () => (await door.open()).db;
  const digests = createDigests(open, channels, (error) => {
    // That the store does not open has been said when it was tried.
    if (!(error instanceof StoreError)) log.error(errorFacts(error), 'the store did not do what a command asked');
  });
  return contextWith(context, { digests });
}

interface Digests {
  /** For the commands. */
  context: Context;
  /** Begins to deliver, as soon as the store is open; it ends before the store is closed. */
  begin(): void;
}

export async function createDigestsBeside(keeping: Keeping, means: Means): Promise<Digests> {
  const channels = await channelsOf(means);
  return {
    context: await withDigests(channels, means, keeping),
    begin: () =>
      keeping.use(async (store) => {
        const { startDelivery } = await import('../digest/delivery.ts');
        const options = await courierOn(store, means, channels);
        const { stop } = await startDelivery(options);
        return async () => {
          await stop();
          options.poster.close();
        };
      }),
  };
}
