/** Discord failing in all its ways, and the bot beside it. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHandler, type Handle } from '../../../src/discord/handle.ts';
import { createLog } from '../../../src/ops/log.ts';
import { createMetrics } from '../../../src/ops/metrics.ts';
import { startGateway } from '../../../src/surfaces/gateway/gateway.ts';
import { aContext, aDeal, aMatch, TODAY } from '../../build.ts';
import { type Discord, startDiscord } from '../../discord/fake/index.ts';
import { impatient, onGateway } from '../bot.ts';

const context = aContext({ x: { kind: 'answer', list: false, matches: [aMatch(aDeal())] } });
const TITLE = 'Deal (sale): Türkiye to Kyrgyzstan';
const quick = createHandler({ context, surface: 'gateway', today: () => TODAY, now: () => performance.now() });
/** The same, but late by so many milliseconds. */
const slow =
  (ms: number): Handle =>
  (raw) => {
    const handling = quick(raw);
    return { ...handling, answer: () => sleep(ms).then(handling.answer) };
  };

let discord: Discord;
let bot: Awaited<ReturnType<typeof onGateway>>;
const start = async (handle: Handle = quick) => {
  bot = await onGateway(discord, { context, handle });
};
const ask = () => discord.slash('ask', { question: 'x' });
/** Events of the log, with what the bot said of them. */
const told = (event: string) => bot.logged.filter(({ msg }) => msg === event);

beforeEach(async () => {
  discord = await startDiscord({ patience: 6000 });
});
afterEach(async () => {
  await bot.stop();
  await discord.stop();
});

describe('an answer', () => {
  it('that takes long is put off after a second and a half, and comes later', async () => {
    await start(slow(1800));
    const answered = await ask();
    expect(answered.callback).toEqual({ type: 5 });
    expect(answered.ms).toBeGreaterThan(1400);
    expect(answered.ms).toBeLessThan(2500);
    expect((await answered.settled()).embeds[0]?.title).toBe(TITLE);
    expect(await bot.metrics()).toContain('sourcebook_deferred_total{surface="gateway"} 1');
  });

  it('that takes long and is private stays private', async () => {
    await start(slow(1800));
    const answered = await discord.slash('ask', { question: 'x', private: true });
    expect(answered.callback).toEqual({ type: 5, data: { flags: 64 } });
    expect((await answered.settled()).flags).toBe(64);
  });

  it.each([
    ['Discord has a hiccup', { status: 502 }],
    ['Discord says to wait a little', { rateLimit: 0.3 }],
    ['the line is cut', { cut: 'before' as const }],
    ['the first request hangs', { hang: 'before' as const }],
  ])('gets through when %s', async (_, fault) => {
    await start();
    discord.fault('callback', fault);
    expect((await ask()).message?.embeds[0]?.title).toBe(TITLE);
  });

  it('is not held beyond the three seconds by a long rate limit: it is given up and logged', async () => {
    await start();
    discord.fault('callback', { rateLimit: 30 });
    const began = performance.now();
    const asked = ask().catch((error: unknown) => error);
    await expect.poll(() => told('an answer did not get through').length, { timeout: 3500 }).toBe(1);
    expect(performance.now() - began).toBeLessThan(3200);
    expect(told('an answer did not get through')[0]).toMatchObject({ outcome: 'unreached' });
    // The next one is answered as ever.
    expect((await ask()).message?.embeds[0]?.title).toBe(TITLE);
    await asked;
  });

  it('is not held beyond the three seconds by failures that go on', async () => {
    await start();
    discord.fault('callback', { status: 503 }, { times: 1000 });
    const began = performance.now();
    void ask().catch(() => {});
    await expect.poll(() => told('an answer did not get through').length, { timeout: 4000 }).toBe(1);
    expect(performance.now() - began).toBeLessThan(3300);
  });

  it.each([
    [10062, 'late'],
    [40060, 'doubled'],
  ] as const)('that Discord refuses with %i is logged as %s and not thrown', async (code, outcome) => {
    await start();
    discord.fault('callback', { code });
    void ask().catch(() => {});
    await expect.poll(() => told('an answer did not get through').length).toBe(1);
    expect(told('an answer did not get through')[0]).toMatchObject({ outcome, code });
    expect(await bot.metrics()).toContain(`sourcebook_failures_total{surface="gateway",what="${outcome}"} 1`);
  });

  it('whose acknowledgement got lost is not given twice', async () => {
    await start();
    discord.fault('callback', { cut: 'after' });
    expect((await ask()).message?.embeds[0]?.title).toBe(TITLE);
    await expect.poll(() => told('an answer did not get through').length).toBe(1);
    expect(discord.messages()).toHaveLength(1);
  });

  it('that fails within gets a polite sentence, and the log where it happened', async () => {
    await start(
      createHandler({
        context: {
          ...context,
          search: {
            ...context.search,
            resolve: () => {
              throw new TypeError('secret detail');
            },
          },
        },
        surface: 'gateway',
        today: () => TODAY,
        now: () => performance.now(),
      }),
    );
    const { message } = await ask();
    expect(message?.flags).toBe(64);
    expect(message?.embeds[0]?.description).toMatch(/^Something went wrong here/);
    expect(JSON.stringify(message)).not.toContain('secret');
    expect(told('an answer failed')[0]).toMatchObject({ error: 'TypeError', command: 'ask' });
    expect(JSON.stringify(bot.logged)).not.toContain('secret');
  });
});

