/** A PostgreSQL server, for any number of instances. */
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { migrate } from './migrations/index.ts';
import type { Database } from './schema.ts';
import { serverError } from './server-errors.ts';
import { once, queueOf, type Store, StoreError, stopQueue } from './store.ts';

/** Connections of one instance: for its own queries, and for its queue. */
const CONNECTIONS = 10;
const QUEUE_CONNECTIONS = 5;
/** Milliseconds in which a connection must stand. */
const CONNECT_WITHIN = 10_000;

function poolOf(url: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_WITHIN,
    keepAlive: true,
    application_name: 'sourcebook',
  });
  // A connection that dies is told by the query that wanted it. Without a listener it would end the process.
  const ignore = (): void => {};
  pool.on('error', ignore);
  pool.on('connect', (client) => client.on('error', ignore));
  return pool;
}

/** A store on a server whose tables may be missing or old. Nothing is connected yet. */
function storeAt(url: string): Store {
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool: poolOf(url) }) });
  const boss = queueOf({ connectionString: url, max: QUEUE_CONNECTIONS, application_name: 'sourcebook queue' });
  const close = once(async () => {
    await stopQueue(boss);
    await db.destroy();
  });
  return { kind: 'postgres', db, boss, close };
}

/** Opens the store on a server, with its tables brought up to date. @param url `postgres://…`. @throws StoreError */
export async function openPostgres(url: string): Promise<Store> {
  const store = storeAt(url);
  try {
    await migrate(store.db);
    return store;
  } catch (error) {
    await store.close();
    throw error instanceof StoreError ? error : serverError(error, url);
  }
}

/** Works on a server's database as it is: its tables may be missing. @throws StoreError */
export async function onServer<T>(url: string, work: (store: Store) => Promise<T>): Promise<T> {
  const store = storeAt(url);
  try {
    return await work(store);
  } catch (error) {
    throw error instanceof StoreError ? error : serverError(error, url);
  } finally {
    await store.close();
  }
}
