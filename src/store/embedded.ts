/** PGlite: PostgreSQL inside this process, its files in a folder of ours. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect } from 'kysely';
import { fromPglite } from 'pg-boss';
import { lockFolder } from './lock.ts';
import { migrate } from './migrations/index.ts';
import type { Database } from './schema.ts';
import { once, queueOf, type Store, StoreError, stopQueue } from './store.ts';

/** Little memory: the tables of a bot are small, and the system caches files anyway. */
export const LEAN = ['-c', 'shared_buffers=16MB'];

/** A store over a PGlite that runs. @param release what is to be let go of once it is closed. */
export function storeOn(lite: PGlite, release: () => void = () => {}): Store {
  const db = new Kysely<Database>({ dialect: new PGliteDialect({ pglite: lite }) });
  const boss = queueOf({ db: fromPglite(lite), backend: 'pglite' });
  const close = once(async () => {
    await stopQueue(boss);
    // Ends PGlite too.
    await db.destroy();
    release();
  });
  return { kind: 'embedded', db, boss, close };
}

/** Opens the store in a folder, which is made if there is none. @throws StoreError */
export async function openEmbedded(folder: string): Promise<Store> {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (cause) {
    throw new StoreError(`The store’s folder ${folder} can’t be made. Set SOURCEBOOK_DATA to a folder that can be written, or DATABASE_URL to a PostgreSQL.`, {
      cause,
    });
  }
  const release = lockFolder(folder);
  try {
    const lite = await PGlite.create(join(folder, 'pg'), { startParams: [...PGlite.defaultStartParams, ...LEAN] });
    const store = storeOn(lite, release);
    await migrate(store.db);
    return store;
  } catch (error) {
    release();
    throw error;
  }
}
