/** Pictures, drawn and painted one at a time beside the program's own thread; both are kept as long as there is room. */
import { hash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Base } from '../../base/schema.ts';
import type { Picture } from '../../pictures/picture.ts';
import type { Brush } from '../../pictures/studio.ts';
import { RasterError } from './error.ts';
import { once } from './once.ts';
import { createPainter, type PainterOptions } from './painter.ts';
import { createShelf } from './shelf.ts';
import { createTurns, type Turns } from './turns.ts';

/**
 * `draw`: the base is handed over once, and again when it has changed. `paint`: an SVG's PNG, at twice its size in pixels, or
 * the SVG without need of a font; the bytes are shared, and nobody may change them. Both throw RasterError.
 */
export interface Rasteriser extends Brush {
  /** The same for what nobody looks at yet: it comes after all that somebody waits for, and is never told that too many wait. */
  unhurried: Brush;
  /** Ends the thread; what is still waiting fails. */
  stop(): Promise<void>;
}

export interface RasterOptions extends Partial<PainterOptions> {
  /** Bytes of the painted pictures kept. */
  keep?: number;
  /** Pictures that may wait; who comes after them is told so at once. */
  waiting?: number;
}

const FONTS = join(import.meta.dirname, '..', '..', 'pictures', 'fonts');
/** The pictures' own; their list stands beside their measures, which only the thread reads. */
const SETUP = { fonts: readdirSync(FONTS).flatMap((file) => (file.endsWith('.ttf') ? [join(FONTS, file)] : [])), family: 'Inter' };

/** Milliseconds: the first map takes half a second, on a machine that does nothing else. */
const WITHIN = 20_000;
/** Milliseconds: opening the thread and reading the geography takes half a second, which a pause between two questions need not cost again. */
const IDLE = 10 * 60_000;
/** Some two hundred pictures. */
const KEEP = 24 * 1024 * 1024;
/** Bytes of drawings; a map has some 300 kB. */
const KEEP_DRAWN = 12 * 1024 * 1024;
const WAITING = 20;

interface Drawn {
  picture: Picture | undefined;
  byteLength: number;
}

/** Two bytes a unit at most; the rest of a picture is little beside its drawing. */
const sized = (picture: Picture | undefined): Drawn => ({ picture, byteLength: 100 + 2 * (picture?.svg.length ?? 0) });

/** Tells bases apart: a base that was loaded again is another one. */
function numbering(): (base: Base) => number {
  const numbers = new WeakMap<Base, number>();
  let last = 0;
  return (base) => {
    const number = numbers.get(base) ?? ++last;
    numbers.set(base, number);
    return number;
  };
}

/** Makes a rasteriser, which does nothing until it is asked. */
export function createRasteriser({ keep = KEEP, waiting = WAITING, ...options }: RasterOptions = {}): Rasteriser {
  const [drawings, paintings] = [createShelf<Drawn>(KEEP_DRAWN), createShelf(keep)];
  const painter = createPainter({ ...SETUP, within: WITHIN, idle: IDLE, ...options });
  const { hurried, unhurried } = createTurns(waiting);
  const numberOf = numbering();
  let ended = false;
  const brush = (turn: Turns['hurried']): Brush => {
    const live: Turns['hurried'] = (work) => turn(() => (ended ? Promise.reject(new RasterError('broken')) : work()));
    const [drawn, painted] = [once(drawings, live), once(paintings, live)];
    return {
      draw: async (base, drawing) =>
        (await drawn(`${numberOf(base)} ${JSON.stringify(drawing)}`, async () => sized(await painter.draw(base, drawing)))).picture,
      paint: (svg, form = 'png') => painted(`${form} ${hash('sha256', svg)}`, () => painter.paint(svg, form)),
    };
  };
  return {
    ...brush(hurried),
    unhurried: brush(unhurried),
    stop: async () => {
      ended = true;
      await painter.stop();
    },
  };
}
