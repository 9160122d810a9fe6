/** Spans of days and what is said of them; the words that dates are read from. */
import { daysInMonth } from '../../base/dates.ts';
import { fold, type Token } from '../text.ts';
import { MONTHS } from '../words/index.ts';
import cues from '../words/when.json' with { type: 'json' };

/** A span of days; or a month, with or without a day, of any year. */
export interface When {
  /** First and last day, ISO 8601; both present unless the year is open. */
  from?: string;
  to?: string;
  /** 1 to 12, when no year was named. */
  month?: number;
  /** 1 to 31, with `month`. */
  day?: number;
  /** What was understood, in words. */
  words: string;
  /** True when the span was counted from today rather than named. */
  relative: boolean;
  /** Indexes of the tokens read, first and one past the last. */
  at: [number, number];
}

export type Cue = keyof typeof cues;
export const CUES = new Map<string, Set<Cue>>();
for (const [cue, forms] of Object.entries(cues) as [Cue, string[]][]) {
  for (const form of forms) CUES.set(fold(form), (CUES.get(fold(form)) ?? new Set()).add(cue));
}
export const MONTH_OF = new Map(MONTHS.flatMap((names, index) => names.map((name): [string, number] => [fold(name), index + 1])));

const ENGLISH_MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** The English name of a month, 1 to 12. */
export const monthName = (month: number): string => ENGLISH_MONTHS[month - 1] ?? '';

export const pad = (n: number) => String(n).padStart(2, '0');
export const year = (text: string | undefined): number | undefined => (text && /^(?:19|20)\d\d$/.test(text) ? Number(text) : undefined);
export const dayNumber = (text: string | undefined): number | undefined => {
  const match = text && /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(text);
  const day = match ? Number(match[1]) : 0;
  return day >= 1 && day <= 31 ? day : undefined;
};

export type Span = Pick<When, 'from' | 'to' | 'words'>;
export const yearSpan = (y: number): Span => ({ from: `${y}-01-01`, to: `${y}-12-31`, words: String(y) });
export const monthSpan = (y: number, m: number): Span => ({
  from: `${y}-${pad(m)}-01`,
  to: `${y}-${pad(m)}-${pad(daysInMonth(y, m))}`,
  words: `${monthName(m)} ${y}`,
});
export const daySpan = (y: number, m: number, d: number): Span => {
  const day = `${y}-${pad(m)}-${pad(d)}`;
  return { from: day, to: day, words: `${d} ${monthName(m)} ${y}` };
};

/** Parts of a year as people mean them: the first, middle or last months, a quarter, a season. */
export const PARTS: Partial<Record<Cue, [from: number, to: number]>> = {
  early: [1, 4],
  mid: [5, 8],
  late: [9, 12],
  spring: [3, 5],
  summer: [6, 8],
  autumn: [9, 11],
  winter: [12, 12],
};
export const partSpan = (y: number, cue: Cue): Span | undefined => {
  const part = PARTS[cue];
  if (!part) return undefined;
  const [from, to] = part;
  return { from: `${y}-${pad(from)}-01`, to: `${y}-${pad(to)}-${pad(daysInMonth(y, to))}`, words: `${cue} ${y}` };
};

/** A question as dates are read from it. */
export interface Reader {
  tokens: readonly Token[];
  today: string;
  /** Month of a token, also when misspelt; 0 when none. */
  monthAt(index: number): number;
  cuesAt(index: number): ReadonlySet<Cue>;
  numberAt(index: number): number | undefined;
}

/** A date that was found, with the number of tokens it takes; `open` when it names no year. */
export type Found = Span & { relative: boolean; open?: { month: number; day?: number }; length: number };
