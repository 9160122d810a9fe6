/** Whose land each small square of the panel is: what labels and arrows are laid out on. */
import { type GeoProjection, geoDistance, geoPath } from 'd3-geo';
import type { MultiPolygon } from 'geojson';
import type { Box, Point } from '../labels.ts';
import type { Frame } from './frame.ts';
import { theWorld } from './geography/world.ts';

/** CSS pixels of a square's side. */
export const CELL = 3;
/** The number of squares that are nobody's. */
export const SEA = 0;

/** The panel in squares, row by row. */
export interface Grid {
  columns: number;
  rows: number;
  /** Number of the owner of each square, 0 for the sea. */
  owners: Uint8Array;
  /** Land's code → its number. */
  numbers: ReadonlyMap<string, number>;
  /** Outlines of the land as projected, in pixels, by code. */
  outlines: ReadonlyMap<string, readonly Point[][]>;
  /** Pixels from each square to the nearest that is another's, or to the panel's edge. */
  depths: Float32Array;
  /** By number. */
  seen: readonly Seen[];
}

/** What the panel shows of an owner's land. */
export interface Seen {
  /** Squares. */
  count: number;
  /** The square farthest from its borders. */
  deepest: number;
  /** All squares lie within these. */
  cells: Cells;
}

/** Pixels that a point has to be from the last one to be drawn. */
const FINE = 0.6;

/** Closed lines of a shape as projected, in pixels, without points that nobody could tell apart. */
function rings(projection: GeoProjection, shape: MultiPolygon): Point[][] {
  const found: Point[][] = [];
  geoPath(projection, {
    beginPath() {},
    closePath() {},
    arc() {},
    moveTo: (x, y) => void found.push([{ x, y }]),
    lineTo: (x, y) => {
      const line = found.at(-1);
      const last = line?.at(-1);
      if (last && Math.abs(x - last.x) + Math.abs(y - last.y) >= FINE) line?.push({ x, y });
    },
  })(shape);
  const drawn = found.filter(({ length }) => length > 2);
  return drawn.length > 0 ? drawn : found.slice(0, 1);
}

/** Where the rings cross the middle of a row of squares, from the left. */
function crossings(lines: readonly Point[][], rows: number): number[][] {
  const found: number[][] = Array.from({ length: rows }, () => []);
  for (const line of lines) {
    line.forEach((from, index) => {
      const to = line[(index + 1) % line.length] ?? from;
      const [low, high] = from.y < to.y ? [from, to] : [to, from];
      const first = Math.max(0, Math.ceil(low.y / CELL - 0.5));
      for (let row = first; row < rows && (row + 0.5) * CELL < high.y; row++) {
        found[row]?.push(low.x + (((row + 0.5) * CELL - low.y) / (high.y - low.y)) * (high.x - low.x));
      }
    });
  }
  for (const row of found) row.sort((a, b) => a - b);
  return found;
}

/** Gives the squares inside the rings to a number, and those on the rings that would be sea: the smallest island counts as land. */
function fill(owners: Uint8Array, columns: number, rows: number, lines: readonly Point[][], number: number): void {
  for (const { x, y } of lines.flat()) {
    const [column, row] = [Math.floor(x / CELL), Math.floor(y / CELL)];
    if (column < 0 || row < 0 || column >= columns || row >= rows) continue;
    if (owners[row * columns + column] === SEA) owners[row * columns + column] = number;
  }
  crossings(lines, rows).forEach((row, y) => {
    for (let at = 0; at + 1 < row.length; at += 2) {
      const first = Math.max(0, Math.ceil((row[at] ?? 0) / CELL - 0.5));
      const last = Math.min(columns - 1, Math.ceil((row[at + 1] ?? 0) / CELL - 0.5) - 1);
      for (let x = first; x <= last; x++) owners[y * columns + x] = number;
    }
  });
}

const STRAIGHT = CELL;
const DIAGONAL = CELL * Math.SQRT2;

/** Pixels to the nearest square of another owner, by two passes over the panel (chamfer distances). */
function depthsOf(owners: Uint8Array, columns: number, rows: number): Float32Array {
  const depths = new Float32Array(owners.length).fill(1e6);
  const near = (at: number, other: number, inside: boolean, step: number): number =>
    inside && owners[other] === owners[at] ? (depths[other] as number) + step : step / 2;
  const visit = (x: number, y: number, back: number): void => {
    const at = y * columns + x;
    const [aside, ahead] = [x + back >= 0 && x + back < columns, x - back >= 0 && x - back < columns];
    const up = y + back >= 0 && y + back < rows;
    const row = at + back * columns;
    const before = Math.min(near(at, at + back, aside, STRAIGHT), near(at, row, up, STRAIGHT));
    const corners = Math.min(near(at, row + back, up && aside, DIAGONAL), near(at, row - back, up && ahead, DIAGONAL));
    depths[at] = Math.min(depths[at] as number, before, corners);
  };
  for (let y = 0; y < rows; y++) for (let x = 0; x < columns; x++) visit(x, y, -1);
  for (let y = rows - 1; y >= 0; y--) for (let x = columns - 1; x >= 0; x--) visit(x, y, 1);
  return depths;
}

