/** A record whole, over as many pages as it takes: nothing is cut. */
import type { APIEmbed } from 'discord-api-types/v10';
import type { RecordView, Reply } from '../../replies/reply.ts';
import { cell, escapedPieces } from '../cut.ts';
import { EMBED } from '../limits.ts';
import { escaped } from '../markdown.ts';
import { contextButtons, rows, shareButton, stepButtons } from './components.ts';
import { author, COLOUR, type Message, type Setting } from './message.ts';
import { footerOf, placeWords, statusLine } from './words.ts';

/** Units of a page's text; title, author line and footer have the rest of what an embed may hold. */
const ROOM = 3600;

interface Paragraph {
  text: string;
  /** Stands before its beginning alone. */
  lead?: string;
  /** Stand round each piece of it, on every page that it runs over. */
  before?: string;
  after?: string;
  /** What stands between it and the one above; two line breaks unless told. */
  gap?: string;
}

const passageParagraphs = ({ cited }: RecordView): Paragraph[] =>
  cited.flatMap(({ source, passages }) => [
    ...passages.map(({ exact }) => ({ text: exact, before: '> ' })),
    { text: `${source.publisher}, ${placeWords(passages)}`, before: '-# ', gap: '\n' },
  ]);

const tensionParagraphs = ({ tension }: RecordView): Paragraph[] =>
  tension.flatMap((line) => [
    { text: `At odds with this, in the same source: ${line.status.label}`, before: '**', after: '**' },
    { text: line.summary, gap: '\n' },
  ]);

/** All that a record says, in the order of its embed. */
const paragraphsOf = (record: RecordView): Paragraph[] => [
  { text: record.heading, before: '**', after: '**' },
  { text: record.summary },
  ...(record.words
    ? [
        { text: record.words.text, before: '**“', after: '”**' },
        { text: record.words.speaker, lead: '— ', gap: '\n' },
      ]
    : []),
  ...passageParagraphs(record),
  ...(record.note === undefined ? [] : [{ text: record.note, lead: '📝 ' }]),
  ...record.fields.map(({ name, value }, index) => ({ text: value, lead: `**${escaped(name)}:** `, ...(index > 0 && { gap: '\n' }) })),
  ...tensionParagraphs(record),
];

/** Paragraphs over pages. */
function pagesOf(paragraphs: readonly Paragraph[], first: string): string[] {
  const pages = [first];
  for (const { text, lead = '', before = '', after = '', gap = '\n\n' } of paragraphs) {
    for (const [index, piece] of escapedPieces(text, ROOM / 2).entries()) {
      const said = (index === 0 ? lead : '') + before + piece + after;
      const page = pages.at(-1) ?? '';
      if (page.length + gap.length + said.length <= ROOM) pages[pages.length - 1] = page + (index === 0 ? gap : '\n') + said;
      else pages.push(said);
    }
  }
  return pages;
}

/** A page of a record's full text. */
export function renderText({ record }: Extract<Reply, { kind: 'text' }>, setting: Setting): Message {
  const pages = pagesOf(paragraphsOf(record), `${statusLine(record)}\n-# ${escaped(record.status.sentence)}`);
  const at = Math.min(setting.page, pages.length - 1);
  const embed: APIEmbed = {
    author: author(setting.written),
    title: cell(record.heading, EMBED.title),
    color: COLOUR[record.type],
    description: pages[at] ?? '',
    ...footerOf([record], pages.length > 1 ? `Page ${at + 1} of ${pages.length}` : ''),
  };
  const buttons = [...contextButtons(record.cited), ...stepButtons('page', at, pages.length, setting.again), ...shareButton(setting.private)];
  return { embeds: [embed], components: rows(buttons) };
}
