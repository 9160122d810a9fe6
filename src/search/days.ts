/** The days that records' dates span, as numbers in typed arrays: a question holds its dates against those of some hundred records. */
import { isShort } from '../base/dates.ts';
import { growingIntegers } from './growing.ts';

/** Days, first and last included. */
interface Span {
  from: string;
  to: string;
}

/** The spans of all records, end to end. */
export interface Days {
  /** By record, where its spans end in the others. */
  ends: Uint32Array;
  /** First and last days, see `dayNumber`. */
  from: Uint32Array;
  to: Uint32Array;
  /** 1 for a span that is shorter than a year; see `isShort`. */
  short: Uint8Array;
}

/** An ISO 8601 day as a number that sorts like it: `2023-07-18` → 20230718. */
export const dayNumber = (iso: string): number => Number(iso.slice(0, 4)) * 10_000 + Number(iso.slice(5, 7)) * 100 + Number(iso.slice(8, 10));

/** The year of a day's number, and the number of a month's day in it. */
export const yearOf = (day: number): number => Math.floor(day / 10_000);
export const dayIn = (year: number, month: number, day: number): number => year * 10_000 + month * 100 + day;

/** Collects the dates of records in the records' order. */
export function createDays() {
  const [ends, from, to, short] = [growingIntegers(), growingIntegers(), growingIntegers(), growingIntegers()];
  /** Adds one record's dates. */
  const add = (spans: readonly Span[]): void => {
    for (const span of spans) {
      from.push(dayNumber(span.from));
      to.push(dayNumber(span.to));
      short.push(isShort(span) ? 1 : 0);
    }
    ends.push(from.length);
  };
  return { add, pack: (): Days => ({ ends: ends.pack(), from: from.pack(), to: to.pack(), short: Uint8Array.from(short.pack()) }) };
}

/** Where a record's spans begin; they end at `ends`. */
export const firstSpan = ({ ends }: Days, record: number): number => (record === 0 ? 0 : (ends[record - 1] as number));
