/** Dates as lengths: spans of days, a scale from days to pixels, and the months and years written below it. */
import { dateRange } from '../../base/dates.ts';
import type { FactDate } from '../../base/schema.ts';

const DAY = 86_400_000;
/** Days since 1 January 1970 of an ISO 8601 day. */
export const dayOf = (iso: string): number => Math.round(Date.parse(iso) / DAY);

/** The calendar year of a day since 1970. */
export const yearOfDay = (day: number): number => new Date(day * DAY).getUTCFullYear();

/** Days that a date may be of: `to` is the first day after. */
export interface Span {
  from: number;
  to: number;
  /** The source leaves the end open: "since 2019". */
  open: boolean;
}

/** What `dateRange` gives for an end left open. */
const OPEN_END = '9999-12-31';

/** @param last the first day after what the sources can know of: an open end is drawn up to there. */
export function spanOf(date: FactDate, last: number): Span {
  const { from, to } = dateRange(date);
  const [start, open] = [dayOf(from), to === OPEN_END];
  return { from: start, to: Math.max(start + 1, open ? last : dayOf(to) + 1), open };
}

interface Tick {
  /** Days since 1970. */
  day: number;
  label: string;
  /** A year, among months. */
  year: boolean;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** Months from one tick to the next, and the fewest pixels that its label needs. */
const STEPS: readonly (readonly [number, number])[] = [
  [1, 40],
  [3, 44],
  [6, 44],
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].map((years) => [12 * years, 52] as const),
];
const MONTH_DAYS = 365.25 / 12;
/** Fewest days that a timeline shows, so that a single day has something around it. */
const LEAST_DAYS = 120;

const firstOfMonth = (months: number): number => {
  const date = new Date(0);
  date.setUTCFullYear(Math.floor(months / 12), ((months % 12) + 12) % 12, 1);
  return Math.round(date.getTime() / DAY);
};
const monthsOf = (day: number): number => {
  const date = new Date(day * DAY);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
};

/** Days to pixels, from one tick's day to another's. */
export interface Scale {
  from: number;
  to: number;
  ticks: readonly Tick[];
  /** x of a day, in CSS pixels; days outside stand at the nearest end. */
  x(day: number): number;
}

/** A scale that holds these days, with as many ticks as can be written. @param left where it begins, with its width, in CSS pixels. */
export function scaleOf(first: number, last: number, left: number, width: number): Scale {
  const short = Math.max(0, LEAST_DAYS - (last - first)) / 2;
  const [begin, end] = [first - short, last + short];
  const [step] = STEPS.find(([months, room]) => ((months * MONTH_DAYS) / (end - begin)) * width >= room) ?? [12_000];
  const [start, stop] = [Math.floor(monthsOf(Math.floor(begin)) / step), Math.floor(monthsOf(Math.ceil(end) - 1) / step) + 1];
  const [from, to] = [firstOfMonth(start * step), firstOfMonth(stop * step)];
  const ticks = Array.from({ length: stop - start }, (_, index) => (start + index) * step).map((months) => ({
    day: firstOfMonth(months),
    label: months % 12 === 0 ? String(months / 12) : (MONTHS[months % 12] ?? ''),
    year: months % 12 === 0,
  }));
  return { from, to, ticks, x: (day) => left + ((Math.min(Math.max(day, from), to) - from) / (to - from)) * width };
}
