/**
 * Turns to speak to Discord, for all instances together: Discord counts the requests of a bot, not of a process. The store keeps when the
 * next turn is free, by its own clock, so that instances need not agree on the time.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../store/schema.ts';

/** Requests a second: a little below Discord's 50, since what leaves here evenly need not arrive so. D topics/rate-limits.mdx, "Global Rate Limit". */
const PER_SECOND = 49;
/** Turns that are taken from the store at once: a fifth of a second. */
const AT_ONCE = 10;

const KEY = 'discord';

export interface Pace {
  /** Waits for a turn. @throws when the store does, or when `end` is aborted. */
  turn(end: AbortSignal): Promise<void>;
  /** Lets nobody have a turn for so many milliseconds: Discord has asked for it. */
  pause(ms: number): Promise<void>;
}

/** Reserves turns. @returns milliseconds until the first of them. */
async function reserve(db: Kysely<Database>, turns: number, gap: number): Promise<number> {
  const { rows } = await sql<{ wait: number }>`
    insert into pace (key, next_at) values (${KEY}, clock_timestamp() + ${turns * gap} * interval '1 millisecond')
    on conflict (key) do update set next_at = greatest(pace.next_at, clock_timestamp()) + ${turns * gap} * interval '1 millisecond'
    returning (extract(epoch from next_at - clock_timestamp()) * 1000 - ${turns * gap})::float8 as wait`.execute(db);
  return rows[0]?.wait ?? 0;
}

async function sleepUntil(at: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  const ms = at - performance.now();
  if (ms > 0) await sleep(ms, undefined, { signal });
}

export function createPace(db: Kysely<Database>, perSecond = PER_SECOND): Pace {
  const gap = 1000 / perSecond;
  const waiting: PromiseWithResolvers<number>[] = [];
  let pumping = false;
  let notBefore = 0;

  /** Gives those who wait their moments, so many at once. */
  async function pump(): Promise<void> {
    while (waiting.length > 0) {
      const served = waiting.splice(0, AT_ONCE);
      try {
        const first = performance.now() + (await reserve(db, served.length, gap));
        for (const [index, { resolve }] of served.entries()) resolve(first + index * gap);
      } catch (error) {
        for (const { reject } of served) reject(error);
      }
    }
    pumping = false;
  }

  function next(): Promise<number> {
    const mine = Promise.withResolvers<number>();
    waiting.push(mine);
    // Those who ask in the same moment are served together.
    if (!pumping) queueMicrotask(() => void pump());
    pumping = true;
    return mine.promise;
  }

  return {
    async turn(end) {
      for (;;) {
        await sleepUntil(await next(), end);
        if (performance.now() >= notBefore) return;
        // Turns that were given before the pause are worth nothing, and all at once after it they would bring on the next.
        await sleepUntil(notBefore, end);
      }
    },
    async pause(ms) {
      notBefore = Math.max(notBefore, performance.now() + ms);
      await sql`insert into pace (key, next_at) values (${KEY}, clock_timestamp() + ${ms} * interval '1 millisecond')
        on conflict (key) do update set next_at = greatest(pace.next_at, excluded.next_at)`.execute(db);
    },
  };
}
