/**
 * Rebuilds `src/pictures/map/geography/world.json` from Natural Earth's 1:50m countries (public domain, by way of world-atlas) and
 * from the choices on disputed areas and lines in `choices.yaml` beside it: `node scripts/geography.ts`.
 */
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { packLine } from '../src/pictures/map/geography/codec.ts';
import { landOf } from './geography/areas.ts';
import { type Point, type Polygons, readAtlas } from './geography/atlas.ts';
import { readChoices } from './geography/choices.ts';
import { type Border, drawLines } from './geography/lines.ts';
import { dropSpecks, thinLine } from './geography/thin.ts';

const require = createRequire(import.meta.url);
const FOLDER = new URL('../src/pictures/map/geography/', import.meta.url);
/** Degrees between neighbouring places of the grid: about 500 m, half a pixel at the closest that maps are drawn. */
const GRID = 0.005;
/** Degrees by which a thinned line may run beside the data's. */
const TOLERANCE = 0.012;
/** Square degrees of the smallest island: about 50 km². */
const LEAST = 0.004;

const toGrid = ([x, y]: Point): Point => [Math.round(x / GRID), Math.round(y / GRID)];
const polygonText = (polygons: Polygons): string => polygons.map((polygon) => polygon.map((ring) => ring.join(',')).join('/')).join(' ');

/** Codes of both sides → arcs, as text. */
function bordersText(borders: readonly Border[], drawn: Border['drawn']): Record<string, string> {
  const groups = Map.groupBy(
    borders.filter((border) => border.drawn === drawn),
    ({ between }) => between,
  );
  return Object.fromEntries([...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([between, found]) => [between, found.map(({ arc }) => arc).join(',')]));
}

/** The file's text. */
export function worldText(): string {
  const atlas = readAtlas(require.resolve('world-atlas/countries-50m.json'));
  const choices = readChoices(new URL('choices.yaml', FOLDER).pathname);
  const land = dropSpecks(landOf(atlas, choices), atlas.arcs, LEAST);
  const lines = drawLines(atlas.arcs, land, choices);
  const world = {
    source: 'Natural Earth 1:50m countries, version 4.1 (public domain), by way of world-atlas 2.0.2; changed as choices.yaml says',
    grid: GRID,
    land: Object.fromEntries([...lines.land].map(([code, polygons]) => [code, polygonText(polygons)])),
    solid: bordersText(lines.borders, 'solid'),
    dashed: bordersText(lines.borders, 'dashed'),
    arcs: lines.arcs.map((arc) => packLine(thinLine(arc, TOLERANCE).map(toGrid))).join(' '),
  };
  return `${JSON.stringify(world, undefined, 2)}\n`;
}

if (import.meta.main) writeFileSync(new URL('world.json', FOLDER), worldText());
