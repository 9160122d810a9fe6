/** Backups: what comes out of one engine goes into the other, whole or not at all. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { backUp, readBackup, superfluous, writeBackup } from '../../src/store/backup/files.ts';
import { restoreInto } from '../../src/store/backup/restore.ts';
import { backUpIfDue } from '../../src/store/backup/schedule.ts';
import { TABLES } from '../../src/store/schema.ts';
import { aSubscription } from './rows.ts';
import { stores, type TestStore } from './stores.ts';

const AT = '2026-11-22T03:00:00Z';

let open: TestStore[];
let folder: string;
beforeAll(async () => {
  open = await Promise.all(stores.map((engine) => engine.open()));
});
afterAll(() => Promise.all(open.map((store) => store.close())));
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sourcebook-backup-'));
  for (const store of open) await store.empty();
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Rows with what is hard to write down: quotes, line ends, other scripts, microseconds, nested values, nothing. */
async function fill({ db }: TestStore, days: number): Promise<void> {
  const history = { last: '2026-11-22', told: { 'a"b\\c': { print: '½\n' } }, shown: {} };
  const subscription = aSubscription({ state_reason: 'Астана “’”', history: JSON.stringify(history) });
  const { id } = await db.insertInto('subscriptions').values(subscription).returning('id').executeTakeFirstOrThrow();
  const dates = Array.from({ length: days }, (_, day) => Temporal.PlainDate.from('2024-01-01').add({ days: day }).toString());
  const rows = dates.map((date) => ({
    subscription: id,
    date,
    due_at: new Date(`${date}T03:00:00.123Z`),
    payload: JSON.stringify({ message: { embeds: [] } }),
  }));
  await db.insertInto('deliveries').values(rows).execute();
  await db.insertInto('guild_settings').values({ guild: '1', manager_role: null }).execute();
  await db
    .insertInto('misses')
    .values({ day: '2026-11-22', surface: 'gateway', question: 'who\0'.slice(0, 3) })
    .execute();
}

const rowsOf = async ({ db }: TestStore) =>
  Promise.all(TABLES.map(async (table) => (await db.selectFrom(table).selectAll().execute()).map((row) => JSON.stringify(row)).sort()));

const backupOf = async (store: TestStore): Promise<string> => {
  const file = join(folder, 'a.jsonl.gz');
  await writeBackup(store.db, file, AT);
  return file;
};

describe.each(stores.map(({ name }, i) => ({ name, from: i, to: (i + 1) % stores.length })))('a backup of $name', ({ from, to }) => {
  it('goes into the other engine with every row as it was', async () => {
    const [source, target] = [open[from] as TestStore, open[to] as TestStore];
    await fill(source, 1100);
    const [file, rows] = [await backupOf(source), await rowsOf(source)];
    if (source === target) await target.empty();
    const loaded = await readBackup(target.db, file);
    expect(loaded).toEqual({ at: AT, counts: { guild_settings: 1, subscriptions: 1, deliveries: 1100, misses: 1 } });
    expect(await rowsOf(target)).toEqual(rows);
  });
});

