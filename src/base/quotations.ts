/** Where a text's quotation marks open and close. */
import type { Span } from './passages.ts';

/** Marks that open a quotation, each with those that may close it: English, German, French and Nordic ways. */
const CLOSERS: Readonly<Record<string, string>> = { '“': '”', '„': '“”', '«': '»', '»': '«»', '"': '"', '‘': '’' };

const LETTER = /[\p{L}\p{N}]/u;

/** A right single quote between letters, or after the plural s of an open word, is an apostrophe; only one before a non-letter closes. */
const closes = (text: string, index: number): boolean => text[index] !== '’' || !LETTER.test(text[index + 1] ?? ' ');

function closingIndex(text: string, from: number, closers: string): number {
  for (let index = from; index < text.length; index++) {
    if (closers.includes(text[index] ?? '') && closes(text, index)) return index;
  }
  return -1;
}

/**
 * The runs of a text that stand inside quotation marks, the marks not included.
 * A curly mark or guillemet that opens and does not close holds to the text's end (a quotation of several paragraphs); a straight one does not.
 * Straight single quotes are taken for apostrophes.
 */
export function quotationsIn(text: string): Span[] {
  const spans: Span[] = [];
  for (let index = 0; index < text.length; index++) {
    const mark = text[index] ?? '';
    const closers = CLOSERS[mark];
    if (!closers) continue;
    const end = closingIndex(text, index + 1, closers);
    if (end === -1 && (mark === '"' || mark === '‘' || mark === '»')) continue;
    spans.push({ start: index + 1, end: end === -1 ? text.length : end });
    index = end === -1 ? text.length : end;
  }
  return spans;
}

/** Whether a run stands whole inside one pair of quotation marks. */
export const isQuoted = (text: string, run: Span): boolean => quotationsIn(text).some(({ start, end }) => start <= run.start && run.end <= end);
