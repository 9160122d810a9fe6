/** Fewer points and fewer specks, where nobody would see the difference. */
import type { Land } from './areas.ts';
import { type Point, type Polygons, ringOf } from './atlas.ts';

function distance([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const along = dx === 0 && dy === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}

/**
 * The line without points that lie nearer than `tolerance` degrees to it (Ramer, Douglas and Peucker). Its ends stay, so that lines
 * that met still meet.
 */
export function thinLine(points: readonly Point[], tolerance: number): Point[] {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.length < 3) return [...points];
  const away = points.slice(1, -1).map((point) => distance(point, first, last));
  const farthest = Math.max(...away);
  if (farthest <= tolerance) return [first, last];
  const at = away.indexOf(farthest) + 1;
  return [...thinLine(points.slice(0, at + 1), tolerance).slice(0, -1), ...thinLine(points.slice(at), tolerance)];
}

/** Square degrees at the ring's own latitude. */
function sizeOf(ring: readonly Point[]): number {
  const twice = ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y];
    return sum + x * nextY - nextX * y;
  }, 0);
  return (Math.abs(twice) / 2) * Math.cos(((ring[0]?.[1] ?? 0) * Math.PI) / 180);
}

/** Leaves out islands and lakes below a size, but a country's largest island stays, however small. */
export function dropSpecks(land: Land, arcs: readonly Point[][], least: number): Land {
  const size = (ring: readonly number[]) => sizeOf(ringOf(arcs, ring));
  const kept = (polygons: Polygons): Polygons => {
    const sized = polygons.map((polygon) => ({ polygon, size: size(polygon[0] ?? []) })).sort((a, b) => b.size - a.size);
    return sized
      .filter((one, index) => index === 0 || one.size >= least)
      .map(({ polygon: [outline = [], ...holes] }) => [outline, ...holes.filter((hole) => size(hole) >= least)]);
  };
  return new Map([...land].map(([code, polygons]) => [code, kept(polygons)]));
}
