/** From what a query resolves to, to what a reader is told. */
import { count } from '../base/count.ts';
import type { Base, FactRecord } from '../base/schema.ts';
import { type Match, type Preference, type Resolution, USUAL_LIMIT } from '../search/resolution.ts';
import { kindCounts, statusCounts } from './counts.ts';
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
  /** Which match to show, from 0; beyond the last one it is the last. */
  at?: number;
}

/** The next best, without what the record shows already as at odds with it. */
function nextBest(base: Base, { record }: Match, rest: readonly Match[]): RecordLine[] {
  return linesOf(base, rest.filter((match) => !record.tension.includes(match.record.id)).slice(0, NEXT_BEST));
}

const reasonsOf = (base: Base, { reasons }: Match): string[] => reasons.map((reason) => reasonWords(base, reason));
const linesOf = (base: Base, matches: readonly Match[]): RecordLine[] => matches.map(({ record }) => recordLine(base, record));

/** How sure the source is of the deals and facts of a list; nothing when it is sure of all. Quotes vouch for nothing. */
function hedges(records: readonly FactRecord[]): string {
  const claims = records.filter(({ type }) => type !== 'quote');
  return claims.every(({ status }) => status === 'confirmed') ? '' : statusCounts(claims);
}

/**
 * `5 quotes`, `5 records: 3 deals, 2 facts`, `4 deal records: 3 confirmed, 1 unconfirmed`.
 * Several records may tell of one deal, and some of none that is sure: nobody is to count them as deals. Of as many as the search
 * returns at most there may be more.
 */
function listTitle(records: readonly FactRecord[]): string {
  const first = records.length === USUAL_LIMIT ? 'The first ' : '';
  const types = new Set(records.map(({ type }) => type));
  const unsure = hedges(records);
  if (types.size > 1) return [`${first}${count(records.length, 'record')}: ${kindCounts(records)}`, unsure].filter(Boolean).join('; ');
  const told = types.has('deal') ? count(records.length, 'deal record') : kindCounts(records);
  return [first + told, unsure].filter(Boolean).join(': ');
}

/** Whoever asks for a quote must see when the words are the author's and nobody else's. */
function asideFor(base: Base, { record }: Match, preference: Preference): string | undefined {
  if (preference === 'quote' && record.type !== 'quote') {
    return `This record is no quote: its passage is in the words of the source’s author, ${authorOf(base, record)}.`;
  }
  return preference === 'deal' && record.type !== 'deal' ? 'This record is no deal, but it speaks to what was asked.' : undefined;
}

const reasonsAndCorrections = (base: Base, match: Match) => ({ corrections: match.corrections, reasons: reasonsOf(base, match) });

function listReply(base: Base, matches: readonly [Match, ...Match[]]): Reply {
  const [first, ...rest] = matches;
  return {
    kind: 'list',
    title: listTitle(matches.map(({ record }) => record)),
    records: [recordLine(base, first.record), ...linesOf(base, rest)],
    corrections: [...new Set(matches.flatMap((match) => match.corrections))],
    reasons: reasonsOf(base, first),
  };
}

/** The match that is shown, with its number and the ones after it. */
function shownOf<T extends Match>(matches: readonly [T, ...T[]], at: number): { shown: T; at: number; of: number; after: T[] } {
  const index = Math.min(Math.max(at, 0), matches.length - 1);
  return { shown: matches[index] ?? matches[0], at: index, of: matches.length, after: matches.slice(index + 1) };
}

function recordReply(base: Base, matches: readonly [Match, ...Match[]], { today, preference = 'ask', at: asked = 0 }: AnswerOptions): Reply {
  const { shown, at, of, after } = shownOf(matches, asked);
  const aside = asideFor(base, shown, preference);
  return {
    kind: 'record',
    at,
    of,
    record: recordView(base, shown.record, today),
    ...(aside !== undefined && { aside }),
    ...reasonsAndCorrections(base, shown),
    others: nextBest(base, shown, after),
  };
}

/** The reasons speak of the first record; whoever pages on sees others that came less near. */
const FURTHER = 'It comes near what was asked, but less near than the closest record, and is no answer either.';

function closestReply(base: Base, { why, matches }: Extract<Resolution, { kind: 'closest' }>, { today, at: asked = 0 }: AnswerOptions): Reply {
  const [first, ...rest] = matches;
  const { shown, at, of, after } = shownOf([first, ...rest.slice(0, NEXT_BEST)], asked);
  return {
    kind: 'closest',
    at,
    of,
    why: at === 0 ? why : [FURTHER],
    record: recordView(base, shown.record, today),
    ...reasonsAndCorrections(base, shown),
    others: linesOf(base, after),
  };
}

/** The reply to a question: an answer, the closest records with the reason why they are none, or help to ask again. */
export function answer(base: Base, resolution: Resolution, options: AnswerOptions): Reply {
  switch (resolution.kind) {
    case 'answer':
      return resolution.list && resolution.matches.length > 1 ? listReply(base, resolution.matches) : recordReply(base, resolution.matches, options);
    case 'closest':
      return closestReply(base, resolution, options);
    case 'nothing':
      return { kind: 'nothing', why: resolution.why, hints: exampleAsks(base) };
  }
}
