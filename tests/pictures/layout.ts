/** What stands where in a picture's SVG: its texts as boxes and its lines, in the card's own pixels. */
import { widthOf } from '../../src/pictures/fonts.ts';
import type { Box, Point } from '../../src/pictures/labels.ts';

/** An element a line, so that a snapshot that differs shows where. */
export const inLines = (svg = ''): string => `${svg.replaceAll('><', '>\n<')}\n`;

interface TextBox extends Box {
  content: string;
}

export interface Layout {
  texts: TextBox[];
  /** Upright lines of a grid or an axis. */
  uprights: [Point, Point][];
  /** Areas: bars, blocks, discs and crosses; not the card and its bands. */
  areas: (Box & { round: boolean })[];
  /** Names of all elements. */
  elements: string[];
}

const TAG = /<(\/?)([\w-]+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>([^<]*)/g;
const attributesOf = (text: string) => new Map([...text.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, name, value]) => [name ?? '', value ?? '']));
const unescaped = (text: string) => text.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));

/** The letters' own height around the baseline, as Inter has it: capitals reach 0.73 em up, tails 0.2 em down. */
function boxOf(attributes: ReadonlyMap<string, string>, content: string, moved: Point): TextBox {
  const size = Number(attributes.get('font-size') ?? 13.5);
  const width = widthOf(content, size, attributes.get('font-weight') === '600' ? 600 : 400);
  const anchor = attributes.get('text-anchor');
  const x = moved.x + Number(attributes.get('x')) - (anchor === 'middle' ? width / 2 : anchor === 'end' ? width : 0);
  return { content, x, y: moved.y + Number(attributes.get('y')) - size * 0.73, width, height: size * 0.93 };
}

/** Box of a rectangle, a disc or a cross; none of what is as wide as the card, or stands in a pattern. */
function areaOf(name: string, attributes: ReadonlyMap<string, string>, moved: Point): Box | undefined {
  const number = (key: string) => Number(attributes.get(key) ?? 0);
  if (name === 'rect' && attributes.has('x') && number('width') < 600)
    return { x: moved.x + number('x'), y: moved.y + number('y'), width: number('width'), height: number('height') };
  const radius = number('r');
  if (name === 'circle' && radius > 5) return { x: moved.x + number('cx') - radius, y: moved.y + number('cy') - radius, width: 2 * radius, height: 2 * radius };
  const cross = /^M([-\d.]+) ([-\d.]+)L([-\d.]+) ([-\d.]+)M/.exec(attributes.get('d') ?? '');
  if (name !== 'path' || !cross) return undefined;
  const [left = 0, top = 0, right = 0, bottom = 0] = cross.slice(1).map(Number);
  return { x: moved.x + left, y: moved.y + top, width: right - left, height: bottom - top };
}

/** Reads one of our own SVG documents, which nest nothing but moved groups. */
export function layoutOf(svg: string): Layout {
  const layout: Layout = { texts: [], uprights: [], areas: [], elements: [] };
  const moves: Point[] = [{ x: 0, y: 0 }];
  for (const [, end, name = '', written = '', empty, content = ''] of svg.matchAll(TAG)) {
    const moved = moves.at(-1) ?? { x: 0, y: 0 };
    if (end) {
      if (name === 'g') moves.pop();
      continue;
    }
    layout.elements.push(name);
    const attributes = attributesOf(written);
    const [, x = '0', y = '0'] = /translate\(([-\d.]+) ([-\d.]+)\)/.exec(attributes.get('transform') ?? '') ?? [];
    if (name === 'g' && !empty) moves.push({ x: moved.x + Number(x), y: moved.y + Number(y) });
    if (name === 'text') layout.texts.push(boxOf(attributes, unescaped(content), moved));
    const area = areaOf(name, attributes, moved);
    if (area) layout.areas.push({ ...area, round: name === 'circle' });
    for (const [, at, from, to] of (attributes.get('d') ?? '').matchAll(/M([-\d.]+) ([-\d.]+)V([-\d.]+)/g)) {
      layout.uprights.push([
        { x: moved.x + Number(at), y: moved.y + Number(from) },
        { x: moved.x + Number(at), y: moved.y + Number(to) },
      ]);
    }
  }
  return layout;
}