describe('the connection', () => {
  it('that begins anew is told of, since something may have been missed', { timeout: 30_000 }, async () => {
    const begun: string[] = [];
    bot = await onGateway(discord, { context, handle: quick, onAnew: () => begun.push('anew') });
    expect(begun).toHaveLength(1);
    discord.gateway.invalidate(false);
    await expect.poll(() => begun.length, { timeout: 20_000 }).toBe(2);
  });

  it('that is cut is made again, and readiness tells', async () => {
    await start();
    expect(bot.gateway.ready).toBe(true);
    discord.gateway.cut();
    await expect.poll(() => bot.gateway.ready).toBe(false);
    await expect.poll(() => bot.gateway.ready).toBe(true);
    expect((await ask()).message?.embeds[0]?.title).toBe(TITLE);
  });

  it('that Discord wants in several shards is ready when all of them are', async () => {
    const wide = await startDiscord({ shards: 2, guilds: [{ name: 'One' }, { name: 'Two' }] });
    const wideBot = await onGateway(wide, { context, handle: quick });
    expect(wide.gateway.counts.identified).toBe(2);
    expect(wideBot.gateway.ready).toBe(true);
    expect((await wide.slash('ask', { question: 'x' })).message?.embeds[0]?.title).toBe(TITLE);
    await wideBot.stop();
    await wide.stop();
    await start();
  });

  it('that ends because the token was revoked ends the bot with a plain message', async () => {
    await start();
    discord.revoke();
    discord.gateway.close(4004);
    expect(await bot.gateway.failed).toMatch(/^Discord no longer takes the token/);
  });

  it('does not come up with a wrong token, and says why', async () => {
    await start();
    const options = { handle: quick, log: createLog('silent'), metrics: createMetrics(false), api: discord.api, tuning: impatient };
    await expect(startGateway({ ...options, token: 'wrong' })).rejects.toMatchObject({
      name: 'StartError',
      message: expect.stringMatching(/^Discord refuses the token/),
    });
    const refused = (code: 50001 | 10004) => {
      discord.fault('commands.list', { code });
      return startGateway({ ...options, token: discord.token, guild: '123456789012345678' });
    };
    await expect(refused(50001)).rejects.toThrow(/applications\.commands/);
    await expect(refused(10004)).rejects.toThrow(/no server of that id/);
  });
});

describe('the end', () => {
  it('waits for what is under way, and takes nothing more', async () => {
    await start(slow(600));
    const asked = ask();
    await sleep(100);
    await bot.stop();
    expect((await asked).message?.embeds[0]?.title).toBe(TITLE);
  });
});

describe('commands', () => {
  it('are registered at the start, and written again only when they differ', async () => {
    await start();
    expect(discord.commands().length).toBeGreaterThan(2);
    expect(discord.requests().filter(({ method }) => method === 'PUT')).toHaveLength(1);
    await bot.stop();
    await start();
    expect(discord.requests().filter(({ method }) => method === 'PUT')).toHaveLength(1);
  });

  it('are registered in one server alone when that is told', async () => {
    await start();
    await bot.stop();
    const [guild] = discord.guilds;
    for (let times = 0; times < 2; times += 1) {
      bot = await onGateway(discord, { context, guild: guild?.id ?? '' });
      await bot.stop();
    }
    expect(discord.commands(guild).length).toBeGreaterThan(2);
    expect(discord.requests().filter(({ method, path }) => method === 'PUT' && path.includes('guilds'))).toHaveLength(1);
  });
});

describe('somebody who asks too often', () => {
  it('is told politely to wait, alone, and is answered again later', async () => {
    bot = await onGateway(discord, { context, rates: { user: { burst: 2, perSecond: 1 }, guild: { burst: 100, perSecond: 100 } } });
    await ask();
    await ask();
    const third = await ask();
    expect(third.message?.flags).toBe(64);
    expect(third.message?.embeds[0]?.description).toBe('You ask faster than this bot answers. Try again in 1 second.');
    expect((await discord.slash('ask', { question: 'x' }, { user: discord.newUser('bea') })).message?.embeds[0]?.title).toBe(TITLE);
    await sleep(1050);
    expect((await ask()).message?.embeds[0]?.title).toBe(TITLE);
  });
});
