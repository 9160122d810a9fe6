/**
 * `npm run bench:digest`: ten thousand digests due in the same minute, on PostgreSQL, with one, two and four instances. A fake Discord keeps
 * Discord's limit of 50 requests a second. One server has half of all channels; the others shall not wait for it.
 * `--count N`, `--instances 1,2,4`, `--picture map`: each with its picture.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openStore } from '../src/store/open.ts';
import { type APIMessage, type Discord, startDiscord } from '../tests/discord/fake/index.ts';
import { type Server, startServer } from '../tests/store/postgres.ts';
import { count, counts, oneOf, readFlags } from './flags.ts';
import { quantile } from './quantile.ts';

const USAGE = `npm run bench:digest -- [--count N] [--instances N,…] [--picture NAME]

Measures how long it takes to post many digests that are due in the same minute,
on a PostgreSQL of its own and before a fake Discord.

  --count N        digests (10000)
  --instances N,…  programs at work at once, one run each (1,2,4)
  --picture NAME   none, map or timeline: a picture with each digest (none)`;

const PICTURES = ['none', 'map', 'timeline'] as const;
const values = readFlags(USAGE, { count: count(10_000), instances: counts(1, 2, 4), picture: oneOf(PICTURES, 'none') });
const PICTURE = PICTURES.find((name) => name === values.picture) ?? 'none';
const COUNT = Number(values.count);
const SERVERS = 50;
/** Discord's. D topics/rate-limits.mdx, "Global Rate Limit". */
const LIMIT = 50;
const DUE = Date.UTC(2026, 0, 1, 8);
const BASE = join(import.meta.dirname, '../src/data/turkish-drones');

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** A server with half of the channels, and fifty that share the others. */
const guilds = [COUNT / 2, ...Array.from({ length: SERVERS }, () => COUNT / 2 / SERVERS)].map((channels) => ({
  channels: Array.from({ length: channels }, (_, n) => `c${n}`),
}));

async function subscribe(url: string, discord: Discord): Promise<void> {
  const store = await openStore({ url, folder: '' });
  const rows = discord.guilds.flatMap(({ id: guild, channels }) => channels.map(({ id: channel }) => ({ guild, channel })));
  const when = { time: '08:00', zone: 'UTC', days: '1234567', next_date: '2026-01-01', next_at: new Date(DUE) };
  for (let at = 0; at < rows.length; at += 1000) {
    const some = rows.slice(at, at + 1000).map((row) => ({ ...row, region: 'central-asia', picture: PICTURE, created_by: '1', ...when }));
    await store.db.insertInto('subscriptions').values(some).execute();
  }
  await store.close();
}

async function startSide(env: Record<string, string>): Promise<ChildProcess> {
  const side = spawn(process.execPath, [join(import.meta.dirname, 'digest-side.ts')], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  await once(side.stdout, 'data');
  return side;
}

async function report(side: ChildProcess): Promise<void> {
  side.stdin?.write('tell\n');
  const [line] = (await once(side.stdout ?? side, 'data')) as [Buffer];
  const { median, p99, slowest, questions, requests } = JSON.parse(String(line));
  say(`  lookups meanwhile: ${questions}; median ${median.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms, slowest ${slowest.toFixed(0)} ms`);
  say(`  requests: ${requests.map((one: string) => one.replace(/.*outcome="(\w+)"} /, '$1 ')).join(', ')}`);
}

/** Each answer of Discord's that bears a post: in which channel, of which server, when, in milliseconds. A repeated post has the first one's. */
function arrivals({ guilds: all, requests }: Discord): { channel: string; guild: number; at: number }[] {
  const guildOf = new Map(all.flatMap(({ channels }, guild) => channels.map(({ id }) => [id, guild] as const)));
  const made = requests('message.create').flatMap(({ status, answer }) => (status === 200 ? [answer as APIMessage] : []));
  const posts = new Map(made.map(({ id, channel_id: channel, timestamp }) => [id, { channel, guild: guildOf.get(channel) ?? -1, at: Date.parse(timestamp) }]));
  return [...posts.values()].sort((a, b) => a.at - b.at);
}

function tellOf(instances: number, discord: Discord): void {
  const posts = arrivals(discord);
  const pictures = discord.requests('message.create').filter(({ status, files }) => status === 200 && files.length > 0).length;
  const [first, last] = [posts[0]?.at ?? 0, posts.at(-1)?.at ?? 0];
  const rate = (posts.length - 1) / ((last - first) / 1000);
  const channels = new Set(posts.map(({ channel }) => channel));
  const doubled = posts.length - channels.size;
  const seconds = (at: number): string => ((at - first) / 1000).toFixed(0);
  const small = posts.filter(({ guild }) => guild > 0).map(({ at }) => at);
  const lasts = discord.guilds.slice(1).map((_, index) => posts.findLast(({ guild }) => guild === index + 1)?.at ?? 0);
  say(
    `${instances} instance${instances > 1 ? 's' : ''}: ${posts.length} editions in ${seconds(last)} s, ${rate.toFixed(1)} a second: ${((100 * rate) / LIMIT).toFixed(1)} % of ${LIMIT}; ${doubled} doubled, ${COUNT - channels.size} missed${PICTURE === 'none' ? '' : `, ${pictures} with their picture`}`,
  );
  say(
    `  the fifty small servers were done after ${seconds(Math.min(...lasts))} to ${seconds(Math.max(...lasts))} s (median post after ${seconds(quantile(small, 0.5))} s), the large one after ${seconds(last)} s`,
  );
}

async function measure(server: Server, instances: number): Promise<void> {
  const discord = await startDiscord({ guilds, validates: false, keep: 2 * COUNT, everywhere: { limit: LIMIT, per: 1000 } });
  await server.run(`create database bench_${instances}`);
  const url = server.url(`bench_${instances}`);
  await subscribe(url, discord);
  const env = { FAKE_API: discord.api, FAKE_TOKEN: discord.token, STORE_URL: url, BASE };
  const sides = await Promise.all(Array.from({ length: instances }, () => startSide(env)));
  for (const side of sides) side.stdin?.write(`${DUE + 1000}\n`);
  const posted = (): number => discord.guilds.reduce((sum, { channels }) => sum + channels.filter(({ last_message_id: id }) => id).length, 0);
  while (posted() < COUNT) await sleep(1000);
  await sleep(3000);
  tellOf(instances, discord);
  for (const side of sides) await report(side);
  for (const side of sides) side.kill();
  await discord.stop();
}

const server = await startServer();
for (const instances of values.instances.split(',').map(Number)) await measure(server, instances);
process.exit();
