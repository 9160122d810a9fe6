/** Drawings as PNG: painted one at a time beside the program's own thread, and kept as long as there is room. */
import { hash } from 'node:crypto';
import { join } from 'node:path';
import { FONT_FILES } from '../../pictures/fonts.ts';
import { RasterError } from './error.ts';
import { createPainter, type PainterOptions } from './painter.ts';
import { createShelf } from './shelf.ts';

export interface Rasteriser {
  /** The PNG of an SVG, at twice its size in pixels. The bytes are shared: nobody may change them. @throws RasterError */
  paint(svg: string): Promise<Uint8Array>;
  /** Ends the thread; what is still waiting fails. */
  stop(): Promise<void>;
}

export interface RasterOptions extends Partial<PainterOptions> {
  /** Bytes of the pictures kept. */
  keep?: number;
  /** Pictures that may wait; who comes after them is told so at once. */
  waiting?: number;
}

const FONTS = join(import.meta.dirname, '..', '..', 'pictures', 'fonts');
/** The pictures' own fonts. */
const SETUP = { fonts: FONT_FILES.map((file) => join(FONTS, file)), family: 'Inter' };

/** Milliseconds: the slowest map takes a tenth of it, on a machine that does other things too. */
const WITHIN = 10_000;
/** Milliseconds: opening the thread takes a tenth of a second, which a pause between two questions need not. */
const IDLE = 60_000;
/** Some two hundred pictures. */
const KEEP = 24 * 1024 * 1024;
const WAITING = 20;

/** Makes a rasteriser, which does nothing until it is asked. */
export function createRasteriser({ keep = KEEP, waiting = WAITING, ...options }: RasterOptions = {}): Rasteriser {
  const shelf = createShelf(keep);
  const underWay = new Map<string, Promise<Uint8Array>>();
  const painter = createPainter({ ...SETUP, within: WITHIN, idle: IDLE, ...options });
  let last: Promise<unknown> = Promise.resolve();
  let ended = false;
  const work = async (key: string, svg: string, before: Promise<unknown>): Promise<Uint8Array> => {
    await before;
    if (ended) throw new RasterError('broken');
    const png = await painter.paint(svg);
    shelf.set(key, png);
    return png;
  };
  return {
    async paint(svg) {
      const key = hash('sha256', svg);
      const known = shelf.get(key) ?? underWay.get(key);
      if (known) return known;
      if (underWay.size >= waiting) throw new RasterError('busy');
      const job = work(key, svg, last).finally(() => underWay.delete(key));
      underWay.set(key, job);
      last = job.catch(() => {});
      return job;
    },
    async stop() {
      ended = true;
      await painter.stop();
    },
  };
}
