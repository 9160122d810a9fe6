/** Questions as JSON lines in, answers as JSON lines out, in order. */
import type { Context } from '../../commands/command.ts';
import { resolution } from '../../commands/dispatch.ts';
import { warmUpQuestions } from '../../search/warm-up.ts';
import { type TerminalIo, write } from './io.ts';
import { briefRecords, safeJson } from './json.ts';
import { type Line, linesOf } from './lines.ts';
import { typedRequest } from './request.ts';

/** Questions asked before the first line is read: times are to tell what answering takes in a program that has answered before. */
const WARM_UP = 3000;
/** Longest line read, in bytes. */
const LONGEST_LINE = 64 * 1024;

type Id = string | number | null;
interface Question {
  id: Id;
  command: string;
  query: string;
}
/** What is wrong with a line, with its id when it has one. */
interface Refusal {
  id: Id;
  error: string;
}

const isId = (value: unknown): value is string | number => typeof value === 'string' || typeof value === 'number';

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readQuestion(line: Line): Question | Refusal {
  if ('tooLong' in line) return { id: null, error: `is longer than ${LONGEST_LINE / 1024} kB` };
  if (line.text.trim() === '') return { id: null, error: 'is empty' };
  const value = parse(line.text);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { id: null, error: 'is no JSON object such as {"id": "q1", "command": "ask", "query": "…"}' };
  const { id = null, command = 'ask', query } = value as Record<string, unknown>;
  if (id !== null && !isId(id)) return { id: null, error: '`id` is neither text nor a number' };
  if (typeof query !== 'string') return { id, error: '`query` is missing or no text' };
  if (typeof command !== 'string') return { id, error: '`command` is no text' };
  return { id, command, query };
}

/** Answers one question; the time is that of resolving alone, in milliseconds. */
function answerQuestion({ id, command, query }: Question, context: Context, today: string) {
  const request = typedRequest(command, query, today);
  const start = performance.now();
  const resolved = resolution(request, context);
  const ms = Math.round((performance.now() - start) * 1000) / 1000;
  if (!resolved) return { id, error: `\`command\` is “${command.slice(0, 40)}”, not ask, deal or quote` };
  return { id, kind: resolved.kind, records: briefRecords(resolved), ms };
}

/**
 * Answers every line of the input with one line of output. A line that can't be answered says so and stops nobody else. Some of the base's
 * own asks are asked first, for which it takes a few seconds to begin.
 */
export async function runBatch(io: TerminalIo, context: Context): Promise<void> {
  for (const query of warmUpQuestions(context.base, WARM_UP)) context.search.resolve(query, { today: io.today });
  let number = 0;
  for await (const line of linesOf(io.in, LONGEST_LINE)) {
    number += 1;
    const question = readQuestion(line);
    const result = 'error' in question ? question : answerQuestion(question, context, io.today);
    const told = 'error' in result ? { ...result, error: `line ${number}: ${result.error}` } : result;
    if (!(await write(io.out, `${safeJson(told)}\n`))) return;
  }
}
