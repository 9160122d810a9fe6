/**
 * Makes the pictures' fonts: Inter in two weights, cut to the scripts below, as TTF (resvg draws nothing from WOFF2),
 * and a small table of widths, so that text can be measured without reading a font.
 * Run it after a change of the list or of the font: `node scripts/fonts.ts`.
 */
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';
import { advances } from './sfnt.ts';

const FROM = fileURLToPath(new URL('../node_modules/@expo-google-fonts/inter/', import.meta.url));
const TO = fileURLToPath(new URL('../src/pictures/fonts/', import.meta.url));
const WEIGHTS = { 400: ['400Regular/Inter_400Regular.ttf', 'Inter-Regular.ttf'], 600: ['600SemiBold/Inter_600SemiBold.ttf', 'Inter-SemiBold.ttf'] } as const;

/** First and last code points of what is kept, as far as the font has it. */
const KEPT: readonly (readonly [number, number])[] = [
  [0x20, 0x7e], // Basic Latin
  [0xa0, 0x24f], // Latin-1, Latin Extended-A and -B
  [0x259, 0x259], // ə, Azerbaijani
  [0x2b9, 0x2bf], // ʻ ʼ, Uzbek
  [0x300, 0x338], // Combining marks, for letters without a code point of their own
  [0x370, 0x3ff], // Greek
  [0x400, 0x52f], // Cyrillic and its supplement
  [0x1e00, 0x1eff], // Latin Extended Additional
  [0x2010, 0x203e], // Dashes, quotation marks, ellipsis
  [0x20a0, 0x20bf], // Currencies
  [0x2116, 0x2122], // № ™
  [0x2190, 0x2199], // Arrows
  [0x2212, 0x2265], // Minus, ≈ ≠ ≤ ≥
  [0x25a0, 0x25d0], // Squares and circles
  [0x2713, 0x2717], // Ticks and crosses
];

/** Widths as runs of neighbouring characters: first code point, then widths, in thousandths of an em. */
function runs({ unitsPerEm, widths }: ReturnType<typeof advances>): [number, number[]][] {
  const found: [number, number[]][] = [];
  for (const [code, width] of [...widths].sort(([a], [b]) => a - b)) {
    const last = found.at(-1);
    const value = Math.round((width / unitsPerEm) * 1000);
    if (last && last[0] + last[1].length === code) last[1].push(value);
    else found.push([code, [value]]);
  }
  return found;
}

const characters = KEPT.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index))).join('');
const metrics: Record<string, [number, number[]][]> = {};
for (const [weight, [from, to]] of Object.entries(WEIGHTS)) {
  // Names 16 and 17 keep both weights in one family.
  const font = await subsetFont(await readFile(FROM + from), characters, { targetFormat: 'sfnt', preserveNameIds: [16, 17] });
  await writeFile(TO + to, font);
  metrics[weight] = runs(advances(font));
}
await writeFile(`${TO}metrics.json`, `${JSON.stringify(metrics)}\n`);
await copyFile(`${FROM}LICENSE_FONT`, `${TO}LICENSE`);
