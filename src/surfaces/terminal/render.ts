/** Replies as text on a terminal. */
import type { Status } from '../../base/schema.ts';
import type { CitedSource, Field, PassageView, RecordLine, RecordView, Reply, SourceLine, StatusWords } from '../../replies/reply.ts';
import { createPage, type Format, type Page, paragraph, stack } from './page.ts';
import { columnsOf, plain } from './text.ts';

interface RenderOptions {
  columns: number;
  colour: boolean;
  /** Whether to tell why it matched. */
  why?: boolean;
}

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

const title = (page: Page, text: string): string[] => paragraph(page, text, { format: 'bold' });

function statusLine(page: Page, { status, icon, label }: StatusWords, more: string, first = ''): string[] {
  const lead = `${first}${page.paint(COLOURS[status], icon)} `;
  const [head = '', ...rest] = paragraph(page, [label, more].filter(Boolean).join(' · '), { first: `${first}${icon} ` });
  const words = head.slice(`${first}${icon} `.length);
  const labelled = words.startsWith(label) ? page.paint(COLOURS[status], label) + words.slice(label.length) : words;
  return [lead + labelled, ...rest];
}

const known = (date: string): string => (date === 'not stated' ? 'date not stated' : date);

/** `Meray Ozat, Turkish Drones …, Caspian Policy Center, 31 July 2023`. */
const sourceWords = ({ authors, title: name, publisher, date }: SourceLine): string => [authors, name, publisher, date].filter(Boolean).join(', ');

/** `paragraph 3`, `paragraphs 9 and 10`. */
function placeWords(passages: readonly PassageView[]): string {
  const numbers = [...new Set(passages.map((passage) => passage.paragraph))].sort((a, b) => a - b);
  return numbers.length === 1 ? `paragraph ${numbers[0]}` : `paragraphs ${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)}`;
}

/** The bar says "quoted"; quotation marks are kept for people's own words. */
function quotation(page: Page, passages: readonly PassageView[], indent: string): string[] {
  const bar = { first: `${indent}│ `, rest: `${indent}│ ` };
  return passages.flatMap(({ exact }, index) => [...(index === 0 ? [] : [`${indent}│`]), ...paragraph(page, exact, { ...bar, format: 'italic' })]);
}

/** An address stands alone on its line, unbroken, so that it can be clicked and copied. */
const address = (page: Page, link: string): string => page.paint('underline', plain(link));

