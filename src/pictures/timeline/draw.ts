/** A timeline's lanes, bars and grid. No line of the grid runs through a label or a bar. */
import type { Deal, Fact } from '../../base/schema.ts';
import { PAD, WIDTH } from '../card.ts';
import { widthOf, wrapped } from '../fonts.ts';
import { cross, DASHES, diamond } from '../marks.ts';
import { standingOf } from '../select.ts';
import type { SupplierSeries } from '../series.ts';
import { el, join, round, type Svg } from '../svg.ts';
import { lines, SIZES, text } from '../text.ts';
import type { Palette } from '../theme.ts';
import { type Bar, LEAST_TIPPED, reach } from './bars.ts';
import { DISC_WIDTH, disc } from './events.ts';
import { type Density, heightOf, type Lane } from './lanes.ts';
import { type Scale, yearOfDay } from './time.ts';

/** CSS pixels: the narrowest and the widest names of lanes, the room behind them and that for numbers, and the height of the axis. */
const [NARROW, WIDE, BEHIND, NUMBER, AXIS] = [72, 150, 14, 26, 26];

/** Where bars begin, so that these names stand before them. In CSS pixels. */
export const leftOf = (names: readonly string[]): number =>
  PAD + Math.max(NARROW, ...names.map((name) => Math.min(WIDE, widthOf(name, SIZES.body, 600)))) + BEHIND + NUMBER;

/** Days from which a date counts as inexact: its bar is paler, so that length does not look like weight. */
const INEXACT = 62;
/** A bar too short for dashes, in CSS pixels. */
const SHORT = 18;
/** How much of its colour such a bar keeps; the text inside it is the card's own, and a test holds the contrast. */
export const PALE = 0.36;

export interface Lanes {
  lanes: readonly Lane[];
  density: Density;
  events: readonly Bar<Fact>[];
  /** Each event's number, when they are few enough for numbers. */
  numbers: ReadonlyMap<Fact, number>;
}

/** What stands on a stretch of the drawing: no line of the grid runs there. */
interface Taken {
  from: number;
  to: number;
  top: number;
  bottom: number;
}

interface Part {
  svg: Svg;
  taken: readonly Taken[];
}

/** Tips that point on where a bar's time does not end. */
function tips({ on, x, width }: Pick<Bar<unknown>, 'on' | 'x' | 'width'>, middle: number, palette: Palette): Svg | undefined {
  const tip = (at: number, side: number) => `M${round(at)} ${round(middle - 3.5)}l${3.5 * side} 3.5l${-3.5 * side} 3.5`;
  const d = [on.before ? tip(x + 8, -1) : '', on.after ? tip(x + width - 8, 1) : ''].join('');
  if (d === '' || width < LEAST_TIPPED) return undefined;
  const line = { d, fill: 'none', 'stroke-linecap': 'round', 'stroke-linejoin': 'round' };
  return join(el('path', { ...line, stroke: palette.card, 'stroke-width': 5 }), el('path', { ...line, stroke: palette.text, 'stroke-width': 2 }));
}

function bar({ of: deal, span, x, width, row, on, label }: Bar<Deal>, top: number, density: Density, series: SupplierSeries, palette: Palette): Part {
  const y = top + density.pad + row * density.row;
  const height = density.bar;
  const standing = standingOf(deal);
  const { paint } = series.of(deal);
  const [soft, pale] = [standing !== 'firm', span.to - span.from > INEXACT];
  const look =
    standing === 'negative'
      ? { fill: 'none', stroke: palette.quiet }
      : { fill: paint.fill(soft ? 'soft' : 'firm'), stroke: paint.hue.edge, 'fill-opacity': pale && !soft ? PALE : undefined };
  const [from, to] = reach({ x, width, ...(label ? { label } : {}) });
  const svg = join(
    el('rect', {
      x,
      y,
      width,
      height,
      rx: Math.min(5, height / 2, width / 2),
      'stroke-width': 1.3,
      'stroke-dasharray': soft && width > SHORT ? DASHES : undefined,
      ...look,
    }),
    tips({ on, x, width }, y + height / 2, palette),
    standing === 'negative'
      ? cross(x + (on.before && width > 40 ? 12 : 0) + Math.min(width / 2, 10), y + height / 2, palette, Math.min(4.5, height / 2))
      : undefined,
    label &&
      text(label.text, label.x, y + height / 2 + 4.5, { size: SIZES.small, fill: palette.text, ...(soft && label.inside ? { halo: palette.card } : {}) }),
  );
  return { svg, taken: [{ from: from - 3, to: to + 3, top: y - 2, bottom: y + height + 2 }] };
}

