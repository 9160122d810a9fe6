/** Who supplies whom, on a map: countries shaded by supplier, an arrow for each pair. */
import { count } from '../base/count.ts';
import type { Base } from '../base/schema.ts';
import { card, sourceLine } from './card.ts';
import { areaSwatch, crossSwatch, type LegendItem } from './legend.ts';
import { titleOf, wordsOf } from './map/finding.ts';
import { type Flow, isSupply, suppliersOf, type Trade } from './map/flows.ts';
import { theWorld } from './map/geography/world.ts';
import { seenOfLand } from './map/grid.ts';
import type { Layout } from './map/layout.ts';
import { drawPanel, type PanelParts } from './map/panel.ts';
import type { Party, Way } from './map/party.ts';
import { type Scene, sceneOf } from './map/scene.ts';
import { shadesOf } from './map/shading.ts';
import type { Draw } from './picture.ts';
import { scopeWords } from './scope.ts';
import { dealsIn, nameOf } from './select.ts';
import { type SupplierSeries, seriesOf } from './series.ts';
import { tableOf } from './table.ts';
import { type Palette, paletteOf } from './theme.ts';
import { altOf, listed, softLabel } from './wording.ts';

/** Stands first, so that no key, however long, cuts it. */
const NOTE = 'Illustrative, no position on any border (Natural Earth, changed).';

/** What has no arrow for want of room. */
function thinned({ flows }: Trade, ways: readonly Way[]): string[] {
  const rest = flows.filter(isSupply).length - ways.length;
  return rest > 0
    ? [
        `For want of room ${count(rest, 'pair')} of countries with the fewest records ${rest === 1 ? 'has' : 'have'} no arrow, only a shade and perhaps no name.`,
      ]
    : [];
}

function partsOf(base: Base, { trade, layout, ways }: Scene, series: SupplierSeries): PanelParts {
  const hue = (id: string) => series.bySupplier(id).paint.hue;
  return {
    layout,
    shades: new Map([...trade.codes].map(([id, code]) => [code, shadesOf(id, code, trade.flows, series)])),
    arrows: ways.map(({ flow }) => ({ hue: hue(flow.supplier), dashed: flow.firm.length === 0 })),
    nodes: new Map(ways.map(({ flow, supplier }) => [supplier, hue(flow.supplier)])),
    names: new Map([...trade.codes].map(([id, code]) => [code, nameOf(base, id)])),
    denied: new Set(trade.flows.filter(({ negative }) => negative.length > 0).map(({ recipient }) => trade.codes.get(recipient) ?? '')),
  };
}

/** The suppliers by their colours; those without one of their own together. */
function suppliersLegend(base: Base, flows: readonly Flow[], series: SupplierSeries): LegendItem[] {
  const items = new Map<string, LegendItem>();
  for (const id of suppliersOf(base, flows.filter(isSupply))) {
    const { paint, label } = series.bySupplier(id);
    const own = label === nameOf(base, id);
    items.set(own ? id : 'other', { swatch: areaSwatch(paint), label: own ? label : 'Other suppliers' });
  }
  return [...items.values()];
}

/** `Did not happen: Türkiye to Uzbekistan`; of several only what the mark means. */
function deniedLabel(base: Base, flows: readonly Flow[]): string {
  const [first, ...more] = flows.filter(({ negative }) => negative.length > 0);
  return first && more.length === 0 ? `Did not happen: ${nameOf(base, first.supplier)} to ${nameOf(base, first.recipient)}` : 'Did not happen';
}

function legendOf(base: Base, { flows }: Trade, series: SupplierSeries, palette: Palette): LegendItem[] {
  const unsure = flows.filter(({ firm, soft }) => firm.length === 0 && soft.length > 0);
  const soft = softLabel(unsure.flatMap((flow) => flow.soft));
  const [first] = unsure;
  return [
    ...suppliersLegend(base, flows, series),
    ...(soft && first ? [{ swatch: areaSwatch(series.bySupplier(first.supplier).paint, 'soft'), label: soft }] : []),
    ...(flows.some(({ negative }) => negative.length > 0) ? [{ swatch: crossSwatch(palette), label: deniedLabel(base, flows) }] : []),
  ];
}

/** `Codes: AM Armenia, QA Qatar.` */
function keyOf({ names }: Layout, parties: readonly Party[]): string[] {
  const coded = names.filter(({ spelling }) => spelling.code).map(({ code }) => `${code} ${parties.find((party) => party.code === code)?.name}`);
  return coded.length === 0 ? [] : [`Codes: ${coded.sort().join(', ')}.`];
}

/** Countries of the trade for whose names the map has no room. */
const namelessNote = ({ nameless }: Layout, parties: readonly Party[]): string[] =>
  nameless.length === 0
    ? []
    : [
        `Not named for want of room: ${listed(
          nameless.map((code) => parties.find((party) => party.code === code)?.name ?? code),
          12,
        )}.`,
      ];

/** Countries without the cross that tells of a supply to them that did not happen. */
function unmarkedNote({ spots, crosses }: Layout, parties: readonly Party[]): string[] {
  const unmarked = parties.filter(({ code, denied }) => denied && spots.has(code) && !crosses.has(code)).map(({ name }) => name);
  return unmarked.length === 0 ? [] : [`Did not happen, without a cross for want of room: a supply to ${listed(unmarked, 4)}.`];
}

const dashedNote = ({ grid }: Layout): string[] =>
  theWorld().borders.some(({ between, dashed }) => dashed && between.every((code) => seenOfLand(grid, code) !== undefined))
    ? ['Dashed borders: not fully agreed.']
    : [];

/** Countries shaded by supplier, with an arrow from supplier to recipient. */
export const drawMap: Draw = (base, filters, theme) => {
  const palette = paletteOf(theme);
  const deals = dealsIn(base, filters);
  const scene = sceneOf(base, deals);
  if (!scene) return undefined;
  const { trade, parties, ways, layout } = scene;
  const series = seriesOf(base, deals, palette);
  const panel = drawPanel(partsOf(base, scene, series), palette);
  const scope = scopeWords(base, filters);
  const left = thinned(trade, ways);
  const words = wordsOf(base, trade, scope, left);
  const source = sourceLine(base, trade.drawn);
  const title = titleOf(base, trade);
  const alt = altOf(['Map of who supplies whom.', ...words, `${source}.`]);
  const drawing = { svg: panel.svg, height: panel.height, defs: [series.defs, ...panel.defs] };
  const notes = [NOTE, ...left, ...unmarkedNote(layout, parties), ...dashedNote(layout), ...namelessNote(layout, parties), ...keyOf(layout, parties)];
  const subtitle = [scope, ways.length > 0 && 'Countries are shaded by supplier; arrows lead from supplier to recipient.'].filter(Boolean).join(' ');
  return {
    ...card({ title, subtitle, drawing, legend: legendOf(base, trade, series, palette), notes, source, alt }, palette),
    title,
    words,
    alt,
    records: trade.drawn.map(({ id }) => id),
    table: tableOf(base, deals, [{ column: 'drawn', cell: (record) => (trade.drawn.some((deal) => deal === record) ? 'yes' : 'no') }]),
  };
};
