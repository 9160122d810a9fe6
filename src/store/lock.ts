/**
 * One process a folder. PGlite takes no lock of its own, and two processes on one folder lose rows without a word. SQLite's lock on a file
 * beside it does the work: the system frees it however the process ends. Who holds it stands in a second file, for those who are refused.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { StoreError } from './store.ts';

const holderSchema = z.object({ pid: z.number(), host: z.string(), since: z.string() });

/** SQLite's code for a file that somebody else has locked. */
const BUSY = 5;

/** Who has the folder, in words; what they wrote may be gone or half written. */
function holderOf(file: string): string {
  try {
    const { pid, host, since } = holderSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    return `Process ${pid} on ${host} has it since ${since}`;
  } catch {
    return 'Another process has it';
  }
}

function refusal(folder: string, cause: unknown): StoreError {
  if (cause instanceof Error && 'errcode' in cause && cause.errcode === BUSY) {
    const holder = holderOf(join(folder, 'holder.json'));
    return new StoreError(`The store in ${folder} is in use. ${holder}. Stop that one, or set DATABASE_URL: a PostgreSQL serves several.`, { cause });
  }
  return new StoreError(`The store’s folder ${folder} can’t be written to. Set SOURCEBOOK_DATA to one that can, or DATABASE_URL.`, { cause });
}

/**
 * Takes the folder for this process, until it lets go or dies.
 * @param since the moment, in ISO 8601.
 * @returns how to let go.
 * @throws StoreError when another process has it, which is named, or when it can't be written to.
 */
export function lockFolder(folder: string, since: string): () => void {
  let lock: DatabaseSync | undefined;
  try {
    lock = new DatabaseSync(join(folder, 'lock'));
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT');
    writeFileSync(join(folder, 'holder.json'), JSON.stringify({ pid: process.pid, host: hostname(), since }));
  } catch (cause) {
    lock?.close();
    throw refusal(folder, cause);
  }
  const held = lock;
  return () => {
    if (held.isOpen) held.close();
  };
}
