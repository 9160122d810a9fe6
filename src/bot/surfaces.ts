/** The two surfaces that Discord reaches, each with its handler. */
import type { Context } from '../commands/command.ts';
import type { BotConfig } from '../config.ts';
import { createHandler, type Handle } from '../discord/handle.ts';
import { FINISH_WITHIN } from '../ops/answering.ts';
import { versioned } from '../ops/edit.ts';
import { createJobs } from '../ops/in-time.ts';
import type { Log } from '../ops/log.ts';
import type { Metrics } from '../ops/metrics.ts';
import { heedMissed } from '../ops/missed.ts';
import type { Paint } from '../pictures/paint.ts';
import type { Departures } from './departures.ts';
import type { Keeping } from './keeping.ts';
import type { Way } from './way.ts';

/** A surface that runs. */
export interface Running {
  /** Whether questions can be answered now. */
  readonly ready: boolean;
  /** Settles when it can't go on, with a plain message. */
  failed: Promise<string>;
  /** Takes no more questions, finishes those under way, and ends. */
  stop(): Promise<void>;
}

export interface Parts {
  config: BotConfig;
  context: Context;
  today(): string;
  paint: Paint;
  log: Log;
  metrics: Metrics;
  /** The store, and work that needs it. */
  keeping?: Keeping;
  departures?: Departures;
}

const now = (): number => performance.now();

/** The handler, with questions that found nothing counted where there is a store. */
const heeding = (handle: Handle, surface: string, keeping: Keeping | undefined): Handle =>
  keeping ? heedMissed(handle, keeping.memory.missed(surface)) : handle;

/** Connects to the gateway. */
export async function openGateway(
  { token }: Extract<Way, { by: 'gateway' }>,
  { config, context, today, paint, log, metrics, keeping, departures }: Parts,
): Promise<Running> {
  const { startGateway } = await import('../surfaces/gateway/gateway.ts');
  const { application, guild, api } = config;
  const handle = heeding(createHandler({ context, surface: 'gateway', today, clock: Temporal.Now.instant, now, paint }), 'gateway', keeping);
  const told = { ...(keeping && { onLeft: keeping.memory.left }), ...(departures && { onAnew: departures.search }) };
  return startGateway({ token, handle, log, metrics, application, guild, api, ...told });
}

async function registerFor(token: string, { application, guild, api }: BotConfig, log: Log): Promise<void> {
  const { registerBeside } = await import('../surfaces/gateway/register.ts');
  await registerBeside({ token, application, guild, api }, log);
}

/** Opens the interactions endpoint. */
export async function openEndpoint({ publicKey, place, token }: Extract<Way, { by: 'endpoint' }>, parts: Parts): Promise<Running> {
  const { config, context, today, paint, log, metrics, keeping } = parts;
  const [http, { listen }, signature] = await Promise.all([
    import('../surfaces/http/interactions.ts'),
    import('../ops/listen.ts'),
    import('../surfaces/http/signature.ts'),
  ]);
  if (token === undefined) log.warn({}, 'without DISCORD_TOKEN no digests are kept, and the commands are not registered: npm run register does it');
  else await registerFor(token, config, log);
  const jobs = createJobs();
  const handle = heeding(createHandler({ context, surface: 'http', today, clock: Temporal.Now.instant, now, paint }), 'http', keeping);
  const app = http.createInteractions({ key: signature.publicKey(publicKey), handle, log, metrics, jobs, api: versioned(config.api) });
  const { port, stop } = await listen(app, place);
  log.info({ host: place.host, port, path: '/interactions' }, 'the interactions endpoint listens');
  let ready = true;
  return {
    get ready() {
      return ready;
    },
    // It depends on nothing that could fail for good.
    failed: new Promise(() => {}),
    stop: async () => {
      ready = false;
      await stop();
      await jobs.settled(FINISH_WITHIN);
    },
  };
}
