/** From an interaction to an answer in time: at once, or put off and sent later. The same by gateway and endpoint. */
import type { APIEmbed, APIInteractionResponse } from 'discord-api-types/v10';
import { type Later as LaterBody, laterOf } from '../discord/bodies.ts';
import { REFUSED, withoutPictures } from '../discord/files.ts';
import type { Answer, Handling } from '../discord/handle.ts';
import { type Sent, sendByToken } from './edit.ts';
import { inTime } from './in-time.ts';
import { errorFacts, type Log } from './log.ts';
import type { Metrics } from './metrics.ts';

/** Milliseconds after which an answer is put off: half of the three seconds that Discord waits. */
const PUT_OFF_AFTER = 1500;
/** Milliseconds that answers under way have when the program ends. */
export const FINISH_WITHIN = 10_000;

/** Where answers are told of. */
export interface Desk {
  surface: 'gateway' | 'http';
  log: Log;
  metrics: Metrics;
}

type Later = () => Promise<LaterBody | undefined>;

/** What is said first. */
export interface First {
  body: APIInteractionResponse;
  /** When that puts the answer off: what is then said in its place, if anything. The work of a slow one begins with the call. */
  later?: Later;
}

/**
 * What is said first, and in time. An answer with files is put off however quick it is: a callback has three seconds to arrive in, which files take
 * for themselves.
 * @param tell hears the answer when it is there.
 */
export async function firstOf({ putOff, slow, answer }: Handling, tell: (answer: Answer) => void = () => {}): Promise<First> {
  const work = async (): Promise<Answer> => {
    const made = await answer();
    tell(made);
    return made;
  };
  if (!putOff) return { body: (await work()).body };
  if (slow) return { body: putOff, later: async () => laterOf(putOff, await work()) };
  const underWay = work();
  const ready = await inTime(underWay, PUT_OFF_AFTER);
  return ready && !ready.files ? { body: ready.body } : { body: putOff, later: async () => laterOf(putOff, await underWay) };
}

/** Tells log and metrics of an answer. @param started when the interaction came in, by `performance.now()`. */
export function tellOf({ name: command, kind, error, unfit }: Answer, { interaction }: Handling, started: number, { surface, log, metrics }: Desk): void {
  const ms = Math.round((performance.now() - started) * 10) / 10;
  const about = { interaction: interaction?.id, command };
  metrics.answered({ surface, command, kind, ms });
  log.info({ surface, ...about, kind, ms }, 'answered');
  if (error !== undefined) log.error({ ...about, ...errorFacts(error) }, 'an answer failed');
  if (unfit !== undefined) log.error({ ...about, unfit }, 'an answer does not fit a message');
}

/** Refused for good, though there was something to change and it was ours to change. */
const isRefused = ({ status }: Sent): boolean => status !== 'unreached' && status >= 400 && status < 500 && ![401, 404, 429].includes(status);

const inWords = (body: Extract<LaterBody, { as: 'edit' }>['body']): object => {
  const { embeds } = withoutPictures({ embeds: (body.embeds ?? []) as APIEmbed[] }, REFUSED);
  return { ...body, embeds, attachments: [] };
};

/** An answer whose files Discord does not take (too large, or not allowed in that channel) is told in words. */
async function send(api: string, { id, application, token }: NonNullable<Handling['interaction']>, made: LaterBody, log: Log): Promise<Sent> {
  const sent = await sendByToken(api, { application, token, ...made });
  if (made.as !== 'edit' || !made.files || !isRefused(sent)) return sent;
  log.warn({ interaction: id, ...sent }, 'an answer’s files were refused');
  return sendByToken(api, { application, token, as: 'edit', body: inWords(made.body) });
}

/** Sends what was put off, when it is there. Never throws: what does not get through is logged and counted. @param api Discord's address with version. */
export async function sendLater({ interaction }: Handling, later: Later, { surface, log, metrics }: Desk, api: string): Promise<void> {
  const made = await later();
  if (!interaction || !made) return;
  const { status, code } = await send(api, interaction, made, log);
  if (status !== 'unreached' && status < 300) return;
  metrics.failed(surface, status === 404 ? 'late' : 'edit');
  log.warn({ interaction: interaction.id, status, code }, 'a later answer did not get through');
}
