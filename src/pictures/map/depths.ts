/** How far each square of the panel is from another's land. */
import { CELL } from './cell.ts';

const STRAIGHT = CELL;
const DIAGONAL = CELL * Math.SQRT2;

/** Pixels to the nearest square of another owner, by two passes over the panel (chamfer distances). */
export function depthsOf(owners: Uint8Array, columns: number, rows: number): Float32Array {
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
