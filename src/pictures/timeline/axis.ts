/** A timeline's years and months, and their lines, which run through nothing that stands on it. */

import { WIDTH } from '../card.ts';
import { widthOf } from '../fonts.ts';
import { el, join, round, type Svg } from '../svg.ts';
import { SIZES, text } from '../text.ts';
import type { Palette } from '../theme.ts';
import type { Taken } from './part.ts';
import { type Scale, yearOfDay } from './time.ts';

/** Height of the labels below the lanes, in CSS pixels. */
const AXIS = 26;

/** A vertical line from top to bottom that leaves out what is taken. */
function line(x: number, bottom: number, taken: readonly Taken[], palette: Palette, strong: boolean): Svg {
  let y = 0;
  let d = '';
  for (const one of taken.filter(({ from, to }) => x >= from && x <= to).sort((a, b) => a.top - b.top)) {
    if (one.top > y) d += `M${round(x)} ${round(y)}V${round(one.top)}`;
    y = Math.max(y, one.bottom);
  }
  if (y < bottom) d += `M${round(x)} ${round(y)}V${round(bottom)}`;
  return el('path', { d, stroke: palette.grid, 'stroke-width': strong ? 1.4 : 0.8 });
}

/** A line at each tick and at the end, from the drawing's top. @param bottom where the lanes end, in CSS pixels. */
export const drawGrid = ({ ticks, to, x }: Scale, bottom: number, taken: readonly Taken[], palette: Palette): Svg =>
  join([...ticks, { day: to, year: false }].map(({ day, year }) => line(x(day), bottom, taken, palette, year)));

/** Ticks with their labels: years in semibold. A first month has its year below it. A label that would reach over the edge is left out. */
export function drawAxis({ ticks, x }: Scale, y: number, palette: Palette): { svg: Svg; height: number } {
  const [first] = ticks;
  const written = ticks.filter(({ day, label }) => x(day) + widthOf(label, SIZES.small, 600) <= WIDTH - 4);
  const labels = written.map(({ day, label, year }) =>
    text(label, x(day), y + 18, { size: SIZES.small, fill: year ? palette.text : palette.quiet, weight: year ? 600 : 400 }),
  );
  if (!first || first.year) return { svg: join(labels), height: AXIS };
  const year = text(String(yearOfDay(first.day)), x(first.day), y + 34, { size: SIZES.small, fill: palette.text, weight: 600 });
  return { svg: join(labels, year), height: AXIS + 16 };
}