describe('a backup', () => {
  const store = () => open[0] as TestStore;
  const line = (value: unknown): string => `${JSON.stringify(value)}\n`;
  const HEADER = { sourcebook: 'store', format: 1, migration: '0001-first', at: AT };

  it('that is restored has posters look first for what was posted since', async () => {
    await store().db.insertInto('subscriptions').values(aSubscription()).execute();
    const file = await backupOf(store());
    await store().empty();
    await restoreInto(store(), file, '2026-11-22T09:00:00Z');
    const restored = await store().db.selectFrom('subscriptions').select('look_before').executeTakeFirstOrThrow();
    expect(restored.look_before).toEqual(new Date('2026-11-22T09:00:00Z'));
  });

  it.each<[string, (whole: Buffer) => string | Buffer, RegExp]>([
    ['that was cut', (whole) => whole.subarray(0, whole.length - 200), /is damaged, or no backup/],
    ['whose text was cut between lines', (whole) => gzipSync(gunzipSync(whole).toString().split('\n').slice(0, 7).join('\n')), /incomplete/],
    ['that lacks rows in between', (whole) => gzipSync(gunzipSync(whole).toString().split('\n').toSpliced(5, 3).join('\n')), /incomplete/],
    ['that is something else', () => gzipSync('{"a":1}\n'), /This is no backup/],
    ['that is a text', () => gzipSync('root:x:0:0\n'), /This is no backup/],
    ['that is empty', () => gzipSync(''), /This is no backup/],
    ['of a newer program', () => gzipSync(line({ ...HEADER, migration: '9999-later' })), /newer version of the program/],
  ])('%s is refused, and nothing is changed', async (_, spoil, words) => {
    await fill(store(), 10);
    const file = await backupOf(store());
    writeFileSync(file, spoil(readFileSync(file)));
    await store().empty();
    await expect(readBackup(store().db, file)).rejects.toThrow(words);
    expect((await rowsOf(store())).flat()).toEqual([]);
  });

  it('is not loaded over rows, nor from a file that is not there', async () => {
    await store().db.insertInto('guild_settings').values({ guild: '1' }).execute();
    await expect(readBackup(store().db, await backupOf(store()))).rejects.toThrow('The store has rows already.');
    await expect(readBackup(store().db, join(folder, 'none.gz'))).rejects.toThrow(/There is no file .*none.gz/);
  });

  it('is told when it can’t be written, and leaves nothing behind', async () => {
    writeFileSync(join(folder, 'file'), '');
    await expect(writeBackup(store().db, join(folder, 'file', 'a.gz'), AT)).rejects.toThrow(/can’t be written \(ENOTDIR\)/);
    expect(readdirSync(folder)).toEqual(['file']);
  });
});

describe('backups that are made by themselves', () => {
  const at = (text: string) => Temporal.Instant.from(text);

  it('come once a day, within the hour when subscriptions changed, and at the end', async () => {
    const { db } = open[0] as TestStore;
    const due = (when: string, end?: 'now') => backUpIfDue(db, folder, at(when), end);
    expect(await due('2026-11-22T03:00:00Z')).toBe(true);
    expect(await due('2026-11-22T04:00:00Z')).toBe(false);
    const { id } = await db.insertInto('subscriptions').values(aSubscription()).returning('id').executeTakeFirstOrThrow();
    expect(await due('2026-11-22T05:00:00Z')).toBe(true);
    await db.insertInto('deliveries').values({ subscription: id, date: '2026-11-22', due_at: new Date() }).execute();
    expect(await due('2026-11-22T06:00:00Z')).toBe(false);
    expect(await due('2026-11-22T06:30:00Z', 'now')).toBe(true);
    expect(await due('2026-11-22T06:40:00Z', 'now')).toBe(false);
    expect(await due('2026-11-23T06:31:00Z')).toBe(true);
  });

  it('do not grow without end: the newest three and the last of seven days stay', async () => {
    const { db } = open[0] as TestStore;
    for (let day = 1; day <= 12; day += 1)
      for (const hour of ['03', '15']) writeFileSync(join(folder, `2026-11-${String(day).padStart(2, '0')}T${hour}-00-00Z.jsonl.gz`), '');
    await backUp(db, folder, '2026-11-12T16:00:00Z');
    const names = readdirSync(folder).sort();
    expect(names).toHaveLength(9);
    expect([names[0], ...names.slice(-3)]).toEqual([
      '2026-11-06T15-00-00Z.jsonl.gz',
      '2026-11-12T03-00-00Z.jsonl.gz',
      '2026-11-12T15-00-00Z.jsonl.gz',
      '2026-11-12T16-00-00Z.jsonl.gz',
    ]);
  });

  it('never lose the newest one, nor keep more than ten', () => {
    const moments = fc.uniqueArray(fc.integer({ min: 0, max: 60 * 24 }), { minLength: 1, maxLength: 80 });
    fc.assert(
      fc.property(moments, (hours) => {
        const names = hours
          .map((hour) => at('2026-01-01T00:00:00Z').add({ hours: hour }).toString())
          .sort()
          .reverse();
        const gone = superfluous(names);
        expect(gone).not.toContain(names[0]);
        expect(names.length - gone.length).toBeLessThanOrEqual(10);
      }),
    );
  });
});
