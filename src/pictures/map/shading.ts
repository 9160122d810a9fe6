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
const STRIPE = 6;

const unique = (paints: readonly Paint[]): Paint[] => [...new Set(paints)];

/** Stripes of several suppliers side by side. */
function stripes(id: string, paints: readonly Paint[]): Svg {
  const side = STRIPE * paints.length;
  const rects = paints.map((paint, index) => el('rect', { x: index * STRIPE, width: STRIPE, height: side, fill: paint.hue.fill }));
  return el('pattern', { id, width: side, height: side, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(-45)' }, join(rects));
}

/** Lines of a hue through which the land, or a firm supplier's shade, is seen. */
const hatch = (id: string, paint: Paint): Svg =>
  el(
    'pattern',
    { id, width: 7, height: 7, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
    el('rect', { width: 2.6, height: 7, fill: paint.hue.fill }),
  );

/** Fills of one country, the lowest first. @param flows those in which it stands on either side. */
export function shadesOf(id: string, code: string, flows: readonly Flow[], series: SupplierSeries): Shade[] {
  const paint = (supplier: string) => series.bySupplier(supplier).paint;
  const supplied = flows.filter((flow) => flow.supplier === id && isSupply(flow)).length;
  if (supplied > 0) return [{ fill: paint(id).fill('firm'), opacity: supplied === 1 ? OPACITY.single : OPACITY.supplier }];
  const received = flows.filter((flow) => flow.recipient === id);
  const firm = unique(received.filter((flow) => flow.firm.length > 0).map((flow) => paint(flow.supplier)));
  const soft = unique(received.filter((flow) => flow.firm.length === 0 && flow.soft.length > 0).map((flow) => paint(flow.supplier)));
  const [only, ...more] = firm;
  const several = `m${code}`;
  const lower: Shade[] =
    only === undefined
      ? []
      : more.length === 0
        ? [{ fill: only.fill('firm'), opacity: OPACITY.firm }]
        : [{ fill: `url(#${several})`, opacity: OPACITY.firm, defs: stripes(several, firm) }];
  return [...lower, ...soft.map((one, index) => ({ fill: `url(#u${code}${index})`, opacity: OPACITY.soft, defs: hatch(`u${code}${index}`, one) }))];
}
