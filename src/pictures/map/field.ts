/** What stands in an arrow's way, square by square: names and nodes weigh much, lines to names less, other arrows where they would be run along. */
import type { Box, Point } from '../labels.ts';
import { type Arrow, distance, stepsOf, trace } from './arrow.ts';
import { CELL } from './cell.ts';
import { cellAt, cellsOf, type Grid } from './grid.ts';

export interface Field {
  fixed: Float32Array;
  arrows: Uint8Array;
}

/** What stands on the map before there are arrows. */
export interface Standing {
  names: readonly Box[];
  /** Lines that lead to names. */
  lines: readonly (readonly [Point, Point])[];
  nodes: readonly (Point & { radius: number })[];
}

/** Pixels that two arrows keep between them where they can: at least, and better. */
const [NEAR, APART] = [7, 14] as const;
/** Pixels from a node within which arrows that leave it may be near one another. */
const FAN = 26;

const COSTS = { name: 400, node: 60, line: 45, beside: 14, outside: 300 } as const;

/** Squares within some pixels of a point. */
function disc(grid: Grid, { x, y }: Point, radius: number): number[] {
  const { left, right, top, bottom } = cellsOf(grid, { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius });
  const found: number[] = [];
  for (let row = top; row < bottom; row++) {
    for (let column = left; column < right; column++) {
      const [dx, dy] = [(column + 0.5) * CELL - x, (row + 0.5) * CELL - y];
      if (dx * dx + dy * dy <= radius * radius) found.push(row * grid.columns + column);
    }
  }
  return found;
}

/** Squares that an arrow keeps others from; those next to it twice, those around its tip more often. */
export function corridor(grid: Grid, arrow: Arrow): number[] {
  const points = trace(arrow).filter((point, index) => index % 2 === 0 && distance(point, arrow.from) > FAN);
  const around = (radius: number) => new Set(points.flatMap((point) => disc(grid, point, radius)));
  const tip = disc(grid, arrow.to, NEAR + 5);
  return [...around(APART), ...around(NEAR), ...tip, ...tip, ...tip];
}

/** Squares that a line runs over, but for those at its beginning, where an arrow may end. */
function under(grid: Grid, [from, to]: readonly [Point, Point]): number[] {
  const steps = Math.ceil(distance(from, to) / CELL);
  return Array.from({ length: Math.max(0, steps - 2) }, (_, index) => (index + 3) / steps).flatMap(
    (part) => cellAt(grid, { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }) ?? [],
  );
}

/** Names, lines and nodes as obstacles. */
export function obstacles(grid: Grid, { names, lines, nodes }: Standing): Float32Array {
  const fixed = new Float32Array(grid.owners.length);
  const raise = (at: number, cost: number) => {
    fixed[at] = Math.max(fixed[at] ?? 0, cost);
  };
  for (const { x, y, width, height } of names) {
    const { left, right, top, bottom } = cellsOf(grid, { x: x - 3, y: y - 3, width: width + 6, height: height + 6 });
    for (let row = top; row < bottom; row++) fixed.fill(COSTS.name, row * grid.columns + left, row * grid.columns + right);
  }
  for (const line of lines) for (const at of under(grid, line)) raise(at, COSTS.line);
  for (const node of nodes) for (const at of disc(grid, node, node.radius + 3)) raise(at, COSTS.node);
  return fixed;
}

/** What it costs to go this way. What runs a hundred thousand times for one map makes no objects. */
export function wayCost({ columns, rows }: Grid, { fixed, arrows }: Field, arrow: Arrow): number {
  const { from, handle, to } = arrow;
  const steps = stepsOf(arrow);
  let cost = 0;
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
