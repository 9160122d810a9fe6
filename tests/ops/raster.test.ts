/** Painting: drawings in, PNGs out, one at a time, whatever becomes of one of them. */
import { afterEach, describe, expect, it } from 'vitest';
import { RasterError } from '../../src/ops/raster/error.ts';
import { createRasteriser, type Rasteriser, type RasterOptions } from '../../src/ops/raster/raster.ts';
import { createShelf } from '../../src/ops/raster/shelf.ts';
import { type Drawing, drawHere } from '../../src/pictures/studio.ts';
import { aBase, aDeal, TODAY } from '../build.ts';

const drawing = (inner: string, width = 40, height = 20): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="${width}" height="${height}" fill="#222"/>${inner}</svg>`;
const text = (words: string): string => drawing(`<text x="2" y="15" font-family="Inter" font-size="14" fill="#fff">${words}</text>`, 120);

/** Width and height as a PNG states them. */
const sizeOf = (png: Uint8Array): [number, number] => {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
};
const why = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'painted',
    (error: unknown) => (error instanceof RasterError ? error.why : error),
  );

const open: Rasteriser[] = [];
const rasteriser = (options: RasterOptions = {}): Rasteriser => {
  const made = createRasteriser(options);
  open.push(made);
  return made;
};
afterEach(async () => {
  await Promise.all(open.splice(0).map(({ stop }) => stop()));
});

describe('the rasteriser', () => {
  it('paints a drawing as a PNG of twice its size, with its text', async () => {
    const { paint } = rasteriser();
    const [bare, lettered] = await Promise.all([paint(drawing('', 120)), paint(text('Türkiye → Қазақстан'))]);
    expect(sizeOf(bare)).toEqual([240, 40]);
    expect(Buffer.from(bare.subarray(1, 4)).toString()).toBe('PNG');
    expect(lettered.length).toBeGreaterThan(2 * bare.length);
  });

  it('lets go of each picture’s pixels before the next, however closely they follow', async () => {
    const { paint } = rasteriser({ keep: 0 });
    const large = (number: number): Promise<Uint8Array> => paint(drawing(`<rect x="${number}" width="9" height="9"/>`, 1500, 1500));
    await large(0);
    const before = process.memoryUsage.rss();
    // Of 36 MB of pixels each.
    for (let number = 1; number <= 12; number += 1) await large(number);
    expect((process.memoryUsage.rss() - before) / 2 ** 20).toBeLessThan(200);
  });

  it('writes a drawing without need of a font, with what a screen reader reads', async () => {
    const { paint } = rasteriser();
    const told = '<title>Türkiye &#38; others</title><desc>Who supplies whom.</desc>';
    const svg = text('Türkiye').replace('<rect', `${told}<rect`);
    const [bare, lettered] = (await Promise.all([paint(drawing(told, 120), 'svg'), paint(svg, 'svg')])).map((bytes) => new TextDecoder().decode(bytes)) as [
      string,
      string,
    ];
    expect(lettered).toMatch(/^<svg [^>]*role="img"><title>Türkiye &#38; others<\/title><desc>Who supplies whom\.<\/desc>/);
    expect(lettered).not.toMatch(/<text|font/);
    expect(lettered.length).toBeGreaterThan(bare.length + 500);
    expect(sizeOf(await paint(lettered))).toEqual([240, 40]);
    expect((await paint(lettered)).length).toBeGreaterThan((await paint(bare)).length + 200);
  });

  it('gives the same drawing back without painting it again, and paints it once for all who wait for it', async () => {
    const { paint } = rasteriser();
    const [one, same] = await Promise.all([paint(drawing('')), paint(drawing(''))]);
    expect(same).toBe(one);
    expect(await paint(drawing(''))).toBe(one);
  });

  it('refuses what is no drawing or too large, and paints the next', async () => {
    const { paint } = rasteriser();
    const [broken, large, good] = [why(paint('<svg')), why(paint(drawing('', 5000, 5000))), why(paint(drawing('')))];
    expect(await Promise.all([broken, large, good])).toEqual(['wrong', 'wrong', 'painted']);
  });

  it('gives up what takes too long', async () => {
    const { paint } = rasteriser({ within: 1 });
    expect(await Promise.all([why(paint(text('a'))), why(paint(text('b')))])).toEqual(['late', 'late']);
  });

  it('opens another thread after it has ended one for want of work', async () => {
    const { paint } = rasteriser({ idle: 1 });
    await paint(drawing(''));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await why(paint(text('again')))).toBe('painted');
  });

  it('tells those at once for whom it would take too long', async () => {
    const { paint } = rasteriser({ waiting: 2 });
    const asked = ['a', 'b', 'c'].map((words) => why(paint(text(words))));
    expect(await Promise.all(asked)).toEqual(['painted', 'painted', 'busy']);
  });

  it('does what somebody waits for first, and never tells the rest that too many wait', async () => {
    const { paint, unhurried } = rasteriser({ waiting: 1 });
    const done: string[] = [];
    const told = (name: string, work: Promise<unknown>) => work.then(() => done.push(name));
    const calm = ['a', 'b', 'c'].map((name) => told(name, unhurried.paint(text(name))));
    await Promise.all([...calm, told('hurried', paint(text('hurried'))), told('same', unhurried.paint(text('hurried')))]);
    expect(done).toEqual(['a', 'hurried', 'b', 'c', 'same']);
  });

  it('draws in its thread what would be drawn here, from the base as it is now', async () => {
    const { draw } = rasteriser();
    const drawing: Drawing = { name: 'chart', filters: { by: 'status' }, theme: 'light', today: TODAY };
    const bases = [aBase([aDeal()]), aBase([aDeal(), aDeal({ id: 'deal-b', status: 'unconfirmed' })]), aBase([])];
    const there = await Promise.all(bases.map((base) => draw(base, drawing)));
    expect(await Promise.all(bases.map((base) => draw(base, drawing)))).toSatisfy((again: unknown[]) => again.every((one, index) => one === there[index]));
    const here = await Promise.all(bases.map((base) => drawHere(base, drawing)));
    expect(there).toEqual(here);
    expect(there.map((picture) => picture?.records)).toEqual([['deal-a'], ['deal-a', 'deal-b'], undefined]);
  });

  it('paints nothing more once it has ended', async () => {
    const { paint, stop } = rasteriser();
    await paint(drawing(''));
    const waiting = [why(paint(text('a'))), why(paint(text('b')))];
    await stop();
    expect(await Promise.all(waiting)).toEqual(['broken', 'broken']);
  });
});

describe('the shelf', () => {
  const bytes = (length: number): Uint8Array => new Uint8Array(length);

  it('keeps what was used last, and never more than its bound', () => {
    const shelf = createShelf(10);
    shelf.set('a', bytes(4));
    shelf.set('b', bytes(4));
    shelf.get('a');
    shelf.set('c', bytes(4));
    expect([shelf.get('a')?.length, shelf.get('b'), shelf.get('c')?.length, shelf.bytes]).toEqual([4, undefined, 4, 8]);
    shelf.set('a', bytes(10));
    expect([shelf.get('a')?.length, shelf.get('c'), shelf.bytes]).toEqual([10, undefined, 10]);
  });

  it('keeps nothing that is larger than itself', () => {
    const shelf = createShelf(10);
    shelf.set('a', bytes(11));
    expect([shelf.get('a'), shelf.bytes]).toEqual([undefined, 0]);
  });
});
