/** Pieces of a timeline's drawing, each with the room that it takes. */
import { el, join, round, type Svg } from '../svg.ts';
import type { Palette } from '../theme.ts';
import { type Bar, LEAST_TIPPED } from './bars.ts';

/** What stands on a stretch of the drawing, in CSS pixels: no line of the grid runs there. */
export interface Taken {
  from: number;
  to: number;
  top: number;
  bottom: number;
}

export interface Part {
  svg: Svg;
  taken: Taken;
}

/** Tips that point on where a bar's time does not end. */
export function tips({ on, x, width }: Pick<Bar<unknown>, 'on' | 'x' | 'width'>, middle: number, palette: Palette): Svg | undefined {
  const tip = (at: number, side: number) => `M${round(at)} ${round(middle - 3.5)}l${3.5 * side} 3.5l${-3.5 * side} 3.5`;
  const d = [on.before ? tip(x + 8, -1) : '', on.after ? tip(x + width - 8, 1) : ''].join('');
  if (d === '' || width < LEAST_TIPPED) return undefined;
  const line = { d, fill: 'none', 'stroke-linecap': 'round', 'stroke-linejoin': 'round' };
  return join(el('path', { ...line, stroke: palette.card, 'stroke-width': 5 }), el('path', { ...line, stroke: palette.text, 'stroke-width': 2 }));
}
