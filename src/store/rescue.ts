/** A cluster that does not open is set aside, never deleted, and the last backup that loads takes its place. */
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Store } from './store.ts';
import { StoreError } from './store.ts';

export interface Means {
  /** The cluster's folder, and where it is put when it does not open. */
  cluster: string;
  aside: string;
  /** Opens the cluster, or a new one if there is none. @throws StoreError for what is no damage. */
  open(): Promise<Store>;
  /** Makes the cluster from the last backup that loads. @returns when that was made, in ISO 8601; undefined when there is no backup. @throws StoreError */
  restore(): Promise<string | undefined>;
  /** Told what an operator must know, a line each. */
  tell(line: string): void;
}

/** PostgreSQL's major version that made a cluster; without that file PGlite would make a new cluster over whatever is there. */
function majorOf(cluster: string): string | undefined {
  const file = join(cluster, 'PG_VERSION');
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
}

const isEmpty = (folder: string): boolean => !existsSync(folder) || readdirSync(folder).length === 0;

const moment = (at: string): string => `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;

const restoredWords = (at: string): string =>
  `The store was restored from the backup of ${moment(at)}: what was changed after that is missing. A digest that was posted since is looked for in its channel before it is posted.`;

const EMPTY = 'There is no backup to restore, so the store begins empty.';

/** Why the old cluster did not open: another version of PostgreSQL made it, or it is damaged. */
function reasonOf(before: string | undefined, cluster: string): string {
  const now = majorOf(cluster);
  return before !== undefined && now !== undefined && before !== now
    ? `was made by PostgreSQL ${before}, and this program has ${now}`
    : 'is damaged and does not open';
}

/** Puts everything back as it was. */
function undo({ cluster, aside }: Means): void {
  rmSync(cluster, { recursive: true, force: true });
  renameSync(aside, cluster);
}

async function replace(means: Means, cause: unknown): Promise<Store> {
  const { cluster, aside, open, restore, tell } = means;
  const before = majorOf(cluster);
  renameSync(cluster, aside);
  try {
    const at = await restore();
    const store = await open();
    tell(`The store in ${cluster} ${reasonOf(before, cluster)}. It was set aside as ${aside}; nothing of it was deleted.`);
    tell(at === undefined ? EMPTY : restoredWords(at));
    return store;
  } catch (error) {
    undo(means);
    const why = error instanceof StoreError ? error.message : 'Is the disk full?';
    throw new StoreError(`The store in ${cluster} does not open, and no other could be put in its place. Nothing was changed. ${why}`, { cause });
  }
}

/** Opens the cluster, or what can be had in its place. @throws StoreError, and then nothing was changed. */
export async function openOrReplace(means: Means): Promise<Store> {
  const { cluster, open, restore, tell } = means;
  if (isEmpty(cluster)) {
    const at = await restore();
    if (at !== undefined) tell(`There was no store in ${cluster}. ${restoredWords(at)}`);
    return open();
  }
  if (majorOf(cluster) === undefined) return replace(means, undefined);
  try {
    // What passes, like a lack of memory, is no damage: only what fails twice is.
    return await open().catch((error: unknown) => {
      if (error instanceof StoreError) throw error;
      return open();
    });
  } catch (error) {
    if (error instanceof StoreError) throw error;
    return replace(means, error);
  }
}
