/** Deals and events along time: a bar is as long as the date in the source is inexact. */
import type { Base, Deal, Fact, FactRecord } from '../base/schema.ts';
import { type CardParts, card, PAD, sourceLine, WIDTH } from './card.ts';
import { certaintyItems } from './certainty.ts';
import { diamondSwatch, type LegendItem } from './legend.ts';
import type { Draw, Filters } from './picture.ts';
import { scopeWords } from './scope.ts';
import { selected, standingOf, whenOf } from './select.ts';
import { type SupplierSeries, seriesOf } from './series.ts';
import { join, moved, type Svg } from './svg.ts';
import { tableOf } from './table.ts';
import { type Palette, paletteOf } from './theme.ts';
import { type Bar, LEAST_TIPPED, packed, SILENT } from './timeline/bars.ts';
import { drawLanes, leftOf } from './timeline/draw.ts';
import { DISC_WIDTH, eventKey, MOST_NUMBERED } from './timeline/events.ts';
import { detailsOf, notesOf, type Shown, titleOf, wordsOf } from './timeline/finding.ts';
import { type Density, dealsByRecipient, fittingLanes } from './timeline/lanes.ts';
import { dayOf, type Scale, scaleOf, spanOf } from './timeline/time.ts';
import { altOf, lettersNote } from './wording.ts';

/** The records that a timeline is about. */
interface Records {
  deals: Deal[];
  events: Fact[];
  undated: FactRecord[];
}

function recordsOf(base: Base, filters: Filters): Records {
  const all = selected(base, filters).filter((record) => record.type === 'deal' || (record.type === 'fact' && record.kind === 'event'));
  const dated = all.filter((record) => whenOf(record) !== undefined);
  const events = dated.filter((record) => record.type === 'fact');
  return {
    deals: dated.filter((record) => record.type === 'deal'),
    events: events.sort((a, b) => startOf(a) - startOf(b)),
    undated: all.filter((record) => whenOf(record) === undefined),
  };
}

const startOf = (record: FactRecord): number => {
  const when = whenOf(record);
  return when ? spanOf(when, 0).from : 0;
};

/** The first day after all that the sources can know of. */
const lastDay = (base: Base): number =>
  Math.max(0, ...[...base.sources.values()].map(({ date }) => dayOf(date.length === 10 ? date : `${date}-31`.slice(0, 10)) || 0)) + 1;

/** A scale for these records, cut to the days that were asked for. */
function scaleFor(records: readonly FactRecord[], last: number, { from, until }: Filters, left: number): Scale {
  const spans = records.flatMap((record) => whenOf(record) ?? []).map((when) => spanOf(when, last));
  const first = from === undefined ? spans.reduce((least, span) => Math.min(least, span.from), Number.POSITIVE_INFINITY) : dayOf(from);
  const end = until === undefined ? spans.reduce((most, span) => Math.max(most, span.to), first + 1) : dayOf(until) + 1;
  return scaleOf(first, Math.max(end, first + 1), left, WIDTH - PAD - left);
}

interface Laid {
  shown: Shown;
  scale: Scale;
  density: Density;
  events: Bar<Fact>[];
}

function laidOut(base: Base, { deals, events, undated }: Records, filters: Filters): Laid {
  const last = lastDay(base);
  const groups = dealsByRecipient(base, deals, filters.regions);
  const scale = scaleFor([...deals, ...events], last, filters, leftOf(groups.map(([name]) => name)));
  const { lanes, density } = fittingLanes(base, groups, scale, last);
  const numbered = events.length <= MOST_NUMBERED;
  const items = events.flatMap((event) => {
    const when = whenOf(event);
    return when ? [{ of: event, span: spanOf(when, last) }] : [];
  });
  const eventBars = packed(items, scale, () => SILENT, numbered ? DISC_WIDTH : 12);
  const all = [...eventBars, ...lanes.flatMap(({ bars }) => bars)];
  const shown: Shown = {
    lanes,
    left: groups.slice(lanes.length),
    deals: deals.filter((deal) => standingOf(deal) !== 'negative'),
    negative: deals.filter((deal) => standingOf(deal) === 'negative'),
    events,
    undated,
    compact: density.compact,
    numbered,
    cut: all.some(({ on, width }) => width >= LEAST_TIPPED && (on.before || on.after)),
  };
  return { shown, scale, density, events: eventBars };
}

