/** `npm run store` as a shell sees it, on a PostgreSQL. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { countMiss } from '../../../src/store/misses.ts';
import { openPostgres } from '../../../src/store/postgres.ts';
import { storeCommand } from '../../../src/surfaces/terminal/store/store.ts';
import { aSubscription } from '../../store/rows.ts';
import { isSkipped, newDatabase } from '../../store/stores.ts';

const GUILD = '123456789012345678';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sourcebook-shell-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Does what a shell asks, on one database. */
const shellOn =
  (url: string | undefined) =>
  async (...words: string[]) => {
    const [out, err]: [string[], string[]] = [[], []];
    const code = await storeCommand(words, {
      config: { url, folder, keepMisses: undefined, graceHours: 6 },
      out: (line) => out.push(line),
      err: (line) => err.push(line),
      write: async (text) => void out.push(text),
      now: () => Temporal.Instant.from('2026-11-22T08:30:00Z'),
    });
    return { code, out: out.join('\n'), err: err.join('\n') };
  };

describe('npm run store', () => {
  it('tells what there is, and what was wrong with a call', async () => {
    const shell = shellOn(undefined);
    expect((await shell('--help')).out).toContain('  restore [FILE]  Put a backup in place');
    expect(await shell('heal')).toMatchObject({ code: 2, err: 'There is no “heal”.\nnpm run store -- --help tells what there is.' });
    expect(await shell('forget')).toMatchObject({ code: 2, err: expect.stringContaining('npm run store -- forget SERVER') });
    expect(await shell('forget', 'ours')).toMatchObject({ code: 1, err: expect.stringContaining('A server is named by its id: 15 to 20 digits.') });
    expect(await shell('copy')).toMatchObject({ code: 1, err: 'Set DATABASE_URL to the PostgreSQL that the embedded store is to be copied to.' });
    expect(await shell('restore')).toMatchObject({ code: 1, err: expect.stringContaining('There is no backup in') });
  });
});

describe.skipIf(isSkipped)('npm run store on PostgreSQL', () => {
  /** A database with a subscription that has an edition waiting for an hour, and a question that found nothing. */
  async function filled(): Promise<string> {
    const url = await newDatabase();
    const { db, close } = await openPostgres(url);
    const { id } = await db
      .insertInto('subscriptions')
      .values(aSubscription({ guild: GUILD }))
      .returning('id')
      .executeTakeFirstOrThrow();
    await db
      .insertInto('deliveries')
      .values({ subscription: id, date: '2026-11-22', due_at: new Date('2026-11-22T07:30:00Z') })
      .execute();
    await countMiss(db, { surface: 'gateway', guild: GUILD, entities: ['kazakhstan'], question: 'who?\u001b[31m' }, '2026-11-21', true);
    await close();
    return url;
  }

  it('examines it: sound, what is in it, and that an edition waits too long', async () => {
    const { code, out } = await shellOn(await filled())('doctor');
    expect(code).toBe(1);
    expect(out).toMatch(/^✓ Store: a server, 127.0.0.1:\d+\/test_\d+. PostgreSQL \d+/);
    expect(out).toContain('✓ Kept: 1 subscription (1 active, 0 paused, 0 blocked), 1 edition, settings of 0 servers, 1 count of questions that found nothing.');
    expect(out).toContain('✓ Pages and indexes: sound.');
    expect(out).toContain('✗ Editions: one waits to be posted, for 60 minutes. Is the bot running');
  });

  it('exports what another database takes back, and forgets a server', async () => {
    const exported = await shellOn(await filled())('export');
    expect(exported.err).toBe('Exported: 1 subscription, 1 edition, settings of 0 servers, 1 count of questions that found nothing.');
    writeFileSync(join(folder, 'rows.jsonl'), exported.out.replaceAll('\n\n', '\n'));
    const other = shellOn(await newDatabase('template0'));
    expect((await other('restore', join(folder, 'rows.jsonl'))).out).toContain('of 22 November 2026, 08:30 UTC: 1 subscription, 1 edition');
    expect((await other('restore', join(folder, 'rows.jsonl'))).err).toContain('The store has rows already.');
    expect((await other('forget', GUILD)).out).toContain(`Deleted of the server ${GUILD}: 1 subscription, 1 edition, 0 settings, 1 count`);
    expect((await other('forget', GUILD)).out).toMatch(/^Nothing is kept of the server \d+.\nEarlier backups may hold it until you delete them.$/);
    expect(await other('doctor')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/Kept: 0 subscriptions[\s\S]*✓ Backups: none yet, and nothing to back up./),
    });
  });

  it('tells which questions found nothing, and nothing that a terminal would obey', async () => {
    const shell = shellOn(await filled());
    const { out } = await shell('misses');
    expect(out).toContain('Questions that found nothing in the last 30 days, by what they named:\n     1  kazakhstan\nThe questions:\n     1  who?');
    expect(out).not.toContain('\u001b');
    expect((await shell('misses', '0')).err).toBe('Days are a number from 1 to 400.');
  });
});
