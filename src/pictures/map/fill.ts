/** Outlines → the squares inside them. */
import type { Point } from '../labels.ts';
import { CELL, SEA } from './cell.ts';

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
export function fill(owners: Uint8Array, columns: number, rows: number, lines: readonly Point[][], number: number): void {
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
