/** The record is of another date. */
import { dayNumber, firstSpan } from '../days.ts';
import { LIMITS } from '../weights.ts';
import { type Case, type Objector, tellsIdea } from './case.ts';

/** Ideas by which a record tells that something began. */
const BEGINNINGS = ['first', 'start'] as const;

/** Whether a question that wants a yes or a no has it begin before the record does: the record corrects it. */
function beganLater(subject: Case): boolean {
  const { ranked, meaning, index } = subject;
  const { days } = index;
  if (!meaning.closed) return false;
  const first = firstSpan(days, ranked.number);
  const end = days.ends[ranked.number] as number;
  if (first === end || !ranked.dates.every(({ date }) => date.to !== undefined && dayNumber(date.to) < (days.from[first] as number))) return false;
  if (!ranked.names.every(({ stance }) => stance === 'agrees')) return false;
  return BEGINNINGS.some((idea) => tellsIdea(subject, idea));
}

export const objectToDates: Objector = (subject) => {
  const { ranked } = subject;
  if (ranked.dates.length === 0 || beganLater(subject)) return [];
  // Of several dates one is enough: `18 and 19 July`.
  const open = ranked.dates.filter(({ date }) => date.from === undefined);
  if (ranked.dates.some(({ date, stance }) => stance === 'agrees' && (date.from !== undefined || open.length === ranked.dates.length))) return [];
  return ranked.dates.flatMap(({ date, stance }) => {
    if (stance === 'differs') return [`It is not of ${date.words}.`];
    const forgiven = stance === 'agrees' || (date.from === undefined && ranked.ask >= LIMITS.sameAsk);
    return forgiven ? [] : [`It gives no date that could be ${date.words}.`];
  });
};
