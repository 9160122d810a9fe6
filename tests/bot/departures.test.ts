/** Servers that the bot left while nobody told it. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { createDepartures } from '../../src/bot/departures.ts';
import type { Keeping } from '../../src/bot/keeping.ts';
import { createLog } from '../../src/ops/log.ts';
import type { Store } from '../../src/store/store.ts';
import { createServers } from '../../src/surfaces/gateway/servers.ts';
import { type Discord, startDiscord } from '../discord/fake/index.ts';
import { aSubscription } from '../store/rows.ts';
import { stores, type TestStore } from '../store/stores.ts';

let store: TestStore;
let discord: Discord;
let forgotten: string[];
let logged: string[];
let stop: () => Promise<void>;

beforeAll(async () => {
  const [embedded] = stores;
  if (!embedded) throw new Error('no store');
  store = await embedded.open();
});
beforeEach(async () => {
  await store.empty();
  discord = await startDiscord({ guilds: [{}, {}, {}, {}] });
  [forgotten, logged] = [[], []];
});
afterEach(async () => {
  await stop();
  await discord.stop();
});
afterAll(() => store.close());

const idOf = (index: number): string => discord.guilds[index]?.id ?? '';

/** The bot is removed from a server. */
const leave = (index: number): void => void discord.guilds[index]?.members.shift();

const keepRowsOf = (...guilds: string[]) =>
  store.db
    .insertInto('subscriptions')
    .values(guilds.map((guild) => aSubscription({ guild })))
    .execute();

/** Searches once, as at the start; what is to be forgotten is only noted. */
function search(): void {
  const ends: (() => Promise<void>)[] = [];
  const keeping: Pick<Keeping, 'use' | 'memory'> = {
    use: (work: (open: Store) => Promise<() => Promise<void>>) => void work(store).then((end) => ends.push(end)),
    memory: { missed: () => () => {}, left: async (guild) => void forgotten.push(guild) },
  };
  const log = createLog('debug', { write: (line) => void logged.push(line) });
  createDepartures(keeping, { servers: createServers({ token: discord.token, api: discord.api }), log, pause: 1 }).begin();
  stop = async () => void (await Promise.all(ends.map((end) => end())));
}

const looked = () => discord.requests('guild').map(({ path }) => path.split('/').at(-1));

it('are forgotten once Discord says of each that it is not the bot’s; what is unclear stays', async () => {
  await keepRowsOf(idOf(0), idOf(1), idOf(2), idOf(3), '100000000000000001');
  await store.db.insertInto('guild_settings').values({ guild: '100000000000000002' }).execute();
  for (const index of [1, 2, 3]) leave(index);
  // The first of those that Discord does not list is in an outage, the next two are answered by what stands before Discord.
  discord.fault('guild', { status: 503 }, { times: 2 });
  discord.fault('guild', { status: 403 });
  search();
  await expect.poll(() => new Set(looked()).size, { timeout: 5000 }).toBe(5);
  await expect.poll(() => forgotten.length, { timeout: 5000 }).toBe(3);
  expect(new Set(looked())).toEqual(new Set(['100000000000000001', '100000000000000002', idOf(1), idOf(2), idOf(3)]));
  expect(forgotten).toEqual([idOf(1), idOf(2), idOf(3)]);
});

it('are not looked for where Discord does not tell in which servers the bot is, and nothing is lost', async () => {
  await keepRowsOf('100000000000000001');
  discord.fault('own.guilds', { status: 500 }, { times: 2 });
  search();
  await expect.poll(() => discord.requests('own.guilds').length, { timeout: 5000 }).toBe(2);
  expect([looked(), forgotten, logged]).toEqual([[], [], []]);
});

it('are not forgotten where it would be all of several: that store is another bot’s', async () => {
  await keepRowsOf('100000000000000001', '100000000000000002');
  search();
  await expect.poll(() => logged.length, { timeout: 5000 }).toBe(1);
  expect(logged[0]).toContain('is it another bot’s store? Nothing was deleted');
  expect([looked(), forgotten]).toEqual([[], []]);
});
