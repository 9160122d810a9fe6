/** A folder of snapshots: one `<source id>.txt` a source. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileTrouble } from './io.ts';

export const snapshotPath = (folder: string, source: string): string => join(folder, `${source}.txt`);

/** Reads a file as it is; undefined when there is none. @throws Error with a sentence for the user when it cannot be read. */
export async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new Error(fileTrouble(error, path), { cause: error });
  }
}

/** The snapshots of sources, by source id; those that are not there are left out. */
export async function readSnapshots(folder: string, sources: readonly string[]): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const source of sources) {
    const text = await readIfThere(snapshotPath(folder, source));
    if (text !== undefined) texts.set(source, text);
  }
  return texts;
}
