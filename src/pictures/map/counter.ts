/** How many squares of an owner lie within a box, told at once. */
import type { Grid } from './grid.ts';

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
