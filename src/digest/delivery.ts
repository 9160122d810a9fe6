/** Planning and delivering as long as the program runs. */
import { setTimeout as sleep } from 'node:timers/promises';
import { createJobs } from '../ops/in-time.ts';
import { errorFacts } from '../ops/log.ts';
import type { Courier } from './deliver/courier.ts';
import { deliverEdition } from './deliver.ts';
import { requeueForgotten, standing, sweep, takeOver, writeOff } from './keep.ts';
import { createPace, type Pace } from './pace.ts';
import { type PlanResult, planDue } from './planner.ts';
import { preparePictures } from './prepare.ts';
import { probeClosed } from './probe.ts';
import { DEAD, EDITIONS, type EditionJob, eachOf, makeQueues, TELLING, type TellingJob } from './queue.ts';
import { tellClosed } from './tell.ts';

/** Milliseconds between looks for what is due, and between those for all else. */
const TICK = 2000;
const ROUND = 30_000;
/** Milliseconds between sweeps. */
const DAY = 24 * 3600 * 1000;

/** Editions in hand at once: enough that one slow channel holds up nobody else. */
const WORKERS = 4;
const BATCH = 16;
/** Seconds between looks into an empty queue. */
const POLL = 2;

export type DeliveryOptions = Omit<Courier, 'pace' | 'end'> & { pace?: Pace; tick?: number };

export interface Running {
  /** Begins nothing more, and finishes what is being posted. The store stays open. */
  stop(): Promise<void>;
}

/** Tells of a failure, and goes on: the next round may do better. */
async function guarded({ log, end }: Courier, what: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!end.aborted) log.error(errorFacts(error), `${what} failed`);
  }
}

async function consume(courier: Courier): Promise<string> {
  const { boss } = courier.store;
  const often = { pollingIntervalSeconds: POLL, perJobResults: true } as const;
  const seldom = { pollingIntervalSeconds: 5 * POLL, perJobResults: true } as const;
  const logged = (what: string, id: string, work: Promise<void>): Promise<void> =>
    work.catch((error: unknown) => {
      courier.log.error({ ...errorFacts(error), id }, `${what} failed`);
      throw error;
    });
  await boss.work(
    DEAD,
    seldom,
    eachOf<EditionJob>(({ data }) => writeOff(courier, data.id)),
  );
  await boss.work(
    TELLING,
    seldom,
    eachOf<TellingJob>(({ id, data }) => logged('telling of a closed channel', id, tellClosed(courier, id, data.id))),
  );
  return boss.work(
    EDITIONS,
    { ...often, batchSize: BATCH, localConcurrency: WORKERS, burstWhenBatchFull: true },
    eachOf<EditionJob>(({ data }) => logged('a delivery', data.id, deliverEdition(courier, data.id))),
  );
}

/** Plans what is due, and tells of it. */
export async function plan(courier: Courier): Promise<PlanResult> {
  const { store, now, grace, log, metrics } = courier;
  const result = await planDue(store, { now: now(), grace });
  if (result.skipped > 0) metrics.finished('skipped', undefined, result.skipped);
  if (result.queued + result.skipped > 0) log.info({ ...result }, 'editions were planned');
  return result;
}

async function round(courier: Courier): Promise<void> {
  await guarded(courier, 'looking at closed channels', () => probeClosed(courier));
  await guarded(courier, 'looking for lost editions', () => requeueForgotten(courier));
  await guarded(courier, 'counting editions', async () => courier.metrics.standing(await standing(courier)));
}

/** Plans and looks after things until the end. @param worker is woken when there is something to deliver. */
async function tend(courier: Courier, worker: string, tick: number): Promise<void> {
  let [rounded, swept] = [-Infinity, -Infinity];
  while (!courier.end.aborted) {
    const began = performance.now();
    await guarded(courier, 'planning', async () => {
      const { queued } = await plan(courier);
      if (queued > 0) courier.store.boss.notifyWorker(worker);
    });
    if (began - rounded >= ROUND) {
      rounded = began;
      await round(courier);
    }
    if (began - swept >= DAY) {
      swept = began;
      await guarded(courier, 'sweeping the ledger', () => sweep(courier));
    }
    await sleep(tick, undefined, { signal: courier.end }).catch(() => {});
  }
}

/** Draws ahead until the end. Beside what is planned, which waits for no picture. */
async function prepare(courier: Courier): Promise<void> {
  while (!courier.end.aborted) {
    await guarded(courier, 'drawing ahead', () => preparePictures(courier));
    await sleep(ROUND, undefined, { signal: courier.end }).catch(() => {});
  }
}

/** Plans and delivers until it is stopped; beside others that do the same on the same store. @throws when the store does at the start. */
export async function startDelivery({ tick = TICK, ...options }: DeliveryOptions): Promise<Running> {
  const end = new AbortController();
  const { boss, db } = options.store;
  const courier: Courier = { pace: createPace(db), ...options, end: end.signal };
  boss.on('error', (error) => courier.log.error(errorFacts(error), 'the queue had an error'));
  await boss.start();
  await makeQueues(boss);
  await takeOver(courier);
  const worker = await consume(courier);
  const jobs = createJobs();
  jobs.add(tend(courier, worker, tick));
  if (courier.brush) jobs.add(prepare(courier));
  return {
    stop: async () => {
      end.abort();
      await jobs.settled(10_000);
      await Promise.all([EDITIONS, TELLING, DEAD].map((queue) => boss.offWork(queue, { wait: true })));
    },
  };
}
