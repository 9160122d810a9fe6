/** Bars with their labels, packed into rows so that nothing touches. */
import { dateWords } from '../../base/dates.ts';
import { type Base, type Deal, isUnstated } from '../../base/schema.ts';
import { widthOf } from '../fonts.ts';
import { nameOf, standingOf, whenOf } from '../select.ts';
import { SIZES } from '../text.ts';
import { capital, doubtOf, listed } from '../wording.ts';
import type { Scale, Span } from './time.ts';

/** A bar on its row; x in CSS pixels. */
export interface Bar<T> {
  of: T;
  span: Span;
  x: number;
  width: number;
  row: number;
  /** Whether its time goes on before or after what is drawn: cut off by the options, or left open by the source. */
  on: { before: boolean; after: boolean };
  label?: { text: string; x: number; inside: boolean };
}

/** CSS pixels: the shortest bar, room between a bar and its label, and between neighbours. */
const [LEAST, BESIDE, APART, INSIDE] = [8, 6, 10, 16];
/** Room that the cross of a negative takes, and the tip of a bar whose time goes on. In CSS pixels. */
const [CROSS, TIP] = [13, 12];
/** The shortest bar that has room for a tip, in CSS pixels. */
export const LEAST_TIPPED = 22;
/** Longest date in words that stands in a label; longer ones are in the list beside the picture. */
const LONGEST_WHEN = 20;

const KINDS: Record<Deal['kind'], string> = {
  sale: 'sale',
  supply: 'supply',
  'co-production': 'joint production',
  factory: 'factory',
  service: 'service',
  negotiation: 'talks',
  other: 'deal',
};

/** What a deal is of, briefly: `Aksungur + Anka`, `Ababil-2 factory`, `Sale`; a negative says so. */
export function whatOf(base: Base, deal: Deal): string {
  const systems = isUnstated(deal.systems)
    ? ''
    : listed(
        deal.systems.map((id) => nameOf(base, id)),
        3,
      )
        .replaceAll(', ', ' + ')
        .replace(' and ', ' + ');
  const kind = KINDS[deal.kind];
  const plain = deal.kind === 'sale' || deal.kind === 'supply' || deal.kind === 'other';
  const what = systems === '' ? kind : plain ? systems : `${systems} ${kind}`;
  return standingOf(deal) === 'negative' ? `No ${systems === '' ? what : `deal: ${what}`}` : capital(what);
}

/** What a bar may say, the fullest first, and the room that a sign takes at its beginning. No saying is without its doubt. */
export interface Sayings {
  texts: readonly string[];
  sign: number;
}
export const SILENT: Sayings = { texts: [], sign: 0 };

export function sayingsOf(base: Base, deal: Deal): Sayings {
  const [what, when] = [whatOf(base, deal), whenOf(deal)];
  const words = when ? dateWords(when) : '';
  const doubt = doubtOf(deal);
  const full = doubt === undefined ? what : `${what} (${doubt})`;
  const dated = words !== '' && words.length <= LONGEST_WHEN ? [`${full}, ${words}`] : [];
  return { texts: [...dated, full, ...(doubt === undefined ? [] : [capital(doubt)])], sign: standingOf(deal) === 'negative' ? CROSS : 0 };
}

/** Where the fullest of these sayings fits: in the bar, else to its right, else to its left. */
function labelled({ texts, sign }: Sayings, { x, width, on }: Pick<Bar<unknown>, 'x' | 'width' | 'on'>, scale: Scale): Bar<unknown>['label'] {
  const [left, right] = [scale.x(scale.from), scale.x(scale.to)];
  for (const text of texts) {
    const room = widthOf(text, SIZES.small);
    const [before, after] = [sign + (on.before ? TIP : 0), on.after ? TIP : 0];
    if (before + room + after + INSIDE <= width) return { text, x: x + before + INSIDE / 2, inside: true };
    if (x + width + BESIDE + room <= right) return { text, x: x + width + BESIDE, inside: false };
    if (x - BESIDE - room >= left) return { text, x: x - BESIDE - room, inside: false };
  }
  return undefined;
}

/** From where to where a bar and its label reach. */
export const reach = ({ x, width, label }: Pick<Bar<unknown>, 'x' | 'width' | 'label'>): [number, number] =>
  label === undefined || label.inside ? [x, x + width] : [Math.min(x, label.x), Math.max(x + width, label.x + widthOf(label.text, SIZES.small))];

/** Bars in as few rows as the order allows, the earliest first. @param sayingsFor what each may say. @param least shortest bar, in CSS pixels. */
export function packed<T>(items: readonly { of: T; span: Span }[], scale: Scale, sayingsFor: (of: T) => Sayings, least = LEAST): Bar<T>[] {
  const rows: (readonly [number, number])[][] = [];
  return items
    .toSorted((a, b) => a.span.from - b.span.from || b.span.to - a.span.to)
    .map(({ of, span }) => {
      const [from, to] = [scale.x(span.from), scale.x(span.to)];
      const width = Math.max(least, to - from - 2);
      const x = Math.min(Math.max((from + to - width) / 2, scale.x(scale.from)), scale.x(scale.to) - width);
      const on = { before: span.from < scale.from, after: span.open || span.to > scale.to };
      const label = labelled(sayingsFor(of), { x, width, on }, scale);
      const bar: Bar<T> = { of, span, x, width, on, row: 0, ...(label ? { label } : {}) };
      const [first, end] = reach(bar);
      const apart = label === undefined ? 1 : APART;
      let row = rows.findIndex((taken) => taken.every(([a, b]) => end + apart <= a || b + apart <= first));
      if (row < 0) row = rows.push([]) - 1;
      rows[row]?.push([first, end]);
      return { ...bar, row };
    });
}
