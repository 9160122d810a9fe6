/** Composition root: config → base → search → surface. Nothing else starts anything. */
import type { Context } from './commands/command.ts';
import type { BotConfig, Config } from './config.ts';
import { readConfig } from './config.ts';
import { loadContext, loadLive } from './context.ts';

const MISUSED = 2;

const today = (): string => Temporal.Now.plainDateISO().toString();
const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

async function ask(args: readonly string[], config: Config): Promise<number> {
  const [{ askCommand }, { createGallery }] = await Promise.all([import('./surfaces/terminal/ask.ts'), import('./surfaces/terminal/gallery.ts')]);
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
    pictures: createGallery(process.stdout.isTTY === true ? config.inline : undefined),
    load: (tell) => (prompts ? loadLive(config, tell, end.signal) : loadContext(config)),
  });
  end.abort();
  return code;
}

async function base(args: readonly string[], config: Config): Promise<number> {
  const [{ baseCommand }, { rendering }] = await Promise.all([import('./surfaces/terminal/base/base.ts'), import('./discord/rendering.ts')]);
  return baseCommand([...args], {
    out: (line) => process.stdout.write(`${line}\n`),
    err: say,
    cwd: process.cwd(),
    today: today(),
    folders: config.bases,
    columns: process.stdout.isTTY ? process.stdout.columns : undefined,
    rules: [rendering],
  });
}

async function digest(args: readonly string[], config: Config): Promise<number> {
  const [{ digestCommand }, { createGallery }] = await Promise.all([import('./surfaces/terminal/digest/digest.ts'), import('./surfaces/terminal/gallery.ts')]);
  return digestCommand(args, {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    today: today(),
    now: Temporal.Now.instant(),
    columns: process.stdout.columns ?? 80,
    colour: process.stdout.isTTY === true && config.colour,
    pictures: createGallery(process.stdout.isTTY === true ? config.inline : undefined),
    load: () => loadContext(config),
    keep: async () => (await import('./bot/kept.ts')).openKept(config, say),
  });
}

/** Settings; undefined when they are wrong, which has been said. */
function sound<T extends object>(settings: T | { wrong: string[] }): T | undefined {
  if (!('wrong' in settings)) return settings;
  settings.wrong.forEach(say);
  return undefined;
}

/** The base as it is kept up with the disk, or undefined when it does not load, which has been said. */
async function live(config: Config, end: AbortSignal, tell: Parameters<typeof loadLive>[1] = () => {}): Promise<Context | undefined> {
  const { describeProblem } = await import('./base/problem.ts');
  const context = await loadLive(
    config,
    (lines, loaded) => {
      lines.forEach(say);
      tell(lines, loaded);
    },
    end,
  );
  if (!('problems' in context)) return context;
  context.problems.map(describeProblem).forEach(say);
  return undefined;
}

/** The page in a browser. @param listening called right before it listens for signals itself */
async function play(config: Config, { playground: place }: BotConfig, listening: () => void): Promise<number> {
  const [{ runPlayground }, { createBoard }] = await Promise.all([import('./bot/playground.ts'), import('./surfaces/playground/news.ts')]);
  const end = new AbortController();
  const board = createBoard();
  const context = await live(config, end.signal, (lines, loaded) => board.post({ event: 'base', loaded, lines }));
  if (!context) return 1;
  listening();
  const code = await runPlayground({ place, context, folders: config.bases, board, today }, say);
  end.abort();
  return code;
}

/** The bot, when there is a way to Discord; else the playground, or the prompt for those who want it. */
async function start(args: readonly string[], config: Config): Promise<number> {
  if (args.includes('--terminal')) return ask([], config);
  const { endAtOnce } = await import('./bot/signals.ts');
  const listening = endAtOnce();
  const bot = sound(config.bot());
  if (!bot) return MISUSED;
  const { wayOf } = await import('./bot/way.ts');
  const way = wayOf(bot);
  if (!way) return play(config, bot, listening);
  if ('wrong' in way) {
    way.wrong.forEach(say);
    return MISUSED;
  }
  const settings = sound(config.store());
  if (!settings) return MISUSED;
  const { runBot } = await import('./bot/run.ts');
  const end = new AbortController();
  const context = await live(config, end.signal);
  if (!context) return 1;
  listening();
  const code = await runBot(way, bot, settings, context, today, say);
  end.abort();
  return code;
}

async function store(args: readonly string[], config: Config): Promise<number> {
  const settings = sound(config.store());
  if (!settings) return MISUSED;
  const { storeCommand } = await import('./surfaces/terminal/store/store.ts');
  return storeCommand(args, {
    config: settings,
    out: (line) => process.stdout.write(`${line}\n`),
    err: say,
    write: (text) => new Promise((resolve) => process.stdout.write(text, () => resolve())),
    now: () => Temporal.Now.instant(),
  });
}

async function register(config: Config): Promise<number> {
  const bot = sound(config.bot());
  if (!bot) return MISUSED;
  const { runRegister } = await import('./bot/run.ts');
  return runRegister(bot, say);
}

const [command, ...args] = process.argv.slice(2);
const config = readConfig();
switch (command) {
  case undefined:
  case '--terminal':
    process.exitCode = await start(command === undefined ? [] : [command], config);
    break;
  case 'ask':
    process.exitCode = await ask(args, config);
    break;
  case 'base':
    process.exitCode = await base(args, config);
    break;
  case 'digest':
    process.exitCode = await digest(args, config);
    break;
  case 'store':
    process.exitCode = await store(args, config);
    break;
  case 'register':
    process.exitCode = await register(config);
    break;
  default:
    say(`There is no command “${command}”. Use npm start, npm run ask, npm run base, npm run digest, npm run store or npm run register.`);
    process.exitCode = MISUSED;
}
