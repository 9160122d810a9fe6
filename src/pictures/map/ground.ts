/** What lies under a map's arrows and names: land, shades and borders. */
import type { GeoPath } from 'd3-geo';
import type { Point } from '../labels.ts';
import { el, join, type Svg } from '../svg.ts';
import type { Palette } from '../theme.ts';
import { theWorld } from './geography/world.ts';
import type { Grid } from './grid.ts';
import type { Shade } from './shading.ts';

/** By the codes of countries. */
export type Shades = ReadonlyMap<string, readonly Shade[]>;

const tenth = (value: number): number => Math.round(value * 10) / 10;

/** Closed outlines as path data. */
const outline = (lines: readonly (readonly Point[])[]): string =>
  lines.map((line) => `M${line.map(({ x, y }) => `${tenth(x)} ${tenth(y)}`).join('L')}Z`).join('');

/** All land in one path, so that no seam shows between neighbours. */
export const ground = ({ outlines }: Grid, palette: Palette): Svg => el('path', { d: outline([...outlines.values()].flat()), fill: palette.land });

export function shaded({ outlines }: Grid, shades: Shades): Svg {
  const fills = [...shades].flatMap(([code, own]) => {
    const lines = outlines.get(code);
    return lines ? own.map(({ fill, opacity }) => el('path', { d: outline(lines), fill, 'fill-opacity': opacity })) : [];
  });
  return join(fills);
}

/** Lines between countries of the trade stand out; dashed lines say that they are not agreed. */
export function borders(path: GeoPath, { outlines }: Grid, shades: Shades, palette: Palette): Svg {
  const seen = theWorld().borders.filter(({ between }) => between.every((code) => outlines.has(code)));
  const lines = (wanted: boolean, ofTrade: boolean) => {
    const found = seen.filter(({ between, dashed }) => dashed === wanted && between.some((code) => shades.has(code)) === ofTrade);
    return path({ type: 'MultiLineString', coordinates: found.flatMap(({ shape }) => shape.coordinates) }) ?? '';
  };
  const line = (wanted: string, attributes: Record<string, string | number>): Svg | undefined =>
    wanted === '' ? undefined : el('path', { d: wanted, fill: 'none', 'stroke-linejoin': 'round', ...attributes });
  return join(
    line(lines(false, false), { stroke: palette.border, 'stroke-width': 0.7 }),
    line(lines(true, false), { stroke: palette.border, 'stroke-width': 0.9, 'stroke-dasharray': '2 2' }),
    line(lines(false, true), { stroke: palette.border, 'stroke-width': 1.2 }),
    line(lines(true, true), { stroke: palette.text, 'stroke-width': 1, 'stroke-opacity': 0.75, 'stroke-dasharray': '2 2.5' }),
  );
}
