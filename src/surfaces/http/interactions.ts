/** Discord's interactions endpoint: each request is verified, handled and answered in its own response. */
import type { KeyObject } from 'node:crypto';
import { setImmediate as responded } from 'node:timers/promises';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Handle, Handling } from '../../discord/handle.ts';
import { type Desk, firstOf, sendLater, tellOf } from '../../ops/answering.ts';
import type { Jobs } from '../../ops/in-time.ts';
import { errorFacts, type Log } from '../../ops/log.ts';
import type { Metrics } from '../../ops/metrics.ts';
import { isSigned, looksSigned } from './signature.ts';

/** Bytes. A checked message with its embeds is the largest thing that Discord sends. */
const LARGEST_BODY = 256 * 1024;

export interface InteractionsOptions {
  key: KeyObject;
  handle: Handle;
  log: Log;
  metrics: Metrics;
  /** Where later answers go on. */
  jobs: Jobs;
  /** Discord's address with version, for later answers. */
  api: string;
}

const signedBy = (c: Context) => ({ signature: c.req.header('x-signature-ed25519'), timestamp: c.req.header('x-signature-timestamp') });
const isJson = (type: string | undefined): boolean => /^application\/json\s*(?:;|$)/i.test(type ?? '');

function parse(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
}

async function respond(handling: Handling, started: number, { log, metrics, jobs, api }: InteractionsOptions) {
  const desk: Desk = { surface: 'http', log, metrics };
  const { body, later } = await firstOf(handling, (answer) => tellOf(answer, handling, started, desk));
  if (later) {
    metrics.deferred('http');
    // Slow work keeps the processor: the response is written first.
    jobs.add(responded().then(() => sendLater(handling, later, desk, api)));
  }
  return body;
}

/** The app that Discord's requests go to: `POST /interactions`. */
export function createInteractions(options: InteractionsOptions): Hono {
  const { key, handle, metrics } = options;
  const app = new Hono();
  app.post('/interactions', bodyLimit({ maxSize: LARGEST_BODY, onError: (c) => c.text('too large', 413) }), async (c) => {
    const started = performance.now();
    if (!isJson(c.req.header('content-type'))) return c.text('only application/json', 415);
    const signed = signedBy(c);
    const refuse = () => {
      metrics.failed('http', 'signature');
      return c.text('invalid request signature', 401);
    };
    if (!looksSigned(signed)) return refuse();
    const body = new Uint8Array(await c.req.arrayBuffer());
    if (!isSigned(key, signed, body)) return refuse();
    const raw = parse(body);
    return raw === undefined ? c.text('no JSON', 400) : c.json(await respond(handle(raw), started, options));
  });
  app.notFound((c) => c.text('there is nothing here', 404));
  app.onError((error, c) => {
    options.log.error(errorFacts(error), 'a request failed');
    return c.text('something went wrong', 500);
  });
  return app;
}
