/** Areas of the atlas → land by country, as the choices have it. */
import { geoContains } from 'd3-geo';
import { mergeArcs } from 'topojson-client';
import type { MultiPolygon, Topology } from 'topojson-specification';
import { type Atlas, type Polygons, ringOf } from './atlas.ts';
import type { Choices } from './choices.ts';

/** Land by ISO code; what is no country's has its name with a hyphen before it. */
export type Land = Map<string, Polygons>;

const fail = (what: string): never => {
  throw new Error(`choices.yaml: ${what}`);
};

/** Where the land of an area goes; an area without a use goes nowhere. */
function placesOf({ areas }: Atlas, { merges, neutral, left_out }: Choices): Map<string, string | undefined> {
  const places = new Map(areas.map(({ name, iso }) => [name, iso]));
  const place = (area: string, to: string | undefined) => (places.has(area) ? places.set(area, to) : fail(`the atlas has no area "${area}"`));
  for (const { area, with: country } of merges) place(area, country);
  for (const { area } of neutral) place(area, `-${area}`);
  for (const { area } of left_out) place(area, undefined);
  return places;
}

/** Takes the polygon that holds a point from one country to another. */
function move(land: Land, { arcs }: Atlas, { area, point, from, to }: Choices['moves'][number]): void {
  const polygons = land.get(from) ?? [];
  const moved = polygons.find(([outline = []]) => geoContains({ type: 'Polygon', coordinates: [ringOf(arcs, outline)] }, [...point]));
  if (!moved) throw new Error(`choices.yaml: ${from} has no polygon around ${area} (${point.join(', ')})`);
  land.set(
    from,
    polygons.filter((polygon) => polygon !== moved),
  );
  land.set(to, [...(land.get(to) ?? []), moved]);
}

/** Joins the polygons of each country, so that no line stands where two areas became one. */
function dissolve(land: Land, { arcs }: Atlas): void {
  const topology = { type: 'Topology', arcs, objects: {} } as unknown as Topology;
  for (const [code, polygons] of land) {
    const parts = polygons.map((polygon) => ({ type: 'MultiPolygon', arcs: [polygon] }) as MultiPolygon);
    land.set(code, (mergeArcs(topology, parts) as unknown as MultiPolygon).arcs);
  }
}

export function landOf(atlas: Atlas, choices: Choices): Land {
  const places = placesOf(atlas, choices);
  const land: Land = new Map();
  for (const { name, polygons } of atlas.areas) {
    const place = places.get(name);
    if (place !== undefined) land.set(place, [...(land.get(place) ?? []), ...polygons]);
    else if (!choices.left_out.some(({ area }) => area === name)) fail(`say what becomes of "${name}", which has no ISO code`);
  }
  for (const one of choices.moves) move(land, atlas, one);
  dissolve(land, atlas);
  return new Map([...land].sort(([a], [b]) => (a < b ? -1 : 1)));
}
