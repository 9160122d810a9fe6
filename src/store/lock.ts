/** One process a folder. PGlite takes no lock of its own, and two processes on one folder lose rows without a word. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StoreError } from './store.ts';

/** Takes the folder for this process, until it lets go or dies. @returns how to let go. @throws StoreError when another has it. */
export function lockFolder(folder: string): () => void {
  const lock = new DatabaseSync(join(folder, 'lock'));
  try {
    // SQLite's own lock on the file: the system frees it however the process ends.
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT');
  } catch (cause) {
    lock.close();
    throw new StoreError(`Another process has the store in ${folder}. Stop it, or set DATABASE_URL: a PostgreSQL serves several.`, { cause });
  }
  return () => lock.close();
}
