/** One interaction and all that came of it. */
import { EventEmitter, once } from 'node:events';
import type { APIMessage, Callback, Channel, Interaction, Upload } from './types.ts';

export interface Exchange {
  interaction: Interaction;
  channel: Channel;
  /** In the fake's time. */
  created: number;
  /** When it was sent, by `performance.now()`. */
  sent: number;
  /** From then until the first answer had come, in milliseconds. */
  ms?: number;
  callback?: Callback;
  /** Files of the first answer. */
  files: readonly Upload[];
  /** Id of what `@original` means. */
  original?: string;
  /** The answer is still to come, as the first answer said. */
  loading: boolean;
  /** How often the original has been changed since. */
  edits: number;
  followups: APIMessage[];
  /** Says `change` whenever any of this does. */
  news: EventEmitter;
}

export const openExchange = (interaction: Interaction, channel: Channel, created: number): Exchange => ({
  interaction,
  channel,
  created,
  sent: performance.now(),
  files: [],
  loading: false,
  edits: 0,
  followups: [],
  news: new EventEmitter().setMaxListeners(0),
});

/**
 * Waits for what an exchange is to come to.
 * @param patience In milliseconds of real time.
 * @throws When it has not come to it by then; `what` says what was waited for.
 */
export async function until<T>({ news }: Exchange, read: () => T | undefined, patience: number, what: string): Promise<T> {
  const ended = new AbortController();
  const timer = setTimeout(() => ended.abort(), patience);
  try {
    for (;;) {
      const found = read();
      if (found !== undefined) return found;
      await once(news, 'change', { signal: ended.signal });
    }
  } catch (error) {
    throw new Error(`waited ${patience} ms for ${what}`, { cause: error });
  } finally {
    clearTimeout(timer);
  }
}
