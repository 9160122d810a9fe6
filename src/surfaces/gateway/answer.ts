/** One interaction from the gateway: handled, and answered by a callback within the time that Discord gives. */
import { setTimeout as sleep } from 'node:timers/promises';
import { DiscordAPIError, HTTPError, RateLimitError, type REST, Routes } from 'discord.js';
import { editOf } from '../../discord/bodies.ts';
import type { Answer, Handling } from '../../discord/handle.ts';
import { inTime } from '../../ops/in-time.ts';
import { errorFacts, type Log } from '../../ops/log.ts';
import type { Metrics } from '../../ops/metrics.ts';

/** Milliseconds after which an answer is put off. */
const PUT_OFF_AFTER = 1500;
/** Milliseconds from receiving an interaction to giving up its callback: Discord waits three seconds, from when it sent. */
const CALLBACK_WITHIN = 2800;
/** Milliseconds for a later answer. */
const EDIT_WITHIN = 30_000;
/** Milliseconds between tries when Discord or the way there fails. */
const PAUSE = 150;

/** Discord's codes: the token is dead; somebody (an earlier try of ours) has answered. */
const UNKNOWN_INTERACTION = 10062;
const ALREADY_ANSWERED = 40060;

export interface Means {
  rest: REST;
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
    const signal = AbortSignal.timeout(Math.max(1, Math.ceil(deadline - performance.now())));
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

/** Sends what was put off, when it is there. */
async function sendLater({ interaction, putOff, answer }: Handling, { rest, log, metrics }: Means): Promise<void> {
  const body = putOff && interaction && editOf(putOff, await answer);
  if (!body) return;
  const route = Routes.webhookMessage(interaction.application, interaction.token, '@original');
  try {
    await rest.patch(route, { body, auth: false, signal: AbortSignal.timeout(EDIT_WITHIN) });
  } catch (error) {
    metrics.failed('gateway', 'edit');
    log.warn({ interaction: interaction.id, ...errorFacts(error) }, 'a later answer did not get through');
  }
}

function tell({ name: command, kind, error }: Answer, { interaction }: Handling, started: number, { log, metrics }: Means): void {
  const ms = Math.round((performance.now() - started) * 10) / 10;
  metrics.answered({ surface: 'gateway', command, kind, ms });
  log.info({ surface: 'gateway', interaction: interaction?.id, command, kind, ms }, 'answered');
  if (error !== undefined) log.error({ interaction: interaction?.id, command, ...errorFacts(error) }, 'an answer failed');
}

/**
 * Answers one interaction. Never throws: what does not get through is logged and counted.
 * @param started when it was received, by `performance.now()`.
 */
export async function answerInteraction(handling: Handling, started: number, means: Means): Promise<void> {
  const { interaction, putOff } = handling;
  const { rest, log, metrics } = means;
  if (!interaction) return log.warn({ surface: 'gateway' }, 'an interaction could not be read');
  const told = handling.answer.then((answer) => {
    tell(answer, handling, started, means);
    return answer;
  });
  const answer = putOff ? await inTime(told, PUT_OFF_AFTER) : await told;
  const body = answer?.body ?? putOff;
  if (!answer) metrics.deferred('gateway');
  const { outcome, error } = await sendCallback(rest, interaction, body, started + CALLBACK_WITHIN);
  if (outcome !== 'sent') {
    metrics.failed('gateway', outcome);
    log.warn({ interaction: interaction.id, outcome, ...errorFacts(error) }, 'an answer did not get through');
  }
  // One that was answered already was answered by the try whose response got lost: what was put off is still awaited.
  if (!answer && (outcome === 'sent' || outcome === 'doubled')) await sendLater({ ...handling, answer: told }, means);
}
