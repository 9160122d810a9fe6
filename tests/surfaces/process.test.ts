/** `npm start` as a process, beside a fake Discord. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { deal, files } from '../base/build.ts';
import { folderOf } from '../base/folder.ts';
import { type Discord, startDiscord } from '../discord/fake/index.ts';
import { registered } from './registered.ts';

const INDEX = join(import.meta.dirname, '../../src/index.ts');
/** As in package.json: the embedded store's WebAssembly compiles in a third of the time. */
const AS_NPM_START = ['--liftoff-only', '--import', join(import.meta.dirname, '../../src/fast-start.mjs')];
/** A base without records, for what is not about answers: the shipped one takes seconds of the processor to warm up. */
const anEmptyBase = (): Promise<string> => folderOf(files());
/** No folder can be made there. A store takes seconds to begin, and the bot runs without one. */
const NOWHERE = '/dev/null/store';

/** Milliseconds that a start may take on a busy machine, and a test with one or two of them. */
const PATIENCE = 40_000;
const LONG = { timeout: 2 * PATIENCE };

let discord: Discord;
let child: ChildProcess | undefined;

interface Process {
  process: ChildProcess;
  /** All that it said on standard error. */
  said(): string;
  /** Waits until it has said this. */
  until(words: RegExp): Promise<void>;
  /** Its exit code. */
  ended: Promise<number | null>;
}

function run(args: readonly string[], env: Record<string, string>): Process {
  const started = spawn(process.execPath, [...AS_NPM_START, INDEX, ...args], {
    env: { PATH: process.env.PATH, OPS_PORT: '0', DISCORD_API: discord.api, SOURCEBOOK_DATA: NOWHERE, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child = started;
  let text = '';
  started.stderr.on('data', (chunk) => {
    text += chunk;
  });
  const ended = once(started, 'close').then(([code]) => code as number | null);
  return {
    process: started,
    said: () => text,
    until: (words) => expect.poll(() => text, { timeout: PATIENCE }).toMatch(words),
    ended,
  };
}

beforeEach(async () => {
  discord = await startDiscord();
});
afterEach(async () => {
  child?.kill('SIGKILL');
  await discord.stop();
});

it('connects with a token, answers, and ends cleanly on SIGTERM', LONG, async () => {
  const bot = run([], { DISCORD_TOKEN: discord.token });
  await bot.until(/Connected to Discord/);
  expect((await discord.slash('ask', { question: 'what did kirgizistan buy in jan 2023' })).message?.embeds[0]?.title).toBe(
    'Deal (sale): Türkiye to Kyrgyzstan',
  );
  bot.process.kill('SIGTERM');
  expect(await bot.ended).toBe(0);
  expect(bot.said()).toContain('"msg":"answered"');
  expect(bot.said()).not.toContain('the connection was lost');
  expect(bot.said()).not.toContain(discord.token);
});

it('ends with a plain message and a failure when the token is wrong', LONG, async () => {
  const bot = run([], { DISCORD_TOKEN: 'wrong', SOURCEBOOK_BASE: await anEmptyBase() });
  expect(await bot.ended).toBe(1);
  expect(bot.said()).toContain('Discord refuses the token. Copy it anew');
  expect(bot.said()).not.toMatch(/\bat .*\(.*:\d+:\d+\)/);
});

it('opens an endpoint with a public key and a port, says that the gateway stays closed, and that commands can’t be registered now', LONG, async () => {
  await discord.stop();
  discord = await startDiscord({ commands: registered });
  discord.fault('commands.list', { status: 503 }, { times: 100 });
  const env = { DISCORD_TOKEN: discord.token, DISCORD_PUBLIC_KEY: discord.publicKey, HTTP_PORT: '0' };
  const bot = run([], { ...env, SOURCEBOOK_BASE: await folderOf(files({ deals: [deal()] })) });
  await bot.until(/never to both: the gateway stays closed/);
  expect(bot.said()).toMatch(/"level":"error".*"status":503.*"msg":"the commands could not be registered"/);
  const port = /"port":(\d+),"path":"\/interactions"/.exec(bot.said())?.[1];
  const url = `http://127.0.0.1:${port}/interactions`;
  expect(await discord.endpoint.save(url)).toEqual([]);
  discord.deliverTo({ url });
  expect((await discord.slash('ask', { question: 'deal-a' })).message?.embeds[0]?.title).toBe('Deal (sale): country-b to Country A');
  expect(discord.gateway.counts.identified).toBe(0);
  bot.process.kill('SIGINT');
  expect(await bot.ended).toBe(0);
});

it.each([
  ['SIGINT', 'gateway', {}],
  ['SIGTERM', 'commands.list', { DISCORD_PUBLIC_KEY: 'a'.repeat(64), HTTP_PORT: '0' }],
] as const)('ends at once on %s while Discord does not answer (%s)', LONG, async (signal, route, env) => {
  discord.fault(route, { hang: 'before' }, { times: 100 });
  const bot = run([], { DISCORD_TOKEN: discord.token, SOURCEBOOK_BASE: await anEmptyBase(), ...env });
  await expect.poll(() => discord.requests(route).length, { timeout: PATIENCE }).toBeGreaterThan(0);
  const began = performance.now();
  bot.process.kill(signal);
  expect(await bot.ended).toBe(0);
  expect(performance.now() - began).toBeLessThan(5000);
});

it('registers the commands alone, once', LONG, async () => {
  const first = run(['register'], { DISCORD_TOKEN: discord.token });
  expect(await first.ended).toBe(0);
  expect(first.said()).toContain('The commands are registered everywhere.');
  expect(await run(['register'], { DISCORD_TOKEN: discord.token }).ended).toBe(0);
  expect(discord.requests('commands.replace')).toHaveLength(1);
});

it.each([
  [
    { DISCORD_PUBLIC_KEY: 'abc', DISCORD_GUILD: 'my server', OPS_PORT: '99999' },
    ['DISCORD_PUBLIC_KEY is no public key', 'DISCORD_GUILD is no id', 'OPS_PORT is no port'],
  ],
  [{ HTTP_PORT: '8080' }, ['needs DISCORD_PUBLIC_KEY']],
])('says all that is wrong with its settings: %o', async (env, all) => {
  const bot = run([], env);
  expect(await bot.ended).toBe(2);
  for (const words of all) expect(bot.said()).toContain(words);
});

it('ends well on SIGTERM while the base still loads', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'slow-base-'));
  const file = join(folder, 'base.yaml');
  // Whoever reads it waits until somebody writes.
  execFileSync('mkfifo', [file]);
  const bot = run([], { SOURCEBOOK_BASE: folder });
  const held = await open(file, 'w');
  await rm(file);
  bot.process.kill('SIGTERM');
  await held.close();
  expect(await bot.ended).toBe(0);
  await rm(folder, { recursive: true });
});
