/** Pictures drawn beside the program's own thread, so that questions are answered meanwhile. */
import type { Context } from '../commands/command.ts';
import { errorFacts, type Log } from '../ops/log.ts';
import type { Studio } from '../pictures/studio.ts';
import { contextWith } from './context.ts';

/** The same context, with somebody who draws. */
export const withPictures = (context: Context, draw: Studio, log: Log): Context =>
  contextWith(context, {
    draw: (base, drawing) =>
      draw(base, drawing).catch((error: unknown) => {
        log.error({ picture: drawing.name, ...errorFacts(error) }, 'a picture could not be drawn');
        throw error;
      }),
  });
