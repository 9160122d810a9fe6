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

/** CSS pixels: the widest column, the highest block, the highest column, the room above for numbers, and for crosses. */
const [COLUMN, BLOCK, HIGHEST, ABOVE, CROSSES] = [124, 30, 280, 26, 22];

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

/** Number of the column, and above it a cross for what did not happen. */
function topOf(group: Group, x: number, y: number, palette: Palette): Svg {
  const n = group.negative.length;
  return join(
    group.counted.length === 0
      ? undefined
      : text(String(group.counted.length), x, y - 6, { size: SIZES.label, weight: 600, anchor: 'middle', fill: palette.text }),
    n === 0 ? undefined : cross(n > 1 ? x - 7 : x, y - (group.counted.length === 0 ? 12 : 30), palette, 4.5),
    n > 1 ? text(String(n), x + 8, y - (group.counted.length === 0 ? 7 : 25), { size: SIZES.small, anchor: 'middle', fill: palette.text }) : undefined,
  );
}

/** Every how many columns a year is written, so that no two touch. */
const written = (groups: readonly Group[], pitch: number): number => Math.ceil((Math.max(...groups.map(({ name }) => widthOf(name, SIZES.body))) + 8) / pitch);

/** The columns from the drawing's top, and how high they are with their years. */
export function drawColumns(
  groups: readonly Group[],
  scale: ColumnScale,
  saying: Saying,
  series: SupplierSeries,
  palette: Palette,
): { svg: Svg; height: number } {
  const most = Math.max(1, ...groups.map(({ counted }) => counted.length));
  const crosses = groups.some(({ negative }) => negative.length > 0) ? CROSSES : 0;
  const bottom = ABOVE + crosses + most * scale.block;
  const every = written(groups, scale.pitch);
  const columns = groups.map((group, index) => {
    const x = scale.left + index * scale.pitch + (scale.pitch - scale.width) / 2;
    const middle = x + scale.width / 2;
    return join(
      stack(group, x, bottom - 2, scale, saying, series, palette),
      topOf(group, middle, bottom - 2 - group.counted.length * scale.block, palette),
      index % every === 0 ? text(group.name, middle, bottom + 20, { anchor: 'middle', fill: palette.text }) : undefined,
    );
  });
  const axis = el('path', { d: `M${PAD} ${bottom}H${WIDTH - PAD}`, stroke: palette.quiet, 'stroke-width': 1.2 });
  return { svg: join(...columns, axis), height: bottom + 30 };
}
