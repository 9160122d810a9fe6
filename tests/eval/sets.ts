/** The sets of labelled questions, and the shipped base's answers to them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { loadBase } from '../../src/base/load.ts';
import { type Citation, type FactRecord, STATUSES } from '../../src/base/schema.ts';
import type { Context } from '../../src/commands/command.ts';
import { resolution } from '../../src/commands/dispatch.ts';
import { createSearch } from '../../src/search/resolve.ts';
import { QUESTIONS } from './names.ts';
import { type Answer, judge, type Question, type Span, type Verdict } from './score.ts';

/** The day that the questions' "last July" and "this year" are counted from, so that a run next year gives the same figures. */
export const TODAY = '2026-11-22';

const HERE = import.meta.dirname;
const SHIPPED_BASE = join(HERE, '..', '..', 'src', 'data', 'turkish-drones');

const span = z.tuple([z.number(), z.number()]);
const questionSchema = z.strictObject({
  id: z.string(),
  query: z.string(),
  lang: z.string().optional(),
  command: z.enum(['ask', 'deal', 'quote']).default('ask'),
  category: z.string(),
  answerable: z.boolean(),
  gold: z.array(span),
  also: z.array(span),
  status: z.enum(STATUSES).optional(),
  list: z.boolean().optional(),
});

/** Every sentence of the shipped base's source. */
export const sentences: readonly Span[] = z.array(span).parse(JSON.parse(readFileSync(join(HERE, 'sentences.json'), 'utf8')));

export const readSet = (name: string): Question[] =>
  readFileSync(join(QUESTIONS, `${name}.jsonl`), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => questionSchema.parse(JSON.parse(line)));

/** The shipped base with its search. @throws Error with the problems of a base that does not load. */
export async function shipped(): Promise<Context> {
  const loaded = await loadBase([SHIPPED_BASE]);
  if ('problems' in loaded) throw new Error(`The shipped base does not load: ${JSON.stringify(loaded.problems[0])}`);
  return { base: loaded.base, search: createSearch(loaded.base) };
}

/** Where a citation's passage stands. @throws Error when it is not pinned. */
function spanOf({ start, exact }: Citation, { id }: FactRecord): Span {
  if (start === undefined) throw new Error(`A citation of ${id} has no start: run \`npm run base -- verify --pin --snapshots DIR\`.`);
  return [start, start + exact.length];
}

/** Asks as a surface does, through dispatch. */
function ask({ query, command }: Question, context: Context): Answer {
  const begin = performance.now();
  const resolved = resolution({ command, options: { [command === 'ask' ? 'question' : 'query']: query }, today: TODAY, surface: 'terminal' }, context) ?? {
    kind: 'nothing',
  };
  const ms = performance.now() - begin;
  const matches = 'matches' in resolved ? resolved.matches : [];
  const records = matches.map(({ record }) => ({
    id: record.id,
    status: record.status,
    passages: record.citations.map((citation) => spanOf(citation, record)),
  }));
  return { kind: resolved.kind, records, ms };
}

export interface Judged {
  question: Question;
  answer: Answer;
  verdict: Verdict;
}

/** Answers and judges every question of a set. */
export const evaluate = (name: string, context: Context): Judged[] =>
  readSet(name).map((question) => {
    const answer = ask(question, context);
    return { question, answer, verdict: judge(question, answer, sentences) };
  });
