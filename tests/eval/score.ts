/**
 * The scoring of answers against labelled questions. Pure.
 *
 * A question's gold is stored as spans of the source's normalised text, one a sentence. A cited passage counts as the sentences it
 * overlaps by 12 characters or more (a shorter one by its whole length); a passage of more than three sentences counts as none, for a
 * citation is to be the shortest run that carries the record.
 */
import type { Status } from '../../src/base/schema.ts';
import type { Resolution } from '../../src/search/resolution.ts';

/** First offset and one past the last, in UTF-16 units of the normalised snapshot. */
export type Span = readonly [start: number, end: number];

export interface Question {
  id: string;
  query: string;
  /** Language of the query; English or mixed when absent. */
  lang?: string | undefined;
  command: 'ask' | 'deal' | 'quote';
  category: string;
  /** False for a trap: the source does not answer it. */
  answerable: boolean;
  /** Sentences that answer. For a list: one or more for each thing listed. */
  gold: readonly Span[];
  /** Sentences that are acceptable, though not the best. */
  also: readonly Span[];
  status?: Status | undefined;
  /** The question asks for all of them. */
  list?: boolean | undefined;
}

export interface Answer {
  kind: Resolution['kind'];
  /** Best first; each with the spans of its passages. */
  records: readonly { id: string; status: Status; passages: readonly Span[] }[];
  /** Time taken. */
  ms: number;
}

/** What is told of one question, each 0 to 1; absent where the question is not of that sort. */
export interface Verdict {
  /** The first record of an answer cites the gold. */
  first?: number;
  /** One of the first five does. */
  inFive?: number;
  /** The same, or a record offered as closest does. */
  offered?: number;
  /** An answer whose first record cites neither the gold nor anything acceptable. */
  wrong?: number;
  /** Not answered. */
  refused?: number;
  /** Of a list: share of the gold that the first five cite. */
  list?: number;
  /** Of what the source calls unconfirmed or planned, when right: shown with a status that says so. */
  hedged?: number;
  /** Of a trap: answered. */
  falseAnswer?: number;
}

const LEAST_OVERLAP = 12;
const MOST_SENTENCES = 3;
const READ_RECORDS = 5;
const HEDGES: ReadonlySet<Status | undefined> = new Set(['unconfirmed', 'planned']);
const HEDGED: ReadonlySet<Status | undefined> = new Set(['unconfirmed', 'planned', 'reported', 'disputed', 'assessment']);

const overlaps = ([start, end]: Span, [from, to]: Span): boolean => Math.min(end, to) - Math.max(start, from) >= Math.min(LEAST_OVERLAP, end - start);

/** Judges one answer. @param sentences all sentences of the source. */
export function judge(question: Question, { kind, records }: Pick<Answer, 'kind' | 'records'>, sentences: readonly Span[]): Verdict {
  const answered = kind === 'answer';
  if (!question.answerable) return { falseAnswer: answered ? 1 : 0 };
  const short = (passage: Span) => sentences.filter((sentence) => overlaps(passage, sentence)).length <= MOST_SENTENCES;
  const cites = (some: readonly { passages: readonly Span[] }[], wanted: Span) =>
    some.some(({ passages }) => passages.some((passage) => short(passage) && overlaps(passage, wanted)));
  const best = records.slice(0, answered ? 1 : 0);
  const five = records.slice(0, answered ? READ_RECORDS : 0);
  const { gold, also, list, status } = question;
  const right = gold.some((wanted) => cites(best, wanted));
  const covered = gold.filter((wanted) => cites(five, wanted)).length;
  const bit = (holds: boolean) => (holds ? 1 : 0);
  return {
    first: bit(right),
    inFive: bit(covered > 0),
    offered: bit(right || gold.some((wanted) => cites(records.slice(0, READ_RECORDS), wanted))),
    wrong: bit(answered && !right && !also.some((wanted) => cites(best, wanted))),
    refused: bit(!answered),
    ...(list ? { list: Math.min(1, covered / Math.min(gold.length, READ_RECORDS)) } : {}),
    ...(right && HEDGES.has(status) ? { hedged: bit(HEDGED.has(records[0]?.status)) } : {}),
  };
}

export interface Share {
  /** Per cent, to one decimal place. */
  percent: number;
  /** Questions it is the mean of. */
  of: number;
}
/** Means of the verdicts on a group of questions. */
export type Figures = { [key in keyof Verdict]: Share };

const KEYS = ['first', 'inFive', 'offered', 'wrong', 'refused', 'list', 'hedged', 'falseAnswer'] as const satisfies readonly (keyof Verdict)[];

export function figuresOf(verdicts: readonly Verdict[]): Figures {
  const figures: Figures = {};
  for (const key of KEYS) {
    const values = verdicts.map((verdict) => verdict[key]).filter((value) => value !== undefined);
    if (values.length === 0) continue;
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    figures[key] = { percent: Math.round(1000 * mean) / 10, of: values.length };
  }
  return figures;
}

/** Middle and 99th percentile of times. */
export function timesOf(times: readonly number[]): { median: number; p99: number } {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0;
  return { median: at(0.5), p99: at(0.99) };
}

/** A miss is a trap that was answered, or a question whose first record is not right. */
export const isMiss = ({ first, falseAnswer }: Verdict): boolean => first === 0 || falseAnswer === 1;
