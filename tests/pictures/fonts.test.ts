import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advances } from '../../scripts/sfnt.ts';
import { loadBase } from '../../src/base/load.ts';
import { draws, FONT_FILES, fitted, isRewritten, printable, widthOf, wrapped } from '../../src/pictures/fonts.ts';
import { anyLetter } from '../any-text.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'src', 'pictures', 'fonts');
const fonts = FONT_FILES.map((file) => readFileSync(join(FOLDER, file)));
const lacking = (text: string) => [...new Set([...text.normalize('NFC')].filter((one) => !draws(one)))].join('');

describe('the pictures’ font', () => {
  it('draws every letter of the languages that the replies are asked in', () => {
    const letters =
      'ABCÇDEFGĞHIİJKLMNOÖPRSŞTUÜVYZÂÎÛabcçdefgğhıijklmnoöprsştuüvyzâîû ƏəQqXxWw OʻoʻGʻgʻʼ АаБбВвГгҐґДдЕеЁёЄєЖжЗзИиІіЇїЙйКкЛлМмНнОоПпРрСсТтУуФфХхЦцЧчШшЩщЪъЫыЬьЭэЮюЯя ӘәҒғҚқҢңӨөҰұҮүҺһ ÀàÉéÈèÑñÕõÅåØøßŁłŐő ĀāĢģĶķ';
    expect(lacking(letters)).toBe('');
  });

  it('draws every character of the shipped base’s names, dates and summaries, and of what the pictures say', async () => {
    const loaded = await loadBase([join(import.meta.dirname, '..', '..', 'src', 'data', 'turkish-drones')]);
    const base = 'base' in loaded ? loaded.base : undefined;
    const own = [...(base?.entities.values() ?? [])].map(({ name }) => name);
    const told = (base?.records ?? []).map(({ summary }) => summary);
    const sources = [...(base?.sources.values() ?? [])].map(({ title, publisher }) => title + publisher);
    expect(own.length).toBeGreaterThan(20);
    expect(lacking([...own, ...told, ...sources].join(''))).toBe('');
    expect(lacking('…□–—“”‘’„«»·•→≈≠−×№€₺₽₸₼%&@\u00a0')).toBe('');
  });

  it('measures by the font files themselves, and has both weights of every character', () => {
    const [regular, semibold] = fonts.map(advances);
    expect([...(regular?.widths.keys() ?? [])]).toEqual([...(semibold?.widths.keys() ?? [])]);
    for (const [weight, read] of [
      [400, regular],
      [600, semibold],
    ] as const) {
      const wrong = [...(read?.widths ?? [])].filter(([code, width]) => {
        const character = String.fromCodePoint(code);
        // What Unicode writes in another way is measured as that.
        return (
          character === character.normalize('NFC') &&
          !/\s|\p{Cf}|\p{DI}/u.test(character) &&
          Math.abs(widthOf(character, 1, weight) - width / (read?.unitsPerEm ?? 1)) > 0.001
        );
      });
      expect(wrong).toEqual([]);
    }
  });

  it('is as wide when it is painted as it was measured, but for kerning', () => {
    for (const text of ['Türkiye to Kyrgyzstan', 'Қазақстан және Әзербайжан', 'Saint Vincent and the Grenadines', '18 July 2023, 29 countries']) {
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="60"><text x="10" y="40" font-family="Inter" font-size="20">${text}</text></svg>`;
      const painted = new Resvg(svg, { font: { fontFiles: FONT_FILES.map((file) => join(FOLDER, file)), loadSystemFonts: false } }).innerBBox();
      const measured = widthOf(text, 20);
      expect(painted?.width ?? 0).toBeLessThan(measured + 1);
      expect(painted?.width ?? 0).toBeGreaterThan(measured * 0.94);
    }
  });

  it('comes with its licence', () => {
    expect(readFileSync(join(FOLDER, 'LICENSE'), 'utf8')).toMatch(/Inter Project Authors[\s\S]*SIL OPEN FONT LICENSE/);
  });
});

describe('text that the font lacks', () => {
  it('is written in Latin letters where it can be, and as a box where not', () => {
    expect(printable('საქართველო')).toBe('sakartvelo');
    expect(printable('북한')).toMatch(/^\w+$/);
    expect(printable('\u{f0000}')).toBe('□');
    expect(isRewritten('საქართველო')).toBe(true);
    expect(isRewritten('Қазақстан')).toBe(false);
  });

  it('leaves nothing out that is seen, and nothing in that turns text round', () => {
    expect(printable('a\u202eb\u2066c\u200bd\u00ade')).toBe('abcde');
    expect(printable('one\ntwo\t three')).toBe('one two three');
    fc.assert(
      fc.property(fc.string({ unit: anyLetter }), (text) => {
        const shown = printable(text);
        expect([...shown].every(draws)).toBe(true);
        if (/[\p{L}\p{N}]/u.test(text.normalize('NFC').replace(/\p{DI}/gu, ''))) expect(shown.trim()).not.toBe('');
      }),
      { numRuns: 300 },
    );
  });
});

describe('fitting text', () => {
  const words = fc.string({ unit: fc.constantFrom('a', 'W', 'i', ' ', 'Қ', 'é', '4'), maxLength: 80 });
  const width = fc.integer({ min: 40, max: 400 });

  it('never makes a line wider than there is room', () => {
    fc.assert(
      fc.property(words, width, (text, most) => {
        expect(widthOf(fitted(text, 13, most), 13)).toBeLessThanOrEqual(most);
        for (const line of wrapped(text, 13, most)) expect(widthOf(line, 13)).toBeLessThanOrEqual(most);
      }),
    );
  });

  it('keeps all words in their order when none is too long for a line', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('Türkiye', 'to', 'a', 'Kyrgyzstan', '2023'), { minLength: 1 }), width, (list, most) => {
        fc.pre(most > 100);
        expect(wrapped(list.join(' '), 13, most).join(' ')).toBe(list.join(' '));
      }),
    );
  });

  it('says with an ellipsis that it was cut', () => {
    expect(wrapped('one two three four five six seven eight nine ten', 13, 60, { lines: 2 })).toHaveLength(2);
    expect(wrapped('one two three four five six seven eight nine ten', 13, 60, { lines: 2 }).at(-1)).toMatch(/…$/);
    expect(fitted('short', 13, 100)).toBe('short');
  });
});
