/** What replies on a terminal are made of: headings, status lines, passages, tables and lists of records. */
import type { Status } from '../../base/schema.ts';
import type { CitedSource, Field, PassageView, RecordLine, SourceLine, StatusWords } from '../../replies/reply.ts';
import { type Format, type Page, paragraph, stack } from './page.ts';
import { columnsOf, plain } from './text.ts';

/** Colour only repeats what icon and word already say. */
const COLOURS: Record<Status, Format> = {
  confirmed: ['bold', 'green'],
  reported: ['bold', 'cyan'],
  unconfirmed: ['bold', 'yellow'],
  disputed: ['bold', 'red'],
  planned: ['bold', 'blue'],
  assessment: ['bold', 'magenta'],
  negative: ['bold', 'red'],
};
/** A value with less room than this stands under its name. */
const NARROWEST_VALUE = 22;

export const title = (page: Page, text: string): string[] => paragraph(page, text, { format: 'bold' });

export function statusLine(page: Page, { status, icon, label }: StatusWords, more: string, first = ''): string[] {
  const lead = `${first}${page.paint(COLOURS[status], icon)} `;
  const [head = '', ...rest] = paragraph(page, [label, more].filter(Boolean).join(' · '), { first: `${first}${icon} ` });
  const words = head.slice(`${first}${icon} `.length);
  const labelled = words.startsWith(label) ? page.paint(COLOURS[status], label) + words.slice(label.length) : words;
  return [lead + labelled, ...rest];
}

export const known = (date: string): string => (date === 'not stated' ? 'date not stated' : date);

/** `Meray Ozat, Turkish Drones …, Caspian Policy Center, 31 July 2023`. */
export const sourceWords = ({ authors, title: name, publisher, date }: SourceLine): string => [authors, name, publisher, date].filter(Boolean).join(', ');

/** `paragraph 3`, `paragraphs 9 and 10`. */
export function placeWords(passages: readonly PassageView[]): string {
  const numbers = [...new Set(passages.map((passage) => passage.paragraph))].sort((a, b) => a - b);
  return numbers.length === 1 ? `paragraph ${numbers[0]}` : `paragraphs ${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)}`;
}

/** The bar says "quoted"; quotation marks are kept for people's own words. */
function quotation(page: Page, passages: readonly PassageView[], indent: string): string[] {
  const bar = { first: `${indent}│ `, rest: `${indent}│ ` };
  return passages.flatMap(({ exact }, index) => [...(index === 0 ? [] : [`${indent}│`]), ...paragraph(page, exact, { ...bar, format: 'italic' })]);
}

/** An address stands alone on its line, unbroken, so that it can be clicked and copied. */
export const address = (page: Page, link: string): string => page.paint('underline', plain(link));

export function citedBlock(page: Page, { source, passages, link }: CitedSource): string[] {
  const credit = `${sourceWords(source)}, ${placeWords(passages)}`;
  return [
    ...quotation(page, passages, '  '),
    ...paragraph(page, credit, { first: '  │ — ', rest: '  │   ', format: 'dim' }),
    '',
    ...paragraph(page, 'Read in context:', { first: '  ', format: 'dim' }),
    address(page, link),
  ];
}

/** Names and values in two columns, or one under the other where the window is narrow. */
export function table(page: Page, fields: readonly Field[]): string[] {
  const column = Math.max(0, ...fields.map(({ name }) => columnsOf(name))) + 2;
  const beside = page.width - column >= NARROWEST_VALUE;
  return fields.flatMap(({ name, value, unknown }) => {
    const format: { format?: Format } = unknown ? { format: 'dim' } : {};
    if (!beside) return [...paragraph(page, name, { format: 'dim' }), ...paragraph(page, value, { first: '  ', ...format })];
    const first = name.padEnd(column);
    const lines = paragraph(page, value, { first, ...format });
    return lines.map((line, index) => (index === 0 ? page.paint('dim', first) + line.slice(first.length) : line));
  });
}

/** Number, what it is, status, summary, and where it stands. */
function item(page: Page, line: RecordLine, number: number, withPassages: boolean): string[] {
  const first = `${String(number).padStart(2)}  `;
  const indent = { first: ' '.repeat(first.length) };
  const places = line.cited.map(({ source, passages }) => `${source.publisher}, ${placeWords(passages)}`);
  return [
    ...paragraph(page, line.heading, { first, format: 'bold' }),
    ...statusLine(page, line.status, known(line.date), indent.first),
    ...paragraph(page, line.summary, indent),
    ...(withPassages ? line.cited.flatMap(({ passages }) => quotation(page, passages, indent.first)) : []),
    ...paragraph(page, [...places, line.id].join(' · '), { ...indent, format: 'dim' }),
  ];
}

export function items(page: Page, lines: readonly RecordLine[], withPassages: boolean, from = 1): string[] {
  return stack(lines.map((line, index) => item(page, line, index + from, withPassages)));
}

/** Every source that a list rests on, once, with its address. */
export function sourcesBlock(page: Page, records: readonly RecordLine[]): string[] {
  const sources = [...new Map(records.flatMap(({ cited }) => cited.map(({ source }) => [source.id, source]))).values()];
  return sources.flatMap((source) => [...paragraph(page, sourceWords(source), { format: 'dim' }), address(page, source.url)]);
}
