/**
 * One instance that delivers, in a process of its own, to be killed. Told on standard input what time it is: a line, in milliseconds since
 * 1970, lets its clock go on from there. Asked `left`, it says how many editions are not finished.
 */
import { createInterface } from 'node:readline';
import { startDelivery } from '../../src/digest/delivery.ts';
import { createLog } from '../../src/ops/log.ts';
import { createMetrics } from '../../src/ops/metrics.ts';
import { openStore } from '../../src/store/open.ts';
import { createPoster } from '../../src/surfaces/gateway/poster.ts';
import { BASE } from './base.ts';

const { FAKE_API = '', FAKE_TOKEN = '', STORE_URL, STORE_FOLDER = '' } = process.env;

let ahead = 0;
const setClock = (now: number): void => {
  ahead = now - Date.now();
};

/** Editions that are not finished. */
async function left(): Promise<number> {
  const { count } = await store.db
    .selectFrom('deliveries')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('state', 'in', ['queued', 'sending'])
    .executeTakeFirstOrThrow();
  return Number(count);
}

const store = await openStore({ url: STORE_URL, folder: STORE_FOLDER });
const lines = createInterface({ input: process.stdin });
lines.on('close', () => process.exit());
await new Promise<void>((told) => {
  lines.on('line', async (line) => {
    if (line === 'left') process.stdout.write(`left ${await left()}\n`);
    else setClock(Number(line));
    told();
  });
  process.stdout.write('open\n');
});
await startDelivery({
  store,
  poster: createPoster({ token: FAKE_TOKEN, api: FAKE_API }),
  look: async () => ({ is: 'unclear' }),
  base: () => BASE,
  log: createLog('error'),
  metrics: createMetrics(false).digest,
  now: () => Date.now() + ahead,
  random: Math.random,
  grace: 6 * 3600,
  name: `instance ${process.pid}`,
  tick: 250,
});
