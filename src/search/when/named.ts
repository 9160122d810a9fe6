/** Dates in words: `18 July 2023`, `Sept 2022`, `early 2022`, `2020 to 2022`, `Q3 2022`. */
import { daysInMonth } from '../../base/dates.ts';
import { dayNumber, daySpan, type Found, monthName, monthSpan, PARTS, pad, partSpan, type Reader, type Span, year, yearSpan } from './span.ts';

/** What stands between a year and its month, folded: `2016-cı ilin`, `2022 жылғы`, `2023 yilning`. */
const YEAR_SUFFIX = /^(?:n?c[iu]|ilin|il|yil\w*|zhyl\w*|jyl\w*|goda?|g)$/;

/** Month names that are ordinary words too, as most of up to four letters are; read as months only beside a number or after a preposition. */
const SHY_MONTHS = new Set(['march', 'marta', 'mayda', 'mayga']);
const LONGEST_SHY = 4;
/** Short ones that are no other word. */
const PLAIN_MONTHS = new Set(['july', 'june', 'iyul', 'iyun']);
/** "Month", behind a month's name in Turkic languages. */
const MONTH_NOUN = /^a[iy](?:[iy]?nd[ae]\w*|[iy]nin|dagi)?$/;
const BEFORE_A_MONTH = new Set(['in', 'since', 'during', 'of', 'by', 'until', 'v', 'last', 'this', 'early', 'late', 'mid', 'for']);
function month(reader: Reader, i: number): number {
  const m = reader.monthAt(i);
  if (!m) return 0;
  const text = reader.tokens[i]?.text ?? '';
  if (!SHY_MONTHS.has(text) && text.length > LONGEST_SHY) return m;
  if (PLAIN_MONTHS.has(text)) return m;
  const around = [reader.tokens[i - 1]?.text, reader.tokens[i + 1]?.text];
  // `жылдын май айында`
  if (YEAR_SUFFIX.test(around[0] ?? '') || MONTH_NOUN.test(around[1] ?? '')) return m;
  return around.some((word) => year(word) || dayNumber(word)) || BEFORE_A_MONTH.has(around[0] ?? '') ? m : 0;
}

/** The year at a place, or right behind a word for "year" there, `of` or `in`; with the place behind it. */
function yearNear({ tokens, cuesAt }: Reader, at: number): { year: number; end: number } | undefined {
  const here = year(tokens[at]?.text);
  if (here) return { year: here, end: at + 1 };
  const text = tokens[at]?.text;
  const behind = cuesAt(at).has('year') || text === 'of' || text === 'in' ? year(tokens[at + 1]?.text) : undefined;
  return behind ? { year: behind, end: at + 2 } : undefined;
}

const closed = (span: Span, length: number): Found => ({ ...span, relative: false, length });

/** `18 July 2023`, `18 July`. */
function dayFirstSpan(reader: Reader, i: number): Found | undefined {
  const day = dayNumber(reader.tokens[i]?.text);
  const m = day ? month(reader, i + 1) : 0;
  if (!day || !m) return undefined;
  const near = yearNear(reader, i + 2);
  if (near) return closed(daySpan(near.year, m, day), near.end - i);
  return { words: `${day} ${monthName(m)}`, open: { month: m, day }, relative: false, length: 2 };
}

/** `July 18 2023`, `July 18`, `Sept 2022`, `July`. */
function monthFirstSpan(reader: Reader, i: number): Found | undefined {
  const m = month(reader, i);
  if (!m) return undefined;
  const day = dayNumber(reader.tokens[i + 1]?.text);
  const near = yearNear(reader, i + (day ? 2 : 1));
  if (near) return closed(day ? daySpan(near.year, m, day) : monthSpan(near.year, m), near.end - i);
  return day
    ? { words: `${day} ${monthName(m)}`, open: { month: m, day }, relative: false, length: 2 }
    : { words: `${monthName(m)} of any year`, open: { month: m }, relative: false, length: 1 };
}

/** Words that may stand between a year and its month or part. */
const BETWEEN_YEAR_AND_MONTH = 3;

/** `2016-cı ilin aprel`, `2023 ocak`: the year stands first in Turkic languages. */
function monthBehindYear(reader: Reader, i: number, y: number): Found | undefined {
  for (let k = 1; k <= BETWEEN_YEAR_AND_MONTH; k++) {
    const m = month(reader, i + k);
    if (m) return closed(monthSpan(y, m), k + 1);
    if (!reader.cuesAt(i + k).has('year') && !YEAR_SUFFIX.test(reader.tokens[i + k]?.text ?? '')) return undefined;
  }
  return undefined;
}

/** `2020 to 2022`, `2020-2022`. */
function yearsSpan({ tokens }: Reader, i: number, y: number): Found | undefined {
  const next = year(tokens[i + 1]?.text);
  const last = next ?? (/^(?:to|and|do|ve|i)$/.test(tokens[i + 1]?.text ?? '') ? year(tokens[i + 2]?.text) : undefined);
  if (!last || last <= y) return undefined;
  return closed({ from: `${y}-01-01`, to: `${last}-12-31`, words: `${y} to ${last}` }, next ? 2 : 3);
}

/** `2022 başı`, `2022 yılı başı`: a part of the year behind it. */
function partBehindYear({ cuesAt }: Reader, i: number, y: number): Found | undefined {
  for (let k = 1; k <= 2; k++) {
    if (k === 2 && !cuesAt(i + 1).has('year')) return undefined;
    for (const cue of cuesAt(i + k)) {
      const part = partSpan(y, cue);
      if (part) return closed(part, k + 1);
    }
  }
  return undefined;
}

/** `2021` and what belongs to it. */
function yearFirstSpan(reader: Reader, i: number): Found | undefined {
  const y = year(reader.tokens[i]?.text);
  if (!y) return undefined;
  return monthBehindYear(reader, i, y) ?? yearsSpan(reader, i, y) ?? partBehindYear(reader, i, y) ?? closed(yearSpan(y), 1);
}

/** `early 2022`, `early in 2022`. */
function partFirstSpan({ tokens, cuesAt }: Reader, i: number): Found | undefined {
  for (const cue of cuesAt(i)) {
    for (let k = 1; PARTS[cue] && k <= 2; k++) {
      const y = year(tokens[i + k]?.text);
      const part = y ? partSpan(y, cue) : undefined;
      if (part) return closed(part, k + 1);
    }
  }
  return undefined;
}

/** `Q3 2022`. */
function quarterSpan({ tokens }: Reader, i: number): Found | undefined {
  const quarter = /^q([1-4])$/.exec(tokens[i]?.text ?? '');
  const y = year(tokens[i + 1]?.text);
  if (!quarter || !y) return undefined;
  const last = 3 * Number(quarter[1]);
  return closed({ from: `${y}-${pad(last - 2)}-01`, to: `${y}-${pad(last)}-${pad(daysInMonth(y, last))}`, words: `Q${quarter[1]} ${y}` }, 2);
}

/** A named date that starts at token i. */
export const namedSpan = (reader: Reader, i: number): Found | undefined =>
  dayFirstSpan(reader, i) ?? monthFirstSpan(reader, i) ?? yearFirstSpan(reader, i) ?? partFirstSpan(reader, i) ?? quarterSpan(reader, i);
