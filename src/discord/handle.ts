/** Raw interaction in, body of the callback out: the same for every surface that speaks Discord's payloads. */
import type { APIInteractionResponse } from 'discord-api-types/v10';
import type { Context } from '../commands/command.ts';
import { commands, suggestions } from '../commands/dispatch.ts';
import type { Paint } from '../pictures/paint.ts';
import { bodyOf, choicesBody, pong, privately, putOffOf, type Ready } from './bodies.ts';
import { plainCut } from './cut.ts';
import { enclosed, type SentFile, withoutPictures } from './files.ts';
import { type Asked, type Interaction, readInteraction } from './interaction.ts';
import { createLimiter, type Rate } from './limiter.ts';
import { CHOICE } from './limits.ts';
import { type Means, type Missed, type Plan, planFor, requestOf } from './plan.ts';
import type { Message } from './render/index.ts';
import { modalOver } from './rephrase.ts';
import { messageSchema } from './schema/index.ts';

export type { Missed } from './plan.ts';

export interface Answer {
  body: APIInteractionResponse;
  /** What goes beside it, as the parts `files[0]`, `files[1]` … of a form. */
  files?: readonly SentFile[];
  /** For log and metrics; neither holds a word of the question. */
  name: string;
  kind: string;
  /** What went wrong, for the log; the asker gets a polite sentence. */
  error?: unknown;
  /** What did not fit a message, for the log: places and rules, and no word of it. */
  unfit?: string;
  /** A question that found nothing. Not for the log. */
  missed?: Missed;
}

/** An interaction under way. */
export interface Handling {
  /** Undefined for a ping, and for what is so broken that nobody could be answered. */
  interaction?: Interaction;
  /** What to answer when the answer takes long; absent where Discord allows none. */
  putOff?: APIInteractionResponse;
  /** The work may keep the processor for a second: put it off at once, and begin when that is on its way. */
  slow?: true;
  /** Does the work; to be called once. Never rejects. */
  answer(): Promise<Answer>;
}

/** @param raw whatever came in; nothing in it is trusted. */
export type Handle = (raw: unknown) => Handling;

export interface HandlerOptions {
  context: Context;
  surface: Means['surface'];
  /** The reader's day, in ISO 8601. */
  today(): string;
  /** The moment, for what depends on the hour. */
  clock?(): Temporal.Instant;
  /** Milliseconds, from a clock that never goes back. */
  now(): number;
  /** Paints pictures; without it they are told in words alone. */
  paint?: Paint;
  /** Turns of one user and of one server. */
  rates?: { user: Rate; guild: Rate };
}

/** A person reads slower than this; a server has many. */
const RATES = { user: { burst: 10, perSecond: 0.5 }, guild: { burst: 120, perSecond: 20 } };
/** Turns that it takes: typing asks with every letter and costs little, as does opening a modal; a checked message is many questions at once. */
const COST: Partial<Record<Asked['kind'], number>> = { typing: 0.1, rephrase: 0.1, message: 3 };

const SORRY = 'Something went wrong here, and it has been noted. Ask again, perhaps in other words.';
const UNFIT = 'There is an answer, but it does not fit a message. It has been noted.';
const waitWords = (seconds: number): string =>
  `You ask faster than this bot answers. Try again in ${Math.ceil(seconds)} second${Math.ceil(seconds) === 1 ? '' : 's'}.`;

type Issues = NonNullable<ReturnType<typeof messageSchema.safeParse>['error']>['issues'];

/** Faults that are told at most. */
const MOST_FAULTS = 5;

/** Where a message does not fit, and by which rule. Rules of our own quote values between backticks, which are left out. */
const faultsOf = (issues: Issues): string =>
  issues
    .slice(0, MOST_FAULTS)
    .map(({ path, code, message }) => `${path.join('.') || 'message'}: ${code === 'custom' ? message.replace(/`.*`/s, '…') : code}`)
    .join('; ');

