/** A picture as the characters by which a window shows it. */
import type { Inline } from './gallery.ts';

/** Characters of base64 that kitty takes at once. https://sw.kovidgoyal.net/kitty/graphics-protocol/ */
const CHUNK = 4096;
/** Columns: a picture as wide as the text beside it, and no wider than it is drawn for. */
const WIDEST = 88;

function kitty(data: string, columns: number): string {
  const chunks = data.match(new RegExp(`.{1,${CHUNK}}`, 'g')) ?? [];
  return chunks
    .map((chunk, index) => {
      // Transmit and show a PNG (f=100), so many columns wide, and answer nothing (q=2); `m` tells whether more comes.
      const first = index === 0 ? `a=T,f=100,q=2,c=${columns},` : '';
      return `\x1b_G${first}m=${index < chunks.length - 1 ? 1 : 0};${chunk}\x1b\\`;
    })
    .join('');
}

/** https://iterm2.com/documentation-images.html */
const iterm = (data: string, size: number, columns: number): string =>
  `\x1b]1337;File=inline=1;size=${size};width=${columns};preserveAspectRatio=1:${data}\x07`;

/** The PNG for such a window, ending in a line break. */
export function inlined(png: Uint8Array, how: Inline, columns: number): string {
  const data = Buffer.from(png).toString('base64');
  const width = Math.max(1, Math.min(columns, WIDEST));
  return `${how === 'kitty' ? kitty(data, width) : iterm(data, png.byteLength, width)}\n`;
}
