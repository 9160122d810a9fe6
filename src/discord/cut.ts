/** Texts cut to the room there is: at a word, with "…". Room is counted in UTF-16 units, as Discord counts. */
import { beginningOf, firstOf, shortened } from '../replies/cut.ts';
import { escaped, plain } from './markdown.ts';

/** The greatest number up to a bound for which something holds; 0 when it holds for none. It must not hold again beyond. */
function greatest(most: number, holds: (n: number) => boolean): number {
  let [fits, over] = [0, most + 1];
  while (over - fits > 1) {
    const middle = (fits + over) >> 1;
    if (holds(middle)) fits = middle;
    else over = middle;
  }
  return fits;
}

/** The longest beginning of a text that fits, once dressed for its place; all of it when it does. */
function fitting(text: string, most: number, dress: (text: string) => string): string {
  if (most < 1) return '';
  const all = dress(text);
  if (all.length <= most) return all;
  const fits = greatest(Math.min(text.length, most), (units) => dress(shortened(text, units)).length <= most);
  return dress(shortened(text, fits));
}

/** Escaped text in pieces of at most so many units each, parted at words and not cut. */
export function escapedPieces(text: string, most: number): string[] {
  const pieces: string[] = [];
  for (let left = plain(text); left !== ''; ) {
    const fits = escaped(left).length <= most ? left.length : greatest(most, (units) => escaped(beginningOf(left, units)).length <= most);
    // Nothing is left out: what can't be parted at a word is parted inside.
    const piece = (fits === left.length ? left : beginningOf(left, fits)) || firstOf(left, Math.max(2, fits));
    pieces.push(escaped(piece));
    left = left.slice(piece.length).trimStart();
  }
  return pieces;
}

/** Plain text of at most so many units: for author lines, footers, buttons. */
export const plainCut = (text: string, most: number): string => fitting(plain(text), most, (part) => part);

/** Escaped text of at most so many units, escapes counted. */
export const escapedCut = (text: string, most: number): string => fitting(plain(text), most, escaped);

/** Stands where a text shows nothing at all: Discord takes no empty title and no empty field. */
export const BLANK = '—';

/** The same for titles and fields, never empty. */
export const cell = (text: string, most: number): string => escapedCut(text, most) || BLANK;

/** One paragraph of a description, which can be had shorter. */
export interface Block {
  /** Its text in at most so many units; empty when there is nothing to say in so few. */
  text(most: number): string;
  /** Units that it may take while others want room. */
  most: number;
  /** What stands between it and the block before; two line breaks unless told. */
  gap?: string;
}

/** A block that is said whole or not at all: what must never be cut, such as a status. */
export const whole = (text: string, gap?: string): Block => ({
  text: (most) => (text.length <= most ? text : ''),
  most: text.length,
  ...(gap !== undefined && { gap }),
});

/** A block of escaped text, with something before and after it that is never cut. */
export function prose(text: string, most: number, { before = '', after = '', gap }: { before?: string; after?: string; gap?: string } = {}): Block {
  const frame = before.length + after.length;
  return {
    text: (room) => {
      const words = escapedCut(text, room - frame);
      return words === '' ? '' : before + words + after;
    },
    most: most + frame,
    ...(gap !== undefined && { gap }),
  };
}

const PARAGRAPH = '\n\n';

/**
 * Blocks as one text of at most so many units. Each has what it asks for; what is left over goes to the later ones, and a block without
 * room is left out.
 */
export function fill(blocks: readonly Block[], room: number): string {
  let text = '';
  for (const [index, block] of blocks.entries()) {
    const gap = text === '' ? '' : (block.gap ?? PARAGRAPH);
    // What comes after is promised what it asks for, as far as that goes.
    const promised = blocks.slice(index + 1).reduce((sum, later) => sum + later.most + PARAGRAPH.length, 0);
    const left = room - text.length - gap.length;
    const said = block.text(Math.max(Math.min(left, block.most), left - promised));
    if (said !== '') text += gap + said;
  }
  return text;
}
