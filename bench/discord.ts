/**
 * `npm run bench:discord [-- --at-once 500 --interactions 100000]`: commands, suggestions and checked messages in turn: how many answers a second, how long the slowest take from the moment
 * Discord sends to the moment it has the answer, and whether memory grows. The fake Discord runs in a process of its own.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createHandler } from '../src/discord/handle.ts';
import { createJobs } from '../src/ops/in-time.ts';
import { listen } from '../src/ops/listen.ts';
import { createLog } from '../src/ops/log.ts';
import { createMetrics } from '../src/ops/metrics.ts';
import { startGateway } from '../src/surfaces/gateway/gateway.ts';
import { createInteractions } from '../src/surfaces/http/interactions.ts';
import { publicKey } from '../src/surfaces/http/signature.ts';
import { shipped } from '../tests/eval/sets.ts';
import type { Order, Report } from './discord-side.ts';
import { count, readFlags } from './flags.ts';

const USAGE = `npm run bench:discord -- [--at-once N] [--interactions N]

Measures how many interactions a second the bot answers, how long the slowest
take and whether memory grows, before a fake Discord in a process of its own.

  --at-once N       interactions under way at once (500)
  --interactions N  interactions in all (100000)`;

const flags = readFlags(USAGE, { 'at-once': count(500), interactions: count(100_000) });
const AT_ONCE = Number(flags['at-once']);
const INTERACTIONS = Number(flags.interactions);
/** What is measured is answering, not refusing. */
const UNLIMITED = { user: { burst: 1e9, perSecond: 1e9 }, guild: { burst: 1e9, perSecond: 1e9 } };

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/** Bytes in use after full collections, once what was under way is over. */
async function inUse(): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, 500));
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

const context = await shipped();
const log = createLog('silent');
const metrics = createMetrics();
const side = fork(join(import.meta.dirname, 'discord-side.ts'), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
const [place] = (await once(side, 'message')) as [{ api: string; token: string; publicKey: string }];

async function order(what: Order): Promise<Report> {
  side.send(what);
  const [report] = (await once(side, 'message')) as [Report];
  return report;
}

function tell(what: string, { answered, lost, seconds, median, p99, slowest }: Report): void {
  const rate = (answered / seconds).toFixed(0);
  say(
    `${what}: ${answered} answered, ${lost} lost, ${rate} a second; median ${median.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms, slowest ${slowest.toFixed(0)} ms`,
  );
}

async function measure(way: string, deliver: Order['deliver']): Promise<void> {
  await order({ deliver, count: 200, atOnce: 20 });
  tell(`${way}, ${AT_ONCE} at once`, await order({ deliver, count: AT_ONCE, atOnce: AT_ONCE }));
  // Caches fill up to their bounds first: what comes after must not grow.
  await order({ deliver, count: Math.min(INTERACTIONS, 12_000), atOnce: 50 });
  const before = await inUse();
  tell(`${way}, ${INTERACTIONS} in all, 50 at once`, await order({ deliver, count: INTERACTIONS, atOnce: 50 }));
  const after = await inUse();
  say(`${way}: memory ${megabytes(before)} before, ${megabytes(after)} after ${INTERACTIONS} interactions`);
}

const handler = (surface: 'gateway' | 'http') => createHandler({ context, surface, today: () => '2026-11-22', now: () => performance.now(), rates: UNLIMITED });
const gateway = await startGateway({ token: place.token, api: place.api, handle: handler('gateway'), log, metrics });
await measure('gateway', 'gateway');
for (const line of (await metrics.read()).text.split('\n')) if (/^sourcebook_(?:failures|deferred)/.test(line)) say(line);
await gateway.stop();

const app = createInteractions({ key: publicKey(place.publicKey), handle: handler('http'), log, metrics, jobs: createJobs(), api: `${place.api}/v10` });
const { port, stop } = await listen(app, { host: '127.0.0.1', port: 0 });
await measure('endpoint', { url: `http://127.0.0.1:${port}/interactions` });
side.disconnect();
await stop();
