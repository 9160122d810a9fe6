/** Deals counted by recipient, supplier, year or status. */
import type { Base, Deal } from '../base/schema.ts';
import { card, sourceLine } from './card.ts';
import { type Saying, sayingFor } from './chart/blocks.ts';
import { columnScale, drawColumns } from './chart/columns.ts';
import { notesOf, type Shown, titleOf, wordsOf } from './chart/finding.ts';
import { arranged, byYear, groupsOf, yearOf } from './chart/groups.ts';
import { drawRows, rowScale } from './chart/rows.ts';
import { areaSwatch, crossSwatch, type LegendItem } from './legend.ts';
import type { ChartFilters, Draw } from './picture.ts';
import { scopeWords } from './scope.ts';
import { dealsIn, standingOf } from './select.ts';
import { type SupplierSeries, seriesOf } from './series.ts';
import type { Svg } from './svg.ts';
import { tableOf } from './table.ts';
import { type Palette, paletteOf } from './theme.ts';
import { altOf, softLabel } from './wording.ts';

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

function drawing({ by, drawn, counted }: Shown, base: Base, series: SupplierSeries, palette: Palette): { svg: Svg; height: number; saying: Saying } {
  if (by === 'year') {
    const scale = columnScale(drawn);
    const saying = scale.block >= 18 ? sayingFor(base, counted, by, scale.width) : { of: () => '' };
    return { ...drawColumns(drawn, scale, saying, series, palette), saying };
  }
  const scale = rowScale(drawn);
  const saying = sayingFor(base, counted, by, scale.block);
  return { ...drawRows(drawn, scale, saying, series, palette), saying };
}

function legendOf({ by, counted, negative }: Shown, series: SupplierSeries, palette: Palette): LegendItem[] {
  const soft = softLabel(counted);
  const first = counted.find((deal) => standingOf(deal) === 'soft');
  return [
    ...(by === 'supplier' ? [] : series.legend(counted)),
    ...(soft && first ? [{ swatch: areaSwatch(series.of(first).paint, 'soft'), label: soft }] : []),
    ...(negative.length > 0 ? [{ swatch: crossSwatch(palette), label: 'Did not happen' }] : []),
  ];
}

/** Deals counted by what `filters.by` says. A block is one record; what did not happen is marked and not counted. */
export const drawChart: Draw<ChartFilters> = (base, filters, theme) => {
  const palette = paletteOf(theme);
  const deals = dealsIn(base, filters);
  if (deals.length === 0) return undefined;
  const series = seriesOf(base, deals, palette);
  const shown = shownOf(base, deals, filters, series);
  const { saying, svg, height } = drawing(shown, base, series, palette);
  const scope = scopeWords(base, filters);
  const words = wordsOf(base, shown, scope);
  const source = sourceLine(base, deals);
  const alt = altOf([`Bar chart of deal records by ${shown.by}.`, ...words, `${source}.`]);
  const title = titleOf(base, shown);
  const subtitle = [
    scope,
    `One block is one record${saying.what ? `, with its ${saying.what}` : ''}${shown.by === 'supplier' ? '.' : '; colours are suppliers.'}`,
  ]
    .filter(Boolean)
    .join(' ');
  const drawn = [...new Set(shown.drawn.flatMap((group) => [...group.counted, ...group.negative]))];
  return {
    ...card(
      { title, subtitle, drawing: { svg, height, defs: [series.defs] }, legend: legendOf(shown, series, palette), notes: notesOf(base, shown), source, alt },
      palette,
    ),
    title,
    words,
    alt,
    records: drawn.map(({ id }) => id),
    table: tableOf(base, deals, [
      {
        column: shown.by,
        cell: (record) =>
          shown.groups
            .filter((group) => [...group.counted, ...group.negative].some((deal) => deal === record))
            .map(({ name }) => name)
            .join('; '),
      },
      { column: 'counted', cell: (record) => (shown.counted.some((deal) => deal === record) ? 'yes' : 'no') },
    ]),
  };
};