function event({ of: fact, x, width, row, span, on }: Bar<Fact>, top: number, numbers: Lanes['numbers'], scale: Scale, palette: Palette): Part {
  const y = top + 17 + row * eventStep(numbers);
  const [from, to] = [scale.x(span.from), scale.x(span.to)];
  const middle = x + width / 2;
  const n = numbers.get(fact);
  const svg = join(
    to - from > DISC_WIDTH
      ? el('rect', { x: from + 1, y: y - 3.5, width: to - from - 2, height: 7, rx: 3.5, fill: palette.mark, 'fill-opacity': 0.3, stroke: palette.mark })
      : undefined,
    to - from > 3 * DISC_WIDTH ? tips({ on, x: from + 1, width: to - from - 2 }, y, palette) : undefined,
    n === undefined ? diamond(middle, y, palette) : disc(n, middle, y, palette),
  );
  return { svg, taken: [{ from: Math.min(x, from) - 2, to: Math.max(x + width, to) + 2, top: y - 10, bottom: y + 10 }] };
}

/** A vertical line from top to bottom that leaves out what is taken. */
function gridLine(x: number, top: number, bottom: number, taken: readonly Taken[], palette: Palette, strong: boolean): Svg {
  let y = top;
  let d = '';
  for (const one of taken.filter(({ from, to }) => x >= from && x <= to).sort((a, b) => a.top - b.top)) {
    if (one.top > y) d += `M${round(x)} ${round(y)}V${round(one.top)}`;
    y = Math.max(y, one.bottom);
  }
  if (y < bottom) d += `M${round(x)} ${round(y)}V${round(bottom)}`;
  return el('path', { d, stroke: palette.grid, 'stroke-width': strong ? 1.4 : 0.8 });
}

const band = (index: number, y: number, height: number, palette: Palette): Svg | undefined =>
  index % 2 === 0 ? el('rect', { x: 0, y, width: WIDTH, height, fill: palette.panel }) : undefined;

/** A lane's name and how many bars it has. @param left where bars begin. */
function laneName(name: string, n: number, y: number, height: number, left: number, palette: Palette): Svg {
  const rows = wrapped(name, SIZES.body, left - PAD - BEHIND - NUMBER + 2, { weight: 600, lines: 2 });
  const first = y + Math.min(height / 2, 26) + 4.5;
  return join(
    lines(rows, left - BEHIND - NUMBER, first - (rows.length - 1) * 8, 16, { weight: 600, anchor: 'end', fill: palette.text }),
    text(String(n), left - BEHIND, first, { size: SIZES.small, anchor: 'end', fill: palette.quiet }),
  );
}

/** Ticks with their labels: years in semibold. A first month has its year below it. A label that would reach over the edge is left out. */
function axis({ ticks, x }: Scale, y: number, palette: Palette): { svg: Svg; height: number } {
  const [first] = ticks;
  const written = ticks.filter(({ day, label }) => x(day) + widthOf(label, SIZES.small, 600) <= WIDTH - 4);
  const labels = written.map(({ day, label, year }) =>
    text(label, x(day), y + 18, { size: SIZES.small, fill: year ? palette.text : palette.quiet, weight: year ? 600 : 400 }),
  );
  if (!first || first.year) return { svg: join(labels), height: AXIS };
  return {
    svg: join(labels, text(String(yearOfDay(first.day)), x(first.day), y + 34, { size: SIZES.small, fill: palette.text, weight: 600 })),
    height: AXIS + 16,
  };
}

/** From one row of events to the next, in CSS pixels. */
const eventStep = (numbers: Lanes['numbers']): number => (numbers.size > 0 ? 24 : 15);

/** Everything from the drawing's top to the labels of its axis, and how high that is in CSS pixels. */
export function drawLanes({ lanes, density, events, numbers }: Lanes, scale: Scale, series: SupplierSeries, palette: Palette): { svg: Svg; height: number } {
  const [bands, parts, names]: [(Svg | undefined)[], Part[], Svg[]] = [[], [], []];
  let y = 0;
  const lane = (name: string, n: number, height: number) => {
    bands.push(band(bands.length, y, height, palette));
    names.push(laneName(name, n, y, height, scale.x(scale.from), palette));
    y += height;
  };
  if (events.length > 0) {
    parts.push(...events.map((one) => event(one, y, numbers, scale, palette)));
    lane('Events', events.length, 34 + Math.max(...events.map(({ row }) => row)) * eventStep(numbers));
  }
  for (const one of lanes) {
    parts.push(...one.bars.map((own) => bar(own, y, density, series, palette)));
    lane(one.name, one.bars.length, heightOf(one, density));
  }
  const taken = parts.flatMap((part) => part.taken);
  const grid = [...scale.ticks, { day: scale.to, year: false }].map(({ day, year }) => gridLine(scale.x(day), 0, y, taken, palette, year));
  const below = axis(scale, y, palette);
  return {
    svg: join(
      bands.filter((one) => one !== undefined),
      grid,
      parts.map(({ svg }) => svg),
      names,
      below.svg,
    ),
    height: y + below.height,
  };
}
