/** The embedded store in a folder that is damaged. */
import { mkdtempSync, readdirSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backUp } from '../../src/store/backup/files.ts';
import { openEmbedded } from '../../src/store/embedded.ts';
import type { Store } from '../../src/store/store.ts';
import { aSubscription } from './rows.ts';
import { startPrepared } from './stores.ts';

let folder: string;
let store: Store | undefined;
let told: string[];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sourcebook-store-'));
  told = [];
});
afterEach(async () => {
  await store?.close();
  store = undefined;
  rmSync(folder, { recursive: true });
});

const AT = '2026-11-22T08:30:00Z';
const open = async (): Promise<Store> => {
  store = await openEmbedded({ folder, now: () => AT, tell: (line) => told.push(line), start: startPrepared });
  return store;
};
const regions = async ({ db }: Store) => (await db.selectFrom('subscriptions').select('region').orderBy('region').execute()).map(({ region }) => region);

/** A store with one subscription that is backed up, and one that is younger. */
async function fill(): Promise<void> {
  const { db } = await open();
  await db
    .insertInto('subscriptions')
    .values(aSubscription({ region: 'gulf' }))
    .execute();
  await backUp(db, join(folder, 'backups'), '2026-11-22T03:00:00Z');
  await db
    .insertInto('subscriptions')
    .values(aSubscription({ region: 'central-asia' }))
    .execute();
}

/** The file of a table or index. */
async function fileOf(name: string): Promise<string> {
  const { rows } = await sql<{ path: string }>`select pg_relation_filepath(${name}) as path`.execute((store as Store).db);
  return join(folder, 'pg', rows[0]?.path ?? '');
}

/** Milliseconds that a busy machine may take for several starts of the engine. */
const LONG = 120_000;

describe('the embedded store', () => {
  it('that is damaged is set aside, and the last backup restored', { timeout: LONG }, async () => {
    await fill();
    const table = await fileOf('subscriptions');
    await store?.close();
    // Rows vanish without an error: only the key’s index knows of them.
    truncateSync(table, 0);

    expect(await regions(await open())).toEqual(['gulf']);
    expect(readdirSync(folder).sort()).toEqual(['backups', 'holder.json', 'lock', 'pg', 'pg-set-aside-2026-11-22T08-30-00Z']);
    expect(told.join('\n')).toContain('is damaged and does not open. It was set aside as');
    expect(told.join('\n')).toContain('restored from the backup of 2026-11-22 03:00 UTC: what was changed after that is missing');
    const { look_before } = await (store as Store).db.selectFrom('subscriptions').select('look_before').executeTakeFirstOrThrow();
    expect(look_before).toEqual(new Date(AT));
  });
});
