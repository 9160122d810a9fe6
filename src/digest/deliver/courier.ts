/** What delivery works with. */
import type { Base } from '../../base/schema.ts';
import type { DigestMetrics } from '../../ops/digest-metrics.ts';
import type { Log } from '../../ops/log.ts';
import type { Brush } from '../../pictures/studio.ts';
import type { Store } from '../../store/store.ts';
import type { Pace } from '../pace.ts';
import type { Poster } from '../poster.ts';

/** Whether a channel can be posted in, as Discord tells. */
export type Door = { is: 'open' } | { is: 'closed'; why: string } | { is: 'unclear' };

export interface Courier {
  store: Store;
  poster: Poster;
  /** Looks whether the bot may post in a channel, and what it lacks. Never throws. */
  look(guild: string, channel: string): Promise<Door>;
  pace: Pace;
  /** Draws and paints the editions' pictures; without it they go without. */
  brush?: Brush;
  /** Milliseconds that an edition waits for its picture; a few seconds unless told. */
  patience?: number;
  /** The base as it is now. */
  base(): Base;
  log: Log;
  metrics: DigestMetrics;
  /** Milliseconds since 1970. */
  now(): number;
  /** From 0 up to 1. */
  random(): number;
  /** Seconds after which an edition is no longer posted. */
  grace: number;
  /** Names this process among those that share the store. */
  name: string;
  /** Aborted when the program ends: what has not begun then, does not. */
  end: AbortSignal;
}