function citedBlock(page: Page, { source, passages, link }: CitedSource): string[] {
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
function table(page: Page, fields: readonly Field[]): string[] {
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

function items(page: Page, lines: readonly RecordLine[], withPassages: boolean, from = 1): string[] {
  return stack(lines.map((line, index) => item(page, line, index + from, withPassages)));
}

/** Under a refusal nothing matched; something was only found. */
const reasonTitle = ({ kind }: Reply): string => (kind === 'closest' ? 'What led to the closest record' : 'Why it matched');

function reasonBlock(page: Page, reply: Reply): string[] {
  const reasons = 'reasons' in reply ? reply.reasons : [];
  const lines = reasons.flatMap((reason) => paragraph(page, reason, { first: '  ', rest: '    ' }));
  return [...title(page, reasonTitle(reply)), ...(lines.length > 0 ? lines : paragraph(page, 'The words of its passage and summary.', { first: '  ' }))];
}

/** Each sentence speaks of the closest record, so the line before them names it. */
function refusal(page: Page, why: readonly string[]): string[] {
  const sentences = why.flatMap((text) => paragraph(page, text, { first: '  · ' }));
  return [...title(page, 'No sourced fact answers this.'), ...paragraph(page, 'Why the closest record does not:'), ...sentences];
}

const corrections = (page: Page, texts: readonly string[]): string[] =>
  texts.flatMap((text) => paragraph(page, text, { first: '! ', format: ['bold', 'yellow'] }));

function noteBlock(page: Page, record: RecordView): string[] {
  const overdue = record.review?.overdue ? `A review of this record has been due since ${record.review.by}.` : '';
  return [record.note ?? '', overdue].filter(Boolean).flatMap((text, index) => paragraph(page, text, { first: index === 0 ? 'Note  ' : '      ' }));
}

/** Somebody's own words and whose they are; left out where the passage is those words and nothing else. */
function spokenBlock(page: Page, { words, cited }: RecordView): string[] {
  if (!words || cited.some(({ passages }) => passages.some(({ exact }) => exact.replace(/[“”"]/g, '').trim() === words.text))) return [];
  return [...paragraph(page, `“${words.text}”`, { first: '  ', format: 'bold' }), ...paragraph(page, `— ${words.speaker}`, { first: '  ', rest: '    ' })];
}

function recordBlocks(page: Page, record: RecordView): string[][] {
  return [
    [
      ...title(page, record.heading),
      ...statusLine(page, record.status, known(record.date)),
      ...paragraph(page, record.status.sentence, { first: '  ', format: 'dim' }),
    ],
    paragraph(page, record.summary),
    spokenBlock(page, record),
    ...record.cited.map((cited) => citedBlock(page, cited)),
    table(page, record.fields),
    noteBlock(page, record),
    record.tension.length > 0 ? [...title(page, 'At odds with this, in the same source'), ...items(page, record.tension, true)] : [],
  ];
}

function nextBest(page: Page, others: readonly RecordLine[], from: number): string[] {
  return others.length === 0 ? [] : [...title(page, 'Next best'), ...items(page, others, false, from)];
}

const recordId = (page: Page, { id }: RecordView): string[] => paragraph(page, `Record ${id}`, { format: 'dim' });

/** Every source that a list rests on, once, with its address. */
function sourcesBlock(page: Page, records: readonly RecordLine[]): string[] {
  const sources = [...new Map(records.flatMap(({ cited }) => cited.map(({ source }) => [source.id, source]))).values()];
  return sources.flatMap((source) => [...paragraph(page, sourceWords(source), { format: 'dim' }), address(page, source.url)]);
}

function blocksOf(page: Page, reply: Reply, why: boolean): string[][] {
  switch (reply.kind) {
    case 'record':
      return [
        corrections(page, reply.corrections),
        reply.aside === undefined ? [] : paragraph(page, reply.aside),
        ...recordBlocks(page, reply.record),
        why ? reasonBlock(page, reply) : [],
        nextBest(page, reply.others, reply.record.tension.length + 1),
        recordId(page, reply.record),
      ];
    case 'list':
      return [
        title(page, reply.title),
        corrections(page, reply.corrections),
        items(page, reply.records, true),
        sourcesBlock(page, reply.records),
        why ? reasonBlock(page, reply) : [],
      ];
    case 'closest': {
      const offered = closestLines(reply);
      return [
        refusal(page, reply.why),
        corrections(page, reply.corrections),
        title(page, offered.length === 1 ? 'The closest record, which is not an answer' : 'The closest records, which are not an answer'),
        items(page, offered, true),
        sourcesBlock(page, offered),
        why ? reasonBlock(page, reply) : [],
      ];
    }
    case 'nothing':
      return [
        [...title(page, 'No sourced fact.'), ...reply.why.flatMap((text) => paragraph(page, text))],
        reply.hints.length === 0 ? [] : [...paragraph(page, 'Ask, for example:'), ...reply.hints.flatMap((hint) => paragraph(page, hint, { first: '  · ' }))],
      ];
    case 'notice':
      return [title(page, reply.title), reply.lines.flatMap((line) => paragraph(page, line, { rest: '  ' }))];
  }
}

const closestLines = ({ record, others }: Extract<Reply, { kind: 'closest' }>): RecordLine[] => [record, ...others];

/** The ids of the records that a reply numbers, in the order of their numbers. */
export function numbered(reply: Reply): string[] {
  switch (reply.kind) {
    case 'record':
      return [...reply.record.tension, ...reply.others].map(({ id }) => id);
    case 'list':
      return reply.records.map(({ id }) => id);
    case 'closest':
      return closestLines(reply).map(({ id }) => id);
    case 'nothing':
    case 'notice':
      return [];
  }
}

/**
 * A reply as text that fits the window, ending in a line break. Only addresses may be longer than a line.
 */
export function render(reply: Reply, { columns, colour, why = false }: RenderOptions): string {
  const page = createPage(columns, colour);
  return `${stack(blocksOf(page, reply, why)).join('\n')}\n`;
}

/** Why the records of a reply matched, alone. */
export function renderReasons(reply: Reply, { columns, colour }: RenderOptions): string {
  const page = createPage(columns, colour);
  const lines = 'reasons' in reply ? reasonBlock(page, reply) : paragraph(page, 'Nothing matched.');
  return `${lines.join('\n')}\n`;
}

/** Names and what they mean, in two columns where the window allows. */
export function renderTable(rows: readonly (readonly [string, string])[], { columns, colour }: RenderOptions): string {
  const fields = rows.map(([name, value]): Field => ({ name, value, unknown: false }));
  return `${table(createPage(columns, colour), fields).join('\n')}\n`;
}

/** One plain paragraph, wrapped. */
export function renderText(text: string, { columns, colour }: RenderOptions): string {
  return `${paragraph(createPage(columns, colour), text).join('\n')}\n`;
}
