/** Dates in a question: `January 2023`, `2022-09`, `18 july`, `early 2022`, `last July`, `geçen yıl`. */
import { noteOn } from './remember.ts';
import { numberOf } from './sense.ts';
import type { Token } from './text.ts';
import { namedSpan } from './when/named.ts';
import { numericSpan } from './when/numeric.ts';
import { relativeSpan } from './when/relative.ts';
import { CUES, type Cue, type Found, MONTH_OF, type Reader, type When } from './when/span.ts';

const NO_CUES: ReadonlySet<Cue> = new Set();

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

/** What a date may begin with beside a month: a figure, a word of time, a number word before `months ago`, a quarter. */
const OPENING = /^(?:\d|a$|q[1-4]$)/;

/** What a word is in dates: the month it names, 1 to 12 or 0, and whether a date may begin with it. */
const timeOf = noteOn(({ text }) => {
  const month = MONTH_OF.get(text) ?? 0;
  return { month, opens: month > 0 || CUES.has(text) || numberOf(text) !== undefined || OPENING.test(text) };
});

const dateAt = (reader: Reader, i: number, text: string): Found | undefined => numericSpan(reader, i, text) ?? relativeSpan(reader, i) ?? namedSpan(reader, i);

/**
 * Finds the dates in a query.
 * @param text the query, for the separators of numeric dates.
 * @param today an ISO day that relative dates are counted from.
 * @param misspelt for each token, the month, 1 to 12, that it may be a misspelling of, else 0.
 */
export function readDates(text: string, tokens: readonly Token[], today: string, misspelt: readonly number[] = []): When[] {
  const times = tokens.map(timeOf);
  const months = times.map(({ month }, i) => month || (misspelt[i] ?? 0));
  const reader: Reader = {
    tokens,
    today,
    monthAt: (i) => months[i] ?? 0,
    cuesAt: (i) => CUES.get(tokens[i]?.text ?? '') ?? NO_CUES,
    numberAt: (i) => numberOf(tokens[i]?.text ?? ''),
  };
  const found: When[] = [];
  for (let i = 0; i < tokens.length; ) {
    const hit = times[i]?.opens || months[i] ? dateAt(reader, i, text) : undefined;
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
const MONTHS_FROM = Map.groupBy(MONTH_OF.keys(), (name) => name.charAt(0));
/** Folded month names that begin with this letter. */
export const monthsFrom = (letter: string): readonly string[] => MONTHS_FROM.get(letter) ?? [];
/** Number, 1 to 12, of a folded month name; 0 for another word. */
export const monthNumber = (word: string): number => MONTH_OF.get(word) ?? 0;
