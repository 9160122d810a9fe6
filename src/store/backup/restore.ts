/** Backups, back into a store. */
import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Store, StoreError } from '../store.ts';
import { backupsIn, readBackup } from './files.ts';
import type { Loaded } from './load.ts';

/**
 * Loads a file into an empty store. What was posted after the backup was made is unknown to the store now, so whoever posts is told to look first.
 * @param now in ISO 8601.
 */
export async function restoreInto({ db }: Store, file: string, now: string): Promise<Loaded> {
  const loaded = await readBackup(db, file);
  await db
    .updateTable('subscriptions')
    .set({ look_before: new Date(now) })
    .execute();
  return loaded;
}

interface Means {
  /** Where the cluster shall stand. */
  cluster: string;
  /** Where to put what stands there; absent when nothing does. */
  aside?: string;
  /** Opens a cluster without tables in a folder. */
  fresh(folder: string): Promise<Store>;
  now(): string;
}

/** Makes a cluster from one file. It takes its place only when it is whole. */
export async function clusterFrom(file: string, { cluster, aside, fresh, now }: Means): Promise<Loaded> {
  const unfinished = `${cluster}-unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  const store = await fresh(unfinished);
  try {
    const loaded = await restoreInto(store, file, now());
    await store.close();
    if (aside !== undefined) renameSync(cluster, aside);
    renameSync(unfinished, cluster);
    return loaded;
  } finally {
    await store.close();
    rmSync(unfinished, { recursive: true, force: true });
  }
}

/**
 * Makes a cluster from the newest backup that loads.
 * @returns when that was made, in ISO 8601; undefined when there is none.
 * @throws StoreError when there are some and none loads.
 */
export async function clusterFromLast(backups: string, means: Means): Promise<string | undefined> {
  const found = await backupsIn(backups);
  for (const { name } of found) {
    try {
      return (await clusterFrom(join(backups, name), means)).at;
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
    }
  }
  if (found.length > 0) throw new StoreError(`None of the ${found.length} backups in ${backups} could be loaded.`);
  return undefined;
}
