/** What the digest's metrics tell: editions by what became of them, how late, how many wait. */
import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

export interface DigestMetrics {
  /** An edition is finished. @param late seconds from when it was due to its post; none when it was not posted. */
  finished(state: 'sent' | 'skipped' | 'blocked' | 'failed', late?: number, editions?: number): void;
  /** A request to Discord, by what became of it: `posted`, `found`, `limited`, `unclear` … */
  request(outcome: string): void;
  /** How the ledger stands. */
  standing(now: Standing): void;
}

export interface Standing {
  /** Editions that are due and not finished. */
  waiting: number;
  /** Seconds since the oldest of them was due. */
  oldest: number;
  /** Subscriptions whose channel Discord has closed to the bot. */
  blocked: number;
}

/** Seconds: an edition is posted within the minute, or waits for Discord, or for the program to come back. */
const BUCKETS = [1, 5, 15, 60, 300, 900, 3600, 6 * 3600];

export function digestMetrics(registers: Registry[]): DigestMetrics {
  const editions = new Counter({
    name: 'sourcebook_editions_total',
    help: 'Editions finished, by what became of them: sent, skipped, blocked, failed.',
    labelNames: ['state'] as const,
    registers,
  });
  const lateness = new Histogram({
    name: 'sourcebook_edition_late_seconds',
    help: 'Seconds from when an edition was due to its post.',
    buckets: BUCKETS,
    registers,
  });
  const requests = new Counter({
    name: 'sourcebook_digest_requests_total',
    help: 'Requests to Discord for digests, by outcome.',
    labelNames: ['outcome'] as const,
    registers,
  });
  const gauge = (name: string, help: string): Gauge => new Gauge({ name, help, registers });
  const gauges: Record<keyof Standing, Gauge> = {
    waiting: gauge('sourcebook_editions_waiting', 'Editions that are due and not finished.'),
    oldest: gauge('sourcebook_editions_oldest_seconds', 'Seconds since the oldest unfinished edition was due.'),
    blocked: gauge('sourcebook_subscriptions_blocked', 'Subscriptions whose channel takes no posts of the bot.'),
  };
  return {
    finished(state, late, count = 1) {
      editions.inc({ state }, count);
      if (late !== undefined) lateness.observe(Math.max(0, late));
    },
    request: (outcome) => requests.inc({ outcome }),
    standing(now) {
      for (const key of ['waiting', 'oldest', 'blocked'] as const) gauges[key].set(now[key]);
    },
  };
}
