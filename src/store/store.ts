/** What an open store is, whichever engine runs it. */
import type { Kysely } from 'kysely';
import { type ConstructorOptions, PgBoss } from 'pg-boss';
import type { Database } from './schema.ts';

export interface Store {
  /** PGlite in a folder of this process, or a PostgreSQL server. */
  kind: 'embedded' | 'postgres';
  db: Kysely<Database>;
  /** The queue, in the schema `pgboss` of the same database. Whoever works with it starts it; closing the store stops it. */
  boss: PgBoss;
  /** Ends the queue and the connections. Work under way has ten seconds to finish. May be called twice. */
  close(): Promise<void>;
}

/** Why the store can't be opened or used, in plain words for whoever runs the program. Holds no password. */
export class StoreError extends Error {
  override name = 'StoreError';
}

/** The schema that pg-boss keeps its jobs in. */
export const QUEUE_SCHEMA = 'pgboss';

/** How often pg-boss looks after its jobs, in seconds: short, so that a dead process's job is taken over inside Discord's nonce window. */
const LOOK_AFTER = 5;

/** What pg-boss is told on either engine. Planning is ours, so its own schedules stay off. */
const QUEUE = {
  schema: QUEUE_SCHEMA,
  schedule: false,
  superviseIntervalSeconds: LOOK_AFTER,
  monitorIntervalSeconds: LOOK_AFTER,
  registerInstance: false,
} as const;

/** The queue on a connection. It is not started. What fails in it by the way is told to whoever listens for `error`; without a listener it would end the process. */
export const queueOf = (connection: ConstructorOptions): PgBoss => new PgBoss({ ...QUEUE, ...connection }).on('error', () => {});

/** Milliseconds for work under way when the store is closed. */
const GRACEFUL = 10_000;

/** Stops the queue if it was started. */
export const stopQueue = (boss: PgBoss): Promise<void> => boss.stop({ graceful: true, timeout: GRACEFUL });

/** Lets something be done once, however often it is asked for. */
export function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => {
    done ??= work();
    return done;
  };
}
