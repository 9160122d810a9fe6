/** Lines between countries: who stands on either side, and how each stretch is drawn. */
import type { Land } from './areas.ts';
import type { Point } from './atlas.ts';
import type { Choices, LineChoice } from './choices.ts';

type Drawn = 'solid' | 'dashed' | 'none';

export interface Border {
  /** Both countries' codes in alphabetic order, as `AM-AZ`. */
  between: string;
  drawn: Drawn;
  arc: number;
}

/** Countries on either side of each arc. */
function sides(land: Land): Map<number, Set<string>> {
  const found = new Map<number, Set<string>>();
  for (const [code, polygons] of land) {
    for (const index of polygons.flat(2)) {
      const arc = index < 0 ? ~index : index;
      found.set(arc, (found.get(arc) ?? new Set()).add(code));
    }
  }
  return found;
}

const within = ([x, y]: Point, [west, south, east, north]: readonly [number, number, number, number]): boolean =>
  x >= west && x <= east && y >= south && y <= north;

/** The first choice that speaks of a stretch. A line beside land of no country is none's border. */
function drawnAs(pair: string, middle: Point, lines: readonly LineChoice[]): Drawn {
  if (pair.startsWith('-')) return 'none';
  const choice = lines.find(({ between, within: box }) => [...between].sort().join('-') === pair && (box === undefined || within(middle, box)));
  return choice?.draw ?? 'solid';
}

/** An arc cut where the way in which it is drawn changes. */
function cut(points: readonly Point[], pair: string, lines: readonly LineChoice[]): { drawn: Drawn; points: Point[] }[] {
  const runs: { drawn: Drawn; points: Point[] }[] = [];
  points.slice(1).forEach((to, index) => {
    const from = points[index] ?? to;
    const drawn = drawnAs(pair, [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2], lines);
    const last = runs.at(-1);
    if (last?.drawn === drawn) last.points.push(to);
    else runs.push({ drawn, points: [from, to] });
  });
  return runs;
}

/** Arc numbers before → after, in the direction walked. */
const renumber = (ring: readonly number[], parts: ReadonlyMap<number, readonly number[]>): number[] =>
  ring.flatMap((index) => (index < 0 ? [...(parts.get(~index) ?? [])].reverse().map((part) => ~part) : (parts.get(index) ?? [])));

/** Every arc in use, cut where its way of being drawn changes; the land renumbered; the borders. */
export function drawLines(arcs: readonly Point[][], land: Land, { lines }: Choices): { arcs: Point[][]; land: Land; borders: Border[] } {
  const made: Point[][] = [];
  const borders: Border[] = [];
  const parts = new Map<number, number[]>();
  for (const [arc, codes] of [...sides(land)].sort(([a], [b]) => a - b)) {
    const pair = [...codes].sort().join('-');
    const runs = codes.size === 2 ? cut(arcs[arc] ?? [], pair, lines) : [{ drawn: 'none' as const, points: arcs[arc] ?? [] }];
    parts.set(
      arc,
      runs.map(({ drawn, points }) => {
        if (codes.size === 2) borders.push({ between: pair, drawn, arc: made.length });
        return made.push(points) - 1;
      }),
    );
  }
  const renumbered = new Map([...land].map(([code, polygons]) => [code, polygons.map((polygon) => polygon.map((ring) => renumber(ring, parts)))]));
  return { arcs: made, land: renumbered, borders };
}
