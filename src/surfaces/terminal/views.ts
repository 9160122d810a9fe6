/** Profiles, comparisons, sources, citations, checked messages and the help, as blocks of terminal text. */
import { count } from '../../base/count.ts';
import { careLines } from '../../replies/counts.ts';
import { wordsUnder } from '../../replies/picture.ts';
import type { RecordLine, Reply } from '../../replies/reply.ts';
import type { ComparisonRow, Profile, Section, SourceView, Statement, StyledCitation, Verdict } from '../../replies/views.ts';
import { address, items, sourcesBlock, sourceWords, table, title } from './blocks.ts';
import { type Format, type Page, paragraph, stack } from './page.ts';
import { columnsOf, plainLines } from './text.ts';

type Of<K extends Reply['kind']> = Extract<Reply, { kind: K }>;

/** The records of a profile, in the order in which they are numbered. */
export const profileLines = ({ sections }: Profile): RecordLine[] => sections.flatMap(({ records }) => records);

/** Each section with its records, numbered through. */
function sectionBlocks(page: Page, sections: readonly Section[]): string[][] {
  let from = 1;
  return sections.map((section) => {
    const lines = [...title(page, `${section.title} (${section.records.length})`), '', ...items(page, section.records, false, from)];
    from += section.records.length;
    return lines;
  });
}

export function profileBlocks(page: Page, { profile }: Of<'profile'>): string[][] {
  const head = `${profile.name} (${profile.type}): ${count(profile.records, 'record')}`;
  return [
    [...title(page, head), ...(profile.about === undefined ? [] : paragraph(page, profile.about))],
    ...sectionBlocks(page, profile.sections),
    sourcesBlock(page, profileLines(profile)),
  ];
}

/** A column narrower than this holds no date. */
const NARROWEST_SIDE = 14;

/** Three columns; where the window is too narrow, each name with both values under it. */
function comparisonTable(page: Page, [left, right]: readonly [string, string], rows: readonly ComparisonRow[]): string[] {
  const names = Math.max(...rows.map(({ name }) => columnsOf(name))) + 2;
  const side = Math.floor((page.width - names - 2) / 2);
  const narrow = side < NARROWEST_SIDE;
  if (narrow)
    return stack(rows.map((row) => [...title(page, row.name), ...paragraph(page, `${left}: ${row.left}`), ...paragraph(page, `${right}: ${row.right}`)]));
  const cell = (text: string, width: number, format?: Format): string[] => paragraph({ ...page, width }, text, format ? { format } : {});
  const line = (name: string, first: string, second: string, format?: Format): string[] => {
    const columns = [cell(name, names - 1), cell(first, side, format), cell(second, side, format)];
    const height = Math.max(...columns.map(({ length }) => length));
    const padded = (text: string, plainText: string, width: number) => text + ' '.repeat(Math.max(0, width - columnsOf(plainText)));
    const bare = [cell(name, names - 1), cell(first, side), cell(second, side)];
    return Array.from({ length: height }, (_, row) =>
      [names, side + 2, 0]
        .map((width, column) => padded(columns[column]?.[row] ?? '', bare[column]?.[row] ?? '', width))
        .join('')
        .trimEnd(),
    );
  };
  return [...line('', left, right, 'bold'), ...rows.flatMap((row) => line(row.name, row.left, row.right))];
}

export function comparisonBlocks(page: Page, { title: heading, rows, sides, between }: Of<'comparison'>): string[][] {
  const [left, right] = sides;
  return [
    title(page, heading),
    comparisonTable(page, [left.name, right.name], rows),
    between.length === 0
      ? paragraph(page, 'No record concerns both.')
      : [...title(page, `Records that concern both (${between.length})`), '', ...items(page, between, false)],
    sourcesBlock(page, [...between, ...sides.flatMap(profileLines)]),
  ];
}

