/** The connections of a client: which of them stand, and what befalls them. */
import { type Client, Events } from 'discord.js';
import { errorFacts, type Log } from '../../ops/log.ts';
import type { Metrics } from '../../ops/metrics.ts';
import { explainClose } from './errors.ts';

export interface Shards {
  /** Whether all of them stand; not any more once the client stops. */
  readonly ready: boolean;
  stop(): void;
}

/** @param fail told in plain words why a connection is lost for good */
export function watchShards(client: Client, { log, metrics, fail }: { log: Log; metrics: Metrics; fail(why: string): void }): Shards {
  const up = new Set<number>();
  let stopped = false;
  const isReady = (): boolean => !stopped && up.size > 0 && up.size === client.ws.shards.size;
  const turn = (shard: number, isUp: boolean): void => {
    if (isUp) up.add(shard);
    else up.delete(shard);
    metrics.gateway(isReady());
  };
  client.on(Events.ShardReady, (shard) => turn(shard, true));
  client.on(Events.ShardResume, (shard) => turn(shard, true));
  client.on(Events.ShardReconnecting, (shard) => {
    turn(shard, false);
    // One that is closed on purpose is told of in the same way.
    if (!stopped) log.warn({ shard }, 'the connection was lost; reconnecting');
  });
  client.on(Events.ShardDisconnect, ({ code }, shard) => {
    turn(shard, false);
    fail(explainClose(code));
  });
  client.on(Events.ShardError, (error) => log.warn(errorFacts(error), 'the connection had an error'));
  return {
    get ready() {
      return isReady();
    },
    stop: () => {
      stopped = true;
    },
  };
}
