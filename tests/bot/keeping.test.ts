/** A bot with a store, on PostgreSQL, and one whose store does not open. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Keeping, keepStore } from '../../src/bot/keeping.ts';
import { startBot } from '../../src/bot/start.ts';
import type { Running } from '../../src/bot/surfaces.ts';
import type { StoreConfig } from '../../src/config.ts';
import { createLog } from '../../src/ops/log.ts';
import { openPostgres } from '../../src/store/postgres.ts';
import type { Store } from '../../src/store/store.ts';
import { aContext, TODAY } from '../build.ts';
import { type Discord, startDiscord } from '../discord/fake/index.ts';
import { aSubscription } from '../store/rows.ts';
import { isSkipped, newDatabase } from '../store/stores.ts';
import { aBotConfig, FREE } from './config.ts';

let folder: string;
let ends: (() => Promise<unknown>)[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sourcebook-keeping-'));
  ends = [];
});
afterEach(async () => {
  for (const end of ends.reverse()) await end();
  rmSync(folder, { recursive: true });
});

const storeConfig = (more: Partial<StoreConfig>): StoreConfig => ({ url: undefined, folder, keepMisses: undefined, graceHours: 6, ...more });

async function start(store: StoreConfig, by: 'gateway' | 'endpoint' = 'gateway'): Promise<{ discord: Discord; bot: Running; said: string[] }> {
  const said: string[] = [];
  const discord = await startDiscord();
  ends.push(discord.stop);
  const settings = { config: aBotConfig(discord), store, context: aContext({}), today: () => TODAY, say: (line: string) => said.push(line) };
  const { token, publicKey } = discord;
  const bot = await startBot(by === 'gateway' ? { by, token } : { by, token, publicKey, place: FREE }, settings);
  ends.push(bot.stop);
  return { discord, bot, said };
}

/** Waits until it is so: what is kept is kept behind the answer. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  await expect.poll(holds, { timeout: 10_000 }).toBe(true);
}

describe('a bot whose store does not open', () => {
  it('answers all the same, and says so once', async () => {
    writeFileSync(join(folder, 'file'), '');
    const { discord, said } = await start(storeConfig({ folder: join(folder, 'file', 'var') }));
    const { message } = await discord.slash('ask', { question: 'anything?' });
    expect(message?.embeds).toHaveLength(1);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(
      /can’t be made \(a file is in its way\). Set SOURCEBOOK_DATA .* Questions are answered all the same; digests wait until it can be opened./,
    );
  });
});

describe.skipIf(isSkipped)('a bot with a store', () => {
  it('counts what it could not answer, without the words, and forgets a server that it is removed from but not one in an outage', async () => {
    const url = await newDatabase();
    const store: Store = await openPostgres(url);
    ends.push(store.close);
    const { discord } = await start(storeConfig({ url }));
    const [guild] = discord.guilds;
    await discord.slash('ask', { question: 'who sells submarines to Atlantis?' });
    const rows = () => store.db.selectFrom('misses').select(['surface', 'guild', 'question', 'count']).execute();
    await until(async () => (await rows()).length > 0);
    expect(await rows()).toEqual([{ surface: 'gateway', guild: guild?.id, question: '', count: 1 }]);
    await discord.slash('ask', { question: 'who sells submarines to Atlantis?' }, { install: 'user' });
    await until(async () => (await rows()).some((row) => row.guild === ''));

    await store.db
      .insertInto('subscriptions')
      .values(aSubscription({ guild: guild?.id ?? '' }))
      .execute();
    const subscriptions = async () => (await store.db.selectFrom('subscriptions').select('id').execute()).length;
    discord.gateway.tell('GUILD_DELETE', { id: guild?.id, unavailable: true }, guild?.id);
    await discord.slash('ask', { question: 'is anybody there?' });
    expect(await subscriptions()).toBe(1);
    discord.gateway.tell('GUILD_DELETE', { id: guild?.id }, guild?.id);
    await until(async () => (await subscriptions()) === 0 && (await rows()).every((row) => row.guild === ''));
  });

  it('forgets the server that it left while it was down, by the endpoint too, where Discord never tells it', async () => {
    const url = await newDatabase();
    const { db, close } = await openPostgres(url);
    ends.push(close);
    await db
      .insertInto('subscriptions')
      .values(aSubscription({ guild: '100000000000000001' }))
      .execute();
    const { discord } = await start(storeConfig({ url }), 'endpoint');
    await until(async () => (await db.selectFrom('subscriptions').select('id').execute()).length === 0);
    expect(discord.requests('gateway')).toEqual([]);
  });

  it('begins what needs the store when it is open, and ends it before the store is closed', async () => {
    const order: string[] = [];
    const keeping: Keeping = await keepStore({ config: storeConfig({ url: await newDatabase() }), log: createLog('silent'), say: () => {} });
    keeping.use(async (store) => {
      order.push(store.kind);
      return async () => void order.push(keeping.door.store ? 'ended while open' : 'ended too late');
    });
    await expect.poll(() => order).toEqual(['postgres']);
    await keeping.stop();
    expect(order).toEqual(['postgres', 'ended while open']);
  });
});
