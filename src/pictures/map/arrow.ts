/** The shape of one arrow: a curve that bends to one side, more at one of its ends or in its middle. */
import { type Box, type Point, runThrough } from '../labels.ts';

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

/** Pixels between a tip and whatever is at its target. */
const TIP = 1;

export const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

const pointAt = ({ from, handle, to }: Arrow, part: number): Point => {
  const [a, b, c] = [(1 - part) ** 2, 2 * part * (1 - part), part ** 2];
  return { x: a * from.x + b * handle.x + c * to.x, y: a * from.y + b * handle.y + c * to.y };
};

/** Pixels of the pieces that a curve is looked at in. */
const PIECE = 5;

/** Pieces that a curve is looked at in. */
export const stepsOf = ({ from, handle, to }: Arrow): number => Math.max(8, Math.ceil((distance(from, handle) + distance(handle, to)) / PIECE));

/** Points along the curve, a few pixels apart. */
export function trace(arrow: Arrow): Point[] {
  const steps = stepsOf(arrow);
  return Array.from({ length: steps + 1 }, (_, index) => pointAt(arrow, index / steps));
}

const toward = (from: Point, to: Point, pixels: number): Point => {
  const length = distance(from, to) || 1;
  return { x: from.x + ((to.x - from.x) * pixels) / length, y: from.y + ((to.y - from.y) * pixels) / length };
};

/** @param bend how far it bends, over its length; upward first. @param lean where it bends most: 0.5 is its middle, 0 its start. */
export function bent({ from, radius }: Wanted, target: Point, bend: number, lean: number): Arrow {
  const [dx, dy] = [target.x - from.x, target.y - from.y];
  // To the left of a way to the right is up, and so it is to the right of a way to the left.
  const side = dx >= 0 ? 1 : -1;
  const handle = { x: from.x + dx * lean + dy * bend * side, y: from.y + dy * lean - dx * bend * side };
  return { from: toward(from, handle, radius + 2), handle, to: toward(target, handle, TIP) };
}

/** Whether an arrow runs through a box. */
export const crosses = (arrow: Arrow, box: Box): boolean => runThrough(trace(arrow), box) > 0;
