/** SVG put together: whatever is not markup already is escaped here, and nowhere else. */

declare const markup: unique symbol;
/** Markup that is safe to stand in a document. Made by this file alone. */
export type Svg = string & { readonly [markup]: true };

type Attribute = string | number | undefined;
export type Attributes = Readonly<Record<string, Attribute>>;

/** Characters that XML 1.0 does not allow at all. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not stand in XML.
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Any text as XML character data or as an attribute's value. */
export const escapeXml = (text: string): Svg =>
  text
    .toWellFormed()
    .replace(FORBIDDEN, '')
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`) as Svg;

/** Two decimals are a fiftieth of a pixel of the PNG; the same drawing gives the same text. */
export const round = (value: number): number => Math.round(value * 100) / 100 + 0;

const attribute = (name: string, value: Attribute): string =>
  value === undefined ? '' : ` ${name}="${escapeXml(String(typeof value === 'number' ? round(value) : value))}"`;

/** Joins pieces of markup; what is not there is left out. */
export const join = (...parts: readonly (Svg | undefined | readonly Svg[])[]): Svg => parts.flat().join('') as Svg;

/** One element. Attributes without a value are left out. */
export function el(name: string, attributes: Attributes = {}, ...children: readonly (Svg | readonly Svg[] | undefined)[]): Svg {
  const open = `<${name}${Object.entries(attributes)
    .map(([key, value]) => attribute(key, value))
    .join('')}`;
  const inner = join(...children);
  return (inner === '' ? `${open}/>` : `${open}>${inner}</${name}>`) as Svg;
}

/** A group moved by x and y, in CSS pixels. */
export const moved = (x: number, y: number, ...children: readonly Svg[]): Svg => el('g', { transform: `translate(${round(x)} ${round(y)})` }, children);
