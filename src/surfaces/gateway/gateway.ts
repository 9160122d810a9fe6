/** The gateway surface: a connection to Discord on which interactions come in, and callbacks by which they are answered. */
import { Events, GatewayDispatchEvents } from 'discord.js';
import type { Handle } from '../../discord/handle.ts';
import { FINISH_WITHIN } from '../../ops/answering.ts';
import { versioned } from '../../ops/edit.ts';
import { createJobs, inTime } from '../../ops/in-time.ts';
import { errorFacts, type Log } from '../../ops/log.ts';
import type { Metrics } from '../../ops/metrics.ts';
import { StartError } from '../../ops/start-error.ts';
import { answerInteraction } from './answer.ts';
import { createClient, type Tuning } from './client.ts';
import { describeError, explain, explainClose, REVOKED } from './errors.ts';
import { registerAtStart } from './register.ts';

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
  onLeft?(guild: string): void;
}

export interface Gateway {
  readonly ready: boolean;
  /** Settles when the connection is lost for good, with a plain message that says why. */
  failed: Promise<string>;
  /** Takes no more interactions, finishes those under way, and disconnects. */
  stop(): Promise<void>;
}

/** Connects, registers the commands where they differ, and answers. @throws StartError when Discord refuses. */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const { token, handle, log, metrics, application, guild, api, tuning, onLeft } = options;
  const { promise: failed, resolve: fail } = Promise.withResolvers<string>();
  const client = createClient({ onRefused: () => fail(REVOKED), ...(api !== undefined && { api }), ...(tuning && { tuning }) });
  const jobs = createJobs();
  const up = new Set<number>();
  let stopping = false;
  const isReady = (): boolean => !stopping && up.size > 0 && up.size === client.ws.shards.size;
  const turn = (shard: number, isUp: boolean): void => {
    if (isUp) up.add(shard);
    else up.delete(shard);
    metrics.gateway(isReady());
  };
  client.ws.on(GatewayDispatchEvents.InteractionCreate, (raw) => {
    const started = performance.now();
    if (!stopping) jobs.add(answerInteraction(handle(raw), started, { rest: client.rest, api: versioned(api), log, metrics }));
  });
  // An outage has `unavailable`, which a removal lacks. D topics/gateway-events.mdx, "Guild Delete".
  client.ws.on(GatewayDispatchEvents.GuildDelete, ({ id, unavailable }) => {
    if (!unavailable) onLeft?.(id);
  });
  client.on(Events.ShardReady, (shard) => turn(shard, true));
  client.on(Events.ShardResume, (shard) => turn(shard, true));
  client.on(Events.ShardReconnecting, (shard) => {
    turn(shard, false);
    log.warn({ shard }, 'the connection was lost; reconnecting');
  });
  client.on(Events.ShardDisconnect, ({ code }, shard) => {
    turn(shard, false);
    fail(explainClose(code));
  });
  client.on(Events.ShardError, (error) => log.warn(errorFacts(error), 'the connection had an error'));
  client.on(Events.Error, (error) => log.warn(errorFacts(error), 'discord.js had an error'));
  const stop = async (): Promise<void> => {
    stopping = true;
    const left = await jobs.settled(FINISH_WITHIN);
    if (left > 0) log.warn({ left }, 'some answers were not finished');
    metrics.gateway(false);
    await client.destroy();
  };
  try {
    const connected = new Promise((resolve) => client.once(Events.ClientReady, resolve));
    await client.login(token);
    await connected;
    await registerAtStart(client.rest, { application: application ?? client.application?.id, guild }, log);
  } catch (error) {
    const lost = await inTime(failed, 0);
    await stop();
    throw new StartError(explain(error) ?? lost ?? describeError(error, 'let the bot connect'), { cause: error });
  }
  return {
    get ready() {
      return isReady();
    },
    failed,
    stop,
  };
}
