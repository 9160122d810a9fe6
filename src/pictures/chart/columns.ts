/** Bars that stand: one for each year, or for several years where there are many. */
import { type ScaleBand, type ScaleLinear, scaleBand, scaleLinear } from 'd3-scale';
import { INNER, PAD, WIDTH } from '../card.ts';
import { widthOf } from '../fonts.ts';
import { cross } from '../marks.ts';
import type { SupplierSeries } from '../series.ts';
import { el, join, type Svg } from '../svg.ts';
import { SIZES, text } from '../text.ts';
import type { Palette } from '../theme.ts';
import { block, LEAST_BLOCK, runsOf, type Saying } from './blocks.ts';
import type { Group } from './groups.ts';

/** Room between the lowest blocks and the axis, in CSS pixels. */
const FOOT = 2;
/** CSS pixels: the widest column, the highest block, the highest column, the room above for numbers. */
const [COLUMN, BLOCK, HIGHEST, ABOVE] = [124, 30, 280, 26];

export interface ColumnScale {
  /** Columns by name, to pixels from the card's left edge. */
  x: ScaleBand<string>;
  /** Records to pixels from the drawing's top; it begins at the columns' foot. */
  y: ScaleLinear<number, number>;
  /** Height of one record. */
  block: number;
}

export function columnScale(groups: readonly Group[]): ColumnScale {
  const pitch = Math.min(COLUMN + 16, INNER / groups.length);
  const gap = Math.min(16 / pitch, 0.25);
  const side = (INNER - pitch * groups.length) / 2;
  const x = scaleBand([PAD + side, PAD + INNER - side])
    .domain(groups.map(({ name }) => name))
    .paddingInner(gap)
    .paddingOuter(gap / 2);
  const most = Math.max(1, ...groups.map(({ counted }) => counted.length));
  const block = Math.min(BLOCK, HIGHEST / most);
  return { x, y: scaleLinear([0, most], [ABOVE + most * block, ABOVE]), block };
}

function stack(group: Group, { x: columns, y, block: high }: ColumnScale, saying: Saying, series: SupplierSeries, palette: Palette): Svg {
  const single = high >= LEAST_BLOCK;
  const parts = single ? group.counted.map((deal) => ({ deal, n: 1 })) : runsOf(group.counted, series.of);
  const [x, width, gap] = [columns(group.name) ?? 0, columns.bandwidth(), single ? Math.min(3, high / 4) : 0];
  let below = 0;
  return join(
    parts.map(({ deal, n }) => {
      below += n;
      return block(deal, { x, y: y(below) - FOOT, width, height: high * n - gap }, single ? saying.of(deal) : '', series.of(deal), palette);
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

/** The years that are written: as many as stand side by side, and round ones where not all do. */
function written(names: readonly string[], { x }: ColumnScale): ReadonlySet<string> {
  const room = Math.max(...names.map((name) => widthOf(name, SIZES.body))) + 8;
  const [first, last] = [names[0], names.at(-1)].map(Number) as [number, number];
  const years = scaleLinear([first, last], [0, x.step() * (names.length - 1)]);
  const columns = new Set(names);
  const counts = Array.from({ length: names.length }, (_, index) => names.length - index);
  const fitting = counts
    .map((count) => years.ticks(count).filter((year) => columns.has(String(year))))
    .find((ticks) => ticks.every((year, index) => index === 0 || years(year) - years(ticks[index - 1] as number) >= room));
  return new Set((fitting ?? [first]).map(String));
}

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
  const { x, y } = scale;
  const [bottom, [, most = 1]] = [y(0), y.domain()];
  const years = written(
    groups.map(({ name }) => name),
    scale,
  );
  const [size, below] = [numberSize(groups, x.step()), bottom + crossRoom(groups)];
  const columns = groups.map((group) => {
    const n = group.counted.length;
    const middle = (x(group.name) ?? 0) + x.bandwidth() / 2;
    // Where there is no room for every number, the highest column has its own.
    const numbered = n > 0 && (size !== undefined || n === most);
    return join(
      stack(group, scale, saying, series, palette),
      numbered ? text(String(n), middle, y(n) - 8, { size: size ?? SIZES.small, weight: 600, anchor: 'middle', fill: palette.text }) : undefined,
      crossBelow(group.negative.length, middle, bottom + 13, palette),
      years.has(group.name) ? text(group.name, middle, below + 20, { anchor: 'middle', fill: palette.text }) : undefined,
    );
  });
  const axis = el('path', { d: `M${PAD} ${bottom}H${WIDTH - PAD}`, stroke: palette.quiet, 'stroke-width': 1.2 });
  return { svg: join(...columns, axis), height: below + 30 };
}
