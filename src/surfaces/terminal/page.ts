/** A page of terminal text: blocks of lines that fit a width, coloured or not. */
import { styleText } from 'node:util';
import { columnsOf, wrap } from './text.ts';

/** Lines longer than this are hard to read, however wide the window. */
const WIDEST = 88;
const NARROWEST = 20;

export type Format = Parameters<typeof styleText>[0];

export interface Page {
  /** Columns of the text, indents included. */
  width: number;
  /** Sets text in a colour or weight; leaves it alone where colour is off. */
  paint(format: Format, text: string): string;
}

export function createPage(columns: number, colour: boolean): Page {
  const width = Math.min(WIDEST, Math.max(NARROWEST, Math.floor(columns) || 80));
  return { width, paint: (format, text) => (colour ? styleText(format, text, { validateStream: false }) : text) };
}

interface Hang {
  /** What stands before the first line. */
  first?: string;
  /** What stands before each further line; spaces as wide as `first` unless told. */
  rest?: string;
  format?: Format;
}

/** A paragraph: wrapped first, then painted, so that colour never counts as width. */
export function paragraph(page: Page, text: string, { first = '', rest = ' '.repeat(columnsOf(first)), format }: Hang = {}): string[] {
  const lines = wrap(text, page.width - Math.max(columnsOf(first), columnsOf(rest)));
  return lines.map((line, index) => (index === 0 ? first : rest) + (format ? page.paint(format, line) : line));
}

/** Blocks with an empty line between them; empty blocks vanish. */
export function stack(blocks: readonly (readonly string[])[]): string[] {
  return blocks.filter((block) => block.length > 0).flatMap((block, index) => (index === 0 ? block : ['', ...block]));
}
