/** Pictures, drawn and painted one at a time beside the program's own thread; what is painted is kept as long as there is room. */
import { hash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Studio } from '../../pictures/studio.ts';
import { RasterError } from './error.ts';
import { createPainter, type PainterOptions } from './painter.ts';
import { createShelf } from './shelf.ts';

export interface Rasteriser {
  /** Draws. The base is handed over once, and again when it has changed. @throws RasterError */
  draw: Studio;
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
/** The pictures' own; their list stands beside their measures, which only the thread reads. */
const SETUP = { fonts: readdirSync(FONTS).flatMap((file) => (file.endsWith('.ttf') ? [join(FONTS, file)] : [])), family: 'Inter' };

/** Milliseconds: the first map takes half a second, on a machine that does nothing else. */
const WITHIN = 20_000;
/** Milliseconds: opening the thread and reading the geography takes half a second, which a pause between two questions need not cost again. */
const IDLE = 10 * 60_000;
/** Some two hundred pictures. */
const KEEP = 24 * 1024 * 1024;
const WAITING = 20;

/** Makes a rasteriser, which does nothing until it is asked. */
export function createRasteriser({ keep = KEEP, waiting = WAITING, ...options }: RasterOptions = {}): Rasteriser {
  const shelf = createShelf(keep);
  const painted = new Map<string, Promise<Uint8Array>>();
  const painter = createPainter({ ...SETUP, within: WITHIN, idle: IDLE, ...options });
  let last: Promise<unknown> = Promise.resolve();
  let left = 0;
  let ended = false;
  /** Does one thing when all before it are done. */
  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    if (left >= waiting) throw new RasterError('busy');
    left += 1;
    const before = last;
    const job = before.then(() => {
      if (ended) throw new RasterError('broken');
      return work();
    });
    last = job
      .catch(() => {})
      .finally(() => {
        left -= 1;
      });
    return job;
  };
  const paintOnce = async (key: string, svg: string): Promise<Uint8Array> => {
    const png = await inTurn(() => painter.paint(svg));
    shelf.set(key, png);
    return png;
  };
  return {
    draw: (base, drawing) => inTurn(() => painter.draw(base, drawing)),
    async paint(svg) {
      const key = hash('sha256', svg);
      const known = shelf.get(key) ?? painted.get(key);
      if (known) return known;
      const job = paintOnce(key, svg).finally(() => painted.delete(key));
      painted.set(key, job);
      return job;
    },
    async stop() {
      ended = true;
      await painter.stop();
    },
  };
}
