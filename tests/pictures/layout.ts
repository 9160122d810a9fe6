/** What stands where in a picture's SVG: its texts as boxes and its lines, in the card's own pixels. */
import { widthOf } from '../../src/pictures/fonts.ts';
import type { Box, Point } from '../../src/pictures/labels.ts';

export interface TextBox extends Box {
  content: string;
}

export interface Layout {
  texts: TextBox[];
  /** Upright lines of a grid or an axis. */
  uprights: [Point, Point][];
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

/** Reads one of our own SVG documents, which nest nothing but moved groups. */
export function layoutOf(svg: string): Layout {
  const layout: Layout = { texts: [], uprights: [], elements: [] };
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
    for (const [, at, from, to] of (attributes.get('d') ?? '').matchAll(/M([-\d.]+) ([-\d.]+)V([-\d.]+)/g)) {
      layout.uprights.push([
        { x: moved.x + Number(at), y: moved.y + Number(from) },
        { x: moved.x + Number(at), y: moved.y + Number(to) },
      ]);
    }
  }
  return layout;
}
