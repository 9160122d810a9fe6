/** The world as maps draw it: what the choices say, and that the committed file follows them. */
import { readFileSync } from 'node:fs';
import { geoContains } from 'd3-geo';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { worldText } from '../../../scripts/geography.ts';
import { packLine, unpackLine } from '../../../src/pictures/map/geography/codec.ts';
import { theWorld } from '../../../src/pictures/map/geography/world.ts';
import { COUNTRIES } from '../../../src/search/words/index.ts';

const FOLDER = new URL('../../../src/pictures/map/geography/', import.meta.url);
const countryAt = (longitude: number, latitude: number): string | undefined =>
  [...theWorld().lands.values()].find(({ shape }) => geoContains(shape, [longitude, latitude]))?.code;
const linesBetween = (a: string, b: string) => theWorld().borders.filter(({ between }) => between.includes(a) && between.includes(b));

describe('the geography', () => {
  it('is what the script makes of the atlas and the choices as they stand', () => {
    expect(readFileSync(new URL('world.json', FOLDER), 'utf8')).toBe(worldText());
  });

  it('stays small', () => {
    expect(readFileSync(new URL('world.json', FOLDER)).length).toBeLessThan(200_000);
  });

  it('gives a reason for every choice', () => {
    const text = readFileSync(new URL('choices.yaml', FOLDER), 'utf8');
    expect(text.match(/^ {2}- /gm)?.length).toBe(text.match(/^ {4}reason: /gm)?.length);
  });

  it('counts Crimea with Ukraine, the north of Cyprus with Cyprus and Somaliland with Somalia', () => {
    expect(countryAt(34.1, 45.1)).toBe('UA');
    expect(countryAt(33.4, 35.25)).toBe('CY');
    expect(countryAt(44.1, 9.6)).toBe('SO');
    expect(countryAt(37.6, 55.75)).toBe('RU');
  });

  it('knows land that is no country’s', () => {
    expect(countryAt(77.1, 35.4)).toBe('-Siachen Glacier');
  });

  it('draws no line in Kashmir or on the Golan, and the line between India and Pakistan south of it', () => {
    const drawn = linesBetween('IN', 'PK').flatMap(({ shape }) => shape.coordinates.flat());
    expect(drawn.length).toBeGreaterThan(20);
    expect(Math.max(...drawn.map(([, latitude = 0]) => latitude))).toBeLessThan(32.6);
    expect(linesBetween('IL', 'SY')).toEqual([]);
  });

  it('dashes lines that are not fully agreed, and no others', () => {
    const dashed = (a: string, b: string) => linesBetween(a, b).map((line) => line.dashed);
    expect(dashed('AM', 'AZ')).toEqual([true]);
    expect(dashed('MA', 'EH')).toEqual([true]);
    expect(dashed('KZ', 'UZ')).toEqual([false]);
  });

  it('has land for every country that the search can name, but for Gibraltar, Tuvalu and overseas parts of France, which are drawn with it', () => {
    const missing = Object.keys(COUNTRIES).filter((iso) => !theWorld().lands.has(iso));
    expect(missing).toEqual(['GF', 'GI', 'GP', 'MQ', 'RE', 'TV', 'YT']);
  });
});

describe('lines as text', () => {
  it('come back as they went in', () => {
    const whole = fc.integer({ min: -40_000, max: 40_000 });
    fc.assert(
      fc.property(fc.array(fc.tuple(whole, whole)), (points) => {
        expect(unpackLine(packLine(points))).toEqual(points);
      }),
    );
  });
});
