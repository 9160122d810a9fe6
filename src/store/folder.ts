/** Folders of the store, made where they are not there. */
import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { codeOf } from './error-code.ts';
import { StoreError } from './store.ts';

/** Milliseconds that a disk has to answer: one on the network may never do so. */
const PATIENCE = 10_000;

/** Where the system's code alone would puzzle. */
const WORDS: Readonly<Record<string, string>> = {
  EEXIST: 'a file is in its place',
  ENOTDIR: 'a file is in its way',
  ETIMEDOUT: 'its disk does not answer',
};

const isFolder = async (path: string): Promise<boolean> => (await stat(path).catch(() => undefined))?.isDirectory() ?? false;

/** Node's `recursive` tries for ever where the system says ENOENT of a folder whose parent is there, as Linux does below /proc. */
async function make(folder: string): Promise<void> {
  try {
    await mkdir(folder, { mode: 0o700 });
  } catch (error) {
    if (await isFolder(folder)) return;
    const parent = dirname(folder);
    if (codeOf(error) !== 'ENOENT' || parent === folder || (await isFolder(parent))) throw error;
    await make(parent);
    await make(folder);
  }
}

/** What it comes to, or a rejection after so many milliseconds. */
function within<T>(work: Promise<T>, ms: number): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(Object.assign(new Error('no answer in time'), { code: 'ETIMEDOUT' })), ms);
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/**
 * Makes a folder for the program's user alone, and those above it.
 * @throws StoreError when it can't be made, or when the disk does not answer.
 */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await within(make(folder), PATIENCE);
  } catch (cause) {
    const code = codeOf(cause);
    throw new StoreError(
      `The store’s folder ${folder} can’t be made (${WORDS[code] ?? code}). Set SOURCEBOOK_DATA to one that can be written to, or DATABASE_URL.`,
      { cause },
    );
  }
}
