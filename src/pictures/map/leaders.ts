/** Names that stand on the sea away from their land, with a line that leads there. */
import { type Box, crossing, type Placer, type Point, padded, runThrough } from '../labels.ts';
import { CELL } from './cell.ts';
import { cellAt, type Grid } from './grid.ts';
import { type Ground, type Name, type Size, type Spelling, sizeOf } from './names.ts';
import { SMALL } from './party.ts';
import type { Spot } from './places.ts';

export interface Leader {
  name: Name;
  line: readonly [Point, Point];
}

/** Longest line of all, in pixels. */
export const LONGEST = 120;

/** The nearest point of a box. */
const nearest = (box: { x: number; y: number; width: number; height: number }, { x, y }: Point): Point => ({
  x: Math.min(Math.max(x, box.x), box.x + box.width),
  y: Math.min(Math.max(y, box.y), box.y + box.height),
});

/** Whether nothing stands on a line but what it starts from. */
const isClear = (line: readonly Point[], start: Point, { taken }: Placer): boolean =>
  taken.every((box) => holds(box, start) || runThrough(line, padded(box, 1)) === 0);
const holds = ({ x, y, width, height }: Box, point: Point): boolean => point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height;

/** What a line costs beside its length: a pixel over the land of a country of the trade, which it seems to point at; an arrow that may cross it. */
const [OVER_TRADE, CROSSED] = [1.5, 60];

/** Pixels of a line that lie on land to keep off. */
function over(grid: Grid, from: Point, to: Point, isKept: (owner: number) => boolean): number {
  const steps = Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / CELL);
  let cells = 0;
  for (let step = 0; step <= steps; step++) {
    const at = cellAt(grid, { x: from.x + ((to.x - from.x) * step) / steps, y: from.y + ((to.y - from.y) * step) / steps });
    if (at !== undefined && isKept(grid.owners[at] ?? 0)) cells++;
  }
  return cells * CELL;
}

/** Most that a place may cost, over the longest line. */
const MOST_COST = 2;

interface Place {
  box: Box;
  end: Point;
  cost: number;
}

/** Boxes on the open sea within reach of a country, each with its nearest point. */
function boxesAround(grid: Grid, spot: Point, { width, height }: Size, sea: Ground['sea'], longest: number): Place[] {
  const [wide, high] = [Math.ceil(width / CELL), Math.ceil(height / CELL)];
  const found: Place[] = [];
  const from = (middle: number, size: number) => Math.max(1, Math.floor((middle - longest - size) / CELL));
  for (let y = from(spot.y, height); y < Math.min(grid.rows - high, (spot.y + longest) / CELL); y += 2) {
    for (let x = from(spot.x, width); x < Math.min(grid.columns - wide, (spot.x + longest) / CELL); x += 2) {
      if (sea(x, y, x + wide, y + high) < wide * high) continue;
      const box = { x: x * CELL, y: y * CELL, width, height };
      const end = nearest(box, spot);
      const cost = Math.hypot(end.x - spot.x, end.y - spot.y);
      if (cost <= longest) found.push({ box, end, cost });
    }
  }
  return found;
}

const byCost = (a: Place, b: Place): number => a.cost - b.cost || a.box.y - b.box.y || a.box.x - b.box.x;

export interface Reach {
  /** Codes of the countries that lines keep off. */
  trade: ReadonlySet<string>;
  /** Longest line, in pixels; what runs over the land of those counts for more. */
  longest: number;
  /** Where many arrows start: no place for a name. */
  nodes: readonly Point[];
  /** Straight ways from suppliers to recipients, near which there will be arrows. */
  ways: readonly (readonly [Point, Point])[];
  /** Whether a line may cross others: better than no name. */
  mayCross?: boolean;
}

/** Pixels around a node that its arrows need, and what a name there costs for each that it comes nearer. */
const [WIDE, CROWDING] = [95, 0.8];

const crowding = ({ x, y, width, height }: Box, nodes: readonly Point[]): number =>
  nodes.reduce((sum, node) => sum + CROWDING * Math.max(0, WIDE - Math.hypot(x + width / 2 - node.x, y + height / 2 - node.y)), 0);

/** Part of a country's depth from its middle within which a line may start, and most pixels. */
const START = { part: 0.7, most: 8 } as const;

/** Where a line may start: in the middle of the land, or beside it where an arrow is in the way. A country that is a dot has no beside. */
function startsOf({ x, y, depth }: Spot): Point[] {
  const away = Math.min(START.most, depth * START.part);
  const beside = [-1, 1].flatMap((side) => [
    { x: x + side * away, y },
    { x, y: y + side * away },
  ]);
  return [{ x, y }, ...(depth < SMALL ? [] : beside)];
}

/** Places for any spelling of a name, the best first. */
function placesFor(grid: Grid, spot: Spot, spellings: readonly Spelling[], sea: Ground['sea'], { trade, longest, nodes, ways }: Reach) {
  const kept = new Set([...trade].filter((code) => code !== spot.code).map((code) => grid.numbers.get(code)));
  const weighed = spellings.flatMap((spelling) =>
    boxesAround(grid, spot, sizeOf(spelling), sea, longest).map(({ box, end, cost: length }) => {
      const land = OVER_TRADE * over(grid, spot, end, (owner) => kept.has(owner));
      const crossed = CROSSED * ways.filter((way) => crossing([spot, end], way)).length;
      return { box, end, spelling, cost: length + crowding(box, nodes) + land + crossed };
    }),
  );
  return weighed.filter(({ cost }) => cost <= longest * MOST_COST).sort(byCost);
}

/** The best place on the sea for a name, and its line; undefined when there is none. */
export function leaderFor(grid: Grid, spot: Spot, spellings: readonly Spelling[], { sea }: Ground, reach: Reach, placer: Placer): Leader | undefined {
  const starts = startsOf(spot);
  for (const { box, spelling } of placesFor(grid, spot, spellings, sea, reach)) {
    const lines = placer.isFree(box) ? starts.map((start) => [start, nearest(box, start)] as const) : [];
    const line = lines.find((one) => (reach.mayCross || !placer.crosses(one)) && isClear(one, one[0], placer));
    if (!line) continue;
    placer.block(box);
    placer.line(line);
    return { name: { ...box, code: spot.code, spelling }, line };
  }
  return undefined;
}
