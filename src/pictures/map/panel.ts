/** The panel as SVG: land, shades, borders, arrows, names. */
import { geoPath } from 'd3-geo';
import { cross } from '../marks.ts';
import { el, join, round, type Svg } from '../svg.ts';
import { text } from '../text.ts';
import type { Hue, Palette } from '../theme.ts';
import { borders, ground, type Shades, shaded } from './ground.ts';
import type { Layout } from './layout.ts';
import { baselineOf, type Name } from './names.ts';
import { nodeRadius, SMALL } from './party.ts';
import { PIN, pinWidth } from './places.ts';
import { arrowOf } from './shaft.ts';

/** What is drawn where: all by the codes of countries. */
export interface PanelParts {
  layout: Layout;
  shades: Shades;
  /** In the order of the layout's arrows. */
  arrows: readonly { hue: Hue; dashed: boolean }[];
  /** Hues of the suppliers' nodes. */
  nodes: ReadonlyMap<string, Hue>;
  names: ReadonlyMap<string, string>;
  /** Codes of countries of which a record says that a supply to them did not happen. */
  denied: ReadonlySet<string>;
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
    shaded(layout.grid, parts.shades),
    borders(path, layout.grid, parts.shades, palette),
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