/** Radians from the panel's middle to its farthest corner; all of the earth where a corner shows none of it. */
function reachOf(projection: GeoProjection, width: number, height: number): number {
  const middle = projection.invert?.([width / 2, height / 2]) ?? [0, 0];
  const corners = [0, width].flatMap((x) => [0, height].map((y) => projection.invert?.([x, y])));
  const reach = corners.map((corner) => (corner?.every(Number.isFinite) ? geoDistance(middle, corner) : Math.PI));
  // The world drawn flat has corners that are no place; what they invert to projects elsewhere.
  const areTrue = corners.every((corner, index) => {
    const [x = 0, y = 0] = (corner && projection(corner)) ?? [];
    return Math.hypot(x - (index < 2 ? 0 : width), y - (index % 2 === 0 ? 0 : height)) < 1;
  });
  return areTrue ? Math.max(...reach) : Math.PI;
}

/** Land that the panel shows some of. */
function visible({ projection, width, height }: Frame): { code: string; lines: Point[][] }[] {
  const middle = projection.invert?.([width / 2, height / 2]) ?? [0, 0];
  const reach = reachOf(projection, width, height);
  const near = [...theWorld().lands.values()].filter(({ around }) => geoDistance(middle, around.middle) <= reach + around.radius);
  return near.flatMap(({ code, shape }) => {
    const lines = rings(projection, shape);
    return lines.length > 0 ? [{ code, lines }] : [];
  });
}

export function gridOf(frame: Frame): Grid {
  const [columns, rows] = [Math.ceil(frame.width / CELL), Math.ceil(frame.height / CELL)];
  const owners = new Uint8Array(columns * rows).fill(SEA);
  const numbers = new Map<string, number>();
  const outlines = new Map<string, Point[][]>();
  for (const { code, lines } of visible(frame)) {
    numbers.set(code, numbers.size + 1);
    outlines.set(code, lines);
    fill(owners, columns, rows, lines, numbers.size);
  }
  const depths = depthsOf(owners, columns, rows);
  return { columns, rows, owners, numbers, outlines, depths, seen: seenOf(owners, depths, columns, numbers.size + 1) };
}

/** What is seen of a country's land; nothing when none is. */
export const seenOfLand = ({ numbers, seen }: Grid, code: string): Seen | undefined => {
  const number = numbers.get(code);
  return number === undefined || seen[number]?.count === 0 ? undefined : seen[number];
};

/** The middle of a square, in pixels. */
export const middleOfCell = ({ columns }: Grid, at: number): Point => ({ x: ((at % columns) + 0.5) * CELL, y: (Math.floor(at / columns) + 0.5) * CELL });

/** The square at a point; undefined outside of the panel. */
export function cellAt({ columns, rows }: Grid, { x, y }: Point): number | undefined {
  const [column, row] = [Math.floor(x / CELL), Math.floor(y / CELL)];
  return column >= 0 && column < columns && row >= 0 && row < rows ? row * columns + column : undefined;
}

/** Squares from the first to before the last column and row. */
export interface Cells {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Squares that a box touches, within the panel. */
export const cellsOf = ({ columns, rows }: Pick<Grid, 'columns' | 'rows'>, { x, y, width, height }: Box): Cells => ({
  left: Math.max(0, Math.floor(x / CELL)),
  right: Math.min(columns, Math.ceil((x + width) / CELL)),
  top: Math.max(0, Math.floor(y / CELL)),
  bottom: Math.min(rows, Math.ceil((y + height) / CELL)),
});

/** Counts an owner's squares among those from `left` and `top` to before `right` and `bottom`. */
export type Counter = (left: number, top: number, right: number, bottom: number) => number;

/** A counter that takes four look-ups each time. */
export function counter({ columns, owners, seen }: Grid, owner: number): Counter {
  const within = seen[owner]?.cells;
  if (!within) return () => 0;
  const [wide, high] = [within.right - within.left + 1, within.bottom - within.top + 1];
  const table = new Int32Array(Math.max(0, wide * high));
  for (let y = 1; y < high; y++) {
    let row = 0;
    for (let x = 1; x < wide; x++) {
      if (owners[(within.top + y - 1) * columns + within.left + x - 1] === owner) row++;
      table[y * wide + x] = (table[(y - 1) * wide + x] as number) + row;
    }
  }
  const clamp = (value: number, most: number): number => Math.max(0, Math.min(value, most));
  const at = (x: number, y: number): number => table[clamp(y - within.top, high - 1) * wide + clamp(x - within.left, wide - 1)] ?? 0;
  return (left, top, right, bottom) => at(right, bottom) - at(left, bottom) - at(right, top) + at(left, top);
}

/** What is seen of each owner's land: how much, how far it reaches, and its deepest square. By number. */
function seenOf(owners: Uint8Array, depths: Float32Array, columns: number, numbers: number): Seen[] {
  const seen = Array.from({ length: numbers }, (): Seen => ({ count: 0, deepest: 0, cells: { left: columns, right: 0, top: owners.length, bottom: 0 } }));
  for (let at = 0; at < owners.length; at++) {
    const one = seen[owners[at] as number] as Seen;
    if (one.count++ === 0 || (depths[at] as number) > (depths[one.deepest] as number)) one.deepest = at;
    const [x, y] = [at % columns, Math.floor(at / columns)];
    if (x < one.cells.left) one.cells.left = x;
    if (x >= one.cells.right) one.cells.right = x + 1;
    if (y < one.cells.top) one.cells.top = y;
    if (y >= one.cells.bottom) one.cells.bottom = y + 1;
  }
  return seen;
}
