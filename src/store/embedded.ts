/** PGlite: PostgreSQL inside this process, its files in a folder of ours. */
import { existsSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect } from 'kysely';
import { fromPglite } from 'pg-boss';
import { backUp, stamp } from './backup/files.ts';
import type { Loaded } from './backup/load.ts';
import { clusterFrom, clusterFromLast } from './backup/restore.ts';
import { checkTables } from './check.ts';
import { makeFolder } from './folder.ts';
import { lockFolder } from './lock.ts';
import { applied, migrate, pending } from './migrations/index.ts';
import { asideOf, backupsOf, clusterIn } from './places.ts';
import { openOrReplace } from './rescue.ts';
import type { Database } from './schema.ts';
import { once, queueOf, type Store, stopQueue } from './store.ts';

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

export interface EmbeddedSettings {
  folder: string;
  /** Now, in ISO 8601. */
  now(): string;
  /** Told what an operator must know: that the store was restored. */
  tell(line: string): void;
  /** Starts PGlite on a cluster, which it makes if there is none. */
  start?(cluster: string): Promise<PGlite>;
}

/** Little memory: the tables of a bot are small, and the system caches files anyway. */
export const startParams = [...PGlite.defaultStartParams, '-c', 'shared_buffers=16MB'];

const startLite = (cluster: string): Promise<PGlite> => PGlite.create(cluster, { startParams });

/** With PostgreSQL's own checks at hand. */
export async function startWithChecks(cluster: string): Promise<PGlite> {
  const { amcheck } = await import('@electric-sql/pglite/contrib/amcheck');
  return PGlite.create(cluster, { startParams, extensions: { amcheck } });
}

/** The first look at tables that were there before, and a backup of them before they change. */
async function bringUpToDate({ db }: Store, { folder, now }: EmbeddedSettings): Promise<void> {
  if ((await applied(db)).length > 0 && (await pending(db)).length > 0) await backUp(db, backupsOf(folder), now());
  await migrate(db);
  const wrong = await checkTables(db);
  if (wrong.length > 0) throw new Error(`The tables are broken: ${wrong.join('; ')}`);
}

async function openCluster(settings: EmbeddedSettings, release: () => void): Promise<Store> {
  const { folder, start = startLite } = settings;
  const store = storeOn(await start(clusterIn(folder)), release);
  try {
    await bringUpToDate(store, settings);
    return store;
  } catch (error) {
    await store.db.destroy().catch(() => {});
    throw error;
  }
}

/** How a cluster of a folder is made from a backup. */
export const clusterMeans = ({ folder, now, start = startLite }: EmbeddedSettings) => ({
  cluster: clusterIn(folder),
  fresh: async (cluster: string): Promise<Store> => storeOn(await start(cluster)),
  now,
});

/**
 * Opens the store in a folder, which is made if there is none. A cluster that does not open is set aside, and the last backup restored.
 * @throws StoreError when the folder can't be used, or a newer program wrote to it.
 */
export async function openEmbedded(settings: EmbeddedSettings): Promise<Store> {
  await makeFolder(settings.folder);
  const release = lockFolder(settings.folder, settings.now());
  try {
    return await openOrReplace({
      cluster: clusterIn(settings.folder),
      aside: asideOf(settings.folder, stamp(settings.now())),
      open: () => openCluster(settings, release),
      restore: () => clusterFromLast(backupsOf(settings.folder), clusterMeans(settings)),
      tell: settings.tell,
    });
  } catch (error) {
    release();
    throw error;
  }
}

export interface RestoredCluster {
  loaded: Loaded;
  /** Where what was there before is now; undefined when there was nothing. */
  aside?: string;
}

/** Puts a backup in the place of the cluster, which is set aside. @throws StoreError, and then nothing was changed. */
export async function restoreEmbedded(settings: EmbeddedSettings, file: string): Promise<RestoredCluster> {
  const { folder, now } = settings;
  await makeFolder(folder);
  const release = lockFolder(folder, now());
  try {
    const aside = existsSync(clusterIn(folder)) ? asideOf(folder, stamp(now())) : undefined;
    const loaded = await clusterFrom(file, { ...clusterMeans(settings), ...(aside !== undefined && { aside }) });
    return { loaded, ...(aside !== undefined && { aside }) };
  } finally {
    release();
  }
}
