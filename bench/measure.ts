/** One measurement in a process of its own, started by `search.ts`: `measure.ts ENGINE SIZE QUESTIONS SECONDS` prints it as JSON. */
import { buildEngine, ENGINES, type Found } from './engines.ts';
import { quantile } from './quantile.ts';
import { isRight, type Question, questionsTo } from './questions.ts';
import { syntheticBase } from './synthetic.ts';

export interface Measured {
  /** How many questions there was time for. */
  questions: number;
  /** Milliseconds a question, the middle of its times. */
  median: number;
  p99: number;
  /** Seconds. */
  build: number;
  /** What the engine keeps beside the base, and the base itself: kB a record. */
  memory: number;
  baseMemory: number;
  /** Shares, 0 to 1: right record first; right and shown as an answer; unanswerable questions answered all the same. */
  rightFirst: number;
  answeredRight: number;
  falseAnswers: number;
  /** Right first by kind of question. */
  kinds: Record<string, { asked: number; good: number }>;
}

/** Other questions asked before, as far as there is time: what is measured is a program that has run a while. */
const WARM_UP = 2000;

/** Each question is asked so often, as far as there is time, and the middle of its times counts: what else the machine does falls on others each time. */
const PASSES = 3;

const middle = (times: readonly number[]): number => quantile(times, 0.5);

/** The base: what the engine does not need of it must not be collected between two looks at memory. */
const HELD: unknown[] = [];

/** Bytes in use after a full collection. */
function inUse(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

interface Outcome {
  question: Question;
  found: Found;
  right: boolean;
}

/** The least score to take for an answer that makes the fewest mistakes; what an engine without refusals would do at its best. */
function bestThreshold(outcomes: readonly Outcome[]): number {
  const gain = ({ question, right }: Outcome) => (right ? 1 : question.wanted ? 0 : -1);
  let [best, most, sum] = [Number.POSITIVE_INFINITY, 0, 0];
  for (const outcome of [...outcomes].sort((a, b) => b.found.score - a.found.score)) {
    sum += gain(outcome);
    if (sum > most) [best, most] = [outcome.found.score, sum];
  }
  return best;
}

const share = (list: readonly Outcome[], holds: (outcome: Outcome) => boolean): number => (list.length === 0 ? 0 : list.filter(holds).length / list.length);

function judge(outcomes: readonly Outcome[]): Pick<Measured, 'rightFirst' | 'answeredRight' | 'falseAnswers' | 'kinds'> {
  const threshold = bestThreshold(outcomes);
  const answered = ({ found }: Outcome) => found.answered ?? found.score >= threshold;
  const answerable = outcomes.filter(({ question }) => question.wanted);
  const traps = outcomes.filter(({ question }) => !question.wanted);
  const kinds: Measured['kinds'] = {};
  for (const outcome of outcomes) {
    const tally = kinds[outcome.question.kind] ?? { asked: 0, good: 0 };
    kinds[outcome.question.kind] = tally;
    tally.asked++;
    if (outcome.question.wanted ? outcome.right && answered(outcome) : !answered(outcome)) tally.good++;
  }
  return {
    rightFirst: share(answerable, ({ right }) => right),
    answeredRight: share(answerable, (outcome) => outcome.right && answered(outcome)),
    falseAnswers: share(traps, answered),
    kinds,
  };
}

function measure(engine: (typeof ENGINES)[number], size: number, count: number, seconds: number): Measured {
  const empty = inUse();
  const base = syntheticBase(size);
  HELD.push(base);
  const questions = questionsTo(base, count);
  const warmUp = questionsTo(base, WARM_UP, 99);
  const before = inUse();
  const started = performance.now();
  const ask = buildEngine(engine, base);
  const build = (performance.now() - started) / 1000;
  const built = performance.now();
  const spent = (part: number) => performance.now() - built > part * seconds * 1000;
  for (const { query } of warmUp) {
    ask(query);
    if (spent(0.15)) break;
  }
  const outcomes: Outcome[] = [];
  const passes: number[][] = [];
  while (passes.length < PASSES && !spent(1)) {
    const times: number[] = [];
    passes.push(times);
    for (const question of questions) {
      const asked = performance.now();
      const found = ask(question.query);
      times.push(performance.now() - asked);
      if (passes.length === 1) outcomes.push({ question, found, right: found.record !== undefined && isRight(found.record, question) });
      if (spent(1)) break;
    }
  }
  const times = outcomes.map((_, i) => middle(passes.flatMap((pass) => pass[i] ?? [])));
  const memory = (inUse() - before) / size / 1024;
  return {
    questions: outcomes.length,
    median: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    build,
    memory,
    baseMemory: (before - empty) / size / 1024,
    ...judge(outcomes),
  };
}

if (import.meta.main) {
  const [name, size, count, seconds] = process.argv.slice(2);
  const engine = ENGINES.find((known) => known === name);
  if (!engine) throw new Error(`no engine “${name}”`);
  process.stdout.write(JSON.stringify(measure(engine, Number(size), Number(count), Number(seconds))));
}
