/** Deals counted by recipient, supplier, year or status. */
import type { Base, Deal } from '../base/schema.ts';
import { card, sourceLine } from './card.ts';
import { certaintyItems } from './certainty.ts';
import { LEAST_BLOCK, type Saying, sayingFor } from './chart/blocks.ts';
import { columnScale, drawColumns } from './chart/columns.ts';
import { notesOf, wordsOf } from './chart/finding.ts';
import { arranged, byYear, groupsOf, yearOf } from './chart/groups.ts';
import { drawRows, rowScale } from './chart/rows.ts';
import type { Shown } from './chart/shown.ts';
import { titleOf } from './chart/title.ts';
import type { ChartFilters, Draw } from './picture.ts';
import { scopeWords } from './scope.ts';
import { dealsIn } from './select.ts';
import { type SupplierSeries, seriesOf } from './series.ts';
import type { Svg } from './svg.ts';
import { tableOf } from './table.ts';
import { type Palette, paletteOf } from './theme.ts';
import { altOf, lettersNote } from './wording.ts';

/** Most rows that still read as a chart. */
const MOST_ROWS = 14;

function shownOf(base: Base, deals: readonly Deal[], filters: ChartFilters, series: SupplierSeries): Shown {
  const by = filters.by ?? 'recipient';
  const groups = groupsOf(base, deals, by, filters).map((group) => arranged(group, (deal) => series.of(deal).order));
  const drawn = by === 'year' ? groups : groups.slice(0, MOST_ROWS);
  const all = (side: 'counted' | 'negative') => [...new Set(groups.flatMap((group) => group[side]))];
  const undated = by === 'year' ? deals.filter((deal) => yearOf(deal) === undefined) : [];
  return { by, groups, drawn, counted: all('counted'), negative: all('negative'), undated, step: by === 'year' ? byYear(deals).step : 1 };
}

function drawing(
  { by, drawn, counted }: Shown,
  base: Base,
  series: SupplierSeries,
  palette: Palette,
): { svg: Svg; height: number; saying: Saying; single: boolean } {
  if (by === 'year') {
    const scale = columnScale(drawn);
    const saying = scale.block >= 18 ? sayingFor(base, counted, by, scale.x.bandwidth()) : { of: () => '' };
    return { ...drawColumns(drawn, scale, saying, series, palette), saying, single: scale.block >= LEAST_BLOCK };
  }
  const scale = rowScale(drawn);
  const saying = sayingFor(base, counted, by, scale.block);
  return { ...drawRows(drawn, scale, saying, series, palette), saying, single: scale.block >= LEAST_BLOCK };
}

/** How to read the drawing. */
function reading({ by }: Shown, { saying, single }: { saying: Saying; single: boolean }): string {
  const unit = single ? `One block is one record${saying.what ? `, with its ${saying.what}` : ''}` : 'The larger an area, the more records';
  return by === 'supplier' ? `${unit}.` : `${unit}; colours are suppliers.`;
}

/** For each record the bars it stands in, and whether it is counted. */
function ownColumns({ by, groups, counted }: Shown): Parameters<typeof tableOf>[2] {
  const names = new Map<string, string[]>();
  for (const group of groups) for (const { id } of [...group.counted, ...group.negative]) names.set(id, [...(names.get(id) ?? []), group.name]);
  const isCounted = new Set(counted.map(({ id }) => id));
  return [
    { column: by, cell: ({ id }) => (names.get(id) ?? []).join('; ') },
    { column: 'counted', cell: ({ id }) => (isCounted.has(id) ? 'yes' : 'no') },
  ];
}

/** Deals counted by what `filters.by` says. A block is one record; what did not happen is marked and not counted. */
export const drawChart: Draw<ChartFilters> = (base, filters, theme) => {
  const palette = paletteOf(theme);
  const deals = dealsIn(base, filters);
  if (deals.length === 0) return undefined;
  const series = seriesOf(base, deals, palette);
  const shown = shownOf(base, deals, filters, series);
  const bars = drawing(shown, base, series, palette);
  const scope = scopeWords(base, filters);
  const [title, words, source] = [titleOf(base, shown), wordsOf(base, shown, scope), sourceLine(base, deals)];
  const alt = altOf([`Bar chart of deal records by ${shown.by}.`, ...words, `${source}.`]);
  const key = [...(shown.by === 'supplier' ? [] : series.legend(shown.counted)), ...certaintyItems(shown.counted, shown.negative.length, palette)];
  const parts = {
    title,
    subtitle: [scope, reading(shown, bars)].filter(Boolean).join(' '),
    drawing: { svg: bars.svg, height: bars.height, defs: [series.defs] },
    legend: key,
    notes: [...notesOf(base, shown), ...lettersNote([...shown.drawn.map(({ name }) => name), ...key.map(({ label }) => label)])],
    source,
    alt,
  };
  const drawn = new Set(shown.drawn.flatMap((group) => [...group.counted, ...group.negative].map(({ id }) => id)));
  return { ...card(parts, palette), title, words, alt, records: [...drawn], table: tableOf(base, deals, ownColumns(shown)) };
};
