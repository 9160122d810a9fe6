/** Arrows that keep off names, off one another and out of one another's way. */
import { type Arrow, bent, distance, type Wanted } from './arrow.ts';
import { corridor, type Field, obstacles, type Standing, wayCost } from './field.ts';
import type { Grid } from './grid.ts';

/** How far arrows bend, over their length; upward first, as arcs over a globe are drawn. */
const BENDS = [0.14, 0.1, 0.18, 0.06, 0.22, 0.02, 0.27, 0.34, 0.42, -0.06, -0.1, -0.14, -0.2, -0.28, -0.36] as const;
/** Where they bend most, over their length: arrows that part at once, or meet late, keep off one another. */
const LEANS = [0.5, 0.3, 0.7] as const;
/** Most that an arrow from outside bends: what comes in from the edge comes in steeply. */
const STEEPEST = 0.2;

const COSTS = { bend: 30, down: 5, lean: 4, target: 0.4 } as const;

interface Found {
  arrow: Arrow;
  cost: number;
}

function best(grid: Grid, field: Field, wanted: Wanted): Found | undefined {
  const bends = BENDS.filter((bend) => wanted.radius > 0 || Math.abs(bend) <= STEEPEST);
  const [first] = wanted.targets;
  let found: Found | undefined;
  for (const target of wanted.targets) {
    const away = first ? distance(target, first) * COSTS.target : 0;
    for (const bend of bends) {
      for (const lean of LEANS) {
        const shape = Math.abs(Math.abs(bend) - 0.14) * COSTS.bend + (bend < 0 ? COSTS.down : 0) + (lean === 0.5 ? 0 : COSTS.lean);
        // A shape that costs more by itself than the best way found need not be looked at.
        if (found && away + shape >= found.cost) continue;
        const arrow = bent(wanted, target, bend, lean);
        const cost = away + shape + wayCost(grid, field, arrow);
        if (!found || cost < found.cost) found = { arrow, cost };
      }
    }
  }
  return found;
}

/** How often each arrow may look for a better way once the others have theirs. */
const ROUNDS = 3;

/** Ways for all arrows, looked for in this order, and what they cost together. */
function inOrder(grid: Grid, wanted: readonly Wanted[], fixed: Float32Array, order: readonly number[]): { arrows: Arrow[]; cost: number } {
  const field: Field = { fixed, arrows: new Uint8Array(grid.owners.length) };
  const ways = new Map<number, Found & { taken: readonly number[] }>();
  for (let round = 0; round < ROUNDS; round++) {
    for (const index of order) {
      for (const at of ways.get(index)?.taken ?? []) field.arrows[at] = (field.arrows[at] ?? 1) - 1;
      const found = best(grid, field, wanted[index] as Wanted);
      if (!found) continue;
      const taken = corridor(grid, found.arrow);
      for (const at of taken) field.arrows[at] = (field.arrows[at] ?? 0) + 1;
      ways.set(index, { ...found, taken });
    }
  }
  const cost = [...ways.values()].reduce((sum, way) => sum + way.cost, 0);
  return { arrows: wanted.flatMap((_, index) => ways.get(index)?.arrow ?? []), cost };
}

/** Ways for all arrows, in the order in which they are wanted. Who looks first finds the way free: the best of a few orders is taken. */
export function route(grid: Grid, wanted: readonly Wanted[], standing: Standing): Arrow[] {
  const fixed = obstacles(grid, standing);
  const length = ({ from, targets: [target = from] }: Wanted) => distance(from, target);
  const shortest = wanted.map((_, index) => index).sort((a, b) => length(wanted[a] as Wanted) - length(wanted[b] as Wanted));
  const given = wanted.map((_, index) => index);
  const tried = [shortest, shortest.toReversed(), given, given.toReversed()].map((order) => inOrder(grid, wanted, fixed, order));
  return tried.reduce((least, one) => (one.cost < least.cost ? one : least)).arrows;
}
