/** Backups as files: compressed lines, whole or not there. */
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { Kysely } from 'kysely';
import { codeOf } from '../error-code.ts';
import { makeFolder } from '../folder.ts';
import type { Database } from '../schema.ts';
import { StoreError } from '../store.ts';
import { type Counts, dump } from './dump.ts';
import { type Loaded, load } from './load.ts';

/** `2026-11-22T03-00-00Z.jsonl.gz`, by the moment in UTC. */
const NAME = /^(\d{4}-\d{2}-\d{2})T\d{2}-\d{2}-\d{2}Z\.jsonl\.gz$/;
/** Days of which the last backup is kept, and how many of the newest are kept whatever their day. */
const DAYS = 7;
const NEWEST = 3;

/** A moment as part of a file's name. */
export const stamp = (at: string): string => `${at.slice(0, 19).replaceAll(':', '-')}Z`;
/** The moment that a backup's name tells, in ISO 8601. */
const momentOf = (name: string): string => `${name.slice(0, 10)}T${name.slice(11, 19).replaceAll('-', ':')}Z`;

/** Backups in a folder, the newest first, and when each was made. */
export async function backupsIn(folder: string): Promise<{ name: string; at: string }[]> {
  const names = await readdir(folder).catch((): string[] => []);
  return names
    .filter((name) => NAME.test(name))
    .sort()
    .reverse()
    .map((name) => ({ name, at: momentOf(name) }));
}

/** Those that need not be kept. @param names the newest first. */
export function superfluous(names: readonly string[]): string[] {
  const days = [...new Set(names.map((name) => name.slice(0, 10)))].slice(0, DAYS);
  const kept = new Set([...names.slice(0, NEWEST), ...days.map((day) => names.find((name) => name.startsWith(day)))]);
  return names.filter((name) => !kept.has(name));
}

/** Writes what stands in the tables into a file, which is there only once it is whole and on the disk. @param at now, in ISO 8601. */
export async function writeBackup(db: Kysely<Database>, file: string, at: string): Promise<Counts> {
  const unfinished = `${file}.unfinished`;
  const zip = createGzip();
  const written = pipeline(zip, createWriteStream(unfinished, { mode: 0o600, flush: true }));
  const full = async (): Promise<void> => void (await Promise.race([once(zip, 'drain'), written]));
  try {
    const counts = await dump(db, at, async (line) => {
      if (!zip.write(`${line}\n`)) await full();
    });
    zip.end();
    await written;
    await rename(unfinished, file);
    return counts;
  } catch (error) {
    zip.destroy();
    await written.catch(() => {});
    await rm(unfinished, { force: true }).catch(() => {});
    if (/^E(?!RR)/.test(codeOf(error))) throw new StoreError(`The backup ${file} can’t be written (${codeOf(error)}).`, { cause: error });
    throw error;
  }
}

/** Makes a backup in a folder and removes those that need not be kept. @returns its file. */
export async function backUp(db: Kysely<Database>, folder: string, at: string): Promise<{ file: string; counts: Counts }> {
  await makeFolder(folder);
  const file = join(folder, `${stamp(at)}.jsonl.gz`);
  const counts = await writeBackup(db, file, at);
  const names = (await backupsIn(folder)).map(({ name }) => name);
  for (const name of superfluous(names)) await rm(join(folder, name), { force: true });
  return { file, counts };
}

/** A file's lines, of a backup or an export. What is wrong with the file is thrown where it is found. */
async function* linesOf(file: string): AsyncGenerator<string> {
  const text = file.endsWith('.gz') ? createGunzip() : new PassThrough();
  pipeline(createReadStream(file), text).catch(() => {});
  let rest = '';
  for await (const chunk of text.setEncoding('utf8')) {
    const lines = `${rest}${chunk}`.split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}

/** Loads a file into an empty store. @throws StoreError when it can't be read or is no whole backup; nothing is changed then. */
export async function readBackup(db: Kysely<Database>, file: string): Promise<Loaded> {
  try {
    return await load(db, linesOf(file));
  } catch (cause) {
    if (cause instanceof StoreError) throw cause;
    const code = codeOf(cause);
    if (code === 'ENOENT') throw new StoreError(`There is no file ${file}.`, { cause });
    if (code.startsWith('Z_')) throw new StoreError(`${file} is damaged, or no backup. Nothing was changed. Take another one.`, { cause });
    throw cause;
  }
}
