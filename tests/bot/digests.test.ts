/** The digest beside a running bot, and from a shell: subscribed in Discord, posted by the program, told by the ledger. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openKept } from '../../src/bot/kept.ts';
import { startBot } from '../../src/bot/start.ts';
import type { Config, StoreConfig } from '../../src/config.ts';
import { openStore } from '../../src/store/open.ts';
import { digestCommand } from '../../src/surfaces/terminal/digest/digest.ts';
import { TODAY } from '../build.ts';
import { shipped } from '../digest/desk.ts';
import { type Discord, startDiscord } from '../discord/fake/index.ts';
import { newDatabase, stores } from '../store/stores.ts';
import { aBotConfig } from './config.ts';

const UNWRITABLE = '/dev/null/sourcebook';
const WANTED = { region: 'steppe', time: '8', timezone: 'UTC' };

let discord: Discord;
beforeEach(async () => {
  discord = await startDiscord();
});
afterEach(() => discord.stop());

const storeConfig = (more: Partial<StoreConfig>): StoreConfig => ({ url: undefined, folder: UNWRITABLE, keepMisses: undefined, graceHours: 6, ...more });

async function startedOn(store: Partial<StoreConfig>) {
  const said: string[] = [];
  const say = (line: string): void => void said.push(line);
  const settings = { config: aBotConfig(discord), context: shipped, today: () => TODAY, store: storeConfig(store), say };
  return { said, bot: await startBot({ by: 'gateway', token: discord.token }, settings) };
}

const textOf = async (asked: ReturnType<Discord['slash']>): Promise<string> => {
  const { embeds } = await (await asked).settled();
  return embeds.map(({ title, description }) => `${title}\n${description}`).join('\n');
};

/** Makes every digest due a minute ago. */
async function letBeDue(url: string): Promise<void> {
  const { db, close } = await openStore({ url, folder: '' });
  const due = new Date(Date.now() - 60_000);
  await db
    .updateTable('subscriptions')
    .set({ next_at: due, next_date: due.toISOString().slice(0, 10), time: due.toISOString().slice(11, 16) })
    .execute();
  await close();
}

describe.skipIf(stores.length < 2)('on PostgreSQL', () => {
  it('is subscribed, posted once, accounted for and told of in a shell, which posts too', async () => {
    const url = await newDatabase();
    const { bot } = await startedOn({ url });
    // Its base has too little for one, which nobody finds who does not draw.
    expect(await textOf(discord.slash('digest subscribe', { ...WANTED, picture: 'timeline' }))).toContain('Subscribed');
    await letBeDue(url);
    const posted = () => discord.messages().filter(({ embeds }) => embeds[0]?.title?.startsWith('Daily digest'));
    await expect.poll(() => posted().length, { timeout: 20_000 }).toBe(1);
    await expect
      .poll(() => textOf(discord.slash('digest why')), { timeout: 5000 })
      .toMatch(/✅ .* · \[sent\]\(https:\/\/discord\.com\/channels\/.*\): without its picture: (?!nobody draws)/);
    await bot.stop();

    const shell = async (...args: string[]) => {
      let out = '';
      const config: Config = { bases: [], colour: false, bot: () => aBotConfig(discord), store: () => storeConfig({ url }) };
      const write = (text: string): void => {
        out += text;
      };
      const outside = { out: write, err: write, today: TODAY, now: Temporal.Now.instant(), columns: 100, colour: false, load: async () => shipped };
      const code = await digestCommand(args, { ...outside, keep: () => openKept(config, write) });
      return { code, out };
    };
    expect((await shell('list')).out).toMatch(new RegExp(`\nThe Steppe, channel ${discord.channel.id}\n  .*, every day, UTC, with a timeline\n`));
    expect((await shell('why', discord.channel.id)).out).toMatch(/ · sent: without its [\s\S]*\n {4}https:\/\/discord\.com\/channels\/\d+\/\d+\/\d+\n/);
    expect(await shell('run')).toEqual({ code: 0, out: 'No edition is due.\n' });
    const { db, close } = await openStore({ url, folder: '' });
    await db.deleteFrom('deliveries').execute();
    await close();
    await letBeDue(url);
    expect((await shell('run')).out).toBe('1 edition was due: 1 posted.\nWhat became of each: npm run digest -- why\n');
    expect(posted()).toHaveLength(2);
  }, 60_000);
});

it('without a store that can be opened answers questions, says so once, and says so when it is asked for digests', async () => {
  const { bot, said } = await startedOn({});
  expect(await textOf(discord.slash('ask', { question: 'deal-a' }))).toContain('Deal');
  for (const command of ['digest list', 'digest why', 'digest subscribe']) {
    expect(await textOf(discord.slash(command, command.endsWith('subscribe') ? WANTED : {}))).toContain('The store that keeps the digests does not answer.');
  }
  expect(said).toHaveLength(1);
  await bot.stop();
});
