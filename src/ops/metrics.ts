/** What Prometheus may ask. Labels are names of ours only, so their number has a bound. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { type DigestMetrics, digestMetrics } from './digest-metrics.ts';

/** One interaction answered, as the log and the metrics tell it. */
interface Answered {
  surface: 'gateway' | 'http';
  /** The command's name, or what else was asked of us: `autocomplete`, `button`, `ping`, `unknown`. */
  command: string;
  /** The kind of the reply: `record`, `closest`, `share`, `busy` … */
  kind: string;
  /** From the moment it came in until the answer was ready. */
  ms: number;
}

export interface Metrics {
  answered(answer: Answered): void;
  /** @param what a callback that was `late`, `doubled`, `refused` or `unreached`; an `edit`; a request whose `signature` was wrong. */
  failed(surface: Answered['surface'], what: string): void;
  deferred(surface: Answered['surface']): void;
  /** Whether the gateway is connected; undefined where there is none. */
  gateway(ready: boolean): void;
  /** Whether the store is open; not told where there shall be none. */
  store(open: boolean): void;
  digest: DigestMetrics;
  /** The text that Prometheus reads, and its type. */
  read(): Promise<{ text: string; type: string }>;
}

/** Seconds: lookups take a few milliseconds, Discord waits 3 s. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 1.5, 3];

/** @param process whether to tell memory, CPU and event loop as well. */
export function createMetrics(process = true): Metrics {
  const registry = new Registry();
  const registers = [registry];
  if (process) collectDefaultMetrics({ register: registry });
  const answers = new Counter({
    name: 'sourcebook_answers_total',
    help: 'Interactions answered, by surface, command and kind of reply.',
    labelNames: ['surface', 'command', 'kind'] as const,
    registers,
  });
  const seconds = new Histogram({
    name: 'sourcebook_answer_seconds',
    help: 'Seconds from receiving an interaction to having its answer.',
    labelNames: ['surface', 'command'] as const,
    buckets: BUCKETS,
    registers,
  });
  const failures = new Counter({
    name: 'sourcebook_failures_total',
    help: 'Answers that did not get through, and requests refused, by what was wrong.',
    labelNames: ['surface', 'what'] as const,
    registers,
  });
  const deferrals = new Counter({ name: 'sourcebook_deferred_total', help: 'Answers put off and sent later.', labelNames: ['surface'] as const, registers });
  const gateway = new Gauge({ name: 'sourcebook_gateway_ready', help: '1 while the gateway is connected.', registers });
  const store = new Gauge({ name: 'sourcebook_store_open', help: '1 once the store is open; 0 while it can’t be opened.', registers });
  return {
    answered({ surface, command, kind, ms }) {
      answers.inc({ surface, command, kind });
      seconds.observe({ surface, command }, ms / 1000);
    },
    failed: (surface, what) => failures.inc({ surface, what }),
    deferred: (surface) => deferrals.inc({ surface }),
    gateway: (ready) => gateway.set(ready ? 1 : 0),
    store: (open) => store.set(open ? 1 : 0),
    digest: digestMetrics(registers),
    read: async () => ({ text: await registry.metrics(), type: registry.contentType }),
  };
}
