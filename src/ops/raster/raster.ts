/** Drawings as PNG: painted one at a time beside the program's own thread, and kept as long as there is room. */
import { hash } from 'node:crypto';
import { RasterError } from './error.ts';
import { createPainter, type PainterOptions } from './painter.ts';
import { createShelf } from './shelf.ts';

export interface Rasteriser {
  /** The PNG of an SVG, at twice its size in pixels. The bytes are shared: nobody may change them. @throws RasterError */
  paint(svg: string): Promise<Uint8Array>;
  /** Ends the thread; what is still waiting fails. */
  stop(): Promise<void>;
}

type Options = Pick<PainterOptions, 'fonts' | 'family'> & Partial<PainterOptions> & { keep?: number; waiting?: number };

/** Milliseconds: the slowest map takes a tenth of it, on a machine that does other things too. */
const WITHIN = 10_000;
/** Milliseconds: opening the thread takes a tenth of a second, which a pause between two questions need not. */
const IDLE = 60_000;
/** Bytes of the pictures kept: some two hundred. */
const KEEP = 24 * 1024 * 1024;
/** Pictures that may wait; who comes after them is told so at once. */
const WAITING = 20;

/** Makes a rasteriser, which does nothing until it is asked. */
export function createRasteriser({ keep = KEEP, waiting = WAITING, within = WITHIN, idle = IDLE, ...setup }: Options): Rasteriser {
  const shelf = createShelf(keep);
  const underWay = new Map<string, Promise<Uint8Array>>();
  const painter = createPainter({ ...setup, within, idle });
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
