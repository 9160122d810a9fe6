/** A bar made of blocks, one for each record: what stands in them, and how they look. */
import { dateRange } from '../../base/dates.ts';
import { type Base, type Deal, isUnstated } from '../../base/schema.ts';
import { widthOf } from '../fonts.ts';
import { DASHES } from '../marks.ts';
import type { ChartBy } from '../picture.ts';
import { nameOf, partiesOf, standingOf, whenOf } from '../select.ts';
import type { Series } from '../series.ts';
import { el, join, type Svg } from '../svg.ts';
import { plated, type TextLook, text } from '../text.ts';
import type { Palette } from '../theme.ts';
import { listed } from '../wording.ts';

/** Size of the text in a block, in CSS pixels. */
const SIZE = 12.5;
const ROOM = 12;

const systemsOf = (base: Base, { systems }: Deal): string => (isUnstated(systems) ? '' : systems.map((id) => nameOf(base, id)).join(' + '));
const yearWords = (deal: Deal): string => {
  const when = whenOf(deal);
  return when ? dateRange(when).from.slice(0, 4) : '';
};
const recipientsOf = (base: Base, deal: Deal): string =>
  listed(
    partiesOf(base, deal.recipient).map((id) => nameOf(base, id)),
    2,
  );

/** What a block can say, the most telling first, each with the word for it. */
const SAYINGS: Record<ChartBy, readonly { what: string; of(base: Base, deal: Deal): string }[]> = {
  recipient: [
    { what: 'system and year as far as stated', of: (base, deal) => [systemsOf(base, deal), yearWords(deal)].filter(Boolean).join(', ') },
    { what: 'year, if one is stated', of: (_, deal) => yearWords(deal) },
  ],
  supplier: [
    { what: 'recipient', of: recipientsOf },
    { what: 'year, if one is stated', of: (_, deal) => yearWords(deal) },
  ],
  status: [
    { what: 'recipient', of: recipientsOf },
    { what: 'year, if one is stated', of: (_, deal) => yearWords(deal) },
  ],
  year: [{ what: 'recipient', of: recipientsOf }],
};

/** What the blocks of a chart say. */
export interface Saying {
  /** `year`; nothing when blocks are too narrow for a word. */
  what?: string;
  of(deal: Deal): string;
}

/** The most telling words that fit into every block. @param width of a block, in CSS pixels. */
export function sayingFor(base: Base, deals: readonly Deal[], by: ChartBy, width: number): Saying {
  const fits = SAYINGS[by].find(
    ({ of }) => deals.every((deal) => widthOf(of(base, deal), SIZE, 600) <= width - ROOM) && deals.some((deal) => of(base, deal) !== ''),
  );
  return fits ? { what: fits.what, of: (deal) => fits.of(base, deal) } : { of: () => '' };
}

interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** One block, or a run of records that look alike. */
export function block(deal: Deal, rect: Rect, saying: string, { paint }: Series, palette: Palette): Svg {
  const firmness = standingOf(deal) === 'soft' ? 'soft' : 'firm';
  const dashed = firmness === 'soft' && rect.width > 6 && rect.height > 6 ? { 'stroke-dasharray': DASHES } : {};
  const outlined = rect.width > 3 && rect.height > 3 ? { stroke: paint.hue.edge, 'stroke-width': 1.2, ...dashed } : {};
  const radius = Math.min(4, rect.width / 4, rect.height / 4);
  const look: TextLook = {
    size: SIZE,
    weight: 600,
    anchor: 'middle',
    ...(firmness === 'soft' ? { fill: palette.text } : { fill: paint.hue.on, halo: paint.hue.fill }),
  };
  const at = { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 + SIZE * 0.36 };
  return join(
    el('rect', { ...rect, rx: radius, fill: paint.fill(firmness), ...outlined }),
    saying === '' ? undefined : firmness === 'soft' ? plated(saying, at.x, at.y, palette.card, look) : text(saying, at.x, at.y, look),
  );
}

/** Neighbours that look alike, as one area each: for bars whose blocks would be too small to tell apart. */
export function runsOf(deals: readonly Deal[], seriesOf: (deal: Deal) => Series): { deal: Deal; n: number }[] {
  const runs: { deal: Deal; n: number }[] = [];
  for (const deal of deals) {
    const last = runs.at(-1);
    if (last && seriesOf(last.deal) === seriesOf(deal) && standingOf(last.deal) === standingOf(deal)) last.n += 1;
    else runs.push({ deal, n: 1 });
  }
  return runs;
}

/** Blocks narrower than this stand without a gap, as runs. In CSS pixels. */
export const LEAST_BLOCK = 5;
