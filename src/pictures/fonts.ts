/** The pictures' one font, measured without reading it: widths stand in `fonts/metrics.json`, made with the font by `scripts/fonts.ts`. */
import anyAscii from 'any-ascii';
import metrics from './fonts/metrics.json' with { type: 'json' };

export type Weight = 400 | 600;
/** As the font files name it, then what a browser has when it opens the SVG without them. */
export const FONT_FAMILY = "Inter, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
/** Beside this folder's `metrics.json`; whoever makes PNGs reads them. */
export const FONT_FILES = ['Inter-Regular.ttf', 'Inter-SemiBold.ttf'] as const;

/** Stands for a character that neither the font nor the transliteration knows. */
const UNKNOWN = '□';

/** First code point, then the widths of it and of those after it, in thousandths of an em. */
type Runs = readonly (readonly [number, readonly number[]])[];
const { 400: regular, 600: semibold } = metrics as unknown as Readonly<Record<Weight, Runs>>;

const widthsOf = (runs: Runs): ReadonlyMap<number, number> =>
  new Map(runs.flatMap(([first, widths]) => widths.map((width, index) => [first + index, width / 1000] as const)));

const WIDTHS: Readonly<Record<Weight, ReadonlyMap<number, number>>> = { 400: widthsOf(regular), 600: widthsOf(semibold) };

/** Whether the font draws a character. */
export const draws = (character: string): boolean => WIDTHS[400].has(character.codePointAt(0) ?? 0);

/** Marks that change how other characters are shown and draw nothing: bidirectional controls, joiners, variation selectors, soft hyphens. */
const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

const drawable = (character: string): string => {
  if (draws(character)) return character;
  // A letter without its mark is still read; a mark alone is not.
  if (/\p{M}/u.test(character)) return '';
  const latin = anyAscii(character);
  return latin !== '' && [...latin].every(draws) ? latin : UNKNOWN;
};

/**
 * The text as the font can draw it: on one line, with scripts that it lacks written in Latin letters and what has none as a box.
 */
export const printable = (text: string): string => {
  const line = text
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(/[^\S\u00a0]+/g, ' ');
  return [...line].map(drawable).join('');
};

/** Whether some of the text is drawn in other letters than it is written in. */
export const isRewritten = (text: string): boolean =>
  [
    ...text
      .normalize('NFC')
      .replace(INVISIBLE, '')
      .replace(/[^\S\u00a0]+/g, ' '),
  ].some((one) => !draws(one));

/** Width of a line of text in CSS pixels, without kerning, which mostly makes it narrower. @param size in CSS pixels. */
export function widthOf(text: string, size: number, weight: Weight = 400): number {
  let width = 0;
  for (const character of printable(text)) width += WIDTHS[weight].get(character.codePointAt(0) ?? 0) ?? 0;
  return width * size;
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The text as far as it fits, with an ellipsis where it was cut. @param most in CSS pixels. */
export function fitted(text: string, size: number, most: number, weight: Weight = 400): string {
  const line = printable(text).trim();
  if (widthOf(line, size, weight) <= most) return line;
  const parts = [...graphemes.segment(line)].map(({ segment }) => segment);
  while (parts.length > 0 && widthOf(`${parts.join('').trimEnd()}…`, size, weight) > most) parts.pop();
  return `${parts.join('').trimEnd()}…`;
}

/** Words in lines that fit; the last line is cut when there are more than `lines`. @param most width in CSS pixels. */
export function wrapped(text: string, size: number, most: number, { weight = 400, lines = 99 }: { weight?: Weight; lines?: number } = {}): string[] {
  const found: string[] = [];
  const words = printable(text).trim().split(' ');
  for (const [index, word] of words.entries()) {
    const longer = found.length === 0 ? word : `${found.at(-1)} ${word}`;
    if (found.length > 0 && widthOf(longer, size, weight) <= most) found[found.length - 1] = longer;
    else if (found.length < lines) found.push(fitted(word, size, most, weight));
    else return [...found.slice(0, -1), fitted(`${found.at(-1)} ${words.slice(index).join(' ')}`, size, most, weight)];
  }
  return found;
}
