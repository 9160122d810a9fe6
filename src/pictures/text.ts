/** Text in a picture: escaped, in letters that the font has, in a size that is still read in a chat. */
import { FONT_FAMILY, printable, type Weight, widthOf } from './fonts.ts';
import { el, escapeXml, join, type Svg } from './svg.ts';

/** Sizes in CSS pixels. Discord shows a picture of 680 px some 550 px wide, so nothing is smaller than `small`. */
export const SIZES = { title: 21, label: 14, body: 13.5, small: 12.5 } as const;

export interface TextLook {
  /** In CSS pixels. */
  size?: number;
  weight?: Weight;
  fill: string;
  anchor?: 'start' | 'middle' | 'end';
  /** Colour of a rim that parts the text from what lies under it. */
  halo?: string;
}

/** One line of text; y is its baseline. */
export function text(content: string, x: number, y: number, { size = SIZES.body, weight = 400, fill, anchor, halo }: TextLook): Svg {
  const rim = halo === undefined ? {} : { stroke: halo, 'stroke-width': size / 4, 'stroke-linejoin': 'round', 'paint-order': 'stroke' };
  return el(
    'text',
    { x, y, 'font-size': size, 'font-weight': weight === 400 ? undefined : weight, fill, 'text-anchor': anchor === 'start' ? undefined : anchor, ...rim },
    escapeXml(printable(content)),
  );
}

/** One line of text on a plate of the ground's colour: on hatching, a rim alone leaves letters hard to read. */
export function plated(content: string, x: number, y: number, ground: string, look: TextLook): Svg {
  const { size = SIZES.body, weight = 400, anchor = 'start' } = look;
  const width = widthOf(content, size, weight);
  const left = anchor === 'start' ? x : anchor === 'middle' ? x - width / 2 : x - width;
  // Capitals reach 0.73 em up, tails 0.2 em down.
  const plate = { x: left - 4, y: y - size * 0.73 - 2.5, width: width + 8, height: size * 0.93 + 4 };
  return join(el('rect', { ...plate, rx: 3, fill: ground }), text(content, x, y, look));
}

/** Lines one below the other; y is the first baseline. @param step from baseline to baseline, in CSS pixels. */
export const lines = (contents: readonly string[], x: number, y: number, step: number, look: TextLook): Svg =>
  join(contents.map((content, index) => text(content, x, y + index * step, look)));

/** What all text in a document takes from its root. */
export const ROOT_TEXT = { 'font-family': FONT_FAMILY, 'font-size': SIZES.body } as const;
