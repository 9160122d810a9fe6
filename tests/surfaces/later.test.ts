/** Answers that are put off: slow ones at once, others when they take long; and their edits, whatever befalls them. */
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createHandler, type Handle } from '../../src/discord/handle.ts';
import { aContext, aDeal, aMatch, TODAY } from '../build.ts';
import { type Discord, startDiscord } from '../discord/fake/index.ts';
import { type Bot, onGateway, onHttp } from './bot.ts';
import { registered } from './registered.ts';

const deals = Array.from({ length: 6 }, (_, index) => aMatch(aDeal({ id: `deal-${index}` })));
const plain = aContext({
  x: { kind: 'answer', list: false, matches: [aMatch(aDeal())] },
  six: { kind: 'answer', list: true, matches: [aMatch(aDeal()), ...deals] },
});
/** Whether the search is out of order. */
let broken = false;
const resolve: typeof plain.search.resolve = (...asked) => {
  if (broken) throw new Error('out of order');
  return plain.search.resolve(...asked);
};
const context = { ...plain, search: { ...plain.search, resolve } };
const RATES = { user: { burst: 1e6, perSecond: 1e6 }, guild: { burst: 1e6, perSecond: 1e6 } };
const TITLE = 'Deal (sale): Türkiye to Kyrgyzstan';
const EPHEMERAL = { flags: 64 };

/** Milliseconds of work that lets nothing else run. */
const HEAVY = 1200;
const keepBusy = (ms: number): void => {
  const end = performance.now() + ms;
  while (performance.now() < end);
};

let discord: Discord;
let bot: Bot;

describe.each(['gateway', 'http'] as const)('by %s', (way) => {
  const quick = createHandler({ context, surface: way, today: () => TODAY, now: () => performance.now(), rates: RATES });
  /** What work begins with; set by each test. */
  let begin: () => unknown = () => {};
  const handle: Handle = (raw) => {
    const handling = quick(raw);
    return {
      ...handling,
      answer: async () => {
        await begin();
        return handling.answer();
      },
    };
  };

  /** Answers that the endpoint has handed over to the system. */
  let written = 0;
  const count = (event: unknown) => {
    if ((event as { request: IncomingMessage }).request.url === '/interactions') written += 1;
  };

  beforeAll(async () => {
    discord = await startDiscord({ commands: registered, patience: 8000 });
    bot = await (way === 'gateway' ? onGateway : onHttp)(discord, { context, handle });
    subscribe('http.server.response.finish', count);
  });
  afterAll(async () => {
    unsubscribe('http.server.response.finish', count);
    await bot.stop();
    await discord.stop();
  });
  beforeEach(() => {
    written = 0;
  });
  afterEach(() => {
    begin = () => {};
    broken = false;
  });

  it('a slow command is put off at once, and its work begins when that is on its way', async () => {
    let before = -1;
    begin = () => {
      before = written;
      // The fake Discord runs in this process too: over HTTP it would read the answer only after the work.
      if (way === 'gateway') keepBusy(HEAVY);
    };
    const answered = await discord.slash('source', {});
    expect(answered.callback).toEqual({ type: 5 });
    expect(answered.ms).toBeLessThan(HEAVY / 2);
    expect((await answered.settled()).embeds[0]?.title).toMatch(/Turkish Drones/);
    expect(before).toBe(way === 'http' ? 1 : 0);
  });

  it('a slow answer for the asker alone stays theirs', async () => {
    const { message } = await discord.slash('ask', { question: 'x' });
    const cited = await discord.press(message, '1:cite:deal-a');
    const checked = await discord.messageCommand('Check against the base', discord.says('Kyrgyzstan bought Anka drones.'));
    for (const answered of [cited, checked]) {
      expect(answered.callback).toEqual({ type: 5, data: EPHEMERAL });
      expect((await answered.settled()).flags).toBe(64);
    }
  });

  it.each([
    ['Discord has not taken the callback yet', { code: 10015 }, 2],
    ['Discord says to wait a little', { rateLimit: 0.2 }, 1],
    ['Discord has a hiccup', { status: 503 }, 2],
    ['the line is cut', { cut: 'before' }, 1],
  ] as const)('the later answer gets through when %s', async (_, fault, times) => {
    discord.fault('answer.edit', fault, { times });
    const answered = await discord.slash('source', {});
    expect((await answered.settled()).embeds[0]?.title).toMatch(/Turkish Drones/);
  });

  it('the later answer is given up at once when there is nothing to change any more', async () => {
    const tries = discord.requests('answer.edit').length;
    discord.fault('answer.edit', { code: 10008 });
    await discord.slash('source', {});
    await expect.poll(() => bot.logged.filter(({ msg }) => msg === 'a later answer did not get through')).toMatchObject([{ status: 404, code: 10008 }]);
    expect(discord.requests('answer.edit')).toHaveLength(tries + 1);
  });

  it.runIf(way === 'gateway')('who turned a page that never came is told so beside it, and the page stays', async () => {
    const { message } = await discord.slash('ask', { question: 'six' });
    begin = () => sleep(1700);
    broken = true;
    const pressed = await discord.press(message, '1:page:1');
    expect(pressed.callback).toEqual({ type: 6 });
    const sorry = await pressed.followup();
    expect([sorry.flags, sorry.embeds[0]?.description]).toEqual([64, expect.stringMatching(/^Something went wrong here/)]);
    expect(message?.embeds[0]?.footer?.text).toContain('Page 1 of 2');
  });

  it.runIf(way === 'gateway').each([
    ['takes long', 'ask', { question: 'x' }, TITLE],
    ['is slow', 'source', {}, /Turkish Drones/],
  ] as const)('“thinking …” never hangs: what %s comes although Discord’s answer to the callback got lost', async (_, command, options, title) => {
    begin = () => (command === 'ask' ? sleep(1800) : undefined);
    discord.fault('callback', { hang: 'after' });
    const answered = await discord.slash(command, options);
    expect(answered.callback).toEqual({ type: 5 });
    expect((await answered.settled()).embeds[0]?.title).toMatch(title);
  });
});
