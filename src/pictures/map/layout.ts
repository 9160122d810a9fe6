/** Everything on the panel in its place: countries, names, arrows, marks. */
import { type Box, createPlacer, type Placer, type Point, padded } from '../labels.ts';
import { type Arrow, crosses, route, trace, type Wanted } from './arrows.ts';
import type { Flow } from './flows.ts';
import { type Frame, fitted, frameOf } from './frame.ts';
import { type Land, theWorld, worldName } from './geography/world.ts';
import { counter, type Grid, gridOf, middleOfCell, SEA, seenOfLand } from './grid.ts';
import { type Leader, LONGEST, leaderFor, type Reach } from './leaders.ts';
import { boxesOn, type Ground, type Name, type Naming, placeName, type Spelling, sizeOf } from './names.ts';
import { type Pin, pinsOf, type Spot, spotOf, targetsOf } from './places.ts';

/** A country of the trade as the layout needs it. */
export interface Party {
  code: string;
  name: string;
  /** How many countries it supplies. */
  supplies: number;
  /** Whether it is supplied by anybody. */
  receives: boolean;
  /** Whether a record says of it that a supply to it did not happen. */
  denied: boolean;
  /** Whether an arrow or a cross tells of it: on a crowded map others are named only where their own land has room for it. */
  told: boolean;
}

/** One arrow, by the codes of its ends. */
export interface Way {
  flow: Flow;
  supplier: string;
  recipient: string;
}

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

/** Radius of a supplier's node, in pixels. */
export const nodeRadius = ({ depth }: Spot): number => (depth >= 9 ? 6 : 4);
/** A country with less room than this is marked by a dot. */
export const SMALL = 4;

/** `Saudi Arabia` in one line, then in two. */
function inLines(name: string): string[][] {
  const words = name.split(' ');
  const splits = words.slice(1).map((_, index) => [words.slice(0, index + 1).join(' '), words.slice(index + 1).join(' ')]);
  const even = splits.sort((a, b) => Math.max(...a.map(({ length }) => length)) - Math.max(...b.map(({ length }) => length)))[0];
  return even ? [[name], even] : [[name]];
}

function spellings(party: Party): Spelling[] {
  const { name, supplies } = party;
  const lines = inLines(name);
  const spell = (size: number) => lines.map((one): Spelling => ({ lines: one, size, weight: 600 }));
  return [...(supplies > 1 ? spell(16) : []), ...spell(14), ...spell(12.5), codeOf(party)];
}

/** A line leads to the name in full where there is room on the sea. */
const leadSpellings = ({ name }: Party): Spelling[] => inLines(name).flatMap((lines) => [14, 12.5].map((size): Spelling => ({ lines, size, weight: 600 })));
const codeOf = ({ code }: Party): Spelling => ({ lines: [code], size: 12.5, weight: 600, code: true });

/** The way on which no arrows lie, from each country, by code; of length 1, or shorter where arrows come from all sides. */
type Calm = ReadonlyMap<string, Point>;

function calmOf(ways: readonly Way[], placeOf: (code: string) => Point | undefined): Calm {
  const calm = new Map<string, Point & { n: number }>();
  for (const { supplier, recipient } of ways) {
    const [from, to] = [placeOf(supplier), placeOf(recipient)];
    const length = from && to ? Math.hypot(to.x - from.x, to.y - from.y) : 0;
    if (!from || !to || length === 0) continue;
    const [x, y] = [(to.x - from.x) / length, (to.y - from.y) / length];
    for (const [code, sign] of [[supplier, -1] as const, [recipient, 1] as const]) {
      const { x: dx, y: dy, n } = calm.get(code) ?? { x: 0, y: 0, n: 0 };
      calm.set(code, { x: dx + sign * x, y: dy + sign * y, n: n + 1 });
    }
  }
  return new Map([...calm].map(([code, { x, y, n }]) => [code, { x: x / n, y: y / n }]));
}

/** How far a recipient's name keeps from the middle of its land, where arrows come in; in pixels. */
const ASIDE = 14;

