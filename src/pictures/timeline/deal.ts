/** A deal's bar: its supplier's colour, hatched where it is not stated as fact, paler the less exact its date is. */
import type { Deal } from '../../base/schema.ts';
import { cross, DASHES } from '../marks.ts';
import { standingOf } from '../select.ts';
import type { SupplierSeries } from '../series.ts';
import { el, join, type Svg } from '../svg.ts';
import { plated, SIZES, text } from '../text.ts';
import type { Palette } from '../theme.ts';
import { type Bar, reach } from './bars.ts';
import type { Density } from './lanes.ts';
import { type Part, tips } from './part.ts';

/** Days from which a date counts as inexact: its bar is paler, so that length does not look like weight. */
const INEXACT = 62;
/** A bar too short for dashes, in CSS pixels. */
const SHORT = 18;
/** How much of its colour such a bar keeps; the text inside it is the card's own, and a test holds the contrast. */
export const PALE = 0.36;

function box({ of: deal, span, x, width }: Bar<Deal>, y: number, height: number, series: SupplierSeries, palette: Palette): Svg {
  const standing = standingOf(deal);
  const { paint } = series.of(deal);
  const isPale = standing === 'firm' && span.to - span.from > INEXACT;
  const look =
    standing === 'negative'
      ? { fill: 'none', stroke: palette.quiet }
      : { fill: paint.fill(standing), stroke: paint.hue.edge, 'fill-opacity': isPale ? PALE : undefined };
  const dashes = standing !== 'firm' && width > SHORT ? DASHES : undefined;
  return el('rect', { x, y, width, height, rx: Math.min(5, height / 2, width / 2), 'stroke-width': 1.3, 'stroke-dasharray': dashes, ...look });
}

/** The cross of what did not happen, behind the tip of a time that began before. */
const denied = ({ x, width, on }: Bar<Deal>, middle: number, height: number, palette: Palette): Svg =>
  cross(x + (on.before && width > 40 ? 12 : 0) + Math.min(width / 2, 10), middle, palette, Math.min(4.5, height / 2));

/** @param top where its lane begins, in CSS pixels. */
export function drawDeal(bar: Bar<Deal>, top: number, density: Density, series: SupplierSeries, palette: Palette): Part {
  const { of: deal, x, width, label } = bar;
  const height = density.bar;
  const y = top + density.pad + bar.row * density.row;
  const middle = y + height / 2;
  const standing = standingOf(deal);
  const look = { size: SIZES.small, fill: palette.text };
  const [from, to] = reach({ x, width, ...(label ? { label } : {}) });
  const svg = join(
    box(bar, y, height, series, palette),
    tips(bar, middle, palette),
    standing === 'negative' ? denied(bar, middle, height, palette) : undefined,
    label &&
      (standing === 'soft' && label.inside ? plated(label.text, label.x, middle + 4.5, palette.card, look) : text(label.text, label.x, middle + 4.5, look)),
  );
  return { svg, taken: { from: from - 3, to: to + 3, top: y - 2, bottom: y + height + 2 } };
}
