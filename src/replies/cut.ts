/** Texts that are longer than their room, wherever that is. Room is counted in UTF-16 units, as Discord counts. */

const ELLIPSIS = '…';
/** A word may end this share of the way back; beyond, it is cut inside. */
const FURTHEST_BACK = 0.4;

/** The first units of a text; never half a character. */
export const firstOf = (text: string, most: number): string =>
  text.length <= most
    ? text
    : text
        .slice(0, most)
        .toWellFormed()
        .replace(/\ufffd$/, '');

/** The first units of a text that is longer, up to the end of a word where one ends nearby; no letter without its marks. */
export function beginningOf(text: string, most: number): string {
  const head = firstOf(text, most);
  const whole = /\s/.test(text[most] ?? ' ') ? head.length : head.search(/\s\S*$/);
  const end = whole >= most * (1 - FURTHEST_BACK) ? whole : head.length;
  return /^\p{M}/u.test(text.slice(end)) ? head.slice(0, end).replace(/.\p{M}*$/u, '') : head.slice(0, end);
}

/** A text that is longer, cut at a word, with "…": one unit more than asked for at most. */
export const shortened = (text: string, most: number): string => beginningOf(text, most).replace(/[\s,;:–—-]+$/, '') + ELLIPSIS;

/** All of a text that fits; else cut at a word, with "…". */
export const cutTo = (text: string, most: number): string => (text.length <= most ? text : shortened(text, most - 1));
