import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Problem } from '../../src/base/problem.ts';
import type { Base } from '../../src/base/schema.ts';
import { watchBase } from '../../src/base/watch.ts';
import { deal, files } from './build.ts';
import { folderOf } from './folder.ts';

async function watched() {
  const folder = await folderOf(files({ deals: [deal()] }));
  const loaded: Base[] = [];
  const rejected: Problem[][] = [];
  const stop = watchBase([folder], { onLoaded: (base) => loaded.push(base), onRejected: (problems) => rejected.push(problems) });
  onTestFinished(stop);
  const write = (deals: ReturnType<typeof deal>[]) => writeFile(join(folder, 'deals.yaml'), files({ deals })['deals.yaml']);
  return { folder, loaded, rejected, stop, write };
}

const soon = { timeout: 5000, interval: 20 };

test('a good change is loaded, once for a burst of writes', async () => {
  const { loaded, write } = await watched();
  for (let i = 0; i < 4; i++) await write([deal({ summary: `Version ${i}.` })]);
  await vi.waitFor(() => expect(loaded).toHaveLength(1), soon);
  await pause(300);
  expect(loaded).toHaveLength(1);
  expect(loaded[0]?.byId.get('deal-a')?.summary).toBe('Version 3.');
});

test('a bad change is rejected with its problems, and the next good one is loaded', async () => {
  const { loaded, rejected, write } = await watched();
  await write([deal({ recipient: ['nowhere-known'] })]);
  await vi.waitFor(() => expect(rejected).toHaveLength(1), soon);
  expect(rejected[0]?.[0]?.message).toBe('`nowhere-known` is no entity');
  expect(loaded).toHaveLength(0);
  await write([deal()]);
  await vi.waitFor(() => expect(loaded).toHaveLength(1), soon);
});

test('a file replaced by renaming is a change, and one taken away too', async () => {
  const { folder, loaded, rejected } = await watched();
  await writeFile(join(folder, 'deals.yaml.new'), files({ deals: [deal(), deal({ id: 'deal-b', summary: 'Another.' })] })['deals.yaml']);
  await rename(join(folder, 'deals.yaml.new'), join(folder, 'deals.yaml'));
  await vi.waitFor(() => expect(loaded.at(-1)?.records).toHaveLength(2), soon);
  await rm(join(folder, 'entities.yaml'));
  await vi.waitFor(() => expect(rejected.at(-1)?.[0]?.at.file).toBe('entities.yaml'), soon);
});

test('files that are not the base do not matter', async () => {
  const { folder, loaded, rejected } = await watched();
  await writeFile(join(folder, 'notes.txt'), 'nothing');
  await pause(400);
  expect([loaded, rejected]).toEqual([[], []]);
});

test('nothing is told after stopping', async () => {
  const { loaded, rejected, stop, write } = await watched();
  await write([deal({ summary: 'Late.' })]);
  stop();
  await pause(400);
  expect([loaded, rejected]).toEqual([[], []]);
});

test('a folder that is not there is told, not thrown', () => {
  const rejected: Problem[][] = [];
  watchBase(['/nowhere/at/all'], { onLoaded: () => {}, onRejected: (problems) => rejected.push(problems) })();
  expect(rejected).toHaveLength(1);
});
