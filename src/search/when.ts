/** Dates in a question: `January 2023`, `2022-09`, `18 july`, `early 2022`, `last July`, `geçen yıl`. */

import { daysInMonth } from '../base/dates.ts';
import { numberOf } from './read.ts';
import { fold, type Token } from './text.ts';
import { MONTHS } from './words/index.ts';
import cues from './words/when.json' with { type: 'json' };

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

type Cue = keyof typeof cues;
const CUES = new Map<string, Set<Cue>>();
for (const [cue, forms] of Object.entries(cues) as [Cue, string[]][]) {
  for (const form of forms) CUES.set(fold(form), (CUES.get(fold(form)) ?? new Set()).add(cue));
}
const MONTH_OF = new Map(MONTHS.flatMap((names, index) => names.map((name): [string, number] => [fold(name), index + 1])));
/** Month names that are ordinary words too, as most of up to four letters are; read as months only beside a number or after a preposition. */
const SHY_MONTHS = new Set(['march', 'marta', 'mayda', 'mayga']);
const LONGEST_SHY = 4;
const BEFORE_A_MONTH = new Set(['in', 'since', 'during', 'of', 'by', 'until', 'v', 'last', 'this', 'early', 'late', 'mid', 'for']);
const ENGLISH_MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** The English name of a month, 1 to 12. */
export const monthName = (month: number): string => ENGLISH_MONTHS[month - 1] ?? '';

const pad = (n: number) => String(n).padStart(2, '0');
const year = (text: string | undefined): number | undefined => (text && /^(?:19|20)\d\d$/.test(text) ? Number(text) : undefined);
const dayNumber = (text: string | undefined): number | undefined => {
  const match = text && /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(text);
  const day = match ? Number(match[1]) : 0;
  return day >= 1 && day <= 31 ? day : undefined;
};

type Span = Pick<When, 'from' | 'to' | 'words'>;
const yearSpan = (y: number): Span => ({ from: `${y}-01-01`, to: `${y}-12-31`, words: String(y) });
const monthSpan = (y: number, m: number): Span => ({
  from: `${y}-${pad(m)}-01`,
  to: `${y}-${pad(m)}-${pad(daysInMonth(y, m))}`,
  words: `${monthName(m)} ${y}`,
});
const daySpan = (y: number, m: number, d: number): Span => {
  const day = `${y}-${pad(m)}-${pad(d)}`;
  return { from: day, to: day, words: `${d} ${monthName(m)} ${y}` };
};

/** Parts of a year as people mean them: the first, middle or last months, a quarter, a season. */
const PARTS: Partial<Record<Cue, [from: number, to: number]>> = {
  early: [1, 4],
  mid: [5, 8],
  late: [9, 12],
  spring: [3, 5],
  summer: [6, 8],
  autumn: [9, 11],
  winter: [12, 12],
};
const partSpan = (y: number, cue: Cue): Span | undefined => {
  const part = PARTS[cue];
  if (!part) return undefined;
  const [from, to] = part;
  return { from: `${y}-${pad(from)}-01`, to: `${y}-${pad(to)}-${pad(daysInMonth(y, to))}`, words: `${cue} ${y}` };
};

interface Reader {
  tokens: readonly Token[];
  today: string;
  /** Month of a token, also when misspelt; 0 when none. */
  monthAt(index: number): number;
  cuesAt(index: number): ReadonlySet<Cue>;
  numberAt(index: number): number | undefined;
}

const NO_CUES: ReadonlySet<Cue> = new Set();

function month(reader: Reader, i: number): number {
  const m = reader.monthAt(i);
  if (!m) return 0;
  const text = reader.tokens[i]?.text ?? '';
  if (!SHY_MONTHS.has(text) && text.length > LONGEST_SHY) return m;
  const around = [reader.tokens[i - 1]?.text, reader.tokens[i + 1]?.text];
  return around.some((word) => year(word) || dayNumber(word)) || BEFORE_A_MONTH.has(around[0] ?? '') ? m : 0;
}

/** What stands between a year and its month, folded: `2016-cı ilin`, `2022 жылғы`, `2023 yilning`. */
const YEAR_SUFFIX = /^(?:n?c[iu]|ilin|il|yil\w*|zhyl\w*|jyl\w*|goda?|g)$/;

type Found = Span & { relative: boolean; open?: { month: number; day?: number }; length: number };

/** Words for "ago" in every language, after a number and a unit. */
const AGO = new Set(['ago', 'once', 'nazad', 'evvel', 'buryn', 'murun', 'oldin', 'avval', 'back']);

