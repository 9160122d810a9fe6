/** Servers that the bot left while Discord could not tell it: looked for, and forgotten as on leaving. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { errorFacts, type Log } from '../ops/log.ts';
import { serversKept } from '../store/forget.ts';
import type { Database } from '../store/schema.ts';
import type { Servers } from '../surfaces/gateway/servers.ts';
import type { Keeping } from './keeping.ts';

/** Milliseconds between looks at single servers: nobody waits for them, and posts go first. */
const PAUSE = 1000;
/** Milliseconds from one search to the next, at least and at most. */
const APART = 60_000;
const DAY = 24 * 3600 * 1000;

interface Means {
  servers: Servers;
  log: Log;
  /** Milliseconds between looks at single servers. */
  pause?: number;
}

export interface Departures {
  /** Searches as soon as the store is open, and daily from then on, until the store is closed. */
  begin(): void;
  /** Searches soon: something may have been missed. */
  search(): void;
}

/** Servers with rows that Discord does not list. None when it lists not one of several: then the rows are rather another bot's. */
async function unlisted(db: Kysely<Database>, { servers, log }: Means, end: AbortSignal): Promise<string[]> {
  const kept = await serversKept(db);
  const listed = kept.length > 0 ? await servers.list(end) : undefined;
  const missing = kept.filter((guild) => listed && !listed.has(guild));
  if (missing.length < 2 || missing.length < kept.length) return missing;
  log.error({ servers: kept.length }, 'the bot is in none of the servers that the store has rows of: is it another bot’s store? Nothing was deleted');
  return [];
}

/** One search. Only what Discord says in so many words counts. */
async function searchOnce(db: Kysely<Database>, means: Means, left: (guild: string) => Promise<void>, end: AbortSignal): Promise<void> {
  const { servers, log, pause = PAUSE } = means;
  try {
    for (const guild of await unlisted(db, means, end)) {
      if ((await servers.look(guild, end)) === 'out') await left(guild);
      await sleep(pause, undefined, { signal: end });
    }
  } catch (error) {
    if (!end.aborted) log.error(errorFacts(error), 'the search for servers that the bot has left failed');
  }
}

/** @param keeping the store; the search ends before it is closed. */
export function createDepartures({ use, memory }: Pick<Keeping, 'use' | 'memory'>, means: Means): Departures {
  const end = new AbortController();
  let db: Kysely<Database> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let searching = Promise.resolve();
  let last = -APART;

  const plan = (ms: number): void => {
    clearTimeout(timer);
    timer = setTimeout(begun, ms).unref();
  };
  const begun = (): void => {
    timer = undefined;
    last = performance.now();
    searching = searching.then(async () => {
      if (db) await searchOnce(db, means, memory.left, end.signal);
      if (!timer && !end.signal.aborted) plan(DAY);
    });
  };
  const search = (): void => {
    if (db && !end.signal.aborted) plan(Math.max(0, last + APART - performance.now()));
  };
  return {
    search,
    begin: () =>
      use(async (store) => {
        ({ db } = store);
        search();
        return async () => {
          end.abort();
          clearTimeout(timer);
          await searching;
        };
      }),
  };
}
