/** Arrows that keep off names, off one another and out of one another's way. */
import type { Box, Point } from '../labels.ts';
import { runThrough } from '../labels.ts';
import { CELL, cellsOf, type Grid } from './grid.ts';

/** An arrow that wants a way. */
export interface Wanted {
  /** Where it starts: the middle of a node with this radius, in pixels. */
  from: Point;
  radius: number;
  /** Where it may end, the best first. */
  targets: readonly Point[];
}

/** A quadratic curve from its start by its handle to its tip. */
export interface Arrow {
  from: Point;
  handle: Point;
  to: Point;
}

/** How far arrows bend, over their length; upward first, as arcs over a globe are drawn. */
const BENDS = [0.14, 0.1, 0.18, 0.06, 0.22, 0.02, 0.27, 0.34, 0.42, -0.06, -0.1, -0.14, -0.2, -0.28, -0.36] as const;
/** Pixels that two arrows keep between them where they can: at least, and better. */
const [NEAR, APART] = [7, 14] as const;
/** Pixels from a node within which arrows that leave it may be near one another. */
const FAN = 26;
/** Pixels between a tip and whatever is at its target. */
const TIP = 1;

const between = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

const pointAt = ({ from, handle, to }: Arrow, part: number): Point => {
  const [a, b, c] = [(1 - part) ** 2, 2 * part * (1 - part), part ** 2];
  return { x: a * from.x + b * handle.x + c * to.x, y: a * from.y + b * handle.y + c * to.y };
};

/** Pixels of the pieces that a curve is looked at in. */
const PIECE = 5;

/** Pieces that a curve is looked at in. */
const stepsOf = ({ from, handle, to }: Arrow): number => Math.max(8, Math.ceil((between(from, handle) + between(handle, to)) / PIECE));

/** Points along the curve, a few pixels apart. */
export function trace(arrow: Arrow): Point[] {
  const steps = stepsOf(arrow);
  return Array.from({ length: steps + 1 }, (_, index) => pointAt(arrow, index / steps));
}

const toward = (from: Point, to: Point, pixels: number): Point => {
  const length = between(from, to) || 1;
  return { x: from.x + ((to.x - from.x) * pixels) / length, y: from.y + ((to.y - from.y) * pixels) / length };
};

function bent({ from, radius }: Wanted, target: Point, bend: number): Arrow {
  const [dx, dy] = [target.x - from.x, target.y - from.y];
  // To the left of a way to the right is up, and so it is to the right of a way to the left.
  const side = dx >= 0 ? 1 : -1;
  const handle = { x: (from.x + target.x) / 2 + dy * bend * side, y: (from.y + target.y) / 2 - dx * bend * side };
  return { from: toward(from, handle, radius + 2), handle, to: toward(target, handle, TIP) };
}

/** What stands in the way, square by square: names and nodes weigh much, other arrows add up where they would be run along. */
interface Field {
  fixed: Float32Array;
  arrows: Uint8Array;
}

/** Squares within some pixels of a point. */
function disc(grid: Grid, { x, y }: Point, radius: number): number[] {
  const { left, right, top, bottom } = cellsOf(grid, { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius });
  const found: number[] = [];
  for (let row = top; row < bottom; row++) {
    for (let column = left; column < right; column++) {
      if (Math.hypot((column + 0.5) * CELL - x, (row + 0.5) * CELL - y) <= radius) found.push(row * grid.columns + column);
    }
  }
  return found;
}

/** Squares that an arrow keeps others from; those next to it twice, those around its tip more often. */
function corridor(grid: Grid, arrow: Arrow): number[] {
  const points = trace(arrow).filter((point, index) => index % 2 === 0 && between(point, arrow.from) > FAN);
  const around = (radius: number) => new Set(points.flatMap((point) => disc(grid, point, radius)));
  const tip = disc(grid, arrow.to, NEAR + 5);
  return [...around(APART), ...around(NEAR), ...tip, ...tip, ...tip];
}

const COSTS = { name: 400, node: 60, beside: 5, outside: 300, bend: 30, target: 0.4 } as const;

