/** Discord's interactions endpoint: each request is verified, handled and answered in its own response. */
import type { KeyObject } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { editOf } from '../../discord/bodies.ts';
import type { Handle, Handling } from '../../discord/handle.ts';
import { inTime, type Jobs } from '../../ops/in-time.ts';
import { errorFacts, type Log } from '../../ops/log.ts';
import type { Metrics } from '../../ops/metrics.ts';
import { editOriginal } from './edit.ts';
import { isSigned, looksSigned } from './signature.ts';

/** Bytes. A checked message with its embeds is the largest thing that Discord sends. */
const LARGEST_BODY = 256 * 1024;
/** Milliseconds after which an answer is put off: half of the three seconds that Discord waits. */
const PUT_OFF_AFTER = 1500;

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

/** Sends the answer that was put off, when it is there. */
async function finish({ interaction, putOff, answer }: Handling, { api, log, metrics }: InteractionsOptions): Promise<void> {
  const edit = putOff && interaction && editOf(putOff, await answer);
  if (!edit) return;
  const { status } = await editOriginal(api, { application: interaction.application, token: interaction.token, body: edit });
  if (status !== 'unreached' && status < 300) return;
  metrics.failed('http', status === 404 ? 'late' : 'edit');
  log.warn({ interaction: interaction.id, status }, 'a later answer did not get through');
}

async function respond(handling: Handling, started: number, options: InteractionsOptions) {
  const { log, metrics, jobs } = options;
  const { interaction, putOff } = handling;
  const told = handling.answer.then((answer) => {
    const { name: command, kind, error } = answer;
    const ms = Math.round((performance.now() - started) * 10) / 10;
    metrics.answered({ surface: 'http', command, kind, ms });
    log.info({ surface: 'http', interaction: interaction?.id, command, kind, ms }, 'answered');
    if (error !== undefined) log.error({ interaction: interaction?.id, command, ...errorFacts(error) }, 'an answer failed');
    return answer;
  });
  const answer = putOff ? await inTime(told, PUT_OFF_AFTER) : await told;
  if (answer) return answer.body;
  metrics.deferred('http');
  jobs.add(finish({ ...handling, answer: told }, options));
  return putOff;
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
