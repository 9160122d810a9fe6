/** What holds of every map, whatever countries it is about: names, arrows and land as a reader sees them. */
import { geoContains, geoDistance } from 'd3-geo';
import { describe, expect, it } from 'vitest';
import { loadBase } from '../../../src/base/load.ts';
import type { Base } from '../../../src/base/schema.ts';
import { draws } from '../../../src/pictures/fonts.ts';
import { crossing, isWithin, overlapOf, type Point, padded, runThrough } from '../../../src/pictures/labels.ts';
import { trace } from '../../../src/pictures/map/arrow.ts';
import { theWorld } from '../../../src/pictures/map/geography/world.ts';
import type { Layout } from '../../../src/pictures/map/layout.ts';
import type { Name } from '../../../src/pictures/map/names.ts';
import { sceneOf } from '../../../src/pictures/map/scene.ts';
import { drawMap } from '../../../src/pictures/map.ts';
import { LONGEST_ALT } from '../../../src/pictures/picture.ts';
import { dealsIn } from '../../../src/pictures/select.ts';
import { TODAY } from '../../build.ts';
import { layoutOf } from '../layout.ts';
import { trade, traded } from './trades.ts';

const loaded = await loadBase(['src/data/turkish-drones']);
if ('problems' in loaded) throw new Error('the shipped base does not load');

const BASES: Readonly<Record<string, Base>> = {
  'the shipped base': loaded.base,
  'both ways': trade(['TR KG', 'KG TR', 'TR KZ', 'KZ TR unconfirmed', 'TR IR', 'IR TR', 'TR IR planned', 'TR IR']),
  'one pair': trade(['US UA']),
  'three deals': trade(['TR KG', 'TR TJ unconfirmed', 'IR TJ']),
  'one supplier of Africa': trade([...'NG ET ML BF TG SO RW DJ MA LY'.split(' ').map((code) => `TR ${code}`), 'TR TN negative', 'CN ET', 'RU ML']),
  Africa: traded({ parts: ['africa'], deals: 40, suppliers: 3, seed: 1 }),
  'the Americas': traded({ parts: ['americas'], deals: 12, suppliers: 3, seed: 2 }),
  Asia: traded({ parts: ['asia'], deals: 25, suppliers: 4, seed: 3 }),
  Europe: traded({ parts: ['europe'], deals: 20, suppliers: 4, seed: 4 }),
  Oceania: traded({ parts: ['oceania'], deals: 9, suppliers: 2, seed: 7 }),
  'the world in 300 deals': traded({ parts: ['africa', 'americas', 'asia', 'europe', 'oceania'], deals: 300, suppliers: 8, seed: 5 }),
};

/** Bases on whose maps everything has room. */
const ROOMY = ['the shipped base', 'both ways', 'one pair', 'three deals', 'one supplier of Africa', 'Oceania'];

const middles = (line: readonly Point[]) =>
  line.slice(1).map((to, index) => {
    const from = line[index] as Point;
    return {
      x: (from.x + to.x) / 2,
      y: (from.y + to.y) / 2,
      turned: Math.atan2(to.y - from.y, to.x - from.x),
      length: Math.hypot(to.x - from.x, to.y - from.y),
    };
  });

/** Pixels that one arrow runs beside another in nearly the same line, apart from where they start or end together. */
function along(one: Layout['arrows'][number], other: Layout['arrows'][number]): number {
  const away = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y);
  const beside = middles(trace(other));
  return middles(trace(one))
    .filter((at) => away(at, one.from) > 30 && away(at, one.to) > 14 && away(at, other.to) > 14)
    .filter((at) => {
      const near = beside.reduce((best, next) => (away(at, next) < away(at, best) ? next : best));
      return away(at, near) < 6 && Math.abs(Math.sin(at.turned - near.turned)) < 0.35;
    })
    .reduce((sum, { length }) => sum + length, 0);
}

/** Places all over a name's letters, a pixel inside of them. */
function placesOf({ x, y, width, height }: Name): [number, number][] {
  const parts = [0, 0.33, 0.66, 1];
  return parts.flatMap((across) => [0, 1].map((down): [number, number] => [x + 3 + across * (width - 6), y + 3 + down * (height - 6)]));
}

/** Other countries than its own that a name stands on. */
function landUnder(name: Name, { frame }: Layout): string[] {
  const places = placesOf(name).flatMap((place) => [frame.projection.invert?.(place) ?? []].flat(0) as [number, number][]);
  const near = [...theWorld().lands.values()].filter(
    ({ code, around }) => code !== name.code && places.some((place) => geoDistance(place, around.middle) <= around.radius),
  );
  return near.filter(({ shape }) => places.some((place) => geoContains(shape, place))).map(({ code }) => `${name.code} on ${code}`);
}

/** Arrows' shafts as points, in the card's pixels. */
function shaftsOf(svg: string, top: number): Point[][] {
  return [...svg.matchAll(/ d="M([-\d.]+) ([-\d.]+)Q([-\d.]+) ([-\d.]+) ([-\d.]+) ([-\d.]+)"/g)].map(([, ...texts]) => {
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0, x2 = 0, y2 = 0] = texts.map(Number);
    return Array.from({ length: 61 }, (_, index) => {
      const [a, b, c] = [(1 - index / 60) ** 2, 2 * (index / 60) * (1 - index / 60), (index / 60) ** 2];
      return { x: a * x0 + b * x1 + c * x2, y: top + a * y0 + b * y1 + c * y2 };
    });
  });
}