function costOf({ columns, rows }: Grid, { fixed, arrows }: Field, { from, handle, to }: Arrow, bend: number, away: number): number {
  let cost = Math.abs(Math.abs(bend) - 0.14) * COSTS.bend + (bend < 0 ? 5 : 0) + away * COSTS.target;
  const steps = stepsOf({ from, handle, to });
  // What runs a hundred thousand times for one map makes no objects.
  for (let step = 0; step <= steps; step++) {
    const part = step / steps;
    const [a, b, c] = [(1 - part) * (1 - part), 2 * part * (1 - part), part * part];
    const column = Math.floor((a * from.x + b * handle.x + c * to.x) / CELL);
    const row = Math.floor((a * from.y + b * handle.y + c * to.y) / CELL);
    const at = row * columns + column;
    if (column < 0 || row < 0 || column >= columns || row >= rows) cost += COSTS.outside;
    else cost += (fixed[at] as number) + (arrows[at] as number) * COSTS.beside;
  }
  return cost;
}

/** Most that an arrow from outside bends. */
const STEEPEST = 0.2;

interface Found {
  arrow: Arrow;
  cost: number;
}

function best(grid: Grid, field: Field, wanted: Wanted): Found | undefined {
  let found: Found | undefined;
  const [first] = wanted.targets;
  for (const target of wanted.targets) {
    for (const bend of BENDS) {
      // What comes in from the edge comes in steeply.
      if (wanted.radius === 0 && Math.abs(bend) > STEEPEST) continue;
      const arrow = bent(wanted, target, bend);
      const cost = costOf(grid, field, arrow, bend, first ? between(target, first) : 0);
      if (!found || cost < found.cost) found = { arrow, cost };
    }
  }
  return found;
}

/** Names and nodes of other countries as obstacles. */
function obstacles(grid: Grid, names: readonly Box[], nodes: readonly (Point & { radius: number })[]): Float32Array {
  const fixed = new Float32Array(grid.owners.length);
  for (const { x, y, width, height } of names) {
    const { left, right, top, bottom } = cellsOf(grid, { x: x - 3, y: y - 3, width: width + 6, height: height + 6 });
    for (let row = top; row < bottom; row++) fixed.fill(COSTS.name, row * grid.columns + left, row * grid.columns + right);
  }
  for (const node of nodes) for (const at of disc(grid, node, node.radius + 3)) fixed[at] = Math.max(fixed[at] ?? 0, COSTS.node);
  return fixed;
}

/** How often each arrow may look for a better way once the others have theirs. */
const ROUNDS = 3;

/** Ways for all arrows, looked for in this order, and what they cost together. */
function inOrder(grid: Grid, wanted: readonly Wanted[], fixed: Float32Array, order: readonly number[]): { arrows: Arrow[]; cost: number } {
  const field: Field = { fixed, arrows: new Uint8Array(grid.owners.length) };
  const ways = new Map<number, Found & { taken: readonly number[] }>();
  for (let round = 0; round < ROUNDS; round++) {
    for (const index of order) {
      for (const at of ways.get(index)?.taken ?? []) field.arrows[at] = (field.arrows[at] ?? 1) - 1;
      const found = best(grid, field, wanted[index] as Wanted);
      if (!found) continue;
      const taken = corridor(grid, found.arrow);
      for (const at of taken) field.arrows[at] = (field.arrows[at] ?? 0) + 1;
      ways.set(index, { ...found, taken });
    }
  }
  const cost = [...ways.values()].reduce((sum, way) => sum + way.cost, 0);
  return { arrows: wanted.flatMap((_, index) => ways.get(index)?.arrow ?? []), cost };
}

/** Ways for all arrows, in the order in which they are wanted. Who looks first finds the way free: the best of a few orders is taken. */
export function route(grid: Grid, wanted: readonly Wanted[], names: readonly Box[], nodes: readonly (Point & { radius: number })[]): Arrow[] {
  const fixed = obstacles(grid, names, nodes);
  const length = ({ from, targets: [target = from] }: Wanted) => between(from, target);
  const shortest = wanted.map((_, index) => index).sort((a, b) => length(wanted[a] as Wanted) - length(wanted[b] as Wanted));
  const given = wanted.map((_, index) => index);
  const tried = [shortest, shortest.toReversed(), given, given.toReversed()].map((order) => inOrder(grid, wanted, fixed, order));
  return tried.reduce((least, one) => (one.cost < least.cost ? one : least)).arrows;
}

/** Whether an arrow runs through a box. */
export const crosses = (arrow: Arrow, box: Box): boolean => runThrough(trace(arrow), box) > 0;
