/** What a test sees of an interaction that has been answered. */
import type { APIApplicationCommandOptionChoice } from 'discord-api-types/v10';
import { type Exchange, until } from './exchange.ts';
import type { APIMessage, Callback, Interaction, Upload } from './types.ts';
import type { World } from './world.ts';

export interface Answered {
  interaction: Interaction;
  /** The first answer, as it was sent. */
  callback: Callback;
  /** Files of the first answer. */
  files: readonly Upload[];
  /** From Discord's sending until the first answer had come, in milliseconds. */
  ms: number;
  /** The suggestions; none where the answer was something else. */
  choices: readonly APIApplicationCommandOptionChoice<string>[];
  /** What `@original` means, as it stands now: the answer, or the message whose component was used. Nothing where it has been deleted. */
  readonly message: APIMessage | undefined;
  /** So far. */
  readonly followups: readonly APIMessage[];
  /** The message once it says something: at once, or when an answer that was put off has come. */
  settled(): Promise<APIMessage>;
  /** The message once it has been changed so many times. */
  edited(times?: number): Promise<APIMessage>;
  /** A follow-up, counted from 0, once it has come. */
  followup(at?: number): Promise<APIMessage>;
}

/** Put off: 5 with “is thinking …”, 6 with nothing to see. */
const PUT_OFF: readonly number[] = [5, 6];

/** @param patience How long to wait for what is still to come, in milliseconds. */
export function answered(world: World, exchange: Exchange, patience: number): Answered {
  const { interaction, callback = { type: 0 }, files, ms = 0, followups } = exchange;
  const message = () => world.messages.get(exchange.original ?? '');
  const edited = (times = 1) => until(exchange, () => (exchange.edits >= times ? message() : undefined), patience, `the answer to be changed ${times} times`);
  return {
    interaction,
    callback,
    files,
    ms,
    choices: callback.type === 8 ? (callback.data?.choices ?? []) : [],
    get message() {
      return message();
    },
    followups,
    settled: () => (PUT_OFF.includes(callback.type) ? edited() : until(exchange, message, patience, 'a message')),
    edited,
    followup: (at = 0) => until(exchange, () => followups[at], patience, `follow-up ${at}`),
  };
}