/** `five months ago`, `beş ay önce`: the month, year or week that lies so far back. */
function agoSpan(reader: Reader, i: number, [y, m, d]: readonly [number, number, number]): Found | undefined {
  const count = reader.tokens[i]?.text === 'a' ? 1 : reader.numberAt(i);
  if (count === undefined || count > 200 || !AGO.has(reader.tokens[i + 2]?.text ?? '')) return undefined;
  const unit = reader.cuesAt(i + 1);
  if (unit.has('year')) return { ...yearSpan(y - count), relative: true, length: 3 };
  if (unit.has('month')) {
    const date = new Date(Date.UTC(y, m - 1 - count, 1));
    return { ...monthSpan(date.getUTCFullYear(), date.getUTCMonth() + 1), relative: true, length: 3 };
  }
  if (!unit.has('week')) return undefined;
  const date = new Date(Date.UTC(y, m - 1, d - 7 * count));
  return { ...monthSpan(date.getUTCFullYear(), date.getUTCMonth() + 1), relative: true, length: 3 };
}

/** Counts back from today to the latest month or year that a relative word means. */
function relativeSpan(reader: Reader, i: number): Found | undefined {
  const [y = 0, m = 1, d = 1] = reader.today.split('-').map(Number);
  const ago = agoSpan(reader, i, [y, m, d]);
  if (ago) return ago;
  const here = reader.cuesAt(i);
  if (here.has('yesterday') || here.has('today')) {
    const date = new Date(Date.UTC(y, m - 1, d - (here.has('yesterday') ? 1 : 0)));
    return { ...daySpan(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()), relative: true, length: 1 };
  }
  if (here.has('last year')) return { ...yearSpan(y - 1), relative: true, length: 1 };
  if (here.has('this year')) return { ...yearSpan(y), relative: true, length: 1 };
  const shift = here.has('last') ? -1 : here.has('this') ? 0 : here.has('next') ? 1 : undefined;
  if (shift === undefined) return undefined;
  const unit = reader.cuesAt(i + 1);
  if (unit.has('year')) return { ...yearSpan(y + shift), relative: true, length: 2 };
  if (unit.has('month')) {
    const date = new Date(Date.UTC(y, m - 1 + shift, 1));
    return { ...monthSpan(date.getUTCFullYear(), date.getUTCMonth() + 1), relative: true, length: 2 };
  }
  if (unit.has('week')) {
    const [from, to] = [0, 6].map((offset) => new Date(Date.UTC(y, m - 1, d + 7 * shift - 6 + offset)).toISOString().slice(0, 10));
    return { from: from as string, to: to as string, words: `the week to ${to}`, relative: true, length: 2 };
  }
  const named = reader.monthAt(i + 1);
  if (named) {
    const back = shift < 0 ? (named < m ? 0 : -1) : shift > 0 ? (named > m ? 0 : 1) : 0;
    return { ...monthSpan(y + back, named), relative: true, length: 2 };
  }
  for (const cue of unit) {
    const part = PARTS[cue];
    if (!part || cue === 'early' || cue === 'mid' || cue === 'late') continue;
    const back = shift < 0 ? (part[1] < m ? 0 : -1) : shift;
    const span = partSpan(y + back, cue);
    if (span) return { ...span, relative: true, length: 2 };
  }
  return undefined;
}

/** A numeric date: `2023-01-05`, `2023-01`, `18.07.2023`, `07/2023`. */
function numericSpan(reader: Reader, i: number, text: string): Found | undefined {
  const t = (k: number) => reader.tokens[i + k]?.text;
  const joined = (k: number) =>
    text.includes(Array.from({ length: k }, (_, n) => t(n)).join('-')) ||
    text.includes(Array.from({ length: k }, (_, n) => t(n)).join('.')) ||
    text.includes(Array.from({ length: k }, (_, n) => t(n)).join('/'));
  const two = (word: string | undefined) => (word && /^\d\d$/.test(word) ? Number(word) : 0);
  const valid = (y: number, m: number, d: number) => m >= 1 && m <= 12 && d >= 1 && d <= daysInMonth(y, m);
  const [y, m, d] = [year(t(0)), two(t(1)), two(t(2))];
  if (y && m && d && joined(3) && valid(y, m, d)) return { ...daySpan(y, m, d), relative: false, length: 3 };
  if (y && m && joined(2) && valid(y, m, 1)) return { ...monthSpan(y, m), relative: false, length: 2 };
  const last = year(t(2));
  if (last && joined(3) && valid(last, two(t(1)), dayNumber(t(0)) ?? 0))
    return { ...daySpan(last, two(t(1)), dayNumber(t(0)) ?? 1), relative: false, length: 3 };
  const end = year(t(1));
  if (end && two(t(0)) && joined(2) && valid(end, two(t(0)), 1)) return { ...monthSpan(end, two(t(0))), relative: false, length: 2 };
  return undefined;
}

