/** What the shell's words after `npm run digest --` mean. */
import { parseArgs } from 'node:util';

/** The help's rows: what to type, and what it does. */
export const HELP = [
  ['npm run digest -- preview REGION', 'the edition of today, as a first one: nothing has been told yet'],
  ['npm run digest -- regions', 'the regions there are, with their records'],
  ['npm run digest -- when TIME ZONE', 'the next editions in local time and UTC: npm run digest -- when 8.30am "New York"'],
  ['npm run digest -- list', 'the subscriptions of all servers, and when each is next'],
  ['npm run digest -- why [CHANNEL]', 'what became of the latest editions, of one channel by its id or of all'],
  ['npm run digest -- run', 'post what is due now, once; for those who have no bot running'],
  ['--date YYYY-MM-DD', 'preview: the edition of another date'],
  ['--editions N', 'so many, 1 to 60; a preview shows how they follow each other, one a day, if the base stays as it is'],
  ['--picture map|timeline', 'preview: with the picture that a digest can carry, written into a file'],
  ['--json', 'preview: one edition a line, as JSON'],
  ['--days DAYS', 'when: weekdays, mon-fri, Mon,Wed; every day unless told'],
  ['--from YYYY-MM-DD', 'when: from that date on, for example to see a change of the clocks'],
  ['--help', 'this text'],
] as const;

const OPTIONS = {
  preview: { date: { type: 'string' }, picture: { type: 'string' }, editions: { type: 'string' }, json: { type: 'boolean' } },
  regions: {},
  list: {},
  why: {},
  run: {},
  when: { days: { type: 'string' }, from: { type: 'string' }, editions: { type: 'string' } },
} as const;

type Subcommand = keyof typeof OPTIONS;

/** The words and flags of one subcommand, not yet read further. */
export interface Asked {
  name: Subcommand;
  words: string[];
  flags: Readonly<Record<string, string | boolean | undefined>>;
}

const isSubcommand = (name: string): name is Subcommand => Object.hasOwn(OPTIONS, name);

/** Reads a command line; `help` when that is what is wanted, `wrong` when it makes no sense. */
export function readAsked(args: readonly string[]): Asked | { help: true } | { wrong: string } {
  const [name = '', ...rest] = args;
  if (['', '--help', '-h', 'help'].includes(name)) return { help: true };
  if (!isSubcommand(name)) return { wrong: `“${name}” is no command of the digest’s: preview, regions, when, list, why or run.` };
  try {
    const { values, positionals } = parseArgs({ args: rest, options: { ...OPTIONS[name], help: { type: 'boolean', short: 'h' } }, allowPositionals: true });
    const flags = values as Asked['flags'];
    return flags.help === true ? { help: true } : { name, words: positionals, flags };
  } catch (error) {
    return { wrong: error instanceof TypeError ? (error.message.split(/\. |\n/)[0] ?? '').replace(/\.?$/, '.') : String(error) };
  }
}

/** A flag's text; undefined when it was not given. */
export const textOf = ({ flags }: Asked, name: string): string | undefined => {
  const value = flags[name];
  return typeof value === 'string' ? value : undefined;
};

/** More than these nobody reads. */
const MOST = 60;

/** How many editions are wanted. */
export function editionsOf(asked: Asked, otherwise: number): number | { wrong: string } {
  const typed = textOf(asked, 'editions');
  if (typed === undefined) return otherwise;
  const n = /^\d{1,2}$/.test(typed) ? Number(typed) : 0;
  return n >= 1 && n <= MOST ? n : { wrong: `--editions takes a number from 1 to ${MOST}, not “${typed}”.` };
}
