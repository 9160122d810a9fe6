/** From what a query resolves to, to what a reader is told. */
import { count } from '../base/count.ts';
import { type Base, STATUSES } from '../base/schema.ts';
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
  /** Which match to show, from 0; beyond the last one it is the last. */
  at?: number;
}

/** The next best, without what the record shows already as at odds with it. */
function nextBest(base: Base, { record }: Match, rest: readonly Match[]): RecordLine[] {
  return linesOf(base, rest.filter((match) => !record.tension.includes(match.record.id)).slice(0, NEXT_BEST));
}

const reasonsOf = (base: Base, { reasons }: Match): string[] => reasons.map((reason) => reasonWords(base, reason));
const linesOf = (base: Base, matches: readonly Match[]): RecordLine[] => matches.map(({ record }) => recordLine(base, record));

/** `3 confirmed, 1 unconfirmed`. */
function statusCounts(matches: readonly Match[]): string {
  const counts = STATUSES.map((status) => ({ status, n: matches.filter(({ record }) => record.status === status).length }));
  return counts.flatMap(({ status, n }) => (n > 0 ? [`${n} ${status}`] : [])).join(', ');
}

/** `2 quotes, 1 paraphrase`: what the source tells in its own words is nobody's quotation. */
function quoteCounts(matches: readonly Match[]): string {
  const direct = matches.filter(({ record }) => record.type === 'quote' && record.form === 'direct').length;
  const others = matches.length - direct;
  return [direct > 0 ? count(direct, 'quote') : '', others > 0 ? count(others, 'paraphrase') : ''].filter(Boolean).join(', ');
}

/**
 * `5 quotes`, `5 records: 3 deals, 2 facts`, `4 deal records: 3 confirmed, 1 unconfirmed`.
 * Several records may tell of one deal, and some of none that is sure: nobody is to count them as deals.
 */
function listTitle(matches: readonly Match[]): string {
  const types = (['deal', 'quote', 'fact'] as const)
    .map((type) => ({ type, n: matches.filter(({ record }) => record.type === type).length }))
    .filter(({ n }) => n > 0);
  const parts = types.map(({ type, n }) => count(n, type)).join(', ');
  if (types.length > 1) return `${count(matches.length, 'record')}: ${parts}`;
  if (types[0]?.type === 'quote') return quoteCounts(matches);
  const deals = matches.every(({ record }) => record.type === 'deal');
  if (!deals) return parts;
  const told = count(matches.length, 'deal record');
  return matches.some(({ record }) => record.status !== 'confirmed') ? `${told}: ${statusCounts(matches)}` : told;
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
    title: listTitle(matches),
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
