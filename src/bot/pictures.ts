/** Pictures drawn beside the program's own thread, so that questions are answered meanwhile. */
import type { Context } from '../commands/command.ts';
import { errorFacts, type Log } from '../ops/log.ts';
import type { Studio } from '../pictures/studio.ts';

/** The same context, with somebody who draws; base and search stay those of the moment. */
export function withPictures(context: Context, draw: Studio, log: Log): Context {
  const { digests } = context;
  return {
    get base() {
      return context.base;
    },
    get search() {
      return context.search;
    },
    ...(digests && { digests }),
    draw: (base, drawing) =>
      draw(base, drawing).catch((error: unknown) => {
        log.error({ picture: drawing.name, ...errorFacts(error) }, 'a picture could not be drawn');
        throw error;
      }),
  };
}