/** A named date that starts at token i: `18 July 2023`, `July 18`, `Sept 2022`, `early 2022`, `2021`, `2020 to 2022`. */
function namedSpan(reader: Reader, i: number): Found | undefined {
  const t = (k: number) => reader.tokens[i + k]?.text;
  const yearAfter = (k: number) => year(t(k)) ?? (reader.cuesAt(i + k).has('year') || t(k) === 'of' || t(k) === 'in' ? year(t(k + 1)) : undefined);
  const skipTo = (k: number) => (year(t(k)) ? k + 1 : k + 2);
  const dayFirst = dayNumber(t(0));
  if (dayFirst && month(reader, i + 1)) {
    const m = month(reader, i + 1);
    const y = yearAfter(2);
    return y
      ? { ...daySpan(y, m, dayFirst), relative: false, length: skipTo(2) }
      : { words: `${dayFirst} ${monthName(m)}`, open: { month: m, day: dayFirst }, relative: false, length: 2 };
  }
  const m = month(reader, i);
  if (m) {
    const d = dayNumber(t(1));
    const y = yearAfter(d ? 2 : 1);
    if (y) return { ...(d ? daySpan(y, m, d) : monthSpan(y, m)), relative: false, length: skipTo(d ? 2 : 1) };
    return {
      words: d ? `${d} ${monthName(m)}` : `${monthName(m)} of any year`,
      open: d ? { month: m, day: d } : { month: m },
      relative: false,
      length: d ? 2 : 1,
    };
  }
  const y = year(t(0));
  if (y) {
    // `2016-cı ilin aprel`, `2023 ocak`: the year stands first in Turkic languages.
    for (let k = 1; k <= 3; k++) {
      const behind = month(reader, i + k);
      if (behind) return { ...monthSpan(y, behind), relative: false, length: k + 1 };
      if (!reader.cuesAt(i + k).has('year') && !YEAR_SUFFIX.test(t(k) ?? '')) break;
    }
    const other = year(t(1)) ?? (/^(?:to|and|do|ve|i)$/.test(t(1) ?? '') ? year(t(2)) : undefined);
    if (other && other > y) return { from: `${y}-01-01`, to: `${other}-12-31`, words: `${y} to ${other}`, relative: false, length: year(t(1)) ? 2 : 3 };
    for (let k = 1; k <= 2; k++)
      for (const cue of reader.cuesAt(i + k))
        if (PARTS[cue] && (k === 1 || reader.cuesAt(i + 1).has('year'))) return { ...(partSpan(y, cue) as Span), relative: false, length: k + 1 };
    return { ...yearSpan(y), relative: false, length: 1 };
  }
  for (const cue of reader.cuesAt(i)) {
    if (!PARTS[cue]) continue;
    for (let k = 1; k <= 2; k++) {
      const after = year(t(k));
      if (after) return { ...(partSpan(after, cue) as Span), relative: false, length: k + 1 };
    }
  }
  const quarter = /^q([1-4])$/.exec(t(0) ?? '');
  const of = year(t(1));
  if (quarter && of) {
    const q = Number(quarter[1]);
    return { from: `${of}-${pad(3 * q - 2)}-01`, to: monthSpan(of, 3 * q).to as string, words: `Q${q} ${of}`, relative: false, length: 2 };
  }
  return undefined;
}

/** Opens a span to one side after `since`, `after`, `before`. */
function widen(reader: Reader, i: number, found: Found): { span: Found; start: number; end: number } {
  const end = i + found.length;
  const around = [i - 1, i - 2, end].map((k) => reader.cuesAt(k));
  const says = (cue: Cue) => around.some((set) => set.has(cue));
  if (found.from === undefined || found.to === undefined) return { span: found, start: i, end };
  if (says('since') || says('after')) return { span: { ...found, to: '9999-12-31', words: `since ${found.words}` }, start: i, end };
  if (says('before')) return { span: { ...found, from: '0000-01-01', words: `until ${found.words}` }, start: i, end };
  return { span: found, start: i, end };
}

/**
 * Finds the dates in a query.
 * @param text the query, for the separators of numeric dates.
 * @param today an ISO day that relative dates are counted from.
 * @param misspeltMonth month 1 to 12 of a misspelt month name, else 0.
 */
export function readDates(text: string, tokens: readonly Token[], today: string, misspeltMonth: (word: string) => number = () => 0): When[] {
  const months = tokens.map(({ text: word }) => MONTH_OF.get(word) ?? misspeltMonth(word));
  const reader: Reader = {
    tokens,
    today,
    monthAt: (i) => months[i] ?? 0,
    cuesAt: (i) => CUES.get(tokens[i]?.text ?? '') ?? NO_CUES,
    numberAt: (i) => numberOf(tokens[i]?.text ?? ''),
  };
  const found: When[] = [];
  for (let i = 0; i < tokens.length; ) {
    const hit = numericSpan(reader, i, text) ?? relativeSpan(reader, i) ?? namedSpan(reader, i);
    if (!hit) {
      i++;
      continue;
    }
    const { span, start, end } = widen(reader, i, hit);
    const { length: _, open, ...rest } = span;
    found.push({ ...rest, ...open, at: [start, end] });
    i = end;
  }
  return found;
}

/** True when a name of a month, or a cue such as `last` or `early`, is spelt like this. */
export const isTimeWord = (word: string): boolean => MONTH_OF.has(word) || CUES.has(word);
/** Folded month names, for finding misspelt ones. */
export const monthWords: readonly string[] = [...MONTH_OF.keys()].filter((name) => name.length >= 5);
export const monthNumber = (word: string): number => MONTH_OF.get(word) ?? 0;
