/** The interactions endpoint: what it lets in, and what it does for those who run it. */
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHandler, type Handle } from '../../../src/discord/handle.ts';
import { listen } from '../../../src/ops/listen.ts';
import { createMetrics } from '../../../src/ops/metrics.ts';
import { createOps } from '../../../src/surfaces/http/ops.ts';
import { aContext, aDeal, aMatch, TODAY } from '../../build.ts';
import { type Discord, startDiscord } from '../../discord/fake/index.ts';
import { validate } from '../../discord/payload/validate.ts';
import { onHttp } from '../bot.ts';
import { registered } from '../registered.ts';

const context = aContext({ x: { kind: 'answer', list: false, matches: [aMatch(aDeal())] } });
let discord: Discord;
let bot: Awaited<ReturnType<typeof onHttp>>;

beforeAll(async () => {
  discord = await startDiscord({ commands: registered, patience: 6000 });
  bot = await onHttp(discord, { context });
});
afterAll(async () => {
  await bot.stop();
  await discord.stop();
});

const asking = {
  id: '1',
  application_id: '2',
  type: 2,
  token: 'abc',
  version: 1,
  user: { id: '3' },
  data: { type: 1, name: 'ask', options: [{ name: 'question', type: 3, value: 'x' }] },
};

describe('the endpoint', () => {
  it('passes the test that Discord makes when its address is saved', async () => {
    expect(await discord.endpoint.save(bot.url)).toEqual([]);
  });

  it('answers a PING with a PONG, as JSON', async () => {
    expect(await discord.endpoint.post(bot.url, { type: 1 })).toMatchObject({
      status: 200,
      type: expect.stringMatching(/^application\/json/),
      body: { type: 1 },
    });
  });

  it.each([
    ['a wrong signature', { signature: 'wrong' as const }],
    ['a body changed on the way', { tampered: '{"type":1} ' }],
    ['a time stamp that is none', { timestamp: 'today' }],
  ])('refuses %s with 401', async (_, forgery) => {
    expect((await discord.endpoint.post(bot.url, { type: 1 }, forgery)).status).toBe(401);
  });

  it.each([
    ['no signature', {}],
    ['a signature that is no hexadecimal', { 'x-signature-ed25519': 'zz'.repeat(64), 'x-signature-timestamp': '1' }],
    ['a signature that is too short', { 'x-signature-ed25519': 'ab', 'x-signature-timestamp': '1' }],
    ['a signature without a time stamp', { 'x-signature-ed25519': 'ab'.repeat(64) }],
  ])('refuses %s with 401', async (_, headers) => {
    const response = await fetch(bot.url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: '{"type":1}' });
    expect(response.status).toBe(401);
  });

  it('takes nothing but JSON, nothing large, nothing elsewhere and no other method', async () => {
    const signed = { 'x-signature-ed25519': 'ab'.repeat(64), 'x-signature-timestamp': '1' };
    const status = async (path: string, init: RequestInit) => (await fetch(bot.url.replace('/interactions', path), init)).status;
    expect(await status('/interactions', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{}' })).toBe(415);
    expect(await status('/', { method: 'POST' })).toBe(404);
    expect(await status('/interactions', { method: 'GET' })).toBe(404);
    expect(await status('/metrics', { method: 'GET' })).toBe(404);
    // Last, for the connection ends with it; and whoever is still writing then may not hear why.
    const large = { method: 'POST', headers: { 'content-type': 'application/json', ...signed }, body: 'x'.repeat(300_000) };
    expect([413, 'cut off']).toContain(await status('/interactions', large).catch(() => 'cut off'));
  });

  it('cuts off whoever sends too slowly', async () => {
    const socket = connect(Number(new URL(bot.url).port), '127.0.0.1');
    const began = performance.now();
    socket.write('POST /interactions HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{');
    await new Promise((resolve) =>
      socket
        .on('data', () => {})
        .on('close', resolve)
        .on('error', resolve),
    );
    expect(performance.now() - began).toBeLessThan(8000);
  }, 12_000);

  it('puts off what takes long, and sends it later, even past a rate limit', async () => {
    const quick = createHandler({ context, surface: 'http', today: () => TODAY, now: () => performance.now() });
    const slow: Handle = (raw) => {
      const handling = quick(raw);
      return { ...handling, answer: () => sleep(1800).then(handling.answer) };
    };
    const late = await onHttp(discord, { context, handle: slow });
    discord.fault('answer.edit', { rateLimit: 0.2 });
    const answered = await discord.slash('ask', { question: 'x', private: true });
    expect(answered.callback).toEqual({ type: 5, data: { flags: 64 } });
    expect((await answered.settled()).embeds[0]?.title).toBe('Deal (sale): Türkiye to Kyrgyzstan');
    await late.stop();
    discord.deliverTo({ url: bot.url });
  });

  it('notes an answer that does not fit a message, as it says, without a word of it', async () => {
    const message = { flags: 64, embeds: [{ description: 'secret '.repeat(700) }] };
    const { body } = await discord.endpoint.post(bot.url, { ...asking, type: 3, data: { component_type: 2, custom_id: '1:share' }, message });
    expect(body).toMatchObject({ data: { embeds: [{ description: expect.stringMatching(/It has been noted\.$/) }] } });
    expect(bot.logged.find(({ msg }) => msg === 'an answer does not fit a message')).toMatchObject({
      level: 'error',
      command: 'share',
      unfit: 'embeds.0.description: is over 4096 long',
    });
    expect(JSON.stringify(bot.logged)).not.toContain('secret');
  });
});

describe('whatever is signed', () => {
  const anything = fc.oneof(
    fc.jsonValue(),
    fc.record({ type: fc.integer({ min: 0, max: 9 }), data: fc.jsonValue(), message: fc.jsonValue() }).map((payload) => ({ ...asking, ...payload })),
    fc.record({ name: fc.string(), type: fc.constantFrom(1, 2, 3), options: fc.jsonValue() }).map((data) => ({ ...asking, data })),
    fc
      .record({
        custom_id: fc.oneof(fc.string(), fc.constantFrom('1:share', '1:page:1', '1:why:3', '1:run:/ask x', '1:near:nobody', '1:cite:x')),
        values: fc.jsonValue(),
      })
      .map((data) => ({
        ...asking,
        type: 3,
        data: { component_type: 2, ...data },
        message: {
          embeds: [{ author: { name: '/ask x' }, title: '\u202e', description: '', fields: [{ name: '', value: '' }] }],
          components: [{ type: 1, components: [{ type: 7 }] }],
        },
      })),
  );

  it('gets an answer that Discord takes: never an error, never silence', async () => {
    const handle = createHandler({
      context,
      surface: 'http',
      today: () => TODAY,
      now: () => 0,
      rates: { user: { burst: 1e9, perSecond: 1 }, guild: { burst: 1e9, perSecond: 1 } },
    });
    await fc.assert(
      fc.asyncProperty(anything, async (raw) => {
        const { body, kind } = await handle(raw).answer();
        expect(kind).not.toBe('failed');
        expect(await validate('POST', '/interactions/1/abc/callback', body)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('those who run it', () => {
  it('are told whether it is alive and ready, and how it does', async () => {
    let ready = false;
    const metrics = createMetrics();
    metrics.answered({ surface: 'http', command: 'ask', kind: 'record', ms: 3 });
    const { port, stop } = await listen(
      createOps(metrics, () => ready),
      { host: '127.0.0.1', port: 0 },
    );
    const get = async (path: string) => {
      const response = await fetch(`http://127.0.0.1:${port}${path}`);
      return { status: response.status, text: await response.text() };
    };
    expect((await get('/healthz')).status).toBe(200);
    expect((await get('/readyz')).status).toBe(503);
    ready = true;
    expect((await get('/readyz')).status).toBe(200);
    expect((await get('/metrics')).text).toContain('sourcebook_answers_total{surface="http",command="ask",kind="record"} 1');
    await expect(
      listen(
        createOps(metrics, () => true),
        { host: '127.0.0.1', port },
      ),
    ).rejects.toThrow(/can’t be opened \(EADDRINUSE\)/);
    await stop();
  });
});
