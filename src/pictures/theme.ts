/**
 * Colours. Hues are Okabe and Ito's, which hold in every common colour vision (https://jfly.uni-koeln.de/color/);
 * each comes with a texture, so that nothing is told by hue alone. A test holds the contrasts.
 */
import type { Theme } from './picture.ts';
import { el, type Svg } from './svg.ts';

/** A series' colours: `fill` of an area, `edge` of its outline and of lines, `on` of text that stands on the fill. */
export interface Hue {
  name: string;
  fill: string;
  edge: string;
  on: string;
}

export interface Palette {
  theme: Theme;
  /** The card, and what lies on it. */
  card: string;
  panel: string;
  sea: string;
  land: string;
  /** Borders of the land, grid lines, the card's rim. */
  border: string;
  grid: string;
  rim: string;
  /** Text: the chief, and the quiet one. Both are read on card, panel, sea and land. */
  text: string;
  quiet: string;
  /** Events and marks that belong to no series. */
  mark: string;
  /** One after the other for each series; `other` is for those beyond. */
  hues: readonly [Hue, ...Hue[]];
  other: Hue;
}

const hue = (name: string, fill: string, edge: string, on: string): Hue => ({ name, fill, edge, on });

const DARK: Palette = {
  theme: 'dark',
  card: '#1e2027',
  panel: '#272a33',
  sea: '#1a2530',
  land: '#353944',
  border: '#14161b',
  grid: '#3d424e',
  rim: '#3a3e49',
  text: '#f4f5f7',
  quiet: '#b9bec9',
  mark: '#e8eaee',
  hues: [
    hue('orange', '#e69f00', '#f0b429', '#14161b'),
    hue('sky blue', '#56b4e9', '#7cc6f0', '#14161b'),
    hue('green', '#00a67a', '#2cc79c', '#0d1013'),
    hue('purple', '#cc79a7', '#dd98be', '#14161b'),
    hue('vermilion', '#e0662a', '#f08450', '#14161b'),
    hue('yellow', '#e8dc48', '#f0e442', '#14161b'),
  ],
  other: hue('grey', '#949aa6', '#b4b9c3', '#14161b'),
};

const LIGHT: Palette = {
  theme: 'light',
  card: '#ffffff',
  panel: '#f3f4f6',
  sea: '#e3edf4',
  land: '#f4f1ea',
  border: '#b3aea3',
  grid: '#d5d8de',
  rim: '#d0d3da',
  text: '#1b1d22',
  quiet: '#555a66',
  mark: '#33363d',
  hues: [
    hue('orange', '#e69f00', '#8f5f00', '#1b1d22'),
    hue('blue', '#0072b2', '#00507d', '#ffffff'),
    hue('green', '#007d5b', '#00563f', '#ffffff'),
    hue('purple', '#c267a0', '#8a3a6c', '#1b1d22'),
    hue('vermilion', '#c94f00', '#8f3800', '#ffffff'),
    hue('yellow', '#f0e442', '#776f00', '#1b1d22'),
  ],
  other: hue('grey', '#6a6f7a', '#484c55', '#ffffff'),
};

export const paletteOf = (theme: Theme): Palette => (theme === 'dark' ? DARK : LIGHT);

/** The hue of a series by its place; those beyond the last share one. */
const hueAt = (palette: Palette, index: number): Hue => palette.hues[index] ?? palette.other;

/** How sure the records behind an area are: whatever is not stated as fact is hatched. */
export type Firmness = 'firm' | 'soft';

/** What a series' texture adds to its hue, by its place: nothing, dots, bars, a grid, upright lines, rings. */
const TEXTURES: readonly ((ink: string) => Svg | undefined)[] = [
  () => undefined,
  (ink) => el('circle', { cx: 4, cy: 4, r: 1.3, fill: ink }),
  (ink) => el('path', { d: 'M0 4H8', stroke: ink, 'stroke-width': 1.2 }),
  (ink) => el('path', { d: 'M0 4H8M4 0V8', stroke: ink, 'stroke-width': 0.9 }),
  (ink) => el('path', { d: 'M4 0V8', stroke: ink, 'stroke-width': 1.2 }),
  (ink) => el('circle', { cx: 4, cy: 4, r: 2.1, fill: 'none', stroke: ink, 'stroke-width': 0.9 }),
];

const square = (id: string, side: number, turned: boolean, ...children: readonly Svg[]): Svg =>
  el('pattern', { id, width: side, height: side, patternUnits: 'userSpaceOnUse', patternTransform: turned ? 'rotate(45)' : undefined }, children);

const backed = (side: number, fill: string): Svg => el('rect', { width: side, height: side, fill });

/** A series' areas: the definitions they need, and what to write into `fill`. */
export interface Paint {
  hue: Hue;
  /** To stand once in the picture's `<defs>`. */
  defs: Svg;
  fill(firmness: Firmness): string;
}

/** The paint of the series at a place. Its ids are `s0`, `h0`, `s1` … */
export function paintAt(palette: Palette, index: number): Paint {
  const own = hueAt(palette, index);
  const place = Math.min(index, palette.hues.length);
  const texture = TEXTURES[place]?.(own.on);
  const firm = texture ? [square(`s${place}`, 8, false, backed(8, own.fill), el('g', { opacity: 0.38 }, texture))] : [];
  const soft = square(`h${place}`, 7, true, backed(7, palette.card), el('rect', { width: 2.6, height: 7, fill: own.fill }));
  return {
    hue: own,
    defs: [...firm, soft].join('') as Svg,
    fill: (firmness) => (firmness === 'soft' ? `url(#h${place})` : texture ? `url(#s${place})` : own.fill),
  };
}
