/** What a country's land is filled with: its own hue when it supplies, its suppliers' when it receives, hatched where that is not stated as fact. */
import type { SupplierSeries } from '../series.ts';
import { el, join, type Svg } from '../svg.ts';
import type { Paint } from '../theme.ts';
import { type Flow, isSupply } from './flows.ts';

/** A fill over the land, with the definitions it needs. */
export interface Shade {
  fill: string;
  opacity: number;
  defs?: Svg;
}

/** How much of a hue shows: the land of a supplier, of one that supplies a single country, of who is supplied; hatching. */
const OPACITY = { supplier: 0.92, single: 0.45, firm: 0.46, soft: 0.8 } as const;
/** Width of one supplier's stripe, in pixels. */
const STRIPE = 5;

const unique = (paints: readonly Paint[]): Paint[] => [...new Set(paints)];

/** Upright stripes of several suppliers side by side; turned ones would show the seams of the pattern. */
function stripes(id: string, paints: readonly Paint[]): Svg {
  const side = STRIPE * paints.length;
  const rects = paints.map((paint, index) => el('rect', { x: index * STRIPE, width: STRIPE, height: side, fill: paint.hue.fill }));
  return el('pattern', { id, width: side, height: side, patternUnits: 'userSpaceOnUse' }, join(rects));
}

/** Turned lines, of one hue after the other, through which the land or a firm supplier's shade is seen. */
function hatch(id: string, paints: readonly Paint[]): Svg {
  const gap = paints.length === 1 ? 7 : 5;
  const side = gap * paints.length;
  const rects = paints.map((paint, index) => el('rect', { x: index * gap, width: 2.6, height: side, fill: paint.hue.fill }));
  return el('pattern', { id, width: side, height: side, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' }, join(rects));
}

function firmShade(code: string, paints: readonly Paint[]): Shade[] {
  const [only, ...more] = paints;
  if (!only) return [];
  if (more.length === 0) return [{ fill: only.fill('firm'), opacity: OPACITY.firm }];
  return [{ fill: `url(#m${code})`, opacity: OPACITY.firm, defs: stripes(`m${code}`, paints) }];
}

const softShade = (code: string, paints: readonly Paint[]): Shade[] =>
  paints.length === 0 ? [] : [{ fill: `url(#u${code})`, opacity: OPACITY.soft, defs: hatch(`u${code}`, paints) }];

/** Fills of one country, the lowest first. @param flows those in which it stands on either side. */
export function shadesOf(id: string, code: string, flows: readonly Flow[], series: SupplierSeries): Shade[] {
  const paint = (supplier: string) => series.bySupplier(supplier).paint;
  const supplies = flows.filter((flow) => flow.supplier === id && isSupply(flow));
  if (supplies.some(({ firm }) => firm.length > 0))
    return [{ fill: paint(id).fill('firm'), opacity: supplies.length === 1 ? OPACITY.single : OPACITY.supplier }];
  if (supplies.length > 0) return softShade(code, [paint(id)]);
  const received = flows.filter((flow) => flow.recipient === id);
  const firm = unique(received.filter((flow) => flow.firm.length > 0).map((flow) => paint(flow.supplier)));
  const soft = unique(received.filter((flow) => flow.firm.length === 0 && flow.soft.length > 0).map((flow) => paint(flow.supplier)));
  return [...firmShade(code, firm), ...softShade(code, soft)];
}
