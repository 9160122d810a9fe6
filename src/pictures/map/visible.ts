/** The land that a panel shows some of, as projected. */
import { type GeoProjection, geoDistance, geoPath } from 'd3-geo';
import type { MultiPolygon } from 'geojson';
import type { Point } from '../labels.ts';
import type { Frame } from './frame.ts';
import { theWorld } from './geography/world.ts';

/** Pixels that a point has to be from the last one to be drawn. */
const FINE = 0.6;

/** Closed lines of a shape as projected, in pixels, without points that nobody could tell apart. */
function rings(projection: GeoProjection, shape: MultiPolygon): Point[][] {
  const found: Point[][] = [];
  geoPath(projection, {
    beginPath() {},
    closePath() {},
    arc() {},
    moveTo: (x, y) => void found.push([{ x, y }]),
    lineTo: (x, y) => {
      const line = found.at(-1);
      const last = line?.at(-1);
      if (last && Math.abs(x - last.x) + Math.abs(y - last.y) >= FINE) line?.push({ x, y });
    },
  })(shape);
  const drawn = found.filter(({ length }) => length > 2);
  return drawn.length > 0 ? drawn : found.slice(0, 1);
}

/** Radians from the panel's middle to its farthest corner; all of the earth where a corner shows none of it. */
function reachOf(projection: GeoProjection, width: number, height: number): number {
  const middle = projection.invert?.([width / 2, height / 2]) ?? [0, 0];
  const corners = [0, width].flatMap((x) => [0, height].map((y) => projection.invert?.([x, y])));
  const reach = corners.map((corner) => (corner?.every(Number.isFinite) ? geoDistance(middle, corner) : Math.PI));
  // The world drawn flat has corners that are no place; what they invert to projects elsewhere.
  const areTrue = corners.every((corner, index) => {
    const [x = 0, y = 0] = (corner && projection(corner)) ?? [];
    return Math.hypot(x - (index < 2 ? 0 : width), y - (index % 2 === 0 ? 0 : height)) < 1;
  });
  return areTrue ? Math.max(...reach) : Math.PI;
}

/** Land that the panel shows some of. */
export function visible({ projection, width, height }: Frame): { code: string; lines: Point[][] }[] {
  const middle = projection.invert?.([width / 2, height / 2]) ?? [0, 0];
  const reach = reachOf(projection, width, height);
  const near = [...theWorld().lands.values()].filter(({ around }) => geoDistance(middle, around.middle) <= reach + around.radius);
  return near.flatMap(({ code, shape }) => {
    const lines = rings(projection, shape);
    return lines.length > 0 ? [{ code, lines }] : [];
  });
}
