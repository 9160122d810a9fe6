/** Small signs that mean the same in every picture and its legend. x and y are the centre, in CSS pixels. */
import { el, join, round, type Svg } from './svg.ts';
import type { Firmness, Palette } from './theme.ts';

/** What did not happen. */
export const cross = (x: number, y: number, palette: Palette, radius = 5): Svg => {
  const [left, right, top, bottom] = [x - radius, x + radius, y - radius, y + radius].map(round);
  const d = `M${left} ${top}L${right} ${bottom}M${right} ${top}L${left} ${bottom}`;
  return join(
    el('path', { d, stroke: palette.card, 'stroke-width': 5.5, 'stroke-linecap': 'round' }),
    el('path', { d, stroke: palette.mark, 'stroke-width': 2.4, 'stroke-linecap': 'round' }),
  );
};

/** An event; hollow where it is not stated as fact. */
export function diamond(x: number, y: number, palette: Palette, firmness: Firmness = 'firm', radius = 5): Svg {
  const d = `M${round(x)} ${round(y - radius)}L${round(x + radius)} ${round(y)}L${round(x)} ${round(y + radius)}L${round(x - radius)} ${round(y)}Z`;
  return firmness === 'firm'
    ? el('path', { d, fill: palette.mark, stroke: palette.card, 'stroke-width': 1.5, 'paint-order': 'stroke' })
    : el('path', { d, fill: palette.card, stroke: palette.mark, 'stroke-width': 1.5 });
}

/** Dashes of whatever is not stated as fact. */
export const DASHES = '5 3.5';
