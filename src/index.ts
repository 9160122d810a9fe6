/** Composition root: config → base → search → surface. Nothing else starts anything. */
import type { Problem } from './base/problem.ts';
import type { Base } from './base/schema.ts';
import { recall } from './cache.ts';
import type { Context } from './commands/command.ts';
import { type Config, readConfig } from './config.ts';

const today = (): string => Temporal.Now.plainDateISO().toString();
const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/** Loads the bases and builds their search, or tells all that is wrong. */
async function loadContext({ bases }: Config): Promise<Context | { problems: readonly Problem[] }> {
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

/** The same, kept up with the disk: a good change replaces the base, a bad one is reported and changes nothing. @param end ends the watching. */
async function loadLive(config: Config, tell: (lines: readonly string[]) => void, end: AbortSignal): Promise<Context | { problems: readonly Problem[] }> {
  const first = await loadContext(config);
  if ('problems' in first) return first;
  const [{ watchBase }, { createSearch }, { countProblems, describeProblem }, { count }] = await Promise.all([
    import('./base/watch.ts'),
    import('./search/resolve.ts'),
    import('./base/problem.ts'),
    import('./base/count.ts'),
  ]);
  let current = first;
  const use = (base: Base): void => {
    current = { base, search: createSearch(base) };
  };
  const stop = watchBase(config.bases, {
    onLoaded: (base) => {
      use(base);
      tell([`The base changed and was loaded again: ${count(base.records.length, 'record')}.`]);
    },
    onRejected: (problems) =>
      tell([`The base changed but does not load (${countProblems(problems)}); the one in use stays.`, ...problems.map(describeProblem)]),
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

async function ask(args: readonly string[], config: Config): Promise<number> {
  const { askCommand } = await import('./surfaces/terminal/ask.ts');
  const prompts = args.length === 0;
  const end = new AbortController();
  const code = await askCommand(args, {
    in: process.stdin,
    out: process.stdout,
    err: process.stderr,
    get columns() {
      return process.stdout.columns ?? 80;
    },
    colour: process.stdout.isTTY === true && config.colour,
    interactive: process.stdin.isTTY === true && process.stdout.isTTY === true,
    today: today(),
    load: (tell) => (prompts ? loadLive(config, tell, end.signal) : loadContext(config)),
  });
  end.abort();
  return code;
}

async function base(args: readonly string[], config: Config): Promise<number> {
  const { baseCommand } = await import('./surfaces/terminal/base/base.ts');
  return baseCommand([...args], {
    out: (line) => process.stdout.write(`${line}\n`),
    err: say,
    cwd: process.cwd(),
    today: today(),
    folders: config.bases,
    columns: process.stdout.isTTY ? process.stdout.columns : undefined,
  });
}

const [command, ...args] = process.argv.slice(2);
const config = readConfig();
switch (command) {
  case undefined:
    process.exitCode = await ask([], config);
    break;
  case 'ask':
    process.exitCode = await ask(args, config);
    break;
  case 'base':
    process.exitCode = await base(args, config);
    break;
  default:
    say(`There is no command “${command}”. Use npm start, npm run ask or npm run base.`);
    process.exitCode = 2;
}