/** A supplier's name stands beside its node and any other in the middle of its land, on the side that arrows leave free. */
function naming(party: Party, spot: Spot, calm: Calm): Naming {
  const spelt = spellings(party);
  const { x, y } = calm.get(party.code) ?? { x: 0, y: 1 };
  const { width, height } = sizeOf(spelt[0] as Spelling);
  const marked = party.supplies > 0 ? nodeRadius(spot) + 4 : 6;
  const beside = party.supplies > 0 || spot.depth < SMALL;
  const [aside, below] = beside ? [marked + width / 2, marked + height / 2] : [Math.min(spot.depth, ASIDE), Math.min(spot.depth, ASIDE)];
  return { code: party.code, spellings: spelt, near: { x: spot.x + x * aside, y: spot.y + y * below }, offshore: true };
}

const square = ({ x, y }: Point, radius: number): Box => ({ x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius });

/** A placer for the panel on which nodes and dots stand already. */
function placerFor({ width, height }: Frame, parties: readonly Party[], spots: ReadonlyMap<string, Spot>): Placer {
  const placer = createPlacer(padded({ x: 0, y: 0, width, height }, -5), 2);
  for (const { code, supplies } of parties) {
    const spot = spots.get(code);
    if (!spot) continue;
    if (supplies > 0) placer.block(square(spot, nodeRadius(spot) + 2));
    else if (spot.depth < SMALL) placer.block(square(spot, 5));
  }
  return placer;
}

/** Suppliers first, then the countries with the least room; those that nothing tells of come last. */
const inTurn = (parties: readonly Party[], spots: ReadonlyMap<string, Spot>): Party[] =>
  parties
    .filter(({ code }) => spots.has(code))
    .sort(
      (a, b) =>
        Number(b.told) - Number(a.told) ||
        Number(b.supplies > 1) - Number(a.supplies > 1) ||
        (spots.get(a.code)?.depth ?? 0) - (spots.get(b.code)?.depth ?? 0) ||
        a.code.localeCompare(b.code, 'en'),
    );

interface Named {
  names: Name[];
  leaders: Leader[];
  /** What did not happen is marked beside the name of who would have received it. */
  crosses: Map<string, Box>;
}

/** Side of the box that a cross stands in, in pixels. */
const CROSS = 16;

/** The nearest place to a country's name where a cross may stand. */
function crossFor(grid: Grid, code: string, name: Box | undefined, spot: Spot, ground: Ground, placer: Placer): Box | undefined {
  const near = name ? { x: name.x - CROSS / 2, y: name.y + name.height / 2 } : spot;
  return placer.place(boxesOn(grid, { code, near, offshore: true }, { width: CROSS, height: CROSS }, ground));
}

/** Longest line to a name that is better than a code on the land itself, in pixels. */
const SHORT_LINE = 48;

interface Around extends Pick<Reach, 'trade' | 'nodes'> {
  calm: Calm;
}

/** In full on its land or beside it; on the sea near by; as a code; on the sea farther off. */
function nameOne(grid: Grid, party: Party, spot: Spot, ground: Ground, { trade, nodes, calm }: Around, placer: Placer): { name?: Name; leader?: Leader } {
  const { spellings: all, ...where } = naming(party, spot, calm);
  if (!party.told) {
    const plain = all.filter(({ size, code }) => size === 12.5 && !code);
    const name = placeName(grid, { ...where, spellings: plain, offshore: false }, ground, placer);
    return name ? { name } : {};
  }
  const place = (code: boolean) => placeName(grid, { ...where, spellings: all.filter((spelling) => (spelling.code ?? false) === code) }, ground, placer);
  const lead = (longest: number, spelt = leadSpellings(party)) => leaderFor(grid, spot, spelt, ground, { trade, longest, nodes }, placer);
  const full = place(false);
  if (full) return { name: full };
  const near = lead(SHORT_LINE);
  const code = near ? undefined : place(true);
  if (code) return { name: code };
  const leader = near ?? lead(LONGEST) ?? lead(LONGEST, [codeOf(party)]);
  return leader ? { name: leader.name, leader } : {};
}

