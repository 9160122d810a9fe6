/** Dates as a source tells them: in words for readers, as ranges of days for search. */
import type { FactDate } from './schema.ts';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const;
/** How much of YYYY-MM-DD each precision may show. */
const SHOWN = { day: 10, month: 7, year: 4, about: 10 } as const;
/** The end of a range that the source leaves open ("since 2019"). */
const OPEN_END = '9999-12-31';

/** Whether the source leaves the end open. */
const isOpen = ({ as_stated, until }: FactDate): boolean => until === undefined && /^(?:ever )?since\b/i.test(as_stated ?? '');

/**
 * An ISO 8601 date in words, no more precise than it is: `2023-07-31` → `31 July 2023`, `2023-07` → `July 2023`.
 */
export function isoWords(iso: string): string {
  const [year = '', month, day] = iso.split('-');
  return [day && String(Number(day)), month && MONTHS[Number(month) - 1], year].filter(Boolean).join(' ');
}

/** `2023-05`, `2023-07` → `May to July 2023`: what both ends share is said once. */
function spanWords(from: string, to: string): string {
  if (from === to) return isoWords(from);
  const [a, b] = [from.split('-'), to.split('-')];
  const sameShape = a.length === b.length;
  const shared = sameShape && a[0] === b[0] ? (a.length === 3 && a[1] === b[1] ? 2 : 1) : 0;
  const start = isoWords(from).split(' ');
  return `${start.slice(0, start.length - shared).join(' ')} to ${isoWords(to)}`;
}

/**
 * A record's date in words, at the source's own precision: `18 July 2023`, `January 2023`, `since 2019`, `early 2022`.
 * What was taken from context is told by {@link dateInFull}.
 */
export function dateWords(date: FactDate): string {
  const cut = (iso: string) => iso.slice(0, SHOWN[date.precision]);
  const span = date.until === undefined ? isoWords(cut(date.on)) : spanWords(cut(date.on), cut(date.until));
  if (isOpen(date)) return `since ${isoWords(cut(date.on))}`;
  if (date.precision !== 'about') return span;
  if (date.as_stated === undefined) return `about ${span}`;
  return /\d{4}/.test(date.as_stated) ? date.as_stated : `${date.as_stated} (about ${span})`;
}

/** The date in words with what the curators took from context: `18 July 2023 (year from the article’s date)`. */
export function dateInFull(date: FactDate): string {
  return date.inferred === undefined ? dateWords(date) : `${dateWords(date)} (${date.inferred})`;
}

const firstDay = (iso: string): string => (iso.length === 4 ? `${iso}-01-01` : iso.length === 7 ? `${iso}-01` : iso);

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** Days of a month, 1 to 12, in the Gregorian calendar. */
export const daysInMonth = (year: number, month: number): number => (month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31);

function lastDay(iso: string): string {
  if (iso.length === 4) return `${iso}-12-31`;
  return iso.length === 7 ? `${iso}-${daysInMonth(Number(iso.slice(0, 4)), Number(iso.slice(5)))}` : iso;
}

/** The days a record's date covers, both included, in ISO 8601. An end left open ("since 2019") is 9999-12-31. */
export function dateRange(date: FactDate): { from: string; to: string } {
  const cut = (iso: string) => iso.slice(0, SHOWN[date.precision]);
  return { from: firstDay(cut(date.on)), to: isOpen(date) ? OPEN_END : lastDay(cut(date.until ?? date.on)) };
}

/** Days that a third of a year may have; what is longer is a year or an open span. */
const SHORT_DAYS = 125;
/** Whether these days tell of a part of a year rather than of a year: at most a third of one. */
export const isShort = ({ from, to }: { from: string; to: string }): boolean =>
  to.startsWith(from.slice(0, 7)) || Date.parse(to) - Date.parse(from) < SHORT_DAYS * 86_400_000;

/**
 * Whether what is dated by these days is known to be of a span of days: a year does not tell of each of its months.
 */
export const isOfSpan = (days: { from: string; to: string }, span: { from: string; to: string }): boolean =>
  days.from <= span.to && days.to >= span.from && (isShort(days) || !isShort(span));

/** True for an ISO 8601 day that stands in the calendar. */
export function isIsoDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const [year, month, day] = text.split('-').map(Number) as [number, number, number];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}
