/** A legend in rows: a swatch, then what it means. */
import { widthOf } from './fonts.ts';
import { cross, DASHES, diamond } from './marks.ts';
import { el, join, moved, type Svg } from './svg.ts';
import { SIZES, text } from './text.ts';
import type { Firmness, Paint, Palette } from './theme.ts';

/** Size of a swatch, in CSS pixels; a swatch is drawn from its upper left corner. */
const SWATCH = { width: 22, height: 14 } as const;
const [GAP, ROW] = [20, 25];

export interface LegendItem {
  swatch: Svg;
  label: string;
}

/** An area as the picture fills it. */
export const areaSwatch = (paint: Paint, firmness: Firmness = 'firm'): Svg =>
  el('rect', {
    x: 0.75,
    y: 0.75,
    width: SWATCH.width - 1.5,
    height: SWATCH.height - 1.5,
    rx: 3,
    fill: paint.fill(firmness),
    stroke: paint.hue.edge,
    'stroke-width': 1.5,
    'stroke-dasharray': firmness === 'soft' ? DASHES : undefined,
  });

export const crossSwatch = (palette: Palette): Svg => cross(SWATCH.width / 2, SWATCH.height / 2, palette);
export const diamondSwatch = (palette: Palette, firmness?: Firmness): Svg => diamond(SWATCH.width / 2, SWATCH.height / 2, palette, firmness);

/** The legend from its upper left corner, at most `width` wide, and how high it is. Both in CSS pixels. */
export function legend(items: readonly LegendItem[], width: number, palette: Palette): { svg: Svg; height: number } {
  let [x, y] = [0, 0];
  const placed = items.map(({ swatch, label }) => {
    const taken = SWATCH.width + 8 + widthOf(label, SIZES.body);
    if (x > 0 && x + taken > width) [x, y] = [0, y + ROW];
    const at = { x, y };
    x += taken + GAP;
    return moved(at.x, at.y, swatch, text(label, SWATCH.width + 8, 11.5, { fill: palette.text }));
  });
  return { svg: join(placed), height: items.length === 0 ? 0 : y + SWATCH.height };
}
