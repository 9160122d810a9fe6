/** The gateway surface: a connection to Discord on which interactions come in, and callbacks by which they are answered. */
import { type Client, Events, GatewayDispatchEvents } from 'discord.js';
import type { Handle } from '../../discord/handle.ts';
import { FINISH_WITHIN } from '../../ops/answering.ts';
import { versioned } from '../../ops/edit.ts';
import { createJobs, inTime } from '../../ops/in-time.ts';
import { errorFacts, type Log } from '../../ops/log.ts';
import type { Metrics } from '../../ops/metrics.ts';
import { StartError } from '../../ops/start-error.ts';
import { answerInteraction } from './answer.ts';
import { createClient, type Tuning } from './client.ts';
import { describeError, explain, REVOKED } from './errors.ts';
import { registerAtStart } from './register.ts';
import { watchShards } from './shards.ts';

export interface GatewayOptions {
  token: string;
  handle: Handle;
  log: Log;
  metrics: Metrics;
  application?: string | undefined;
  /** Registers the commands in this server alone. */
  guild?: string | undefined;
  /** Discord's address without version. */
  api?: string | undefined;
  tuning?: Tuning;
  /** Told of a server that the bot was removed from, by its id; not of one that is out of reach for a while. */
  onLeft?(guild: string): unknown;
  /** Told of each connection that begins anew: it may have missed what befell before. */
  onAnew?(): unknown;
}

export interface Gateway {
  readonly ready: boolean;
  /** Settles when the connection is lost for good, with a plain message that says why. */
  failed: Promise<string>;
  /** Takes no more interactions, finishes those under way, and disconnects. */
  stop(): Promise<void>;
}

/** Connects and registers the commands; settles when questions are answered. */
async function logIn(client: Client, { token, application, guild, log }: GatewayOptions): Promise<void> {
  const connected = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(token);
  await connected;
  await registerAtStart(client.rest, { application: application ?? client.application?.id, guild }, log);
}

/** Answers what comes in, until it is told to stop. @returns what stops it, once what is under way is finished. */
function answerAll(client: Client, { handle, log, metrics, api }: GatewayOptions): () => Promise<void> {
  const jobs = createJobs();
  let stopping = false;
  client.ws.on(GatewayDispatchEvents.InteractionCreate, (raw) => {
    const started = performance.now();
    if (!stopping) jobs.add(answerInteraction(handle(raw), started, { rest: client.rest, api: versioned(api), log, metrics }));
  });
  return async () => {
    stopping = true;
    const left = await jobs.settled(FINISH_WITHIN);
    if (left > 0) log.warn({ left }, 'some answers were not finished');
  };
}

/** Connects, registers the commands where they differ, and answers. @throws StartError when Discord refuses. */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const { log, metrics, api, tuning, onLeft, onAnew } = options;
  const { promise: failed, resolve: fail } = Promise.withResolvers<string>();
  const client = createClient({ onRefused: () => fail(REVOKED), ...(api !== undefined && { api }), ...(tuning && { tuning }) });
  client.on(Events.Error, (error) => log.warn(errorFacts(error), 'discord.js had an error'));
  // An outage has `unavailable`, which a removal lacks. D topics/gateway-events.mdx, "Guild Delete".
  client.ws.on(GatewayDispatchEvents.GuildDelete, ({ id, unavailable }) => {
    if (!unavailable) onLeft?.(id);
  });
  client.on(Events.ShardReady, () => onAnew?.());
  const shards = watchShards(client, { log, metrics, fail });
  const finish = answerAll(client, options);
  const stop = async (): Promise<void> => {
    shards.stop();
    await finish();
    metrics.gateway(false);
    await client.destroy();
  };
  try {
    await logIn(client, options);
  } catch (error) {
    const lost = await inTime(failed, 0);
    await stop();
    throw new StartError(explain(error) ?? lost ?? describeError(error, 'let the bot connect'), { cause: error });
  }
  return {
    get ready() {
      return shards.ready;
    },
    failed,
    stop,
  };
}
