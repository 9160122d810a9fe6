/** One interaction from the gateway: handled, and answered by a callback within the time that Discord gives. */
import { setTimeout as sleep } from 'node:timers/promises';
import { DiscordAPIError, HTTPError, RateLimitError, type REST, Routes } from 'discord.js';
import type { Handling } from '../../discord/handle.ts';
import { type Desk, firstOf, sendLater, tellOf } from '../../ops/answering.ts';
import { errorFacts, type Log } from '../../ops/log.ts';
import type { Metrics } from '../../ops/metrics.ts';

/** Milliseconds from receiving an interaction to giving up its callback: Discord waits three seconds, from when it sent. */
const CALLBACK_WITHIN = 2800;
/** Milliseconds for one try: a request that hangs leaves time for another. */
const ONE_TRY = 1300;
/** Milliseconds between tries when Discord or the way there fails. */
const PAUSE = 150;

/** Discord's codes: the token is dead; somebody (an earlier try of ours) has answered. */
const UNKNOWN_INTERACTION = 10062;
const ALREADY_ANSWERED = 40060;

export interface Means {
  rest: REST;
  /** Discord's address with version, for later answers. */
  api: string;
  log: Log;
  metrics: Metrics;
}

type Outcome = 'sent' | 'late' | 'doubled' | 'refused' | 'unreached';

/** Milliseconds until it may be tried again; undefined when that is no use. */
function pauseAfter(error: unknown): number | undefined {
  if (error instanceof RateLimitError) return error.retryAfter;
  if (error instanceof DiscordAPIError) return undefined;
  return error instanceof HTTPError || error instanceof Error ? PAUSE : undefined;
}

function outcomeOf(error: unknown): Outcome {
  if (!(error instanceof DiscordAPIError)) return 'unreached';
  if (error.code === ALREADY_ANSWERED) return 'doubled';
  return error.code === UNKNOWN_INTERACTION ? 'late' : 'refused';
}

/** Tries until it is sent, refused, or time is up. */
async function sendCallback(
  rest: REST,
  { id, token }: { id: string; token: string },
  body: unknown,
  deadline: number,
): Promise<{ outcome: Outcome; error?: unknown }> {
  for (;;) {
    const signal = AbortSignal.timeout(Math.min(ONE_TRY, Math.max(1, Math.ceil(deadline - performance.now()))));
    try {
      await rest.post(Routes.interactionCallback(id, token), { body, auth: false, signal });
      return { outcome: 'sent' };
    } catch (error) {
      const pause = pauseAfter(error);
      if (pause === undefined || performance.now() + pause >= deadline) return { outcome: outcomeOf(error), error };
      await sleep(pause);
    }
  }
}

/** Outcomes after which Discord has the callback, or may have it: its answer to us can get lost. */
const MAY_STAND: ReadonlySet<Outcome> = new Set<Outcome>(['sent', 'doubled', 'unreached']);

/**
 * Answers one interaction. Never throws: what does not get through is logged and counted.
 * @param started when it was received, by `performance.now()`.
 */
export async function answerInteraction(handling: Handling, started: number, { rest, api, log, metrics }: Means): Promise<void> {
  const { interaction } = handling;
  if (!interaction) return log.warn({ surface: 'gateway' }, 'an interaction could not be read');
  const desk: Desk = { surface: 'gateway', log, metrics };
  const { body, later } = await firstOf(handling, (answer) => tellOf(answer, handling, started, desk));
  if (later) metrics.deferred('gateway');
  const { outcome, error } = await sendCallback(rest, interaction, body, started + CALLBACK_WITHIN);
  if (outcome !== 'sent') {
    metrics.failed('gateway', outcome);
    log.warn({ interaction: interaction.id, outcome, ...errorFacts(error) }, 'an answer did not get through');
  }
  if (later && MAY_STAND.has(outcome)) await sendLater(handling, later, desk, api);
}
