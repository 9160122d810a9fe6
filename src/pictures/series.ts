/** Which colour stands for which supplier: the same in every picture of a base. */
import type { Base, Deal } from '../base/schema.ts';
import type { LegendItem } from './legend.ts';
import { areaSwatch } from './legend.ts';
import { nameOf, partiesOf, standingOf } from './select.ts';
import { join, type Svg } from './svg.ts';
import { type Paint, type Palette, paintAt } from './theme.ts';

/** What the deals of one supplier are drawn in. */
export interface Series {
  label: string;
  paint: Paint;
  /** From 0: the most frequent supplier of the base comes first. */
  order: number;
}

/** The suppliers of the deals to draw, each with its colour. */
export interface SupplierSeries {
  /** The series of a deal: of its one supplier, of several suppliers together, or of a supplier that is not stated. */
  of(deal: Deal): Series;
  /** The series of one supplier, as {@link partiesOf} names it. */
  bySupplier(id: string): Series;
  /** Definitions for `<defs>`. */
  defs: Svg;
  /** What these deals are drawn in, the most frequent supplier first. */
  legend(deals: readonly Deal[]): LegendItem[];
}

/** Suppliers of these deals, the most frequent first. */
function suppliersOf(base: Base, deals: readonly Deal[]): string[] {
  const counts = new Map<string, number>();
  for (const deal of deals) {
    if (standingOf(deal) === 'negative') continue;
    for (const id of partiesOf(base, deal.supplier)) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return [...counts].sort(([a, n], [b, m]) => m - n || nameOf(base, a).localeCompare(nameOf(base, b), 'en')).map(([id]) => id);
}

/** A place among the hues for each: the one it has in the whole base, else one that is free. */
function placesOf(base: Base, drawn: readonly string[], hues: number): ReadonlyMap<string, number> {
  const all = suppliersOf(
    base,
    base.records.filter((record) => record.type === 'deal'),
  );
  const own = new Map(all.slice(0, hues).map((id, index) => [id, index]));
  const places = new Map(drawn.flatMap((id) => (own.has(id) ? [[id, own.get(id) as number] as const] : [])));
  const taken = new Set(places.values());
  const free = Array.from({ length: hues }, (_, index) => index).filter((index) => !taken.has(index));
  for (const id of drawn) {
    if (places.has(id)) continue;
    const place = free.shift();
    if (place !== undefined) places.set(id, place);
  }
  return places;
}

/** An empty area: nobody is named. */
const blank = ({ panel, quiet, text }: Palette, soft: Paint): Paint => ({
  hue: { name: 'blank', fill: panel, edge: quiet, on: text },
  defs: soft.defs,
  fill: (firmness) => (firmness === 'soft' ? soft.fill('soft') : panel),
});

/** @param deals those to draw; negatives among them have no series of their own. */
export function seriesOf(base: Base, deals: readonly Deal[], palette: Palette): SupplierSeries {
  const drawn = suppliersOf(base, deals);
  const places = placesOf(base, drawn, palette.hues.length);
  const named = new Map([...places].map(([id, place]) => [id, { label: nameOf(base, id), paint: paintAt(palette, place), order: place }]));
  const rest = paintAt(palette, palette.hues.length);
  const other: Series = { label: drawn.length > places.size ? 'Other or several suppliers' : 'Several suppliers', paint: rest, order: 98 };
  const unstated: Series = { label: 'Supplier not stated', paint: blank(palette, rest), order: 99 };
  const read = (deal: Deal): Series => {
    const [first, ...more] = partiesOf(base, deal.supplier);
    if (first === undefined) return unstated;
    return more.length > 0 ? other : (named.get(first) ?? other);
  };
  const known = new Map<Deal, Series>();
  const of = (deal: Deal): Series => {
    const series = known.get(deal) ?? read(deal);
    known.set(deal, series);
    return series;
  };
  const legend = (shown: readonly Deal[]): LegendItem[] => {
    const used = new Set(shown.filter((deal) => standingOf(deal) !== 'negative').map(of));
    const inUse = [...drawn.flatMap((id) => named.get(id) ?? []), other, unstated].filter((series) => used.has(series));
    return inUse.map(({ label, paint }) => ({ swatch: areaSwatch(paint), label }));
  };
  const defs = join([...named.values(), other].map(({ paint }) => paint.defs));
  return { of, bySupplier: (id) => named.get(id) ?? other, defs, legend };
}
