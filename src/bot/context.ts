/** Contexts that are added to. */
import type { Context } from '../commands/command.ts';

/** The same context and more; base and search stay those of the moment, which change while the program runs. */
export function contextWith(context: Context, more: Omit<Partial<Context>, 'base' | 'search'>): Context {
  const { digests, draw } = context;
  return {
    get base() {
      return context.base;
    },
    get search() {
      return context.search;
    },
    ...(digests && { digests }),
    ...(draw && { draw }),
    ...more,
  };
}
