/** The base and its search, read once or kept up with the disk. */
import type { Problem } from './base/problem.ts';
import type { Base } from './base/schema.ts';
import { recall } from './cache.ts';
import type { Context } from './commands/command.ts';
import type { Config } from './config.ts';

type Loaded = Context | { problems: readonly Problem[] };

/** Loads the bases and builds their search, or tells all that is wrong. */
export async function loadContext({ bases }: Config): Promise<Loaded> {
  const { createSearch } = await import('./search/resolve.ts');
  const kept = recall(bases);
  if (kept.base) return { base: kept.base, search: createSearch(kept.base) };
  const [{ loadBase }, { packSearch }] = await Promise.all([import('./base/load.ts'), import('./search/pack.ts')]);
  const loaded = await loadBase(bases);
  if ('problems' in loaded) return loaded;
  const base = { ...loaded.base, index: packSearch(loaded.base) };
  kept.keep(base);
  return { base, search: createSearch(base) };
}

/** Told what became of a change on disk. @param loaded false: the base does not load, and each fault has its line; the one in use stays. */
type Tell = (lines: readonly string[], loaded: boolean) => void;

/** The same, kept up with the disk: a good change replaces the base, a bad one is reported and changes nothing. @param end ends the watching. */
export async function loadLive(config: Config, tell: Tell, end: AbortSignal): Promise<Loaded> {
  const first = await loadContext(config);
  if ('problems' in first) return first;
  const [{ watchBase }, { warm }, { createSearch }, { countProblems, describeProblem }, { count }] = await Promise.all([
    import('./base/watch.ts'),
    import('./warm.ts'),
    import('./search/resolve.ts'),
    import('./base/problem.ts'),
    import('./base/count.ts'),
  ]);
  let current = first;
  warm(first, end);
  const use = (base: Base): void => {
    current = { base, search: createSearch(base) };
  };
  const stop = watchBase(config.bases, {
    onLoaded: (base) => {
      use(base);
      tell([`The base changed and was loaded again: ${count(base.records.length, 'record')}.`], true);
    },
    onRejected: (problems) =>
      tell([`The base changed but does not load (${countProblems(problems)}); the one in use stays.`, ...problems.map(describeProblem)], false),
  });
  // A watched folder keeps the process alive.
  end.addEventListener('abort', stop, { once: true });
  return {
    get base() {
      return current.base;
    },
    get search() {
      return current.search;
    },
  };
}
