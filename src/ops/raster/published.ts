/**
 * A drawing for those who print it or work on it. resvg writes every letter as an outline, so that it looks the same in programs that take no
 * font from a file, Inkscape among them (https://wiki.inkscape.org/wiki/@font-face_Support); it leaves out what a screen reader reads.
 */

/** What stands first in each of our drawings. */
const TOLD = /<title>[^<]*<\/title><desc>[^<]*<\/desc>/;

/** Coordinates to a hundredth of a pixel: sharp as a poster, and a third shorter. */
const shorter = (d: string): string => d.replace(/(\.\d\d)\d+/g, '$1').replace(/ ?([MLCQZ]) ?/g, '$1');

/** @param outlined what resvg made of the drawing. @param svg the drawing, whose title and description it takes over. */
export function published(outlined: string, svg: string): string {
  const [told = ''] = TOLD.exec(svg) ?? [];
  return outlined
    .replace(/ d="[^"]*"/g, shorter)
    .replace(/>\s+</g, '><')
    .replace(/^<svg([^>]*)>/, (_, attributes: string) => `<svg${attributes} role="img">${told}`);
}
