/** Text on a terminal: made harmless, measured in columns, wrapped. */
import { stripVTControlCharacters } from 'node:util';
import { eastAsianWidth } from 'get-east-asian-width';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** Characters that move the cursor, ring the bell or turn the direction of what follows. */
const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;
const ZERO_WIDTH = /^(?:\p{M}|\p{Cf})+$/u;
const EMOJI = /^(?:\p{Emoji_Presentation}|\p{Emoji}\ufe0f)/u;

/** Text from outside on one line, without anything a terminal would obey. */
export function plain(text: string): string {
  return stripVTControlCharacters(text).replace(/\s+/g, ' ').replace(CONTROL, '').trim();
}

/** Text from outside with its lines and tabs kept, for what is to be pasted. */
export function plainLines(text: string): string {
  return stripVTControlCharacters(text).replace(CONTROL, (char) => (char === '\n' || char === '\t' ? char : ''));
}

function graphemeWidth(grapheme: string): number {
  if (ZERO_WIDTH.test(grapheme)) return 0;
  return EMOJI.test(grapheme) ? 2 : eastAsianWidth(grapheme.codePointAt(0) ?? 0);
}

/** How many columns a text takes. */
export function columnsOf(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let columns = 0;
  for (const { segment } of graphemes.segment(text)) columns += graphemeWidth(segment);
  return columns;
}

/** Pieces of a word too long for any line. */
function breakWord(word: string, width: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  let used = 0;
  for (const { segment } of graphemes.segment(word)) {
    const columns = graphemeWidth(segment);
    if (used + columns > width && piece !== '') {
      pieces.push(piece);
      piece = '';
      used = 0;
    }
    piece += segment;
    used += columns;
  }
  return [...pieces, piece];
}

/**
 * Wraps a text at spaces; words longer than a line are broken.
 * @param text made harmless here, so callers may pass what came from outside.
 * @param width columns of a line, 2 at least (the widest characters take two).
 */
export function wrap(text: string, width: number): string[] {
  const room = Math.max(2, width);
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of plain(text)
    .split(' ')
    .flatMap((long) => breakWord(long, room))) {
    const columns = columnsOf(word);
    if (line !== '' && used + 1 + columns > room) {
      lines.push(line);
      line = '';
      used = 0;
    }
    used += columns + (line === '' ? 0 : 1);
    line += line === '' ? word : ` ${word}`;
  }
  return line === '' ? lines : [...lines, line];
}
