/** One question after another, with history and completion. */
import { clearLine, cursorTo } from 'node:readline';
import { createInterface } from 'node:readline/promises';
import { isStyle } from '../../base/citation.ts';
import { count } from '../../base/count.ts';
import type { Context } from '../../commands/command.ts';
import { commands, dispatch } from '../../commands/dispatch.ts';
import { exampleAsks } from '../../replies/examples.ts';
import type { Reply } from '../../replies/reply.ts';
import { citationText } from './cite.ts';
import { createCompleter } from './complete.ts';
import { STYLE_LIST } from './flags.ts';
import { type News, type TerminalIo, write } from './io.ts';
import { createPage, paragraph } from './page.ts';
import { around, keepPicture, pictureIn } from './picture.ts';
import { numbered, render, renderReasons, renderTable, renderText } from './render.ts';
import { typedRequest } from './request.ts';

const PROMPT = '› ';
/** A greeting must not push the prompt away. */
const GREETING_LINES = 4;

const HELP = [
  ['a question', 'ask in English, Turkish, Russian, Azerbaijani, Kazakh, Kyrgyz or Uzbek'],
  ['a number', 'open the record of that number in the last answer'],
  ['/deal …', 'prefer deals; options by name: /deal supplier: Iran year: 2022'],
  ['/quote …', 'prefer words that can be quoted; options: speaker, topic'],
  ['/profile NAME', 'all that the base has on a country, company, person, system or region'],
  ['/compare A | B', 'two of them side by side'],
  ['/source', 'the source, what the base takes from it, and its citation in each style'],
  ['/check …', 'hold each statement of a text against the base'],
  ['/digest preview REGION', 'what a daily digest of a region would say today'],
  ['/why', 'tell why the last answer matched'],
  ['/cite STYLE', `cite the last record, or the one named after the style: ${STYLE_LIST}`],
  ['/quit', 'leave'],
] as const;

const HISTORY = { historySize: 200, removeHistoryDuplicates: true } as const;

/** The last reply, which `/why`, `/cite` and numbers speak of. */
interface Session {
  last?: Reply;
}

/** What this is, and questions to begin with: three in a window of the usual width. */
function greeting({ base }: Context, { columns, colour }: TerminalIo): string {
  const page = createPage(columns, colour);
  const titles = base.infos.map(({ title }) => title).join(', ');
  const about = paragraph(page, `${titles}: ${count(base.records.length, 'record')}. Ask, or type /help.`, { format: 'bold' });
  const asks = exampleAsks(base, 3, 'en', Math.max(40, page.width - 4)).map((ask) => paragraph(page, ask, { first: '  · ' }));
  const fitting = asks.filter((_, index) => about.length + asks.slice(0, index + 1).flat().length <= GREETING_LINES);
  return `${[...about, ...fitting.flat()].join('\n')}\n`;
}

/** Which record `/cite` without an id means: the one shown last, or the first of the last list. */
function recordInView({ last }: Session): string | undefined {
  if (last?.kind === 'record') return last.record.id;
  return last && numbered(last)[0];
}

async function citeFromPrompt(words: readonly string[], session: Session, { base }: Context, io: TerminalIo): Promise<string> {
  const [style = '', id = recordInView(session)] = words;
  if (!isStyle(style)) return `/cite takes a style: ${STYLE_LIST}.\n`;
  if (id === undefined) return 'There is no record to cite yet. Ask something first, or give a record’s id.\n';
  const cited = await citationText(base, id, style);
  return 'missing' in cited ? renderText(cited.missing, io) : cited.text;
}

async function ask(command: string, query: string, session: Session, context: Context, io: TerminalIo): Promise<string> {
  const request = typedRequest(command, query, io.today);
  const reply = await dispatch(request, context);
  if (reply.kind === 'notice' && !commands.some(({ name }) => name === request.command)) return `${renderText(reply.title, io)}\n${renderTable(HELP, io)}`;
  if (reply.kind !== 'notice') session.last = reply;
  const words = render(reply, io);
  const drawn = pictureIn(reply);
  return drawn ? around(await keepPicture(drawn, io), words) : words;
}

/** How the base stands, then what can be typed here. */
async function help(context: Context, io: TerminalIo): Promise<string> {
  const reply = await dispatch(typedRequest('help', '', io.today), context);
  const about = reply.kind === 'help' ? render({ ...reply, commands: [] }, io) : '';
  return `${about}\n${renderTable(HELP, io)}`;
}

/** Opens the record of a number in the last answer. */
async function open(number: string, session: Session, context: Context, io: TerminalIo): Promise<string> {
  const offered = session.last ? numbered(session.last) : [];
  const id = offered[Number(number) - 1];
  if (id !== undefined) return ask('ask', id, session, context, io);
  return renderText(offered.length === 0 ? 'No numbered records are shown.' : `The last answer has no number ${number}; it goes to ${offered.length}.`, io);
}

/** The answer to one line; undefined to leave. */
async function respond(line: string, session: Session, context: Context, io: TerminalIo): Promise<string | undefined> {
  const [first = '', ...words] = line.trim().split(/\s+/);
  switch (first) {
    case '':
      return '';
    case '/quit':
    case '/exit':
      return undefined;
    case '/help':
      return help(context, io);
    case '/why':
      return session.last ? renderReasons(session.last, io) : 'Nothing has been asked yet.\n';
    case '/cite':
      return citeFromPrompt(words, session, context, io);
    default:
      if (/^\d{1,3}$/.test(line.trim())) return open(line.trim(), session, context, io);
      return first.startsWith('/') ? ask(first.slice(1), words.join(' '), session, context, io) : ask('ask', line.trim(), session, context, io);
  }
}

/**
 * Reads questions until the input ends or `/quit`. With a person at both ends it greets, prompts and completes; else it only answers.
 * @param news is told above the line that is being typed.
 */
export async function runPrompt(io: TerminalIo, context: Context, news: News): Promise<void> {
  if (io.interactive) await write(io.out, greeting(context, io));
  const lines = createInterface({
    input: io.in,
    output: io.out,
    terminal: io.interactive,
    prompt: PROMPT,
    completer: createCompleter(context.base),
    ...HISTORY,
  });
  let open = true;
  lines.once('close', () => {
    open = false;
  });
  const session: Session = {};
  const next = () => open && io.interactive && lines.prompt();
  next();
  const { tell } = news;
  if (io.interactive) {
    news.tell = (text) => {
      clearLine(io.out, 0);
      cursorTo(io.out, 0);
      tell(text);
      if (open) lines.prompt(true);
    };
  }
  for await (const line of lines) {
    const reply = await respond(line, session, context, io);
    if (reply === undefined) break;
    if (reply !== '' && !(await write(io.out, io.interactive ? `\n${reply}\n` : `${reply}\n`))) break;
    next();
  }
  lines.close();
  if (io.interactive) await write(io.out, '\n');
}
