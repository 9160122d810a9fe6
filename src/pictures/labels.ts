/** Where labels stand without touching one another: boxes, what is taken, and the first free place. */

/** In CSS pixels; x and y are the upper left corner. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Point {
  x: number;
  y: number;
}

/** Square pixels that two boxes share. */
export const overlapOf = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) * Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y));

export const isWithin = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.width <= outer.x + outer.width && inner.y + inner.height <= outer.y + outer.height;

/** A box with more room on each side. */
export const padded = (box: Box, by: number): Box => ({ x: box.x - by, y: box.y - by, width: box.width + 2 * by, height: box.height + 2 * by });

/** Whether a line lies wholly to one side of a box: most do, and are told so at once. */
const misses = (a: Point, b: Point, { x, y, width, height }: Box): boolean =>
  (a.x < x && b.x < x) || (a.x > x + width && b.x > x + width) || (a.y < y && b.y < y) || (a.y > y + height && b.y > y + height);

/** The stretch of a line from `a` to `b` that passes `box`, from 0 to 1 (Liang and Barsky's clipping); undefined when it misses. */
function clipped(a: Point, b: Point, box: Box): [number, number] | undefined {
  if (misses(a, b, box)) return undefined;
  let [enter, leave] = [0, 1];
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const sides = [
    [-dx, a.x - box.x],
    [dx, box.x + box.width - a.x],
    [-dy, a.y - box.y],
    [dy, box.y + box.height - a.y],
  ] as const;
  for (const [step, room] of sides) {
    if (step === 0 && room < 0) return undefined;
    if (step < 0) enter = Math.max(enter, room / step);
    if (step > 0) leave = Math.min(leave, room / step);
  }
  return enter <= leave ? [enter, leave] : undefined;
}

/** Pixels of a line through these points that lie inside a box. */
export const runThrough = (line: readonly Point[], box: Box): number =>
  line.slice(1).reduce((sum, to, index) => {
    const from = line[index] as Point;
    const part = clipped(from, to, box);
    return part ? sum + (part[1] - part[0]) * Math.hypot(to.x - from.x, to.y - from.y) : sum;
  }, 0);

const turn = (a: Point, b: Point, c: Point): number => Math.sign((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x));

const isApart = (a: Point, b: Point, c: Point, d: Point): boolean =>
  Math.max(a.x, b.x) < Math.min(c.x, d.x) ||
  Math.max(c.x, d.x) < Math.min(a.x, b.x) ||
  Math.max(a.y, b.y) < Math.min(c.y, d.y) ||
  Math.max(c.y, d.y) < Math.min(a.y, b.y);

/** Whether two straight lines cross; those that only touch do not. */
const cross = (a: Point, b: Point, c: Point, d: Point): boolean =>
  !isApart(a, b, c, d) && turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;

/** Whether two lines through these points cross one another. */
export const crossing = (one: readonly Point[], other: readonly Point[]): boolean =>
  one.slice(1).some((b, i) => other.slice(1).some((d, j) => cross(one[i] as Point, b, other[j] as Point, d)));

/** What is taken, and where the next label goes. */
export interface Placer {
  /** Nothing may stand here. */
  block(box: Box): void;
  /** Nothing may stand on this line. */
  line(points: readonly Point[]): void;
  isFree(box: Box): boolean;
  /** Whether a line would cross one that is there. */
  crosses(points: readonly Point[]): boolean;
  /** Takes the first of these that is free and within bounds. @returns it, or undefined when none is. */
  place<B extends Box>(candidates: Iterable<B>): B | undefined;
  /** All that was blocked or placed, for a test to measure. */
  readonly taken: readonly Box[];
}

/** @param gap pixels that two labels keep between them. */
export function createPlacer(bounds: Box, gap = 2): Placer {
  const taken: Box[] = [];
  const lines: (readonly Point[])[] = [];
  const isFree = (box: Box) =>
    isWithin(box, bounds) &&
    taken.every((other) => overlapOf(padded(box, gap), other) === 0) &&
    lines.every((points) => runThrough(points, padded(box, gap)) === 0);
  return {
    taken,
    isFree,
    crosses: (points) => lines.some((line) => crossing(points, line)),
    block: (box) => void taken.push(box),
    line: (points) => void lines.push(points),
    place(candidates) {
      for (const candidate of candidates) {
        if (!isFree(candidate)) continue;
        taken.push(candidate);
        return candidate;
      }
      return undefined;
    },
  };
}
