/** Bars that lie: one row for each recipient, supplier or status. */
import { type ScaleLinear, scaleLinear } from 'd3-scale';
import type { Deal } from '../../base/schema.ts';
import { INNER, PAD, WIDTH } from '../card.ts';
import { widthOf, wrapped } from '../fonts.ts';
import { cross } from '../marks.ts';
import type { SupplierSeries } from '../series.ts';
import { el, join, round, type Svg } from '../svg.ts';
import { lines, SIZES, text } from '../text.ts';
import type { Palette } from '../theme.ts';
import { block, LEAST_BLOCK, runsOf, type Saying } from './blocks.ts';
import type { Group } from './groups.ts';

/** CSS pixels: a row, its bar, the widest name, the widest block, the room behind the bars for their numbers. */
const [ROW, BAR, NAME, BLOCK, BEHIND] = [42, 30, 168, 130, 40];
const CROSS = 26;

export interface RowScale {
  /** Records to pixels from the card's left edge; it begins where bars do. */
  x: ScaleLinear<number, number>;
  /** Width of one record. */
  block: number;
}

export function rowScale(groups: readonly Group[]): RowScale {
  const names = Math.min(NAME, Math.max(...groups.map(({ name }) => widthOf(name, SIZES.label, 600))));
  const most = Math.max(1, ...groups.map(({ counted }) => counted.length));
  const left = PAD + Math.max(84, names) + 14;
  const crosses = groups.some(({ negative }) => negative.length > 0) ? CROSS * 2 : 0;
  const block = Math.min(BLOCK, (PAD + INNER - BEHIND - crosses - left) / most);
  return { x: scaleLinear([0, most], [left, left + most * block]), block };
}

/** The blocks of one bar, or, where they would be too narrow, an area for each run of like ones. */
function bar({ counted, supplier }: Group, y: number, { x, block: width }: RowScale, saying: Saying, series: SupplierSeries, palette: Palette): Svg {
  const own = (deal: Deal) => (supplier === undefined ? series.of(deal) : series.bySupplier(supplier));
  const single = width >= LEAST_BLOCK;
  const parts = single ? counted.map((deal) => ({ deal, n: 1 })) : runsOf(counted, own);
  let before = 0;
  return join(
    parts.map(({ deal, n }) => {
      const at = { x: x(before), y, width: width * n - (single ? Math.min(3, width / 4) : 0), height: BAR };
      before += n;
      return block(deal, at, single ? saying.of(deal) : '', own(deal), palette);
    }),
  );
}

/** A cross for what did not happen, with a number when it is not alone. */
function crosses(n: number, x: number, y: number, palette: Palette): Svg | undefined {
  if (n === 0) return undefined;
  return join(cross(x + 6, y, palette), n > 1 ? text(String(n), x + 17, y + 5, { size: SIZES.label, weight: 600, fill: palette.text }) : undefined);
}

function row(group: Group, y: number, scale: RowScale, saying: Saying, series: SupplierSeries, palette: Palette): Svg {
  const names = wrapped(group.name, SIZES.label, NAME, { weight: 600, lines: 2 });
  const middle = y + ROW / 2;
  const [left, end] = [scale.x(0) - 14, scale.x(group.counted.length) + 8];
  const number = String(group.counted.length);
  return join(
    lines(names, left, middle + 5 - (names.length - 1) * 8, 16, {
      size: SIZES.label,
      weight: 600,
      anchor: 'end',
      fill: group.unstated ? palette.quiet : palette.text,
    }),
    bar(group, middle - BAR / 2, scale, saying, series, palette),
    text(number, end, middle + 5, { size: SIZES.label, weight: 600, fill: palette.text }),
    crosses(group.negative.length, end + widthOf(number, SIZES.label, 600) + 12, middle, palette),
  );
}

/** The bars from the drawing's top, and how high they are together. */
export function drawRows(groups: readonly Group[], scale: RowScale, saying: Saying, series: SupplierSeries, palette: Palette): { svg: Svg; height: number } {
  const height = groups.length * ROW;
  const axis = el('path', { d: `M${round(scale.x(0) - 6)} 2V${height - 2}`, stroke: palette.grid, 'stroke-width': 1.5 });
  const bands = groups.flatMap((_, index) => (index % 2 === 0 ? [el('rect', { x: 0, y: index * ROW, width: WIDTH, height: ROW, fill: palette.panel })] : []));
  return { svg: join(bands, axis, ...groups.map((group, index) => row(group, index * ROW, scale, saying, series, palette))), height };
}
