/** Dates as lengths: spans of days, a scale from days to pixels, and the months and years written below it. */
import { scaleUtc } from 'd3-scale';
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

/** Fewest pixels from one tick to the next, so that their labels stand apart. */
const ROOM = 44;
/** Fewest days that a timeline shows: a single day has something around it, and no tick is nearer than a month to the next. */
const LEAST_DAYS = 120;

/** Days to pixels, from one tick's day to another's. */
export interface Scale {
  from: number;
  to: number;
  ticks: readonly Tick[];
  /** x of a day, in CSS pixels; days outside stand at the nearest end. */
  x(day: number): number;
}

const dateOf = (day: number): Date => new Date(day * DAY);
const monthOf = new Intl.DateTimeFormat('en', { month: 'short', timeZone: 'UTC' });

const tickOf = (date: Date): Tick => {
  const year = date.getUTCMonth() === 0;
  return { day: date.getTime() / DAY, label: year ? String(date.getUTCFullYear()) : monthOf.format(date), year };
};

/** A scale that holds these days, with as many ticks as can be written. @param left where it begins, with its width, in CSS pixels. */
export function scaleOf(first: number, last: number, left: number, width: number): Scale {
  const short = Math.max(0, LEAST_DAYS - (last - first)) / 2;
  const days = scaleUtc([dateOf(first - short), dateOf(last + short)], [left, left + width]).clamp(true);
  const rounded = Array.from({ length: Math.floor(width / ROOM) }, (_, index) => {
    const count = Math.floor(width / ROOM) - index;
    const scale = days.copy().nice(count);
    return { scale, ticks: scale.ticks(count) };
  });
  const fits = ({ scale, ticks }: (typeof rounded)[number]) =>
    Number(ticks[0]) === Number(scale.domain()[0]) && ticks.slice(1).every((date, index) => scale(date) - scale(ticks[index] as Date) >= ROOM);
  const { scale, ticks } = rounded.find(fits) ?? { scale: days, ticks: [] };
  const [from = 0, to = 0] = scale.domain().map((date) => date.getTime() / DAY);
  return { from, to, ticks: ticks.map(tickOf).filter(({ day }) => day < to), x: (day) => scale(dateOf(day)) };
}
