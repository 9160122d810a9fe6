/**
 * Bases with their indexes, kept on disk from one start to the next. What was kept counts only for the very same files, code and Node;
 * whatever else is wrong with it, it is computed anew.
 */
import { createHash, type Hash, hash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { IndexedBase } from './search/index.ts';

const ROOT = join(import.meta.dirname, '..');
const FOLDER = join(ROOT, 'node_modules', '.cache', 'sourcebook');
/** What a kept base depends on besides its own files: all that reads it. */
const READERS = [join(ROOT, 'src', 'base'), join(ROOT, 'src', 'search')];
/** Bytes of a SHA-256. */
const DIGEST = 32;

const digestOf = (bytes: Uint8Array): Buffer => hash('sha256', bytes, 'buffer');

/** A file for each set of folders: another state of the same bases takes the place of the last. */
const fileOf = (folders: readonly string[], within: string): string =>
  join(within, `base-${hash('sha256', folders.map((folder) => resolve(folder)).join('\n')).slice(0, 16)}`);

/** Takes in the names and texts of a folder's files, each with its length, so that no two folders look alike. */
function addFolder(sum: Hash, folder: string, ending: RegExp, recursive = false): void {
  for (const file of readdirSync(folder, { recursive, encoding: 'utf8' }).sort()) {
    if (!ending.test(file)) continue;
    const bytes = readFileSync(join(folder, file));
    sum.update(`${file}\n${bytes.length}\n`).update(bytes);
  }
}

/** Digest of everything that a base and its index are made from. */
function stateOf(folders: readonly string[]): Buffer {
  const sum = createHash('sha256')
    .update(JSON.stringify(process.versions))
    .update(readFileSync(join(ROOT, 'package-lock.json')));
  for (const folder of READERS) addFolder(sum, folder, /\.(?:ts|json)$/, true);
  for (const folder of folders) addFolder(sum.update(`${folder}\n`), folder, /\.yaml$/);
  return sum.digest();
}

function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}

/** The file holds the state's digest, the content's digest and the content. */
function read(file: string, state: Buffer): IndexedBase | undefined {
  const bytes = readFileSync(file);
  const content = bytes.subarray(2 * DIGEST);
  if (!state.equals(bytes.subarray(0, DIGEST)) || !digestOf(content).equals(bytes.subarray(DIGEST, 2 * DIGEST))) return undefined;
  return { ...deserialize(content), place: () => undefined };
}

/** Written aside and moved, so that nobody reads half of it. */
function write(file: string, state: Buffer, { place: _, ...base }: IndexedBase): void {
  const content = serialize(base);
  const aside = `${file}.${process.pid}`;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(aside, Buffer.concat([state, digestOf(content), content]), { mode: 0o600 });
  renameSync(aside, file);
}

/** Bases as they are on disk now. */
export interface Kept {
  /** The base as it was kept; it does not know its records' lines. Undefined when nothing was kept of this state. */
  base: IndexedBase | undefined;
  /** Keeps a base for the next start, unless its files have changed since. */
  keep(base: IndexedBase): void;
}

/**
 * Looks for what was kept of these folders. Never throws.
 * @param within the folder to keep it in.
 */
export function recall(folders: readonly string[], within = FOLDER): Kept {
  const state = attempt(() => stateOf(folders));
  const file = fileOf(folders, within);
  return {
    base: state && attempt(() => read(file, state)),
    keep: (base) => void attempt(() => state?.equals(stateOf(folders)) && write(file, state, base)),
  };
}
