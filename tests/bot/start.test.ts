/** The bot put together, in this process: what it says when Discord will not have it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runRegister } from '../../src/bot/run.ts';
import { startBot } from '../../src/bot/start.ts';
import type { BotConfig } from '../../src/config.ts';
import { aContext, TODAY } from '../build.ts';
import { type Discord, startDiscord } from '../discord/fake/index.ts';
import { aBotConfig, FREE } from './config.ts';

let discord: Discord;
beforeEach(async () => {
  discord = await startDiscord();
});
afterEach(() => discord.stop());

const configOf = (more: Partial<BotConfig> = {}): BotConfig => ({ ...aBotConfig(discord), ...more });

const settings = () => ({ config: configOf(), context: aContext({}), today: () => TODAY });

describe('a bot', () => {
  it('that runs says so in plain words when its token is revoked', async () => {
    const bot = await startBot({ by: 'gateway', token: discord.token }, settings());
    expect(bot.ready).toBe(true);
    discord.revoke();
    discord.gateway.close(4004);
    expect(await bot.failed).toContain('Discord no longer takes the token');
    await bot.stop();
  });

  it('does not open the endpoint with a wrong token', async () => {
    const way = { by: 'endpoint', publicKey: discord.publicKey, place: FREE, token: 'wrong' } as const;
    await expect(startBot(way, settings())).rejects.toThrow('Discord refuses the token. Copy it anew');
  });
});

describe('registering the commands', () => {
  const register = async (config: BotConfig) => {
    const said: string[] = [];
    const code = await runRegister(config, (line) => said.push(line));
    return { code, said: said.join('\n') };
  };

  it.each([
    [{ code: 50013 }, 'Discord refused to register the commands (403, code 50013)'],
    [{ status: 503 }, 'Discord has trouble of its own (503)'],
    [{ code: 30034 }, 'Discord allows 200 new commands a day'],
  ] as const)('says in plain words why nothing is registered: %o', async (fault, words) => {
    discord.fault('commands.list', fault, { times: 100 });
    const { code, said } = await register(configOf());
    expect(code).toBe(1);
    expect(said).toContain(words);
  });

  it('needs a token', async () => {
    const { code, said } = await register(configOf({ token: undefined }));
    expect(code).toBe(1);
    expect(said).toContain('set DISCORD_TOKEN');
  });
});