/** The message with its files at hand; when its picture can't be painted, without it, and with the reason for the log. */
async function ready({ files, ...message }: Message, paint: Paint | undefined): Promise<{ message: Ready; error?: unknown }> {
  if (!files) return { message };
  try {
    return { message: { ...message, files: await enclosed(files, paint) } };
  } catch (error) {
    return { message: withoutPictures(message), error };
  }
}

async function carryOut({ shown, name, make }: Plan, paint: Paint | undefined): Promise<Answer> {
  try {
    const made = await make();
    const { message, ...trouble } = await ready(made.message, paint);
    const { files = [] } = message;
    const body = bodyOf(shown, message);
    const { error } = messageSchema.safeParse('data' in body ? body.data : undefined);
    if (!error)
      return {
        body,
        ...(files.length > 0 && { files }),
        name,
        kind: 'error' in trouble ? 'unpainted' : made.kind,
        ...(made.missed && { missed: made.missed }),
        ...trouble,
      };
    return { body: privately(UNFIT), name, kind: 'unfit', unfit: faultsOf(error.issues) };
  } catch (error) {
    return { body: privately(SORRY), name, kind: 'failed', error };
  }
}

type Typing = Extract<Asked, { kind: 'typing' }>;

/** Best effort: no suggestion is better than a broken one. */
async function suggest({ name, options, option }: Typing, { context, ...means }: Means): Promise<Answer> {
  const known = commands.some((command) => command.name === name);
  const about = { name: known ? name : 'unknown', kind: 'choices' };
  try {
    const offered = await suggestions({ command: name, options, ...requestOf(means) }, option, context);
    const choices = offered.slice(0, CHOICE.choices).map(({ name: label, value }) => ({ name: plainCut(label, CHOICE.name), value }));
    return { body: choicesBody(choices.filter((choice) => choice.name !== '')), ...about };
  } catch (error) {
    return { body: choicesBody([]), ...about, kind: 'failed', error };
  }
}

/** Makes the handler. It remembers nothing but how often somebody asked of late, and that within a bound. */
export function createHandler({ context, surface, today, clock, now, paint, rates = RATES }: HandlerOptions): Handle {
  const users = createLimiter(rates.user);
  const guilds = createLimiter(rates.guild);
  const wait = ({ user, guild, asked }: Interaction): number => {
    const cost = COST[asked.kind] ?? 1;
    return users.take(user, now(), cost) || (guild === undefined ? 0 : guilds.take(guild, now(), cost));
  };
  const done = (answer: Answer, interaction?: Interaction): Handling => ({ ...(interaction && { interaction }), answer: async () => answer });
  return (raw) => {
    const read = readInteraction(raw);
    if (!read) return done({ body: privately('This is no interaction.'), name: 'unknown', kind: 'strange' });
    if (read === 'ping') return done({ body: pong, name: 'ping', kind: 'pong' });
    const { asked } = read;
    const { place, locale } = read;
    const means: Means = {
      ...{ context, surface, today: today(), user: read.user },
      ...(clock && { now: clock() }),
      ...(place && { place }),
      ...(locale !== undefined && { locale }),
    };
    const seconds = wait(read);
    if (asked.kind === 'typing') {
      return seconds > 0 ? done({ body: choicesBody([]), name: 'typing', kind: 'busy' }, read) : { interaction: read, answer: () => suggest(asked, means) };
    }
    if (seconds > 0) return done({ body: privately(waitWords(seconds)), name: 'limit', kind: 'busy' }, read);
    // A modal can't be put off: it is the first answer or none.
    const modal = asked.kind === 'rephrase' ? modalOver(asked.message) : undefined;
    if (modal) return done({ body: modal, name: 'rephrase', kind: 'modal' }, read);
    const plan = planFor(asked, means);
    return { interaction: read, putOff: putOffOf(plan.shown), ...(plan.slow && { slow: plan.slow }), answer: () => carryOut(plan, paint) };
  };
}
