/** From what a query resolves to, to what a reader is told. */
import { count } from '../base/count.ts';
import type { Base } from '../base/schema.ts';
import type { Match, Preference, Resolution } from '../search/resolution.ts';
import { exampleAsks } from './examples.ts';
import { reasonWords } from './reasons.ts';
import { authorOf, recordLine, recordView } from './record.ts';
import type { RecordLine, Reply } from './reply.ts';

/** How many of the next best are offered under one record. */
const NEXT_BEST = 3;

interface AnswerOptions {
  /** The reader's day, in ISO 8601. */
  today: string;
  preference?: Preference;
}

/** The next best, without what the record shows already as at odds with it. */
function nextBest(base: Base, { record }: Match, rest: readonly Match[]): RecordLine[] {
  return linesOf(base, rest.filter((match) => !record.tension.includes(match.record.id)).slice(0, NEXT_BEST));
}

const reasonsOf = (base: Base, { reasons }: Match): string[] => reasons.map((reason) => reasonWords(base, reason));
const linesOf = (base: Base, matches: readonly Match[]): RecordLine[] => matches.map(({ record }) => recordLine(base, record));

/** `5 deals`, or `5 records: 3 deals, 2 facts`. */
function listTitle(matches: readonly Match[]): string {
  const types = (['deal', 'quote', 'fact'] as const)
    .map((type) => ({ type, n: matches.filter(({ record }) => record.type === type).length }))
    .filter(({ n }) => n > 0);
  const parts = types.map(({ type, n }) => count(n, type)).join(', ');
  return types.length === 1 ? parts : `${count(matches.length, 'record')}: ${parts}`;
}

/** Whoever asks for a quote must see when the words are the author's and nobody else's. */
function asideFor(base: Base, { record }: Match, preference: Preference): string | undefined {
  if (preference === 'quote' && record.type !== 'quote') {
    return `This record is no quote: its passage is in the words of the source’s author, ${authorOf(base, record)}.`;
  }
  return preference === 'deal' && record.type !== 'deal' ? 'This record is no deal, but it speaks to what was asked.' : undefined;
}

function answerReply(base: Base, matches: [Match, ...Match[]], list: boolean, { today, preference = 'ask' }: AnswerOptions): Reply {
  const [first, ...rest] = matches;
  if (list && rest.length > 0) {
    const corrections = [...new Set(matches.flatMap((match) => match.corrections))];
    return {
      kind: 'list',
      title: listTitle(matches),
      records: [recordLine(base, first.record), ...linesOf(base, rest)],
      corrections,
      reasons: reasonsOf(base, first),
    };
  }
  const aside = asideFor(base, first, preference);
  return {
    kind: 'record',
    record: recordView(base, first.record, today),
    ...(aside !== undefined && { aside }),
    corrections: first.corrections,
    reasons: reasonsOf(base, first),
    others: nextBest(base, first, rest),
  };
}

/** The reply to a question: an answer, the closest records with the reason why they are none, or help to ask again. */
export function answer(base: Base, resolution: Resolution, options: AnswerOptions): Reply {
  switch (resolution.kind) {
    case 'answer':
      return answerReply(base, resolution.matches, resolution.list, options);
    case 'closest': {
      const [first, ...rest] = resolution.matches;
      const record = recordView(base, first.record, options.today);
      return {
        kind: 'closest',
        why: resolution.why,
        record,
        corrections: first.corrections,
        reasons: reasonsOf(base, first),
        others: linesOf(base, rest.slice(0, NEXT_BEST)),
      };
    }
    case 'nothing':
      return { kind: 'nothing', why: resolution.why, hints: exampleAsks(base) };
  }
}
