/** The queues that delivery works from, in the same database as the ledger. */
import type { Job, JobResult, PgBoss } from 'pg-boss';
import { errorFacts } from '../ops/log.ts';

/** Editions to deliver; those that were given up; subscribers to be told that theirs can't be posted. */
export const EDITIONS = 'digest';
export const DEAD = 'digest-dead';
export const TELLING = 'digest-tell';

/** A job is an id: what it is about stands in the ledger. */
export interface EditionJob {
  /** Of the delivery. */
  id: string;
}

export interface TellingJob {
  /** Of the subscription. */
  id: string;
}

/** Seconds without a sign of life after which a job is another's: the least that pg-boss allows. */
const HEARTBEAT = 10;
/** Seconds that one attempt may take: waiting for a turn, looking through a channel, posting. */
const EXPIRE = 180;
/** Seconds that finished jobs are kept. */
const KEEP = 24 * 3600;

/**
 * Makes the queues where they are not there. Their retries are for processes that died and databases that went away; whether and when a
 * post is tried again that Discord did not take is decided in `deliver/`.
 */
export async function makeQueues(boss: PgBoss): Promise<void> {
  const common = { heartbeatSeconds: HEARTBEAT, expireInSeconds: EXPIRE, deleteAfterSeconds: KEEP, retryBackoff: true, retryDelayMax: 60 };
  await boss.createQueue(DEAD, { retryLimit: 20, retryDelay: 2, retryBackoff: true, deleteAfterSeconds: KEEP });
  await boss.createQueue(EDITIONS, { ...common, retryLimit: 20, retryDelay: 1, deadLetter: DEAD });
  await boss.createQueue(TELLING, { ...common, retryLimit: 6, retryDelay: 5, retryDelayMax: 600 });
}

/** Each job with its own end, so that one that fails brings back no other. */
export const eachOf =
  <T>(work: (job: Job<T>) => Promise<void>) =>
  (jobs: Job<T>[]): Promise<JobResult[]> =>
    Promise.all(
      jobs.map(async (job): Promise<JobResult> => {
        try {
          await work(job);
          return { id: job.id, status: 'completed' };
        } catch (error) {
          return { id: job.id, status: 'failed', output: errorFacts(error) };
        }
      }),
    );
