/** The atlas as it comes: countries as polygons of shared arcs. */
import { readFileSync } from 'node:fs';
import { feature } from 'topojson-client';
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification';

export type Point = [number, number];
/** Rings of arc numbers; `~n` is arc n walked backwards. The first ring is the outline, others are holes. */
export type Polygons = number[][][];

/** One area of the atlas. */
interface Area {
  name: string;
  /** ISO 3166-1 alpha-2; none where the atlas has no number for it. */
  iso: string | undefined;
  polygons: Polygons;
}

export interface Atlas {
  /** Lines in degrees of longitude and latitude. */
  arcs: Point[][];
  areas: Area[];
}

type World = Topology<{ countries: GeometryCollection<{ name?: string }> }>;

/** Codes of areas that ISO 3166-1 leaves to its users. */
const USER_CODES: Readonly<Record<string, string>> = { Kosovo: 'XK' };

/** ISO's numbers are names of regions too, which the runtime turns into letters. */
const isoOf = (number: unknown, name: string): string | undefined =>
  USER_CODES[name] ?? (number === undefined ? undefined : new Intl.Locale(`und-${String(number).padStart(3, '0')}`).region);

const polygonsOf = (geometry: Polygon | MultiPolygon): Polygons => (geometry.type === 'Polygon' ? [geometry.arcs] : geometry.arcs);

function readArcs({ arcs, transform }: Topology): Point[][] {
  const { scale, translate } = transform ?? { scale: [1, 1], translate: [0, 0] };
  return arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([dx = 0, dy = 0]): Point => {
      [x, y] = [x + dx, y + dy];
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
    });
  });
}

/** Reads world-atlas's TopoJSON. */
export function readAtlas(path: string): Atlas {
  const world = JSON.parse(readFileSync(path, 'utf8')) as World;
  const areas = world.objects.countries.geometries.map((geometry): Area => {
    const { name = '' }: { name?: string } = geometry.properties ?? {};
    return { name, iso: isoOf(geometry.id, name), polygons: polygonsOf(geometry as Polygon | MultiPolygon) };
  });
  return { arcs: readArcs(world), areas };
}

/** The points of a ring, its first again at its end. */
export const ringOf = (arcs: readonly Point[][], ring: readonly number[]): Point[] => {
  const geometry = feature({ type: 'Topology', arcs, objects: {} } as unknown as Topology, { type: 'Polygon', arcs: [[...ring]] } as Polygon);
  return (geometry.geometry as unknown as { coordinates: Point[][] }).coordinates[0] ?? [];
};
