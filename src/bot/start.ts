/** The bot, put together: gateway or endpoint, with health and metrics beside. */
import type { Context } from '../commands/command.ts';
import { dispatch } from '../commands/dispatch.ts';
import type { BotConfig, StoreConfig } from '../config.ts';
import { createLog, type Log } from '../ops/log.ts';
import { createMetrics, type Metrics } from '../ops/metrics.ts';
import { createRasteriser } from '../ops/raster/raster.ts';
import { createDepartures, type Departures } from './departures.ts';
import { createDigestsBeside } from './digests.ts';
import { type Keeping, keepStore } from './keeping.ts';
import { withPictures } from './pictures.ts';
import { openEndpoint, openGateway, type Parts, type Running } from './surfaces.ts';
import type { Way } from './way.ts';

async function openOps({ config, log, metrics }: Pick<Parts, 'config' | 'log' | 'metrics'>, isReady: () => boolean): Promise<() => Promise<void>> {
  const [{ createOps }, { listen }] = await Promise.all([import('../surfaces/http/ops.ts'), import('../ops/listen.ts')]);
  const { port, stop } = await listen(createOps(metrics, isReady), config.ops);
  log.info({ host: config.ops.host, port }, 'health and metrics');
  return stop;
}

/** The citation processor takes a second to load, which nobody shall wait for later. */
async function warmUp({ context, today }: Parts): Promise<void> {
  const [record] = context.base.records;
  if (record) await dispatch({ command: 'citation', options: { record: record.id }, today: today(), surface: 'gateway' }, context);
}

async function departuresFor(token: string, keeping: Keeping, api: string | undefined, log: Log): Promise<Departures> {
  const { createServers } = await import('../surfaces/gateway/servers.ts');
  return createDepartures(keeping, { servers: createServers({ token, api }), log });
}

/** What the bot runs with. */
interface Settings {
  config: BotConfig;
  context: Context;
  /** The reader's day, in ISO 8601. */
  today(): string;
  metrics?: Metrics;
  /** Where the store is; without it there is none. */
  store?: StoreConfig;
  /** Lines for whoever started the program. */
  say?(line: string): void;
}

/** Starts the bot. @returns once it answers. @throws StartError in plain words. */
export async function startBot(way: Way, { metrics = createMetrics(), store, say = () => {}, ...settings }: Settings): Promise<Running> {
  const log = createLog(settings.config.logLevel);
  let surface: Running | undefined;
  const stopOps = await openOps({ config: settings.config, log, metrics }, () => surface?.ready ?? false);
  // Before Discord is spoken to: opening an embedded store keeps the processor busy for a second.
  const keeping = store && (await keepStore({ config: store, log, say, opened: metrics.store }));
  const raster = createRasteriser();
  const { token } = way;
  const means = { api: settings.config.api, context: settings.context, log, metrics, brush: raster.unhurried };
  const digests = keeping && token !== undefined ? await createDigestsBeside(keeping, { token, graceHours: store.graceHours, ...means }) : undefined;
  const departures = keeping && token !== undefined ? await departuresFor(token, keeping, settings.config.api, log) : undefined;
  const context = withPictures(digests?.context ?? settings.context, raster.draw, log);
  const parts: Parts = { ...settings, context, metrics, paint: raster.paint, log, ...(keeping && { keeping }), ...(departures && { departures }) };
  try {
    await warmUp(parts);
    surface = await (way.by === 'gateway' ? openGateway(way, parts) : openEndpoint(way, parts));
    digests?.begin();
    departures?.begin();
  } catch (error) {
    await stopOps();
    await keeping?.stop();
    throw error;
  }
  const { failed, stop } = surface;
  const running = surface;
  return {
    get ready() {
      return running.ready;
    },
    failed,
    stop: async () => {
      await stop();
      await stopOps();
      // What is still being posted may want its picture.
      await keeping?.stop();
      await raster.stop();
    },
  };
}
