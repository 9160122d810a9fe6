/** Waiting, but not for ever. */

/** What a promise comes to, or undefined when that takes longer than so many milliseconds. */
export async function inTime<T>(promise: Promise<T>, ms: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Jobs under way, to be waited for before the program ends. */
export interface Jobs {
  /** Runs a job. Its failure is the job's own to tell; here it only ends. */
  add(job: Promise<unknown>): void;
  /** Waits for all of them, at most so many milliseconds. @returns how many were left. */
  settled(ms: number): Promise<number>;
  readonly size: number;
}

export function createJobs(): Jobs {
  const jobs = new Set<Promise<unknown>>();
  return {
    add(job) {
      const kept = job.catch(() => {}).finally(() => jobs.delete(kept));
      jobs.add(kept);
    },
    async settled(ms) {
      await inTime(Promise.all(jobs), ms);
      return jobs.size;
    },
    get size() {
      return jobs.size;
    },
  };
}
