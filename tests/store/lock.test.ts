/** One process a folder. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { lockFolder } from '../../src/store/lock.ts';
import { openStore } from '../../src/store/open.ts';

const SINCE = '2026-11-22T08:30:00Z';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sourcebook-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('names whoever has the folder to whoever comes second, and lets the next in after', () => {
  const release = lockFolder(folder, SINCE);
  const refusal = new RegExp(`^The store in ${folder} is in use. Process ${process.pid} on \\S+ has it since ${SINCE}. Stop that one, or set DATABASE_URL`);
  expect(() => lockFolder(folder, SINCE)).toThrow(refusal);
  release();
  lockFolder(folder, SINCE)();
});

it('refuses without a name when the name is lost', () => {
  const release = lockFolder(folder, SINCE);
  writeFileSync(join(folder, 'holder.json'), '{"pid":');
  expect(() => lockFolder(folder, SINCE)).toThrow('is in use. Another process has it. Stop that one');
  release();
});

it('tells of a folder that can’t be written to, with what to do', () => {
  writeFileSync(join(folder, 'lock'), 'not a database, and not ours');
  expect(() => lockFolder(folder, SINCE)).toThrow(/can’t be written to. Set SOURCEBOOK_DATA to one that can, or DATABASE_URL/);
});

it('tells of a folder that can’t be made, also where Node itself would try for ever', async () => {
  writeFileSync(join(folder, 'file'), '');
  const opening = (place: string) => openStore({ url: undefined, folder: place });
  await expect(opening(join(folder, 'file', 'var'))).rejects.toThrow(
    /file\/var can’t be made \(a file is in its way\). Set SOURCEBOOK_DATA to one that can be written to/,
  );
  await expect(opening(join(folder, 'file'))).rejects.toThrow(/can’t be made \(a file is in its place\)/);
  await expect(opening('/proc/sourcebook/var')).rejects.toThrow(/proc\/sourcebook\/var can’t be made \(E[A-Z]+\)/);
});
