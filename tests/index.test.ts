/** The program as it is started: its own process, its own streams, a base on a real disk. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { deal, files, type Parts } from './base/build.ts';
import { folderOf } from './base/folder.ts';

const INDEX = join(import.meta.dirname, '..', 'src', 'index.ts');
/** As in package.json. */
const FAST_START = join(import.meta.dirname, '..', 'src', 'fast-start.mjs');
/** Longest that a start, an answer and an end may take on a busy machine. In milliseconds. */
const PATIENCE = 15_000;

const soon = { timeout: PATIENCE, interval: 50 };

interface Started {
  child: ChildProcessWithoutNullStreams;
  out(): string;
  err(): string;
  /** The exit code. @throws when the program does not end. */
  ended(): Promise<number | null>;
}

function start(args: readonly string[] = [], env: Record<string, string> = {}): Started {
  const child = spawn(process.execPath, ['--import', FAST_START, INDEX, ...args], { env: { ...process.env, ...env } });
  onTestFinished(() => void child.kill('SIGKILL'));
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    said.out += String(chunk);
  });
  child.stderr.on('data', (chunk) => {
    said.err += String(chunk);
  });
  const closed = once(child, 'close', { signal: AbortSignal.timeout(PATIENCE) });
  closed.catch(() => {});
  return { child, out: () => said.out, err: () => said.err, ended: async () => (await closed)[0] as number | null };
}

describe('npm start -- --terminal', () => {
  test('answers from the shipped base, and /quit ends it though more could come', { timeout: 2 * PATIENCE }, async () => {
    const { child, out, err, ended } = start(['--terminal'], { SOURCEBOOK_BASE: '' });
    child.stdin.write('who bought aksungur in january 2023?\n/quit\n');
    expect(await ended()).toBe(0);
    expect(err()).toBe('');
    expect(out()).toContain('Türkiye to Kyrgyzstan');
    expect(out()).toMatch(/│ — Meray Ozat[\s\S]*paragraph/);
  });

  test('ends with its input', { timeout: 2 * PATIENCE }, async () => {
    const { child, out, ended } = start(['--terminal'], { SOURCEBOOK_BASE: await folderOf(files({ deals: [deal()] })) });
    child.stdin.end('deal-a\n');
    expect(await ended()).toBe(0);
    expect(out()).toContain('Country A took ten machines');
  });
});

describe('npm start', () => {
  /** The address that the program prints. */
  const addressIn = (text: string): string => /Open (http:\S+) in a browser/.exec(text)?.[1] ?? '';
  const env = { SOURCEBOOK_BASE: '', DISCORD_TOKEN: '', DISCORD_PUBLIC_KEY: '', HTTP_PORT: '', PLAYGROUND_HOST: '' };

  test('serves the page without a token, and the next port when its own is taken', { timeout: 3 * PATIENCE }, async () => {
    const base = { SOURCEBOOK_BASE: await folderOf(files({ deals: [deal()] })) };
    const first = start([], { ...env, ...base, PLAYGROUND_PORT: '0' });
    await vi.waitFor(() => expect(addressIn(first.err())).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/), soon);
    const { port } = new URL(addressIn(first.err()));
    expect(await (await fetch(addressIn(first.err()))).text()).toContain('<title>Sourcebook playground</title>');

    const second = start([], { ...env, ...base, PLAYGROUND_PORT: port });
    await vi.waitFor(() => expect(addressIn(second.err())).not.toBe(''), soon);
    expect(second.err()).toContain(`Port ${port} is taken; this is the next free one.`);
    expect(addressIn(second.err())).not.toBe(addressIn(first.err()));
    for (const { child, ended } of [first, second]) {
      child.kill('SIGINT');
      expect(await ended()).toBe(0);
    }
  });

  test('tells what is wrong with the base instead', { timeout: 2 * PATIENCE }, async () => {
    const folder = await folderOf(files({ deals: [deal({ recipient: ['nowhere-known'] })] }));
    const { err, ended } = start([], { ...env, SOURCEBOOK_BASE: folder });
    expect(await ended()).toBe(1);
    expect(err()).toContain('deals.yaml:7 deal-a: recipient `nowhere-known` is no entity');
  });
});

describe('a base that changes while the prompt runs', () => {
  test('is loaded again if it is sound; if not, the one in use stays and the log says why', { timeout: 4 * PATIENCE }, async () => {
    const folder = await folderOf(files({ deals: [deal()] }));
    const write = (parts: Parts) => writeFile(join(folder, 'deals.yaml'), files(parts)['deals.yaml']);
    const { child, out, err, ended } = start(['--terminal'], { SOURCEBOOK_BASE: folder });
    child.stdin.write('deal-a\n');
    await vi.waitFor(() => expect(out()).toContain('Country A took ten machines'), soon);

    await write({ deals: [deal({ summary: 'Country A took eleven machines.' })] });
    await vi.waitFor(() => expect(err()).toBe('The base changed and was loaded again: 1 record.\n'), soon);
    child.stdin.write('deal-a\n');
    await vi.waitFor(() => expect(out()).toContain('eleven machines'), soon);

    await write({ deals: [deal({ summary: 'Country A took twelve machines.', recipient: ['nowhere-known'] })] });
    await vi.waitFor(() => expect(err()).toContain('The base changed but does not load (1 error, 0 warnings); the one in use stays.\n'), soon);
    expect(err()).toContain('deals.yaml:7 deal-a: recipient `nowhere-known` is no entity');
    child.stdin.end('deal-a\n');
    expect(await ended()).toBe(0);
    expect(out().match(/eleven machines/g)).toHaveLength(2);
    expect(out()).not.toContain('twelve');
  });
});

test('an unknown command is told in words', async () => {
  const { ended, err } = start(['nosuch']);
  expect(await ended()).toBe(2);
  expect(err()).toContain('There is no command “nosuch”.');
});
