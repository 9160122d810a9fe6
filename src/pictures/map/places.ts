/** Where each country of the trade stands on the panel: seen, too small to be seen, or outside. */
import { geoInterpolate } from 'd3-geo';
import { widthOf } from '../fonts.ts';
import type { Point } from '../labels.ts';
import { CELL } from './cell.ts';
import type { Frame } from './frame.ts';
import type { Land } from './geography/world.ts';
import { type Grid, middleOfCell, seenOfLand } from './grid.ts';

/** A country on the panel. */
export interface Spot extends Point {
  code: string;
  /** Pixels to its nearest border; 0 when it is too small to be seen. */
  depth: number;
}

/** A country outside of the panel: its name stands above or below, where the way to it leads. */
export interface Pin {
  code: string;
  edge: 'top' | 'bottom';
  /** Middle of its name. */
  x: number;
}

/** Squares of a country that are enough to take what is seen of it for the country. */
const ENOUGH_SEEN = 180;
/** Pixels from the panel's edge within which nothing small is looked for. */
const INSET = 8;

const isInside = ({ width, height }: Frame, { x, y }: Point): boolean => x > INSET && y > INSET && x < width - INSET && y < height - INSET;

/** Where a country is seen; undefined when it lies outside. */
export function spotOf(frame: Frame, grid: Grid, { code, around }: Land): Spot | undefined {
  const [x = Number.NaN, y = Number.NaN] = frame.projection(around.middle) ?? [];
  const seen = seenOfLand(grid, code);
  if ((seen?.count ?? 0) < ENOUGH_SEEN && !isInside(frame, { x, y })) return undefined;
  return seen ? { code, ...middleOfCell(grid, seen.deepest), depth: grid.depths[seen.deepest] ?? 0 } : { code, x, y, depth: 0 };
}

/** Where the way from the panel's middle to a country leaves the panel. */
function exit({ projection, width, height }: Frame, { around }: Land): Point {
  const middle = projection.invert?.([width / 2, height / 2]) ?? [0, 0];
  const [x = width / 2, y = 0] = projection(geoInterpolate(middle, around.middle)(0.02)) ?? [];
  const [dx, dy] = [x - width / 2, y - height / 2];
  const reach = Math.min(width / 2 / (Math.abs(dx) || 1e-9), height / 2 / (Math.abs(dy) || 1e-9));
  return { x: width / 2 + dx * reach, y: height / 2 + dy * reach };
}

/** Room between two pins and at the panel's sides, in pixels. */
const GAP = 14;
/** Size of a pin's letters, and the room around them on each side; in pixels. */
export const PIN = { size: 12.5, padding: 10, height: 22 } as const;
export const pinWidth = (name: string): number => widthOf(name, PIN.size, 600) + 2 * PIN.padding;

/** Pins side by side, each as near to its way as the others let it. */
function spread(pins: readonly (Pin & { width: number })[], width: number): Pin[] {
  const sorted = pins.toSorted((a, b) => a.x - b.x || a.code.localeCompare(b.code, 'en'));
  let left = GAP;
  const placed = sorted.map((pin) => {
    const x = Math.max(pin.x, left + pin.width / 2);
    left = x + pin.width / 2 + GAP;
    return { ...pin, x };
  });
  let right = width - GAP;
  return placed
    .toReversed()
    .map(({ code, edge, x: at, width: own }) => {
      const x = Math.min(at, right - own / 2);
      right = x - own / 2 - GAP;
      return { code, edge, x };
    })
    .toReversed();
}

/** Names of countries outside, above and below the panel. @param names by code. */
export function pinsOf(frame: Frame, lands: readonly Land[], names: ReadonlyMap<string, string>): Pin[] {
  const pins = lands.map((land) => {
    const { x, y } = exit(frame, land);
    return { code: land.code, edge: y < frame.height / 2 ? ('top' as const) : ('bottom' as const), x, width: pinWidth(names.get(land.code) ?? land.code) };
  });
  return (['top', 'bottom'] as const).flatMap((edge) =>
    spread(
      pins.filter((pin) => pin.edge === edge),
      frame.width,
    ),
  );
}

/** Places of a country that an arrow may choose from. */
const MOST_TARGETS = 9;

/** Depths that a tip asks for, as parts of the country's own, and the room it keeps from a name; less where there is no more. */
const TIPS = [
  { depth: 0.6, clear: 6 },
  { depth: 0.3, clear: 4 },
  { depth: 0, clear: 3 },
] as const;

/** Points of a country where an arrow may end, the best first: deep inside, near its middle, and off what stands there. */
export function targetsOf(grid: Grid, spot: Spot, isFree: (point: Point, clear: number) => boolean): Point[] {
  const seen = seenOfLand(grid, spot.code);
  if (!seen) return [{ x: spot.x, y: spot.y }];
  const owner = grid.numbers.get(spot.code);
  for (const { depth, clear } of TIPS) {
    const least = Math.min(5, spot.depth * depth);
    const found: (Point & { cost: number })[] = [];
    const step = depth === 0 || seen.count < 400 ? 1 : 2;
    for (let row: number = seen.cells.top; row < seen.cells.bottom; row += step) {
      for (let column: number = seen.cells.left; column < seen.cells.right; column += step) {
        const at = row * grid.columns + column;
        const own = grid.depths[at] ?? 0;
        if (grid.owners[at] !== owner || own < least) continue;
        const point = middleOfCell(grid, at);
        if (isFree(point, clear)) found.push({ ...point, cost: Math.hypot(point.x - spot.x, point.y - spot.y) - Math.min(own, 12) });
      }
    }
    if (found.length > 0)
      return apart(
        found.sort((a, b) => a.cost - b.cost || a.y - b.y || a.x - b.x),
        Math.max(6, Math.min(24, (Math.sqrt(seen.count) * CELL) / 4)),
      );
  }
  return [{ x: spot.x, y: spot.y }];
}

/** The first of these that are some pixels apart. */
function apart(points: readonly Point[], stride: number): Point[] {
  const kept: Point[] = [];
  for (const { x, y } of points) {
    if (kept.length === MOST_TARGETS) break;
    if (kept.every((other) => Math.hypot(other.x - x, other.y - y) > stride)) kept.push({ x, y });
  }
  return kept;
}