/** Ready to copy: not wrapped, or the window's line breaks would be pasted too. */
const pasteable = (text: string): string[] => plainLines(text).split('\n');

function citationLines(page: Page, { name, note, reference }: StyledCitation): string[] {
  return [...paragraph(page, name, { format: 'bold' }), ...(note === undefined ? [] : pasteable(note)), ...pasteable(reference)];
}

function sourceHead(page: Page, { source, fields }: SourceView): string[] {
  return [...title(page, sourceWords(source)), address(page, source.url), ...table(page, fields)];
}

export const sourceBlocks = (page: Page, { source, citations }: Of<'source'>): string[][] => [
  sourceHead(page, source),
  ...citations.map((citation) => citationLines(page, citation)),
];

export const sourcesBlocks = (page: Page, { sources }: Of<'sources'>): string[][] => [
  title(page, count(sources.length, 'source')),
  ...sources.map((source) => sourceHead(page, source)),
];

export const citationBlocks = (page: Page, { record, citations }: Of<'citation'>): string[][] => [
  items(page, [record], false),
  ...citations.map((citation) => citationLines(page, citation)),
];

const VERDICTS: Record<Verdict, { icon: string; format: Format }> = {
  matches: { icon: '✓', format: ['bold', 'green'] },
  differs: { icon: '≠', format: ['bold', 'red'] },
  unconfirmed: { icon: '?', format: ['bold', 'yellow'] },
  absent: { icon: '○', format: 'bold' },
};

/** What the verdict rests on; where there is none, what comes nearest, and is no answer. */
function restsOn(page: Page, { verdict, record }: Statement, number: number): string[] {
  if (!record) return [];
  return ['', ...(verdict === 'absent' ? paragraph(page, 'What the base has nearest to it:', { first: '    ' }) : []), ...items(page, [record], true, number)];
}

function statementBlock(page: Page, statement: Statement, number: number): string[] {
  const { text, verdict, words, differences } = statement;
  const { icon, format } = VERDICTS[verdict];
  return [
    ...paragraph(page, `“${text}”`),
    ...paragraph(page, words, { first: `${icon} `, format }),
    ...differences.flatMap((difference) => paragraph(page, difference, { first: '  · ' })),
    ...restsOn(page, statement, number),
  ];
}

export function checkBlocks(page: Page, { statements, more }: Of<'check'>): string[][] {
  let number = 0;
  const records = statements.flatMap(({ record }) => record ?? []);
  return [
    ...statements.map((statement) => {
      if (statement.record) number += 1;
      return statementBlock(page, statement, number);
    }),
    more === 0 ? [] : paragraph(page, `${count(more, 'more statement')} not checked.`),
    sourcesBlock(page, records),
  ];
}

/** What a picture shows, in words, and the records that it draws; the picture itself is a file. */
export const pictureBlocks = (page: Page, { picture, records }: Of<'picture'>): string[][] => [
  title(page, picture.title),
  wordsUnder(picture).flatMap((text) => paragraph(page, text)),
  records.length === 0 ? [] : [...title(page, `Records drawn (${records.length})`), '', ...items(page, records, false)],
  sourcesBlock(page, records),
];

export function helpBlocks(page: Page, reply: Of<'help'>): string[][] {
  const { bases, commands, examples } = reply;
  return [
    ...bases.map((base) => [...title(page, base.title), ...paragraph(page, base.description), ...paragraph(page, `Last revised ${base.revised}.`)]),
    careLines(reply).flatMap((line, index) => paragraph(page, line, index === 0 ? {} : { first: '  · ' })),
    table(
      page,
      commands.map(({ name, type, description }) => ({ name: type === 'slash' ? `/${name}` : name, value: description, unknown: false })),
    ),
    examples.length === 0
      ? []
      : [...title(page, 'For example'), ...examples.flatMap(({ options }) => paragraph(page, Object.values(options).join(' '), { first: '  · ' }))],
  ];
}
