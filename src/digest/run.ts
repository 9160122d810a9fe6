/** Planning and delivering once, for those who have a timer start it in place of a bot that runs all day. */
import type { Job } from 'pg-boss';
import type { DeliveryState } from '../store/schema.ts';
import type { Courier } from './deliver/courier.ts';
import { deliverEdition } from './deliver.ts';
import { type DeliveryOptions, plan } from './delivery.ts';
import { requeueForgotten, sweep, takeOver, writeOff } from './keep.ts';
import { createPace } from './pace.ts';
import { probeClosed } from './probe.ts';
import { DEAD, EDITIONS, type EditionJob, eachOf, makeQueues, TELLING, type TellingJob } from './queue.ts';
import { tellClosed } from './tell.ts';

/** Jobs in hand at once. */
const BATCH = 16;

/** Editions by what became of them; those that wait are tried another time. */
export type Ran = Record<Exclude<DeliveryState, 'queued' | 'sending'> | 'waiting', number>;

/** Does the jobs of a queue until none is due. @returns what they were about. */
async function drain<T>({ store: { boss } }: Courier, queue: string, work: (job: Job<T>) => Promise<void>): Promise<T[]> {
  const done: T[] = [];
  for (;;) {
    const jobs = await boss.fetch<T>(queue, { batchSize: BATCH });
    if (jobs.length === 0) return done;
    const results = await eachOf(work)(jobs);
    const idsOf = (wanted: 'completed' | 'failed') => results.flatMap(({ id, status }) => (status === wanted ? [id] : []));
    const [completed, failed] = [idsOf('completed'), idsOf('failed')];
    if (completed.length > 0) await boss.complete(queue, completed);
    if (failed.length > 0) await boss.fail(queue, failed);
    done.push(...jobs.map(({ data }) => data));
  }
}

/** How these rows stand now. */
async function outcomesOf({ store: { db } }: Courier, ids: readonly string[]): Promise<Ran> {
  const ran: Ran = { sent: 0, waiting: 0, skipped: 0, blocked: 0, failed: 0 };
  const rows = ids.length > 0 ? await db.selectFrom('deliveries').select('state').where('id', 'in', ids).execute() : [];
  for (const { state } of rows) ran[state === 'queued' || state === 'sending' ? 'waiting' : state] += 1;
  return ran;
}

/**
 * Plans and delivers what is due now, and sees to closed channels and lost jobs as a bot that runs does. What Discord does not take is left for
 * another time.
 * @throws when the store does.
 */
export async function deliverDue(options: DeliveryOptions): Promise<Ran> {
  const { boss, db } = options.store;
  const courier: Courier = { pace: createPace(db), ...options, end: new AbortController().signal };
  await boss.start();
  await makeQueues(boss);
  await sweep(courier);
  await takeOver(courier);
  await requeueForgotten(courier);
  await probeClosed(courier);
  const { skipped } = await plan(courier);
  const tried = await drain<EditionJob>(courier, EDITIONS, ({ data }) => deliverEdition(courier, data.id));
  await drain<EditionJob>(courier, DEAD, ({ data }) => writeOff(courier, data.id));
  await drain<TellingJob>(courier, TELLING, ({ id, data }) => tellClosed(courier, id, data.id));
  const ran = await outcomesOf(courier, [...new Set(tried.map(({ id }) => id))]);
  return { ...ran, skipped: ran.skipped + skipped };
}
