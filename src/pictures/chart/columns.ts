/** Bars that stand: one for each year, or for several years where there are many. */
import { INNER, PAD, WIDTH } from '../card.ts';
import { widthOf } from '../fonts.ts';
import { cross } from '../marks.ts';
import type { SupplierSeries } from '../series.ts';
import { el, join, type Svg } from '../svg.ts';
import { SIZES, text } from '../text.ts';
import type { Palette } from '../theme.ts';
import { block, LEAST_BLOCK, runsOf, type Saying } from './blocks.ts';
import type { Group } from './groups.ts';

/** CSS pixels: the widest column, the highest block, the highest column, the room above for numbers. */
const [COLUMN, BLOCK, HIGHEST, ABOVE] = [124, 30, 280, 26];

export interface ColumnScale {
  left: number;
  /** From one column to the next, and how much of that is column. */
  pitch: number;
  width: number;
  block: number;
}

export function columnScale(groups: readonly Group[]): ColumnScale {
  const pitch = Math.min(COLUMN + 16, INNER / groups.length);
  const most = Math.max(1, ...groups.map(({ counted }) => counted.length));
  return { left: PAD + (INNER - pitch * groups.length) / 2, pitch, width: pitch - Math.min(16, pitch * 0.25), block: Math.min(BLOCK, HIGHEST / most) };
}

function stack(group: Group, x: number, bottom: number, scale: ColumnScale, saying: Saying, series: SupplierSeries, palette: Palette): Svg {
  const single = scale.block >= LEAST_BLOCK;
  const parts = single ? group.counted.map((deal) => ({ deal, n: 1 })) : runsOf(group.counted, series.of);
  let y = bottom;
  return join(
    parts.map(({ deal, n }) => {
      y -= scale.block * n;
      const gap = single ? Math.min(3, scale.block / 4) : 0;
      return block(deal, { x, y, width: scale.width, height: scale.block * n - gap }, single ? saying.of(deal) : '', series.of(deal), palette);
    }),
  );
}

/** The largest size in which the numbers stand side by side; undefined when there is none. */
const numberSize = (groups: readonly Group[], pitch: number): number | undefined =>
  [SIZES.label, SIZES.small].find((size) => groups.every(({ counted }) => widthOf(String(counted.length), size, 600) <= pitch - 2));

/** Below a column: a cross for what did not happen, and how many when it is not alone. */
const crossBelow = (n: number, x: number, y: number, palette: Palette): Svg | undefined =>
  n === 0
    ? undefined
    : join(cross(x, y, palette, 4), n > 1 ? text(String(n), x, y + 18, { size: SIZES.small, anchor: 'middle', fill: palette.text }) : undefined);

/** Every how many columns a year is written, so that no two touch. */
const written = (groups: readonly Group[], pitch: number): number => Math.ceil((Math.max(...groups.map(({ name }) => widthOf(name, SIZES.body))) + 8) / pitch);

/** Room below the columns for crosses and their numbers. */
function crossRoom(groups: readonly Group[]): number {
  const most = Math.max(...groups.map(({ negative }) => negative.length));
  return most === 0 ? 0 : most === 1 ? 18 : 34;
}

/** The columns from the drawing's top, and how high they are with their years. */
export function drawColumns(
  groups: readonly Group[],
  scale: ColumnScale,
  saying: Saying,
  series: SupplierSeries,
  palette: Palette,
): { svg: Svg; height: number } {
  const most = Math.max(1, ...groups.map(({ counted }) => counted.length));
  const bottom = ABOVE + most * scale.block;
  const [every, size, below] = [written(groups, scale.pitch), numberSize(groups, scale.pitch), bottom + crossRoom(groups)];
  const columns = groups.map((group, index) => {
    const [x, n] = [scale.left + index * scale.pitch + (scale.pitch - scale.width) / 2, group.counted.length];
    const middle = x + scale.width / 2;
    // Where there is no room for every number, the highest column has its own.
    const numbered = n > 0 && (size !== undefined || n === most);
    return join(
      stack(group, x, bottom - 2, scale, saying, series, palette),
      numbered
        ? text(String(n), middle, bottom - 8 - n * scale.block, { size: size ?? SIZES.small, weight: 600, anchor: 'middle', fill: palette.text })
        : undefined,
      crossBelow(group.negative.length, middle, bottom + 13, palette),
      index % every === 0 ? text(group.name, middle, below + 20, { anchor: 'middle', fill: palette.text }) : undefined,
    );
  });
  const axis = el('path', { d: `M${PAD} ${bottom}H${WIDTH - PAD}`, stroke: palette.quiet, 'stroke-width': 1.2 });
  return { svg: join(...columns, axis), height: below + 30 };
}
