/** Small signs that mean the same in every picture and its legend. x and y are the centre, in CSS pixels. */
import { el, join, type Svg } from './svg.ts';
import type { Palette } from './theme.ts';

/** What did not happen. */
export const cross = (x: number, y: number, palette: Palette, radius = 5): Svg => {
  const d = `M${x - radius} ${y - radius}L${x + radius} ${y + radius}M${x + radius} ${y - radius}L${x - radius} ${y + radius}`;
  return join(
    el('path', { d, stroke: palette.card, 'stroke-width': 5.5, 'stroke-linecap': 'round' }),
    el('path', { d, stroke: palette.mark, 'stroke-width': 2.4, 'stroke-linecap': 'round' }),
  );
};

/** An event. */
export const diamond = (x: number, y: number, palette: Palette, radius = 5): Svg =>
  el('path', {
    d: `M${x} ${y - radius}L${x + radius} ${y}L${x} ${y + radius}L${x - radius} ${y}Z`,
    fill: palette.mark,
    stroke: palette.card,
    'stroke-width': 1.5,
    'paint-order': 'stroke',
  });

/** Dashes of whatever is not stated as fact. */
export const DASHES = '5 3.5';
