/** Lanes of a timeline: one for each recipient, and how high each is. */
import type { Base, Deal } from '../../base/schema.ts';
import { nameOf, partiesOf, whenOf, withParts } from '../select.ts';
import { type Bar, packed, SILENT, sayingsOf } from './bars.ts';
import { type Scale, spanOf } from './time.ts';

export interface Lane {
  name: string;
  bars: readonly Bar<Deal>[];
}

/** How the bars of a timeline are drawn; compact ones have no labels. In CSS pixels. */
export interface Density {
  compact: boolean;
  row: number;
  bar: number;
  /** Room above and below the rows of a lane, and the least height of a lane. */
  pad: number;
  least: number;
}
const ROOMY: Density = { compact: false, row: 26, bar: 20, pad: 6, least: 38 };
const COMPACT: Density = { compact: true, row: 13, bar: 10, pad: 8, least: 37 };

const rowsOf = (bars: readonly Bar<unknown>[]): number => bars.reduce((most, { row }) => Math.max(most, row + 1), 0);
export const heightOf = ({ bars }: Pick<Lane, 'bars'>, { row, pad, least }: Density): number => Math.max(least, rowsOf(bars) * row + 2 * pad);

/** Dated deals by recipient, those with the most first; with a region or names asked for, only recipients of it where it has any. */
export function dealsByRecipient(base: Base, deals: readonly Deal[], wanted: readonly string[] | undefined): [string, Deal[]][] {
  const parts = wanted && withParts(base, wanted);
  const lanes = new Map<string, Deal[]>();
  for (const deal of deals) {
    const parties = partiesOf(base, deal.recipient);
    const own = parts ? parties.filter((id) => parts.has(id)) : parties;
    for (const id of own.length > 0 ? own : parties.length > 0 ? parties : ['']) lanes.set(id, [...(lanes.get(id) ?? []), deal]);
  }
  const name = (id: string) => (id === '' ? 'Not stated' : nameOf(base, id));
  return [...lanes]
    .sort(([a, one], [b, other]) => Number(a === '') - Number(b === '') || other.length - one.length || name(a).localeCompare(name(b), 'en'))
    .map(([id, own]) => [name(id), own]);
}

function lanesOf(base: Base, groups: readonly (readonly [string, readonly Deal[]])[], scale: Scale, last: number, { compact }: Density): Lane[] {
  return groups.map(([name, deals]) => {
    const items = deals.flatMap((deal) => {
      const when = whenOf(deal);
      return when ? [{ of: deal, span: spanOf(when, last) }] : [];
    });
    return { name, bars: packed(items, scale, compact ? () => SILENT : (deal) => sayingsOf(base, deal)) };
  });
}

/** Most height that lanes may take, in CSS pixels: a taller picture is shown so small in a chat that nobody reads it. */
const HIGHEST = 640;

/** The lanes that fit, roomy if they can be. Those left out are the last ones. */
export function fittingLanes(
  base: Base,
  groups: readonly (readonly [string, readonly Deal[]])[],
  scale: Scale,
  last: number,
): { lanes: Lane[]; density: Density } {
  const roomy = lanesOf(base, groups, scale, last, ROOMY);
  if (roomy.reduce((sum, lane) => sum + heightOf(lane, ROOMY), 0) <= HIGHEST) return { lanes: roomy, density: ROOMY };
  let room = HIGHEST;
  const lanes = lanesOf(base, groups, scale, last, COMPACT);
  const first = lanes.findIndex((lane) => {
    room -= heightOf(lane, COMPACT);
    return room < 0;
  });
  return { lanes: first < 0 ? lanes : lanes.slice(0, Math.max(1, first)), density: COMPACT };
}
