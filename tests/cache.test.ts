/** What is kept of a base from one start to the next, and when it counts. */
import { appendFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadBase } from '../src/base/load.ts';
import { recall } from '../src/cache.ts';
import type { IndexedBase } from '../src/search/index.ts';
import { packSearch } from '../src/search/pack.ts';
import { createSearch } from '../src/search/resolve.ts';
import { deal, files, quote } from './base/build.ts';
import { folderOf } from './base/folder.ts';
import { TODAY } from './build.ts';

async function indexed(folder: string): Promise<IndexedBase> {
  const loaded = await loadBase([folder]);
  if ('problems' in loaded) throw new Error('did not load');
  return { ...loaded.base, index: packSearch(loaded.base) };
}

/** A base that was kept, with the folder that it was kept in. */
async function kept(): Promise<{ folder: string; within: string; base: IndexedBase }> {
  const folder = await folderOf(files({ deals: [deal()], quotes: [quote()] }));
  const within = await folderOf({});
  const base = await indexed(folder);
  recall([folder], within).keep(base);
  return { folder, within, base };
}

const fileIn = async (within: string): Promise<string> => join(within, (await readdir(within))[0] ?? '');

describe('a kept base', () => {
  it('is the base that was loaded, and answers alike', async () => {
    const { folder, within, base } = await kept();
    const again = recall([folder], within).base;
    expect(again?.records).toEqual(base.records);
    expect(again?.entities).toEqual(base.entities);
    const ask = (from: IndexedBase) => ['what did Countri B buy', 'who said it', 'xyzzy'].map((query) => createSearch(from).resolve(query, { today: TODAY }));
    expect(ask(again as IndexedBase)).toEqual(ask(base));
  });

  it('is not there before the first start', async () => {
    expect(recall([await folderOf(files())], await folderOf({})).base).toBeUndefined();
  });

  it('counts no longer once a file of the base has changed', async () => {
    const { folder, within } = await kept();
    await appendFile(join(folder, 'deals.yaml'), '\n');
    expect(recall([folder], within).base).toBeUndefined();
  });

  it('is not kept when its files have changed since they were read', async () => {
    const folder = await folderOf(files({ deals: [deal()] }));
    const within = await folderOf({});
    const { keep } = recall([folder], within);
    const base = await indexed(folder);
    await appendFile(join(folder, 'deals.yaml'), '\n');
    keep(base);
    expect(await readdir(within)).toEqual([]);
  });

  it.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1)],
    ['empty', () => Buffer.alloc(0)],
    ['altered', (bytes: Buffer) => Buffer.from(bytes).fill(1, bytes.length - 9)],
  ])('does not count when its file is %s', async (_how, spoil) => {
    const { folder, within } = await kept();
    const file = await fileIn(within);
    await writeFile(file, spoil(await readFile(file)));
    expect(recall([folder], within).base).toBeUndefined();
  });

  it('is done without where nothing can be written or the base is gone', async () => {
    const { folder, within, base } = await kept();
    const file = await fileIn(within);
    expect(() => recall([folder], join(file, 'below')).keep(base)).not.toThrow();
    await rm(folder, { recursive: true });
    expect(recall([folder], within).base).toBeUndefined();
  });
});