/** What the marks of events without numbers mean. */
function eventItems(events: readonly Fact[], palette: Palette): LegendItem[] {
  const [firm, soft] = (['firm', 'soft'] as const).map((firmness) => events.some((event) => standingOf(event) === firmness));
  return [
    ...(firm ? [{ swatch: diamondSwatch(palette), label: 'Event' }] : []),
    ...(soft ? [{ swatch: diamondSwatch(palette, 'soft'), label: 'Event, not stated as fact' }] : []),
  ];
}

const legendOf = ({ deals, negative, events, numbered }: Shown, series: SupplierSeries, palette: Palette): LegendItem[] => [
  ...series.legend(deals),
  ...certaintyItems(deals, negative.length + (numbered ? 0 : events.filter((event) => standingOf(event) === 'negative').length), palette),
  ...(numbered ? [] : eventItems(events, palette)),
];

function drawing({ shown, scale, density, events }: Laid, series: SupplierSeries, palette: Palette): { svg: Svg; height: number } {
  const numbers = new Map(shown.numbered ? shown.events.map((event, index) => [event, index + 1] as const) : []);
  const lanes = drawLanes({ lanes: shown.lanes, density, events, numbers }, scale, series, palette);
  const key = shown.numbered && shown.events.length > 0 ? eventKey(shown.events, palette) : undefined;
  return key ? { svg: join(lanes.svg, moved(0, lanes.height + 10, key.svg)), height: lanes.height + 10 + key.height } : lanes;
}

/** What the title does not say of the options: names stand in it, or else regions. */
function scopeOf(base: Base, { names, regions, ...others }: Filters): string | undefined {
  return scopeWords(base, names && regions ? { regions, ...others } : others);
}

function parts(base: Base, records: Records, filters: Filters, palette: Palette): { laid: Laid; card: CardParts; words: string[] } {
  const series = seriesOf(base, records.deals, palette);
  const laid = laidOut(base, records, filters);
  const { shown } = laid;
  const scope = scopeOf(base, filters);
  const words = wordsOf(base, shown, filters, scope);
  const source = sourceLine(base, [...records.events, ...records.deals]);
  const legend = legendOf(shown, series, palette);
  const subtitle = [scope, 'The longer a bar, the less exact the date that the source gives.'].filter(Boolean).join(' ');
  const notes = [...notesOf(base, shown), ...lettersNote([...shown.lanes.map(({ name }) => name), ...legend.map(({ label }) => label)])];
  const alt = altOf(['Timeline.', ...words, ...detailsOf(base, shown), `${source}.`]);
  const drawn = { ...drawing(laid, series, palette), defs: [series.defs] };
  return { laid, words, card: { title: titleOf(base, shown, filters), subtitle, drawing: drawn, legend, notes, source, alt } };
}

/** Dated deals, a lane for each recipient, and above them events. What has no date is told and not drawn. */
export const drawTimeline: Draw = (base, filters, theme) => {
  const palette = paletteOf(theme);
  const records = recordsOf(base, filters);
  if (records.deals.length + records.events.length === 0) return undefined;
  const { laid, card: own, words } = parts(base, records, filters, palette);
  const drawn = [...records.events, ...laid.shown.lanes.flatMap(({ bars }) => bars.map(({ of }) => of))];
  return {
    ...card(own, palette),
    title: own.title,
    words,
    alt: own.alt,
    records: [...new Set(drawn.map(({ id }) => id))],
    table: tableOf(base, [...records.events, ...records.deals, ...records.undated]),
  };
};
