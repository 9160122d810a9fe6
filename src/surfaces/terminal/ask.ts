/** `npm run ask`: the terminal surface. */
import { describeProblem } from '../../base/problem.ts';
import type { Context, Request } from '../../commands/command.ts';
import { dispatch, resolution } from '../../commands/dispatch.ts';
import { runBatch } from './batch.ts';
import { citationText } from './cite.ts';
import { HELP, readFlags, type Task } from './flags.ts';
import { type News, type TerminalIo, write } from './io.ts';
import { describeResolution, safeJson } from './json.ts';
import { around, keepPicture, pictureIn } from './picture.ts';
import { runPrompt } from './prompt.ts';
import { render, renderTable } from './render.ts';
import { typedRequest } from './request.ts';
import { plain } from './text.ts';

/** Exit codes: a question without an answer is no failure. */
const OK = 0;
const FAILED = 1;
const MISUSED = 2;

type Asking = Extract<Task, { do: 'ask' }>;

/** What the question resolves to, or the reply to what is not found by searching. */
async function askJson(task: Asking, request: Request, context: Context): Promise<string> {
  const resolved = resolution(request, context);
  const told = resolved ? { command: task.command, query: task.query, ...describeResolution(resolved, context) } : await dispatch(request, context);
  return `${safeJson(told, 2)}\n`;
}

async function askOnce(task: Asking, io: TerminalIo, context: Context): Promise<number> {
  const request = { ...typedRequest(task.command, task.query, io.today), ...(task.light && { theme: 'light' as const }) };
  if (task.json) {
    await write(io.out, await askJson(task, request, context));
    return OK;
  }
  const reply = await dispatch(request, context);
  const words = render(reply, { columns: io.columns, colour: io.colour, why: task.why });
  const drawn = pictureIn(reply);
  const kept = drawn && (await keepPicture(drawn, io, task.out));
  await write(io.out, kept ? around(kept, words) : words);
  return kept?.failed ? FAILED : OK;
}

async function citeOnce({ id, style }: Extract<Task, { do: 'cite' }>, io: TerminalIo, { base }: Context): Promise<number> {
  const cited = await citationText(base, id, style);
  await ('missing' in cited ? write(io.err, `${cited.missing}\n`) : write(io.out, cited.text));
  return 'missing' in cited ? FAILED : OK;
}

const told = (lines: readonly string[]): string => lines.map((line) => `${plain(line)}\n`).join('');

type Loaded = Exclude<Task, { do: 'help' } | { do: 'usage' }>;

async function run(task: Loaded, io: TerminalIo, context: Context, news: News): Promise<number> {
  switch (task.do) {
    case 'ask':
      return askOnce(task, io, context);
    case 'cite':
      return citeOnce(task, io, context);
    case 'batch':
      await runBatch(io, context);
      return OK;
    case 'prompt':
      await runPrompt(io, context, news);
      return OK;
  }
}

/**
 * Does what the shell asks.
 * @param args the words after `npm run ask --`.
 * @returns the exit code: 0 also when there was no answer, 1 when the base doesn't load or lacks a record, 2 for a wrong call.
 */
export async function askCommand(args: readonly string[], io: TerminalIo): Promise<number> {
  // A reader that leaves early (`… | head`) is told by `write`; without a listener it would end the process.
  io.out.on('error', () => {});
  const task = readFlags(args);
  if (task.do === 'help') {
    await write(io.out, `Ask the fact base. Every answer cites the passage it rests on.\n\n${renderTable(HELP, io)}`);
    return OK;
  }
  if (task.do === 'usage') {
    await write(io.err, `${plain(task.wrong)}\n--help tells what can be asked.\n`);
    return MISUSED;
  }
  const news: News = { tell: (lines) => void write(io.err, told(lines)) };
  const loaded = await io.load((lines) => news.tell(lines));
  if ('problems' in loaded) {
    await write(io.err, told(loaded.problems.map(describeProblem)));
    return FAILED;
  }
  const today = 'today' in task ? task.today : undefined;
  return run(task, today === undefined ? io : withToday(io, today), loaded, news);
}

/** The same outside on another day; the window's width stays alive. */
const withToday = (io: TerminalIo, today: string): TerminalIo => Object.create(io, { today: { value: today, enumerable: true } }) as TerminalIo;
