/** The bot beside a fake Discord, by either way, with the shipped base unless told. */
import type { Context } from '../../src/commands/command.ts';
import { dispatch } from '../../src/commands/dispatch.ts';
import { createHandler, type Handle, type HandlerOptions } from '../../src/discord/handle.ts';
import { createJobs } from '../../src/ops/in-time.ts';
import { listen } from '../../src/ops/listen.ts';
import { createLog } from '../../src/ops/log.ts';
import { createMetrics } from '../../src/ops/metrics.ts';
import type { Tuning } from '../../src/surfaces/gateway/client.ts';
import { type Gateway, startGateway } from '../../src/surfaces/gateway/gateway.ts';
import { createInteractions } from '../../src/surfaces/http/interactions.ts';
import { publicKey } from '../../src/surfaces/http/signature.ts';
import { TODAY } from '../build.ts';
import { impatient as ws } from '../discord/fake/client.ts';
import type { Discord } from '../discord/fake/index.ts';

/** In milliseconds: a test waits for nothing that does not come. */
export const impatient: Tuning = { waitGuildTimeout: 500, closeTimeout: 100, ws };

export interface Options {
  context: Context;
  /** Instead of the one made from the context. */
  handle?: Handle;
  rates?: HandlerOptions['rates'];
  clock?: HandlerOptions['clock'];
  paint?: HandlerOptions['paint'];
  guild?: string;
  onAnew?(): unknown;
}

export interface Bot {
  /** What has been logged, a parsed line each. */
  logged: Record<string, unknown>[];
  /** The metrics as Prometheus reads them. */
  metrics(): Promise<string>;
  stop(): Promise<void>;
}

/** Generous enough for any test but those of the limits. */
const UNLIMITED = { user: { burst: 1e6, perSecond: 1e6 }, guild: { burst: 1e6, perSecond: 1e6 } };

function workings({ context, handle, paint, rates = UNLIMITED, clock }: Options, surface: 'gateway' | 'http') {
  const logged: Record<string, unknown>[] = [];
  const metrics = createMetrics(false);
  return {
    logged,
    metrics,
    log: createLog('debug', { write: (line) => void logged.push(JSON.parse(line)) }),
    handle:
      handle ?? createHandler({ context, surface, today: () => TODAY, now: () => performance.now(), rates, ...(paint && { paint }), ...(clock && { clock }) }),
  };
}

/** The program loads the citation processor before it connects; on a busy machine that takes longer than Discord waits. */
async function warmUp({ context }: Options): Promise<void> {
  const [record] = context.base.records;
  if (record) await dispatch({ command: 'citation', options: { record: record.id }, today: TODAY, surface: 'gateway' }, context);
}

export async function onGateway(discord: Discord, options: Options): Promise<Bot & { gateway: Gateway }> {
  await warmUp(options);
  const { logged, metrics, log, handle } = workings(options, 'gateway');
  const gateway = await startGateway({
    token: discord.token,
    api: discord.api,
    handle,
    log,
    metrics,
    guild: options.guild,
    tuning: impatient,
    ...(options.onAnew && { onAnew: options.onAnew }),
  });
  return { logged, gateway, metrics: async () => (await metrics.read()).text, stop: gateway.stop };
}

export async function onHttp(discord: Discord, options: Options): Promise<Bot & { url: string }> {
  await warmUp(options);
  const { logged, metrics, log, handle } = workings(options, 'http');
  const jobs = createJobs();
  const app = createInteractions({ key: publicKey(discord.publicKey), handle, log, metrics, jobs, api: `${discord.api}/v10` });
  const { port, stop } = await listen(app, { host: '127.0.0.1', port: 0 });
  const url = `http://127.0.0.1:${port}/interactions`;
  discord.deliverTo({ url });
  return {
    logged,
    url,
    metrics: async () => (await metrics.read()).text,
    stop: async () => {
      await stop();
      await jobs.settled(2000);
    },
  };
}