/** Names in their places; where there is no room, a name on the sea with a line that leads to its land. */
function nameAll(grid: Grid, parties: readonly Party[], spots: ReadonlyMap<string, Spot>, around: Omit<Around, 'trade'>, placer: Placer): Named {
  const named: Named = { names: [], leaders: [], crosses: new Map() };
  const sea = counter(grid, SEA);
  const trade = new Set(spots.keys());
  for (const party of inTurn(parties, spots)) {
    const spot = spots.get(party.code) as Spot;
    const ground = { own: counter(grid, grid.numbers.get(party.code) ?? -1), sea };
    const { name, leader } = nameOne(grid, party, spot, ground, { ...around, trade }, placer);
    if (name) named.names.push(name);
    if (leader) named.leaders.push(leader);
    const cross = party.denied ? crossFor(grid, party.code, name, spot, ground, placer) : undefined;
    if (cross) named.crosses.set(party.code, cross);
  }
  return named;
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

/** Names that an arrow runs through are moved out of its way. */
function cleared(layout: Pick<Layout, 'frame' | 'grid' | 'spots' | 'arrows'> & { calm: Calm }, named: Named, parties: readonly Party[]): Named {
  const { frame, grid, spots, arrows } = layout;
  const isHit = (box: Box) => arrows.some((arrow) => crosses(arrow, padded(box, 1)));
  const hit = new Set([...named.names.filter(isHit).map(({ code }) => code), ...[...named.crosses].filter(([, box]) => isHit(box)).map(([code]) => code)]);
  if (hit.size === 0) return named;
  const placer = placerFor(frame, parties, spots);
  const stay = {
    names: named.names.filter(({ code }) => !hit.has(code)),
    leaders: named.leaders.filter(({ name }) => !hit.has(name.code)),
    crosses: new Map([...named.crosses].filter(([code]) => !hit.has(code))),
  };
  for (const box of [...stay.names, ...stay.crosses.values()]) placer.block(box);
  for (const { line } of stay.leaders) placer.line(line);
  for (const arrow of arrows) placer.line(trace(arrow));
  const again = nameAll(
    grid,
    parties.filter(({ code }) => hit.has(code)),
    spots,
    { calm: layout.calm, nodes: [] },
    placer,
  );
  return {
    names: [...stay.names, ...again.names],
    leaders: [...stay.leaders, ...again.leaders],
    crosses: new Map([...stay.crosses, ...again.crosses]),
  };
}

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

/** Lays out the map. @param ways those that get an arrow. */
export function layOut(parties: readonly Party[], ways: readonly Way[]): Layout {
  const { frame, grid, spots, pins } = place(parties, ways.length);
  const placer = placerFor(frame, parties, spots);
  const pinned = new Map(pins.map(({ code, edge, x }) => [code, { x, y: edge === 'top' ? 0 : frame.height }]));
  const calm = calmOf(ways, (code) => spots.get(code) ?? pinned.get(code));
  const busy = parties.flatMap(({ code, supplies }) => (supplies > 1 ? (spots.get(code) ?? []) : []));
  const named = nameAll(grid, parties, spots, { calm, nodes: busy }, placer);
  const nodes = parties.flatMap(({ code, supplies }) =>
    [spots.get(code) ?? []].flat().map((spot) => ({ ...spot, radius: supplies > 0 ? nodeRadius(spot) : 2 })),
  );
  const taken = [...named.names, ...named.crosses.values()];
  const wanted = ways.map((way) => wantedOf(grid, way, spots, pins, taken, frame.height));
  const arrows = route(
    grid,
    wanted,
    taken,
    nodes.filter(({ radius }) => radius > 2),
  );
  const { names, leaders, crosses } = cleared({ frame, grid, spots, arrows, calm }, named, parties);
  const nameless = parties.filter(({ code, told }) => told && spots.has(code) && !names.some((name) => name.code === code)).map(({ code }) => code);
  const context = contextNames({ frame, grid, spots, arrows }, { names, leaders, crosses }, parties);
  return { frame, grid, spots, pins, names, leaders, arrows, crosses, context, nameless };
}
