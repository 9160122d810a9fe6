/** One instance of `digest.ts`: delivers, and answers questions meanwhile. At the end it tells how long those took. */
import { createInterface } from 'node:readline';
import { readConfig } from '../src/config.ts';
import { loadContext } from '../src/context.ts';
import { startDelivery } from '../src/digest/delivery.ts';
import { createHandler } from '../src/discord/handle.ts';
import { createLog } from '../src/ops/log.ts';
import { createMetrics } from '../src/ops/metrics.ts';
import { createRasteriser } from '../src/ops/raster/raster.ts';
import { openStore } from '../src/store/open.ts';
import { createPoster } from '../src/surfaces/gateway/poster.ts';
import { readSet } from '../tests/eval/sets.ts';
import { quantile } from './quantile.ts';

const { FAKE_API = '', FAKE_TOKEN = '', STORE_URL = '', BASE = '' } = process.env;
/** Milliseconds between questions. */
const EVERY = 100;

const context = await loadContext({ ...readConfig(), bases: [BASE] });
if ('problems' in context) throw new Error('the base does not load');
const handle = createHandler({
  context,
  surface: 'gateway',
  today: () => '2026-11-22',
  now: () => performance.now(),
  rates: { user: { burst: 1e6, perSecond: 1e6 }, guild: { burst: 1e6, perSecond: 1e6 } },
});
const questions = readSet('tuned').map(({ query }) => query);
const interaction = (n: number) => ({
  id: String(n + 1),
  application_id: '2',
  token: 'abc',
  version: 1,
  type: 2,
  user: { id: '3' },
  data: { name: 'ask', type: 1, options: [{ name: 'question', type: 3, value: questions[n % questions.length] }] },
});

const times: number[] = [];
/** From when a question should have come, so that a busy event loop counts. */
function ask(n: number, wanted: number): void {
  void handle(interaction(n))
    .answer()
    .then(() => times.push(performance.now() - wanted));
  const next = wanted + EVERY;
  setTimeout(() => ask(n + 1, next), Math.max(0, next - performance.now()));
}

const store = await openStore({ url: STORE_URL, folder: '' });
process.stdout.write('open\n');
const metrics = createMetrics(false);
createInterface({ input: process.stdin })
  .on('line', async (line) => {
    if (line === 'tell') {
      const { text } = await metrics.read();
      const requests = text.split('\n').filter((one) => one.startsWith('sourcebook_digest_requests_total'));
      const told = { median: quantile(times, 0.5), p99: quantile(times, 0.99), slowest: Math.max(...times), questions: times.length, requests };
      process.stdout.write(`${JSON.stringify(told)}\n`);
      return;
    }
    const ahead = Number(line) - Date.now();
    await startDelivery({
      store,
      poster: createPoster({ token: FAKE_TOKEN, api: FAKE_API }),
      look: async () => ({ is: 'unclear' }),
      base: () => context.base,
      brush: createRasteriser().unhurried,
      log: createLog('error'),
      metrics: metrics.digest,
      now: () => Date.now() + ahead,
      random: Math.random,
      grace: 6 * 3600,
      name: `instance ${process.pid}`,
    });
    ask(0, performance.now());
  })
  .on('close', () => process.exit());
