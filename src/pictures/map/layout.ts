/** Everything on the panel in its place: countries, names, arrows, marks. */
import { type Box, type Point, padded } from '../labels.ts';
import { type Arrow, trace, type Wanted } from './arrow.ts';
import { route } from './arrows.ts';
import { cleared } from './cleared.ts';
import { counter } from './counter.ts';
import { type Frame, fitted, frameOf } from './frame.ts';
import { type Land, theWorld, worldName } from './geography/world.ts';
import { type Grid, gridOf, middleOfCell, seenOfLand } from './grid.ts';
import type { Leader } from './leaders.ts';
import { type Named, nameAll, placerFor } from './named.ts';
import { type Name, placeName, type Spelling } from './names.ts';
import { calmOf } from './naming.ts';
import { nodeRadius, type Party, type Way } from './party.ts';
import { type Pin, pinsOf, type Spot, spotOf, targetsOf } from './places.ts';

export interface Layout {
  frame: Frame;
  grid: Grid;
  spots: ReadonlyMap<string, Spot>;
  pins: readonly Pin[];
  names: readonly Name[];
  leaders: readonly Leader[];
  /** In the order of the ways. */
  arrows: readonly Arrow[];
  /** Where it is marked that a supply did not happen, by code. */
  crosses: ReadonlyMap<string, Box>;
  /** Names of countries that have no part in the trade, for finding one's way. */
  context: readonly Name[];
  /** Codes of countries for whose names there is no room at all. */
  nameless: readonly string[];
}

function wantedOf(grid: Grid, way: Way, spots: ReadonlyMap<string, Spot>, pins: readonly Pin[], names: readonly Box[], height: number): Wanted {
  const pinned = (code: string): Point | undefined => {
    const pin = pins.find((one) => one.code === code);
    return pin && { x: pin.x, y: pin.edge === 'top' ? 1 : height - 1 };
  };
  const [from, to] = [spots.get(way.supplier), spots.get(way.recipient)];
  const start = from ?? pinned(way.supplier) ?? { x: 0, y: 0 };
  const isFree = (point: Point, clear: number) => names.every((name) => !isIn(point, padded(name, clear)));
  const targets = to ? targetsOf(grid, to, isFree) : [pinned(way.recipient) ?? { x: 0, y: 0 }];
  return { from: start, radius: from ? nodeRadius(from) : 0, targets };
}

const isIn = ({ x, y }: Point, box: Box): boolean => x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height;

/** Squares of a neighbour worth naming, and the most that are named. */
const [WORTH_NAMING, MOST_CONTEXT] = [400, 9];

/** Names of the largest neighbours, where there is room left for them. */
function contextNames({ frame, grid, spots, arrows }: Pick<Layout, 'frame' | 'grid' | 'spots' | 'arrows'>, named: Named, parties: readonly Party[]): Name[] {
  const placer = placerFor(frame, parties, spots);
  for (const box of [...named.names, ...named.crosses.values()]) placer.block(padded(box, 4));
  for (const line of [...named.leaders.map((leader) => leader.line), ...arrows.map(trace)]) placer.line(line);
  const own = new Set(parties.map(({ code }) => code));
  const neighbours = [...grid.numbers.keys()].flatMap((code) => {
    const seen = seenOfLand(grid, code);
    return seen && seen.count >= WORTH_NAMING && !own.has(code) && !code.startsWith('-') ? { code, seen } : [];
  });
  const largest = neighbours.sort((a, b) => b.seen.count - a.seen.count).slice(0, MOST_CONTEXT);
  return largest.flatMap(({ code, seen }) => {
    const spelling: Spelling = { lines: [worldName(code)], size: 12.5, weight: 400 };
    const ground = { own: counter(grid, grid.numbers.get(code) ?? -1), sea: () => 0 };
    return placeName(grid, { code, spellings: [spelling], near: middleOfCell(grid, seen.deepest), offshore: false }, ground, placer) ?? [];
  });
}

/** The countries that the map is about, the frame around them, and where each stands. */
function place(parties: readonly Party[], flows: number): Pick<Layout, 'frame' | 'grid' | 'spots' | 'pins'> {
  const { lands } = theWorld();
  const land = (code: string) => lands.get(code) as Land;
  // Whoever supplies, or was not supplied, is shown where there is room; whoever is supplied has to be.
  const asking = parties.map(({ code, supplies, receives }) => ({
    land: land(code),
    share: Math.max(receives ? 1 : 0, supplies) / Math.max(1, flows),
    supplies: supplies > 0 || !receives,
  }));
  const frame = frameOf(fitted(asking));
  const grid = gridOf(frame);
  const spots = new Map(parties.flatMap(({ code }) => [spotOf(frame, grid, land(code)) ?? []].flat().map((spot) => [code, spot] as const)));
  const outside = parties.filter(({ code }) => !spots.has(code));
  const pins = pinsOf(
    frame,
    outside.map(({ code }) => land(code)),
    new Map(parties.map(({ code, name }) => [code, name])),
  );
  return { frame, grid, spots, pins };
}

type PlaceOf = (code: string) => Point | undefined;

/** Straight ways, near which the arrows will be. */
const straightOf = (ways: readonly Way[], placeOf: PlaceOf): (readonly [Point, Point])[] =>
  ways.flatMap(({ supplier, recipient }) => {
    const [from, to] = [placeOf(supplier), placeOf(recipient)];
    return from && to ? [[from, to] as const] : [];
  });

/** Where arrows start. */
const nodesOf = (parties: readonly Party[], spots: ReadonlyMap<string, Spot>): (Spot & { radius: number })[] =>
  parties.flatMap(({ code, supplies }) => {
    const spot = spots.get(code);
    return spot && supplies > 0 ? [{ ...spot, radius: nodeRadius(spot) }] : [];
  });

/** Lays out the map. @param ways those that get an arrow. */
export function layOut(parties: readonly Party[], ways: readonly Way[]): Layout {
  const { frame, grid, spots, pins } = place(parties, ways.length);
  const placer = placerFor(frame, parties, spots);
  const pinned = new Map(pins.map(({ code, edge, x }) => [code, { x, y: edge === 'top' ? 0 : frame.height }]));
  const placeOf: PlaceOf = (code) => spots.get(code) ?? pinned.get(code);
  const calm = calmOf(ways, placeOf);
  const busy = parties.flatMap(({ code, supplies }) => (supplies > 1 ? (spots.get(code) ?? []) : []));
  const named = nameAll(grid, parties, spots, { calm, nodes: busy, ways: straightOf(ways, placeOf) }, placer);
  const taken = [...named.names, ...named.crosses.values()];
  const wanted = ways.map((way) => wantedOf(grid, way, spots, pins, taken, frame.height));
  const arrows = route(grid, wanted, { names: taken, lines: named.leaders.map(({ line }) => line), nodes: nodesOf(parties, spots) });
  const { names, leaders, crosses } = cleared({ frame, grid, spots, arrows, calm }, named, parties);
  const nameless = parties.filter(({ code, told }) => told && spots.has(code) && !names.some((name) => name.code === code)).map(({ code }) => code);
  const context = contextNames({ frame, grid, spots, arrows }, { names, leaders, crosses }, parties);
  return { frame, grid, spots, pins, names, leaders, arrows, crosses, context, nameless };
}
