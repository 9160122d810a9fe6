/** Where countries' names stand: on their own land or on the sea beside it, never on another country and never on one another. */
import { widthOf } from '../fonts.ts';
import type { Box, Placer, Point } from '../labels.ts';
import { CELL } from './cell.ts';
import type { Counter } from './counter.ts';
import { type Grid, seenOfLand } from './grid.ts';

/** How a name may be written, the best first. */
export interface Spelling {
  lines: readonly string[];
  /** In CSS pixels. */
  size: number;
  weight: 400 | 600;
  /** A code that a key explains. */
  code?: true;
}

/** A name that wants a place. */
export interface Naming {
  /** Code of the land. */
  code: string;
  spellings: readonly Spelling[];
  /** Where it would rather stand, in pixels. */
  near: Point;
  /** Whether the sea beside the land will do. */
  offshore: boolean;
}

/** A name in its place. */
export interface Name extends Box {
  code: string;
  spelling: Spelling;
}

/** Height of a line of text over its size. */
const LINE = 1.18;
/** Room around the letters, in pixels. */
const PADDING = 2;
/** Farthest that a name on the sea stands from its land, in pixels. */
const OFFSHORE = 7;

export type Size = Pick<Box, 'width' | 'height'>;

/** Capital letters alone are lower than a line with all that reaches below it, over its size. */
const CAPITALS = 0.74;

export const sizeOf = ({ lines, size, weight, code }: Spelling): Size => ({
  width: Math.max(...lines.map((line) => widthOf(line, size, weight))) + (code ? PADDING : 2 * PADDING),
  height: code ? size * CAPITALS + PADDING : lines.length * size * LINE + 2 * PADDING,
});

/** Baseline of a line from the box's top. */
export const baselineOf = ({ size, code }: Spelling, line: number): number => (code ? PADDING / 2 + size * CAPITALS : PADDING + size * (LINE * line + 0.95));

/** What squares are: some country's, and sea. */
export interface Ground {
  own: Counter;
  sea: Counter;
}

interface Candidate extends Box {
  cost: number;
}

/** What a place on the sea costs, in pixels of distance, over one on the land. */
const ON_SEA = 24;

/** Squares from which a country is looked at in longer steps. */
const LARGE = 1500;

/** Boxes of a size on a country's land and, if wanted, on the sea beside it; the nearest to a point first, land before sea. */
export function boxesOn(grid: Grid, { code, near, offshore }: Omit<Naming, 'spellings'>, { width, height }: Size, { own, sea }: Ground): Candidate[] {
  const seen = seenOfLand(grid, code);
  if (!seen) return [];
  const [wide, high, off] = [Math.ceil(width / CELL), Math.ceil(height / CELL), offshore ? Math.ceil(OFFSHORE / CELL) : 0];
  const { left, right, top, bottom } = seen.cells;
  const found: Candidate[] = [];
  // A large country has room enough without a look at every place.
  const step = seen.count > LARGE ? 2 : 1;
  for (let y = Math.max(0, offshore ? top - high - off : top); y <= Math.min(grid.rows - high, offshore ? bottom + off : bottom - high); y += step) {
    for (let x = Math.max(0, offshore ? left - wide - off : left); x <= Math.min(grid.columns - wide, offshore ? right + off : right - wide); x += step) {
      const owned = own(x, y, x + wide, y + high);
      const wet = owned === wide * high ? 0 : sea(x, y, x + wide, y + high);
      if (owned + wet < wide * high || (wet > 0 && !offshore)) continue;
      const clear = {
        left: Math.max(0, x - off),
        top: Math.max(0, y - off),
        right: Math.min(grid.columns, x + wide + off),
        bottom: Math.min(grid.rows, y + high + off),
      };
      if (owned === 0 && own(clear.left, clear.top, clear.right, clear.bottom) === 0) continue;
      const away = Math.hypot(x * CELL + width / 2 - near.x, y * CELL + height / 2 - near.y);
      found.push({ x: x * CELL, y: y * CELL, width, height, cost: away + (wet / (wide * high)) * ON_SEA });
    }
  }
  return found.sort((a, b) => a.cost - b.cost || a.y - b.y || a.x - b.x);
}

/** Puts a name on the map; undefined when it finds no place in any spelling. */
export function placeName(grid: Grid, naming: Naming, ground: Ground, placer: Placer): Name | undefined {
  for (const spelling of naming.spellings) {
    const place = placer.place(boxesOn(grid, naming, sizeOf(spelling), ground));
    if (place) return { code: naming.code, spelling, x: place.x, y: place.y, width: place.width, height: place.height };
  }
  return undefined;
}
