/** What the shell's words mean. */
import { parseArgs } from 'node:util';
import { isStyle, STYLES, type Style } from '../../base/citation.ts';
import { isIsoDay } from '../../base/dates.ts';
import { ENDINGS, endingOf } from './picture.ts';

/** Commands that have a flag of their own. */
const FLAGGED = ['deal', 'quote', 'profile', 'compare', 'map', 'timeline', 'chart', 'source', 'check'] as const;
/** Those that draw, and those that can be asked with nothing more. */
const DRAWN: ReadonlySet<string> = new Set(['map', 'timeline', 'chart']);
const ALONE: ReadonlySet<string> = new Set([...DRAWN, 'source']);
type Flagged = (typeof FLAGGED)[number];

/** One thing to do; `usage` when the words make no sense, with what is wrong. */
export type Task =
  | { do: 'help' }
  | { do: 'usage'; wrong: string }
  | { do: 'prompt'; today?: string }
  | { do: 'batch'; today?: string }
  | { do: 'cite'; style: Style; id: string }
  | { do: 'ask'; command: 'ask' | Flagged; query: string; json: boolean; why: boolean; today?: string; light?: true; out?: string };

const OPTIONS = {
  deal: { type: 'boolean' },
  quote: { type: 'boolean' },
  profile: { type: 'boolean' },
  compare: { type: 'boolean' },
  map: { type: 'boolean' },
  timeline: { type: 'boolean' },
  chart: { type: 'boolean' },
  light: { type: 'boolean' },
  out: { type: 'string' },
  source: { type: 'boolean' },
  check: { type: 'boolean' },
  json: { type: 'boolean' },
  why: { type: 'boolean' },
  cite: { type: 'string' },
  batch: { type: 'boolean' },
  today: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

export const STYLE_LIST: string = Object.keys(STYLES).join(', ');

/** The help's rows: what to type, and what it does. */
export const HELP = [
  ['npm run ask -- "question"', 'ask in English, Turkish, Russian, Azerbaijani, Kazakh, Kyrgyz or Uzbek'],
  ['npm run ask -- RECORD', 'show one record by its id'],
  ['npm run ask', 'ask one question after another'],
  ['--deal, --quote', 'prefer deals, or words that can be quoted; options by name: --deal supplier: Iran'],
  ['--profile NAME', 'all that the base has on a country, company, person, system or region'],
  ['--compare "A | B"', 'two of them side by side'],
  ['--map, --timeline, --chart', 'a picture of deals; options by name: --map Central Asia supplier: Iran until: 2022'],
  ['--light, --out FILE', 'a picture in light colours; in this file: .png, .svg or, for its data, .csv'],
  ['--source', 'the source, what the base takes from it, and its citation in each style'],
  ['--check "text"', 'hold each statement of a text against the base'],
  ['--why', 'tell why it matched'],
  ['--json', 'print what the question resolves to, as JSON'],
  ['--cite STYLE RECORD', `a citation ready to paste: ${STYLE_LIST}`],
  ['--batch', 'read JSON lines {"id", "command", "query"} and write one JSON line for each'],
  ['--today YYYY-MM-DD', 'the day that “last month” counts from'],
  ['--help', 'this text'],
] as const;

const usage = (wrong: string): Task => ({ do: 'usage', wrong });

function citeTask(style: string, ids: readonly string[]): Task {
  if (!isStyle(style)) return usage(`There is no citation style “${style}”. The styles: ${STYLE_LIST}.`);
  const [id, ...more] = ids;
  return id === undefined || more.length > 0
    ? usage('--cite takes a style and the id of one record, for example: --cite chicago some-record-id')
    : { do: 'cite', style, id };
}

function read(args: readonly string[]): Task {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  const { json = false, why = false, today } = values;
  const flagged = FLAGGED.filter((name) => values[name]);
  const day = today === undefined ? {} : { today };
  if (values.help) return { do: 'help' };
  if (today !== undefined && !isIsoDay(today)) return usage(`--today takes a day such as 2023-07-31, not “${today}”.`);
  if (values.cite !== undefined) return citeTask(values.cite, positionals);
  if (flagged.length > 1) return usage(`${flagged.map((name) => `--${name}`).join(' and ')} cannot be asked at once.`);
  const [command = 'ask'] = flagged;
  const query = positionals.join(' ');
  if (values.batch) return query === '' ? { do: 'batch', ...day } : usage('--batch reads its questions from standard input.');
  if (!DRAWN.has(command) && (values.light || values.out !== undefined)) return usage('--light and --out go with --map, --timeline or --chart.');
  if (values.out !== undefined && !endingOf(values.out)) return usage(`--out takes a file that ends in ${ENDINGS.map((end) => `.${end}`).join(', ')}.`);
  const asPicture = { ...(values.light && { light: true as const }), ...(values.out !== undefined && { out: values.out }) };
  if (query !== '' || ALONE.has(command)) return { do: 'ask', command, query, json, why, ...day, ...asPicture };
  return positionals.length > 0 || json || why || flagged.length > 0 ? usage('There is no question.') : { do: 'prompt', ...day };
}

/** Reads the words after `npm run ask --`. */
export function readFlags(args: readonly string[]): Task {
  try {
    return read(args);
  } catch (error) {
    return usage(error instanceof TypeError ? (error.message.split(/\. |\n/)[0] ?? '').replace(/\.?$/, '.') : String(error));
  }
}
