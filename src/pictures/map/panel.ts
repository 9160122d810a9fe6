/** The panel as SVG: land, shades, borders, arrows, names. */
import { type GeoPath, geoPath } from 'd3-geo';
import type { Point } from '../labels.ts';
import { cross, DASHES } from '../marks.ts';
import { el, join, round, type Svg } from '../svg.ts';
import { text } from '../text.ts';
import type { Hue, Palette } from '../theme.ts';
import type { Arrow } from './arrow.ts';
import { theWorld } from './geography/world.ts';
import type { Grid } from './grid.ts';
import type { Layout } from './layout.ts';
import { baselineOf, type Name } from './names.ts';
import { nodeRadius, SMALL } from './party.ts';
import { PIN, pinWidth } from './places.ts';
import type { Shade } from './shading.ts';

/** What is drawn where: all by the codes of countries. */
export interface PanelParts {
  layout: Layout;
  shades: ReadonlyMap<string, readonly Shade[]>;
  /** In the order of the layout's arrows. */
  arrows: readonly { hue: Hue; dashed: boolean }[];
  /** Hues of the suppliers' nodes. */
  nodes: ReadonlyMap<string, Hue>;
  names: ReadonlyMap<string, string>;
  /** Codes of countries of which a record says that a supply to them did not happen. */
  denied: ReadonlySet<string>;
}

const tenth = (value: number): number => Math.round(value * 10) / 10;

/** Closed outlines as path data. */
const outline = (lines: readonly (readonly Point[])[]): string =>
  lines.map((line) => `M${line.map(({ x, y }) => `${tenth(x)} ${tenth(y)}`).join('L')}Z`).join('');

/** All land in one path, so that no seam shows between neighbours. */
const ground = ({ outlines }: Grid, palette: Palette): Svg => el('path', { d: outline([...outlines.values()].flat()), fill: palette.land });

function shaded({ layout, shades }: PanelParts): Svg {
  const fills = [...shades].flatMap(([code, own]) => {
    const lines = layout.grid.outlines.get(code);
    return lines ? own.map(({ fill, opacity }) => el('path', { d: outline(lines), fill, 'fill-opacity': opacity })) : [];
  });
  return join(fills);
}

/** Lines between countries of the trade stand out; dashed lines say that they are not agreed. */
function borders(path: GeoPath, { layout, shades }: PanelParts, palette: Palette): Svg {
  const seen = theWorld().borders.filter(({ between }) => between.every((code) => layout.grid.outlines.has(code)));
  const lines = (wanted: boolean, ofTrade: boolean) => {
    const found = seen.filter(({ between, dashed }) => dashed === wanted && between.some((code) => shades.has(code)) === ofTrade);
    return path({ type: 'MultiLineString', coordinates: found.flatMap(({ shape }) => shape.coordinates) }) ?? '';
  };
  const line = (wanted: string, attributes: Record<string, string | number>): Svg | undefined =>
    wanted === '' ? undefined : el('path', { d: wanted, fill: 'none', 'stroke-linejoin': 'round', ...attributes });
  return join(
    line(lines(false, false), { stroke: palette.border, 'stroke-width': 0.7 }),
    line(lines(true, false), { stroke: palette.border, 'stroke-width': 0.9, 'stroke-dasharray': '2 2' }),
    line(lines(false, true), { stroke: palette.border, 'stroke-width': 1.2 }),
    line(lines(true, true), { stroke: palette.text, 'stroke-width': 1, 'stroke-opacity': 0.75, 'stroke-dasharray': '2 2.5' }),
  );
}

/** Length and half width of an arrow's head, in pixels. */
const HEAD = { length: 9.5, half: 4.6 } as const;

/** Shaft and head; a hollow head and a dashed shaft where no record states it as fact. */
function arrowOf({ from, handle, to }: Arrow, { hue, dashed }: { hue: Hue; dashed: boolean }, palette: Palette): { under: Svg; over: Svg } {
  const angle = Math.atan2(to.y - handle.y, to.x - handle.x);
  const at = (back: number, aside: number) =>
    `${round(to.x - back * Math.cos(angle) - aside * Math.sin(angle))} ${round(to.y - back * Math.sin(angle) + aside * Math.cos(angle))}`;
  const shaft = `M${round(from.x)} ${round(from.y)}Q${round(handle.x)} ${round(handle.y)} ${at(HEAD.length - 1, 0)}`;
  const head = `M${at(0, 0)}L${at(HEAD.length, HEAD.half)}L${at(HEAD.length, -HEAD.half)}Z`;
  return {
    under: join(
      el('path', { d: shaft, fill: 'none', stroke: palette.card, 'stroke-width': 4.8, 'stroke-opacity': 0.7 }),
      el('path', { d: head, fill: palette.card, stroke: palette.card, 'stroke-width': 3.2, 'stroke-linejoin': 'round', 'stroke-opacity': 0.7 }),
    ),
    over: join(
      el('path', { d: shaft, fill: 'none', stroke: hue.edge, 'stroke-width': 2.2, 'stroke-dasharray': dashed ? DASHES : undefined }),
      el('path', { d: head, fill: dashed ? palette.card : hue.edge, stroke: hue.edge, 'stroke-width': dashed ? 1.6 : 0.8, 'stroke-linejoin': 'round' }),
    ),
  };
}

