/** Which part of the world a map shows, and how it is laid flat. */
import { type GeoProjection, geoAzimuthalEqualArea, geoBounds, geoCentroid, geoDistance, geoEqualEarth, geoInterpolate, geoPath } from 'd3-geo';
import type { MultiPoint, Position } from 'geojson';
import { WIDTH } from '../card.ts';
import type { Land } from './geography/world.ts';

/** The map's panel, in CSS pixels. */
export interface Frame {
  projection: GeoProjection;
  width: number;
  height: number;
}

/** A country that asks for room. */
export interface Asking {
  land: Land;
  /** Part of the flows that it stands in, from 0 to 1. */
  share: number;
  supplies: boolean;
}

const HEIGHTS = { least: 300, most: 450 } as const;
/** Room between the outermost land shown and the panel's edge. */
const MARGIN = { x: 24, y: 16 } as const;
/** Degrees from the middle up to which the earth is laid flat around it; what is wider is shown as the whole world. */
const WIDEST = 62;
const DEGREES = 180 / Math.PI;

/** Points of an outline that are enough to fit it: some all around. */
const ENOUGH = 16;
/** How far a country's outline counts from its middle: the rim of a large one may be cut, and all is drawn larger. */
const RIM = 0.86;

function inwardPoints({ main }: Land): Position[] {
  return main.coordinates.flatMap(([outline = []]) => {
    const points = outline.filter((_, index) => index % Math.ceil(outline.length / ENOUGH) === 0);
    const inward = geoCentroid({ type: 'MultiPoint', coordinates: points });
    return points.map((point) => geoInterpolate(inward, [point[0] ?? 0, point[1] ?? 0])(RIM));
  });
}

const known = new WeakMap<Land, Position[]>();
/** The points of a country that a frame has to hold, worked out once. */
function pointsOf(land: Land): Position[] {
  const points = known.get(land) ?? inwardPoints(land);
  known.set(land, points);
  return points;
}

/** The middle of the points' bounds. They may lie on both sides of the 180th meridian. */
function middleOf(points: MultiPoint): [number, number] {
  const [[west, south], [east, north]] = geoBounds(points);
  const across = east < west ? east + 360 : east;
  return [(west + across) / 2, (south + north) / 2];
}

/** Equal areas around the middle, or the whole world when what is shown lies too far apart. */
function flatten(points: MultiPoint): GeoProjection {
  const middle = middleOf(points);
  const radius = Math.max(...points.coordinates.map((point) => geoDistance(middle, [point[0] ?? 0, point[1] ?? 0]))) * DEGREES;
  if (radius > WIDEST) return geoEqualEarth().rotate([-middle[0], 0]);
  return geoAzimuthalEqualArea()
    .rotate([-middle[0], -middle[1]])
    .clipAngle(Math.min(150, radius * 2 + 25));
}

/** The projection fitted to a panel as high as what is shown asks for. */
export const frameOf = (lands: readonly Land[]): Frame => fitOf(lands, 1);

/** @param every looks at one point of so many. */
function fitOf(lands: readonly Land[], every: number): Frame {
  const points: MultiPoint = { type: 'MultiPoint', coordinates: lands.flatMap(pointsOf).filter((_, index) => index % every === 0) };
  const projection = flatten(points).fitWidth(WIDTH - 2 * MARGIN.x, points);
  const [[, top], [, bottom]] = geoPath(projection).bounds(points);
  const height = Math.round(Math.min(HEIGHTS.most, Math.max(HEIGHTS.least, bottom - top + 2 * MARGIN.y)));
  projection.fitExtent(
    [
      [MARGIN.x, MARGIN.y],
      [WIDTH - MARGIN.x, height - MARGIN.y],
    ],
    points,
  );
  projection.scale(Math.min(projection.scale(), CLOSEST));
  recentre(projection, points, height);
  projection.clipExtent([
    [-BEYOND, -BEYOND],
    [WIDTH + BEYOND, height + BEYOND],
  ]);
  return { projection, width: WIDTH, height };
}

/** Pixels drawn beyond the panel, so that outlines are cut out of sight. */
const BEYOND = 12;
/** Pixels of a radian, so that one small country is still shown among its neighbours. */
const CLOSEST = 1900;

function recentre(projection: GeoProjection, points: MultiPoint, height: number): void {
  const [[left, top], [right, bottom]] = geoPath(projection).bounds(points);
  const [x, y] = projection.translate();
  projection.translate([x + WIDTH / 2 - (left + right) / 2, y + height / 2 - (top + bottom) / 2]);
}

/** Pixels of a radian at which a map is close enough: whoever fits into it is shown. */
const CLOSE = 800;

/** Countries from which a few points of each are enough to see how large the map would be. */
const MANY = 25;

const scaleOf = (lands: readonly Land[]): number => fitOf(lands, lands.length > MANY ? 4 : 1).projection.scale();

/** How much smaller a map may become for a country's sake. Who stands in many flows may ask for more. */
const leastScale = ({ share, supplies }: Asking): number => (supplies ? 0.92 - 0.6 * share : 0.5 - 0.8 * share);

/** Square degrees from which a country is so large that the rest decides first; its nearer part may be enough. */
const HUGE = 400;

/**
 * The countries that the frame is fitted to. The others lie outside of it or are seen in part: one far supplier of one country is not
 * worth a map of the world.
 */
export function fitted(asking: readonly Asking[]): Land[] {
  const middle = middleOf({ type: 'MultiPoint', coordinates: asking.filter(({ supplies }) => !supplies).flatMap(({ land }) => pointsOf(land)) });
  const away = ({ land }: Asking): number => geoDistance(middle, (pointsOf(land)[0] ?? [0, 0]) as [number, number]);
  const turn = ({ land, supplies }: Asking): number => (land.size > HUGE ? 2 : 0) + (supplies ? 1 : 0);
  const order = asking.toSorted((a, b) => turn(a) - turn(b) || away(a) - away(b));
  const chosen: Land[] = [];
  let scale = 0;
  for (const one of order) {
    const smaller = scaleOf([...chosen, one.land]);
    if (smaller < scale * leastScale(one)) continue;
    chosen.push(one.land);
    // What a recipient needs is the measure for those that come after it; suppliers are all held against the same.
    if (!one.supplies || scale === 0) scale = Math.min(smaller, CLOSE);
  }
  return chosen;
}
