/** Where pictures go from a terminal: into files, and into the window itself where it can show them. */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Paint } from '../../pictures/paint.ts';

/** What a window understands: kitty's graphics protocol, or iTerm2's inline images. */
export type Inline = 'kitty' | 'iterm';

export interface Gallery {
  paint: Paint;
  /** Writes a file and gives its path. @param to where it was asked for; a new file among the system's temporary ones unless told. */
  keep(name: string, content: Uint8Array | string, to?: string): Promise<string>;
  inline?: Inline;
}

/** What paints is started with the first picture. */
const lazyPaint = (): Paint => {
  let paint: Promise<Paint> | undefined;
  return async (...what) => {
    paint ??= import('../../ops/raster/raster.ts').then(({ createRasteriser }) => createRasteriser().paint);
    return (await paint)(...what);
  };
};

/** @param inline undefined where the output is no window, or one that shows text alone. */
export function createGallery(inline: Inline | undefined): Gallery {
  let folder: Promise<string> | undefined;
  let count = 0;
  return {
    paint: lazyPaint(),
    async keep(name, content, to) {
      if (to !== undefined) {
        await writeFile(to, content);
        return resolve(to);
      }
      // A folder of its own: nobody else on the machine can have put anything under the name.
      folder ??= mkdtemp(join(tmpdir(), 'sourcebook-'));
      count += 1;
      const path = join(await folder, name.replace(/(?=\.\w+$)/, count === 1 ? '' : `-${count}`));
      await writeFile(path, content, { flag: 'wx' });
      return path;
    },
    ...(inline && { inline }),
  };
}
