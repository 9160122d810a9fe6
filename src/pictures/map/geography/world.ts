/** The world's land by country and the lines between countries, from the committed file that `scripts/geography.ts` makes. */
import { geoDistance } from 'd3-geo';
import type { MultiLineString, MultiPolygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import { unpackLine } from './codec.ts';
import world from './world.json' with { type: 'json' };

/** Land of one country, or of none. Degrees of longitude and latitude. */
export interface Land {
  /** ISO 3166-1 alpha-2 (`XK` for Kosovo); begins with a hyphen where it is no country's. */
  code: string;
  shape: MultiPolygon;
  /** Its largest pieces, which a map has to show: far islands and exclaves need not be seen. */
  main: MultiPolygon;
  /** Square degrees of its largest piece, each at its own latitude: about 12 300 square kilometres. */
  size: number;
  /** A circle around all of it: its middle, and radians from there. */
  around: { middle: [number, number]; radius: number };
}

/** A line between two countries. */
interface Border {
  between: readonly [string, string];
  /** Not fully agreed, or not final. */
  dashed: boolean;
  shape: MultiLineString;
}

export interface World {
  lands: ReadonlyMap<string, Land>;
  borders: readonly Border[];
}

const numbers = (text: string): number[] => text.split(',').map(Number);

function topology(): Topology {
  const arcs = world.arcs.split(' ').map((text) => unpackLine(text).map(([x, y]): Position => [x * world.grid, y * world.grid]));
  return { type: 'Topology', arcs, objects: {} } as Topology;
}

/** A piece counts when it has this part of the largest one's size. */
const CHIEF_PART = 0.3;

/** Square degrees of a ring's inside. Exact spherical areas take forty times as long and change nothing here. */
function sizeOf(ring: readonly Position[]): number {
  let twice = 0;
  for (let index = 1; index < ring.length; index++) {
    const [[x0 = 0, y0 = 0], [x1 = 0, y1 = 0]] = [ring[index - 1] ?? [], ring[index] ?? []];
    twice += (x1 - x0) * (Math.sin(y0 * RADIANS) + Math.sin(y1 * RADIANS));
  }
  return Math.abs(twice) / 2 / RADIANS;
}
const RADIANS = Math.PI / 180;

/** A circle that holds all of a shape; not the smallest one. */
function around(points: readonly Position[]): Land['around'] {
  let sum = [0, 0, 0];
  for (const [x = 0, y = 0] of points) {
    const across = Math.cos(y * RADIANS);
    sum = [(sum[0] ?? 0) + across * Math.cos(x * RADIANS), (sum[1] ?? 0) + across * Math.sin(x * RADIANS), (sum[2] ?? 0) + Math.sin(y * RADIANS)];
  }
  const [x = 0, y = 0, z = 0] = sum;
  const middle: [number, number] = [Math.atan2(y, x) / RADIANS, Math.atan2(z, Math.hypot(x, y)) / RADIANS];
  return { middle, radius: Math.max(...points.map(([longitude = 0, latitude = 0]) => geoDistance(middle, [longitude, latitude]))) };
}

function landOf(code: string, text: string, arcs: Topology): Land {
  const polygons = text.split(' ').map((polygon) => polygon.split('/').map(numbers));
  const shape = feature(arcs, { type: 'MultiPolygon', arcs: polygons }).geometry as MultiPolygon;
  const sized = shape.coordinates.map((coordinates) => ({ coordinates, size: sizeOf(coordinates[0] ?? []) }));
  const largest = Math.max(...sized.map(({ size }) => size));
  const main = sized.filter(({ size }) => size >= CHIEF_PART * largest).map(({ coordinates }) => coordinates);
  const outlines = shape.coordinates.flatMap(([outline = []]) => outline);
  return { code, shape, main: { type: 'MultiPolygon', coordinates: main }, size: largest, around: around(outlines) };
}

function bordersOf(lines: Readonly<Record<string, string>>, dashed: boolean, arcs: Topology): Border[] {
  return Object.entries(lines).map(([pair, text]) => {
    const [a = '', b = ''] = pair.split('-');
    const shape = feature(arcs, { type: 'MultiLineString', arcs: numbers(text).map((arc) => [arc]) }).geometry as MultiLineString;
    return { between: [a, b] as const, dashed, shape };
  });
}

let known: World | undefined;

/** The world, unpacked once. */
export function theWorld(): World {
  if (known) return known;
  const arcs = topology();
  const lands = new Map(Object.entries(world.land).map(([code, text]) => [code, landOf(code, text, arcs)]));
  known = { lands, borders: [...bordersOf(world.solid, false, arcs), ...bordersOf(world.dashed, true, arcs)] };
  return known;
}

let regions: Intl.DisplayNames | undefined;

/** A country's name in English, in its short form: `UK`, `Palestine`. */
export function worldName(code: string): string {
  regions ??= new Intl.DisplayNames(['en'], { type: 'region', style: 'short' });
  return regions.of(code) ?? code;
}
