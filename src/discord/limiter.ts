/** How often somebody may ask: a bucket of turns that fills again with time. Time is an argument; memory has a bound. */

export interface Rate {
  /** Turns that may be taken at once. */
  burst: number;
  /** Turns that come back each second. */
  perSecond: number;
}

interface Bucket {
  turns: number;
  /** Milliseconds, when `turns` was true. */
  at: number;
}

/** Buckets that are kept; who was away longest is forgotten first, and a forgotten bucket is a full one. */
const MOST_BUCKETS = 10_000;

export interface Limiter {
  /**
   * Takes a turn.
   * @param now in milliseconds, from a clock that never goes back.
   * @param cost turns that it takes.
   * @returns 0 when it was there; else the seconds until it is, and nothing is taken.
   */
  take(key: string, now: number, cost?: number): number;
  /** Buckets kept. */
  readonly size: number;
}

/** @param most buckets kept at most. */
export function createLimiter({ burst, perSecond }: Rate, most = MOST_BUCKETS): Limiter {
  const buckets = new Map<string, Bucket>();
  return {
    take(key, now, cost = 1) {
      const { turns, at } = buckets.get(key) ?? { turns: burst, at: now };
      const filled = Math.min(burst, turns + (Math.max(0, now - at) / 1000) * perSecond);
      const wait = filled >= cost ? 0 : (cost - filled) / perSecond;
      // Set anew, so that the map stays in the order of use.
      buckets.delete(key);
      buckets.set(key, { turns: wait === 0 ? filled - cost : filled, at: now });
      const [oldest] = buckets.keys();
      if (buckets.size > most && oldest !== undefined) buckets.delete(oldest);
      return wait;
    },
    get size() {
      return buckets.size;
    },
  };
}
