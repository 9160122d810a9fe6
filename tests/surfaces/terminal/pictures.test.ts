/** Pictures at a terminal: a file and its path, the words, and the picture itself where the window can show it. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGallery, type Gallery } from '../../../src/surfaces/terminal/gallery.ts';
import { aBase, aContext, aDeal } from '../../build.ts';
import { base, search } from '../../search/shipped.ts';
import { run } from './outside.ts';

const shipped = { base, search };
/** Stands for what `paint` gives: long enough for two of kitty's chunks. */
const PNG = Buffer.alloc(4000, 7);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sourcebook-test-'));
});
afterAll(() => rm(folder, { recursive: true }));

const painted: string[] = [];
/** Writes where it is told, or into the test's folder. */
const gallery = (more: Partial<Gallery> = {}): Gallery => {
  const { keep } = createGallery(undefined);
  return {
    paint: async (svg, form) => {
      painted.push(svg);
      return form === 'svg' ? Buffer.from('<svg outlined/>') : PNG;
    },
    keep: (name, content, to) => keep(name, content, to ?? join(folder, name)),
    ...more,
  };
};
const ask = (args: readonly string[], pictures: Gallery = gallery(), context = shipped) => run(args, '', { pictures }, context);

describe('a picture at the terminal', () => {
  it('is told in words with the records drawn, and written to a file whose path stands last', async () => {
    const { code, out } = await ask(['--chart', 'Central Asia by: year']);
    const path = /\nThe picture: (\S+\/chart\.png)\n$/.exec(out)?.[1] ?? '';
    expect([code, await readFile(path)]).toEqual([0, PNG]);
    expect(out).toMatch(/^\S.+\n[\s\S]*Deal records by year: /);
    expect(out).toMatch(/Records drawn \(\d+\)\n\n {1}1 {2}\S/);
    expect(out).not.toContain('\x1b');
  });

  it('goes where --out says: as a picture, as a drawing, or as data', async () => {
    const [png, svg, csv] = ['a.png', 'a.SVG', 'a.csv'].map((name) => join(folder, name)) as [string, string, string];
    const told = await Promise.all([png, svg, csv].map(async (path) => (await ask(['--map', '--out', path])).out.trimEnd().split('\n').at(-1)));
    expect(told).toEqual([`The picture: ${png}`, `The drawing: ${svg}`, `The data: ${csv}`]);
    expect(await readFile(png)).toEqual(PNG);
    expect(await readFile(svg, 'utf8')).toBe('<svg outlined/>');
    const paint = () => Promise.reject(new Error('secret'));
    await ask(['--map', '--out', svg], gallery({ paint }));
    expect(await readFile(svg, 'utf8')).toMatch(/^<svg .*<text /s);
    expect(await readFile(csv, 'utf8')).toMatch(/^\ufeff[^\r]+\r\n/);
  });

  it('is light when that is asked for', async () => {
    painted.length = 0;
    await ask(['--timeline']);
    await ask(['--timeline', '--light']);
    expect(new Set(painted).size).toBe(2);
  });

  it.each([
    ['kitty', /^<ESC>_Ga=T,f=100,q=2,c=80,m=1;[A-Za-z0-9+/]{4096}<ESC>\\<ESC>_Gm=0;[A-Za-z0-9+/=]+<ESC>\\\n\S/],
    ['iterm', /^<ESC>\]1337;File=inline=1;size=4000;width=80;preserveAspectRatio=1:[A-Za-z0-9+/=]+<BEL>\n\S/],
  ] as const)('stands in the window itself by %s’s protocol, above its words', async (inline, begins) => {
    const { out } = await ask(['--chart'], gallery({ inline }));
    expect(out.replaceAll('\x1b', '<ESC>').replaceAll('\x07', '<BEL>')).toMatch(begins);
    expect(out).toMatch(/\nThe picture: .+\n$/);
  });

  it('that can’t be written or painted is still told in words, with what went wrong', async () => {
    const nowhere = await ask(['--chart', '--out', join(folder, 'none', 'a.png')]);
    expect([nowhere.code, nowhere.out.replace(/\s+/g, ' ')]).toEqual([1, expect.stringMatching(/The picture could not be written to .*a\.png \(ENOENT\)\. $/)]);
    const broken = await ask(['--chart'], gallery({ paint: () => Promise.reject(new Error('secret')) }));
    expect([broken.code, broken.out]).toEqual([1, expect.stringMatching(/Records drawn[\s\S]*The picture could not be painted; --out map\.svg/)]);
  });

  it('needs a file whose ending is known, and a command that draws', async () => {
    expect(await ask(['--chart', '--out', 'a.gif'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('--out takes a file that ends in .png, .svg, .csv.'),
    });
    expect(await ask(['--deal', 'Iran', '--light'])).toMatchObject({ code: 2, err: expect.stringContaining('go with --map, --timeline or --chart') });
  });

  it('is none where nothing fits, and no file is written', async () => {
    const before = await readdir(folder);
    const { code, out } = await ask(['--map', 'until: 1990']);
    expect([code, out]).toEqual([0, expect.stringMatching(/^No sourced fact\.\nThe base has no deal that fits: until 31 December 1990\./)]);
    expect(await readdir(folder)).toEqual(before);
  });

  it('can be asked for at the prompt, and its records opened by their numbers', async () => {
    const { out } = await run([], '/chart by: year\n1\n', { pictures: gallery() }, shipped);
    expect(out).toMatch(/The picture: .+chart\.png\n[\s\S]*Record kg-first-purchase-2021/);
  });
});

describe('the gallery', () => {
  it('gives each picture a new file in a folder of its own', async () => {
    const { keep } = createGallery(undefined);
    const paths = [await keep('map.png', PNG), await keep('map.png', PNG)];
    expect(paths.map((path) => path.replace(/^.*(?=map)/, ''))).toEqual(['map.png', 'map-2.png']);
    expect(paths[0]).toContain(`${tmpdir()}/sourcebook-`);
    await rm(join(paths[0] ?? '', '..'), { recursive: true });
  });

  it('paints with the pictures’ own fonts', async () => {
    const { paint } = createGallery(undefined);
    expect(Buffer.from((await paint('<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>')).subarray(1, 4)).toString()).toBe('PNG');
  });
});

describe('what a base says', () => {
  it('moves no cursor in the words of a picture', async () => {
    const context = aContext({}, aBase([aDeal({ summary: 'a\x1b[2Jb' })]));
    const { out } = await ask(['--chart'], gallery(), context);
    expect(out).not.toContain('\x1b');
  });
});
