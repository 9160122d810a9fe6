/** The playground as a process: from start to signal, with an exit code. */

import type { Context } from '../commands/command.ts';
import { createHandler } from '../discord/handle.ts';
import { listenNear, type Place } from '../ops/listen.ts';
import { createLog } from '../ops/log.ts';
import { createRasteriser } from '../ops/raster/raster.ts';
import { StartError } from '../ops/start-error.ts';
import { createPlayground } from '../surfaces/playground/app.ts';
import type { Board } from '../surfaces/playground/news.ts';
import { withPictures } from './pictures.ts';
import { ended } from './signals.ts';

/** One person at one page, who also refreshes and looks behind each answer. */
const RATES = { user: { burst: 120, perSecond: 20 }, guild: { burst: 240, perSecond: 40 } };

interface Settings {
  place: Place;
  context: Context;
  folders: readonly string[];
  board: Board;
  /** The reader's day, in ISO 8601. */
  today(): string;
}

export interface Playground {
  /** Where the page is. */
  address: string;
  port: number;
  stop(): Promise<void>;
}

/** What a browser on this machine asks for. */
const reachable = (host: string): string => (host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host);

/** Opens the playground on its port or one of the next. @throws StartError in plain words. */
export async function openPlayground({ place, context, folders, board, today }: Settings): Promise<Playground> {
  const end = new AbortController();
  const raster = createRasteriser();
  const log = createLog('error');
  const handle = createHandler({
    context: withPictures(context, raster.draw, log),
    surface: 'playground',
    today,
    clock: Temporal.Now.instant,
    paint: raster.paint,
    now: () => performance.now(),
    rates: RATES,
  });
  const app = createPlayground({ handle, context, folders, board, log, today, listens: place.host, end: end.signal });
  const { port, stop } = await listenNear(app, place);
  return {
    address: `http://${reachable(place.host)}:${port}`,
    port,
    stop: async () => {
      end.abort();
      await stop();
      await raster.stop();
    },
  };
}

/** Serves the page until a signal ends it. @returns the exit code. */
export async function runPlayground(settings: Settings, say: (line: string) => void): Promise<number> {
  try {
    const end = ended();
    const { address, port, stop } = await openPlayground(settings);
    if (settings.place.port !== 0 && port !== settings.place.port) say(`Port ${settings.place.port} is taken; this is the next free one.`);
    say(`Open ${address} in a browser to ask as in Discord. Ctrl-C ends it; npm start -- --terminal asks here instead.`);
    await end;
    await stop();
    return 0;
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    say(error.message);
    return 1;
  }
}
