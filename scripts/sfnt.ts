/** The two tables of a TrueType font that measuring needs: which characters it draws (`cmap`), and how wide (`hmtx`). */

const tables = (font: Buffer): Map<string, number> =>
  new Map(
    Array.from({ length: font.readUInt16BE(4) }, (_, index) => 12 + index * 16).map((at) => [font.toString('latin1', at, at + 4), font.readUInt32BE(at + 8)]),
  );

/** Where the format-4 mapping of the `cmap` table begins: it covers the Basic Multilingual Plane. */
function mappingAt(font: Buffer, cmap: number): number {
  for (let index = 0; index < font.readUInt16BE(cmap + 2); index += 1) {
    const at = cmap + font.readUInt32BE(cmap + 8 + index * 8);
    if (font.readUInt16BE(at) === 4) return at;
  }
  throw new Error('The font has no character map of format 4.');
}

/** Glyph of a code point inside one segment, as the OpenType specification says for format 4. */
function glyphOf(font: Buffer, code: number, segment: { first: number; delta: number; offset: number; at: number }): number {
  if (segment.offset === 0) return (code + segment.delta) & 0xffff;
  const glyph = font.readUInt16BE(segment.at + segment.offset + (code - segment.first) * 2);
  return glyph === 0 ? 0 : (glyph + segment.delta) & 0xffff;
}

function glyphs(font: Buffer, at: number): Map<number, number> {
  const count = font.readUInt16BE(at + 6) / 2;
  const found = new Map<number, number>();
  for (let index = 0; index < count; index += 1) {
    const [last, start] = [at + 14 + index * 2, at + 16 + (count + index) * 2];
    const segment = { first: font.readUInt16BE(start), delta: font.readUInt16BE(start + count * 2), at: start + count * 4, offset: 0 };
    segment.offset = font.readUInt16BE(segment.at);
    for (let code = segment.first; code <= Math.min(font.readUInt16BE(last), 0xfffe); code += 1) {
      const glyph = glyphOf(font, code, segment);
      if (glyph > 0) found.set(code, glyph);
    }
  }
  return found;
}

/** Advance width of each character the font draws, by code point, with the units of one em. */
export function advances(font: Buffer): { unitsPerEm: number; widths: Map<number, number> } {
  const table = tables(font);
  const [head, hhea, hmtx, cmap] = ['head', 'hhea', 'hmtx', 'cmap'].map((name) => table.get(name) ?? 0) as [number, number, number, number];
  const stated = font.readUInt16BE(hhea + 34);
  const widths = [...glyphs(font, mappingAt(font, cmap))].map(([code, glyph]) => [code, font.readUInt16BE(hmtx + Math.min(glyph, stated - 1) * 4)] as const);
  return { unitsPerEm: font.readUInt16BE(head + 18), widths: new Map(widths) };
}
