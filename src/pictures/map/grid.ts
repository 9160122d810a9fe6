/** Whose land each small square of the panel is: what labels and arrows are laid out on. */
import type { Box, Point } from '../labels.ts';
import { CELL, SEA } from './cell.ts';
import { depthsOf } from './depths.ts';
import { fill } from './fill.ts';
import type { Frame } from './frame.ts';
import { visible } from './visible.ts';

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

/** The panel in squares. */
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
