/** A timeline's lanes, one below the other, on its grid. */
import type { Deal, Fact } from '../../base/schema.ts';
import { PAD, WIDTH } from '../card.ts';
import { widthOf, wrapped } from '../fonts.ts';
import { standingOf } from '../select.ts';
import type { SupplierSeries } from '../series.ts';
import { el, join, type Svg } from '../svg.ts';
import { lines, SIZES, text } from '../text.ts';
import type { Palette } from '../theme.ts';
import { drawAxis, drawGrid } from './axis.ts';
import type { Bar } from './bars.ts';
import { drawDeal } from './deal.ts';
import { drawEvent, eventsHeight, type Numbers } from './events.ts';
import { type Density, heightOf, type Lane } from './lanes.ts';
import type { Part } from './part.ts';
import type { Scale } from './time.ts';

/** CSS pixels: the narrowest and the widest names of lanes, the room behind them and that for numbers. */
const [NARROW, WIDE, BEHIND, NUMBER] = [72, 150, 14, 26];

/** Where bars begin, so that these names stand before them. In CSS pixels. */
export const leftOf = (names: readonly string[]): number =>
  PAD + Math.max(NARROW, ...names.map((name) => Math.min(WIDE, widthOf(name, SIZES.body, 600)))) + BEHIND + NUMBER;

export interface Lanes {
  lanes: readonly Lane[];
  density: Density;
  events: readonly Bar<Fact>[];
  /** Each event's number, when they are few enough for numbers. */
  numbers: Numbers;
}

/** One row of the drawing: events, or the deals of one recipient. */
interface Row {
  name: string;
  /** How many of it happened, or may have. */
  n: number;
  height: number;
  /** What stands in it, when it begins at `top`. */
  parts(top: number): Part[];
}

const countOf = (bars: readonly Bar<Deal | Fact>[]): number => bars.filter(({ of }) => standingOf(of) !== 'negative').length;

function rowsOf({ lanes, density, events, numbers }: Lanes, scale: Scale, series: SupplierSeries, palette: Palette): Row[] {
  const drawEvents = (top: number) => events.map((one) => drawEvent(one, top, numbers, scale, palette));
  return [
    ...(events.length > 0 ? [{ name: 'Events', n: countOf(events), height: eventsHeight(events, numbers), parts: drawEvents }] : []),
    ...lanes.map((lane) => ({
      name: lane.name,
      n: countOf(lane.bars),
      height: heightOf(lane, density),
      parts: (top: number) => lane.bars.map((own) => drawDeal(own, top, density, series, palette)),
    })),
  ];
}

const band = (y: number, height: number, palette: Palette): Svg => el('rect', { x: 0, y, width: WIDTH, height, fill: palette.panel });

/** A lane's name and number; none where nothing happened. @param left where bars begin. */
function laneName(name: string, n: number, y: number, height: number, left: number, palette: Palette): Svg {
  const rows = wrapped(name, SIZES.body, left - PAD - BEHIND - NUMBER + 2, { weight: 600, lines: 2 });
  const first = y + Math.min(height / 2, 26) + 4.5;
  return join(
    lines(rows, left - BEHIND - NUMBER, first - (rows.length - 1) * 8, 16, { weight: 600, anchor: 'end', fill: palette.text }),
    n === 0 ? undefined : text(String(n), left - BEHIND, first, { size: SIZES.small, anchor: 'end', fill: palette.quiet }),
  );
}

/** Everything from the drawing's top to the labels of its axis, and how high that is in CSS pixels. */
export function drawLanes(shown: Lanes, scale: Scale, series: SupplierSeries, palette: Palette): { svg: Svg; height: number } {
  let bottom = 0;
  const rows = rowsOf(shown, scale, series, palette).map(({ name, n, height, parts: partsAt }) => {
    const y = bottom;
    bottom += height;
    return { name, n, y, height, parts: partsAt(y) };
  });
  const parts = rows.flatMap((row) => row.parts);
  const bands = rows.filter((_, index) => index % 2 === 0).map(({ y, height }) => band(y, height, palette));
  const taken = parts.map((part) => part.taken);
  const names = rows.map(({ name, n, y, height }) => laneName(name, n, y, height, scale.x(scale.from), palette));
  const below = drawAxis(scale, bottom, palette);
  const svg = join(
    bands,
    drawGrid(scale, bottom, taken, palette),
    parts.map((part) => part.svg),
    names,
    below.svg,
  );
  return { svg, height: bottom + below.height };
}