/** Where the panel begins, below the title and the names of countries outside. */
const topOf = (svg: string): number =>
  [...svg.matchAll(/<g transform="translate\(0 ([\d.]+)\)">(?=<g)/g)].slice(0, 2).reduce((sum, [, y]) => sum + Number(y), 0);

describe.each(Object.entries(BASES))('a map of %s', (what, base) => {
  const isRoomy = ROOMY.includes(what);
  const picture = drawMap(base, {}, 'dark', TODAY);
  const scene = sceneOf(base, dealsIn(base, {}));
  if (!picture || !scene) throw new Error('there is no map');
  const { svg, width, height, words, alt, title, table, records } = picture;
  const { texts } = layoutOf(svg);

  it('lets no text touch another, nor leave the card', () => {
    const touching = texts.flatMap((one, index) =>
      texts
        .slice(index + 1)
        .filter((other) => overlapOf(one, other) > 0.5)
        .map(({ content }) => `${one.content} / ${content}`),
    );
    expect(touching).toEqual([]);
    expect(texts.filter((box) => !isWithin(box, { x: 0, y: 0, width, height }))).toEqual([]);
    expect(texts.flatMap(({ content }) => [...content]).filter((one) => !draws(one))).toEqual([]);
  });

  it('puts no name on another country’s land', () => {
    const { layout } = scene;
    expect([...layout.names, ...layout.context].flatMap((name) => landUnder(name, layout))).toEqual([]);
  });

  it('runs no arrow and no line of its own through a name', () => {
    const { layout } = scene;
    const shafts = shaftsOf(svg, topOf(svg));
    expect(shafts).toHaveLength(2 * layout.arrows.length);
    const inPanel = texts.filter(({ y }) => y > topOf(svg) && y < topOf(svg) + layout.frame.height);
    expect(inPanel.filter((box) => shafts.some((shaft) => runThrough(shaft, box) > 0)).map(({ content }) => content)).toEqual([]);
    const crossed = layout.leaders.flatMap(({ name, line }) =>
      layout.names.filter((other) => other.code !== name.code && runThrough(line, padded(other, -1)) > 0).map(({ code }) => `${name.code} through ${code}`),
    );
    expect(crossed).toEqual([]);
  });

  it('has one arrow for each pair and way, and lets none run along another', () => {
    const { layout, ways } = scene;
    expect(new Set(ways.map(({ supplier, recipient }) => `${supplier} ${recipient}`)).size).toBe(layout.arrows.length);
    const shared = layout.arrows.flatMap((one) => layout.arrows.filter((other) => other !== one).map((other) => along(one, other)));
    expect(Math.max(0, ...shared)).toBeLessThan(isRoomy ? 1 : 150);
  });

  it('crosses no line that leads to a name, where there is room', () => {
    const { arrows, leaders } = scene.layout;
    const crossed = leaders.filter(({ line }) => arrows.some((arrow) => crossing(trace(arrow), line))).map(({ name }) => name.code);
    expect(isRoomy ? crossed : []).toEqual([]);
  });

  it('names every country that an arrow leads to or from, or says which it does not', () => {
    const { layout, parties } = scene;
    const told = parties.filter((party) => party.told).map(({ code }) => code);
    const named = new Set([...layout.names, ...layout.pins].map(({ code }) => code));
    expect(told.filter((code) => !named.has(code))).toEqual([...layout.nameless]);
    if (layout.nameless.length > 0) expect(texts.map(({ content }) => content).join(' ')).toContain('Not named for want of room');
  });

  it('marks what did not happen with a cross, or says that there is no room for it', () => {
    const { layout, parties } = scene;
    const unmarked = parties.filter(({ code, denied }) => denied && layout.spots.has(code) && !layout.crosses.has(code));
    expect(
      texts
        .map(({ content }) => content)
        .join(' ')
        .includes('without a cross for want of room'),
    ).toBe(unmarked.length > 0);
    expect(isRoomy ? unmarked : []).toEqual([]);
  });

  it('says on the card that it takes no position on any border', () => {
    expect(texts.map(({ content }) => content).join(' ')).toContain('Illustrative, no position on any border');
  });

  it('describes itself in sentences, within Discord’s limit, and tells of what it leaves out', () => {
    expect(alt.length).toBeLessThanOrEqual(LONGEST_ALT);
    expect(words[0]).toBe(`${title}.`);
    for (const sentence of words) expect(sentence).toMatch(/^.*\.$/);
    expect(`${alt}${words.join('')}`).not.toMatch(/undefined|NaN|null/);
    for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
    if (records.length < table.rows.length) expect(words.join(' ')).toContain('Not drawn: ');
    if (layoutArrows(scene.layout) < scene.trade.flows.filter(({ firm, soft }) => firm.length + soft.length > 0).length) {
      expect(words.join(' ')).toContain('For want of room');
    }
  });

  it('stays small enough to be shown in a chat', () => {
    expect(height).toBeLessThan(820);
    expect(svg.length).toBeLessThan(1_000_000);
  });
});

const layoutArrows = ({ arrows }: Layout): number => arrows.length;