/** Where a supplier's arrows start, and dots for countries too small to be seen. */
function nodes({ layout, nodes: hues, shades }: PanelParts, palette: Palette): Svg {
  const marks = [...layout.spots.values()].flatMap((spot) => {
    const hue = hues.get(spot.code);
    if (hue) return el('circle', { cx: spot.x, cy: spot.y, r: nodeRadius(spot), fill: palette.card, stroke: hue.edge, 'stroke-width': 2.6 });
    const [shade] = shades.get(spot.code) ?? [];
    return spot.depth < SMALL && shade ? el('circle', { cx: spot.x, cy: spot.y, r: 2.6, fill: palette.text, stroke: palette.card, 'stroke-width': 1.2 }) : [];
  });
  return join(marks);
}

const nameOf = (name: Name, fill: string, halo: string): Svg =>
  join(
    name.spelling.lines.map((line, index) =>
      text(line, name.x + name.width / 2, name.y + baselineOf(name.spelling, index), {
        size: name.spelling.size,
        weight: name.spelling.weight,
        anchor: 'middle',
        fill,
        halo,
      }),
    ),
  );

function leaders({ layout }: PanelParts, palette: Palette): Svg {
  return join(
    layout.leaders.map(({ line: [from, to] }) =>
      el('path', { d: `M${round(from.x)} ${round(from.y)}L${round(to.x)} ${round(to.y)}`, stroke: palette.text, 'stroke-opacity': 0.7 }),
    ),
  );
}

/** Height of the strip for names of countries outside, above and below the panel; none without them. */
const railHeight = ({ pins }: Layout, edge: 'top' | 'bottom'): number => (pins.some((pin) => pin.edge === edge) ? PIN.height + 10 : 0);

function pins({ layout, names, denied, nodes: hues }: PanelParts, palette: Palette): Svg {
  return join(
    layout.pins.map(({ code, edge, x }) => {
      const [name, hue] = [names.get(code) ?? code, hues.get(code)];
      const width = pinWidth(name);
      const y = edge === 'top' ? -PIN.height - 4 : layout.frame.height + 4;
      return join(
        el('rect', {
          x: x - width / 2,
          y,
          width,
          height: PIN.height,
          rx: PIN.height / 2,
          fill: palette.panel,
          stroke: hue?.edge ?? palette.rim,
          'stroke-width': 1.4,
        }),
        denied.has(code) ? cross(x + width / 2 - 2, y + 2, palette, 4) : undefined,
        text(name, x, y + PIN.height / 2 + PIN.size * 0.36, { size: PIN.size, weight: 600, anchor: 'middle', fill: palette.text }),
      );
    }),
  );
}

/** The panel from its upper left corner, with the strips above and below. */
export function drawPanel(parts: PanelParts, palette: Palette): { svg: Svg; height: number; defs: Svg[] } {
  const { layout } = parts;
  const { projection, width, height } = layout.frame;
  const path = geoPath(projection).digits(1);
  const arrows = layout.arrows.map((arrow, index) => arrowOf(arrow, parts.arrows[index] as PanelParts['arrows'][number], palette));
  const top = railHeight(layout, 'top');
  const clip = el('clipPath', { id: 'panel' }, el('rect', { width, height }));
  const land = el(
    'g',
    { 'clip-path': 'url(#panel)' },
    el('rect', { width, height, fill: palette.sea }),
    ground(layout.grid, palette),
    shaded(parts),
    borders(path, parts, palette),
    join(layout.context.map((name) => nameOf(name, palette.quiet, palette.land))),
    leaders(parts, palette),
    join(arrows.map(({ under }) => under)),
    join(arrows.map(({ over }) => over)),
    nodes(parts, palette),
    join([...layout.crosses.values()].map(({ x, y, width, height }) => cross(x + width / 2, y + height / 2, palette))),
    join(layout.names.map((name) => nameOf(name, palette.text, palette.card))),
  );
  const defs = [...parts.shades.values()].flat().flatMap((shade) => shade.defs ?? []);
  return {
    svg: el('g', { transform: `translate(0 ${top})` }, land, pins(parts, palette)),
    height: top + height + railHeight(layout, 'bottom'),
    defs: [clip, ...defs],
  };
}
