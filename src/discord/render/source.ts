/** Sources, and citations ready to paste. */
import type { APIEmbed } from 'discord-api-types/v10';
import { count } from '../../base/count.ts';
import { written } from '../../commands/dispatch.ts';
import type { Reply, SourceLine } from '../../replies/reply.ts';
import type { StyledCitation } from '../../replies/views.ts';
import { BLANK, type Block, cell, escapedCut, fill, prose, whole } from '../cut.ts';
import { EMBED } from '../limits.ts';
import { codeBlock, escaped } from '../markdown.ts';
import { button, contextButtons, rows, shareButton, stepButtons } from './components.ts';
import { author, COLOUR, type Message, roomFor, type Setting } from './message.ts';
import { footerOf, lineBlocks } from './words.ts';

type Of<K extends Reply['kind']> = Extract<Reply, { kind: K }>;

/** CSL-JSON means the same on one line, and on a phone forty lines hide everything else. */
const short = ({ style, reference }: StyledCitation): string => (style === 'csl' ? reference.replace(/\s*\n\s*/g, ' ') : reference);

/** A citation is pasted whole or not at all. */
function citationText(citation: StyledCitation, most: number): string {
  const { name, note } = citation;
  const texts = [note, short(citation)].filter((text) => text !== undefined);
  const text = `**${escaped(name)}**\n${texts.map(codeBlock).join('\n')}`;
  return text.length <= most ? text : `**${escapedCut(name, 200)}**\n-# Too long for a message; it can be had in the terminal.`;
}

const PARAGRAPH = '\n\n';

interface CitationPage {
  text: string;
  at: number;
  of: number;
}

/** Citations over as many pages as they take; one that no page holds is named. */
function citationPage(citations: readonly StyledCitation[], before: readonly Block[], room: number, wanted: number): CitationPage {
  const head = fill(before, room / 2);
  const pages = [head];
  for (const citation of citations) {
    const text = citationText(citation, room - PARAGRAPH.length);
    const page = pages.at(-1) ?? '';
    if (page.length + PARAGRAPH.length + text.length <= room) pages[pages.length - 1] = page === '' ? text : page + PARAGRAPH + text;
    else pages.push(text);
  }
  const at = Math.min(wanted, pages.length - 1);
  return { text: pages[at] ?? '', at, of: pages.length };
}

const pageFooter = (records: Parameters<typeof footerOf>[0], { at, of }: CitationPage) => footerOf(records, of > 1 ? `Page ${at + 1} of ${of}` : '');

const sourceBlock = ({ authors, publisher, date }: SourceLine): Block => prose([authors, publisher, date].filter(Boolean).join(' · '), 300);

/** Units that the number of the page may take in the footer. */
const FOOTER = 40;

/** The source's own address, for buttons. */
const asCited = (source: SourceLine) => [{ source, passages: [{ exact: '', paragraph: 1 }] as [{ exact: string; paragraph: number }], link: source.url }];

/** A source, what the base takes from it, and its citation in every style. */
export function renderSource({ source: { source, fields, records }, citations }: Of<'source'>, setting: Setting): Message {
  const frame: APIEmbed = {
    author: author(setting.written),
    title: cell(source.title, EMBED.title),
    color: COLOUR.source,
    fields: fields.slice(0, 12).map(({ name, value }) => ({ name: cell(name, 100), value: cell(value, 160), inline: true })),
  };
  const about: APIEmbed = { ...frame, description: fill([sourceBlock(source)], 300) || BLANK };
  const cited: APIEmbed = { title: 'Citations, ready to paste', color: COLOUR.source };
  const page = citationPage(citations, [], roomFor(cited, [about]) - FOOTER, setting.page);
  return {
    // What the base takes from it comes first: citations fill several screens of a phone.
    embeds: [about, { ...cited, ...pageFooter([], page), description: page.text || BLANK }],
    components: rows([
      ...contextButtons(asCited(source)).map((link) => ({ ...link, label: 'Open the source' })),
      ...(records === 0
        ? []
        : button(`Its ${count(records, 'record')}`, { action: 'run', request: written({ command: 'taken', options: { source: source.id } }) }, { emoji: '🗂️' })),
      ...stepButtons('page', page.at, page.of, setting.again),
      ...shareButton(setting.private),
    ]),
  };
}

/** Sources on one page; more than these are too many to choose from. */
const MOST_SOURCES = 10;

/** The base's sources, when none was named. */
export function renderSources({ sources }: Of<'sources'>, setting: Setting): Message {
  const shown = sources.slice(0, MOST_SOURCES);
  const blocks = shown.flatMap(({ source, records }, index) => [
    prose(source.title, 200, { before: `**${index + 1}. `, after: '**' }),
    prose([source.authors, source.publisher, source.date].filter(Boolean).join(' · '), 200, { gap: '\n' }),
    whole(`-# ${count(records, 'record')}`, '\n'),
  ]);
  const more = sources.length > shown.length ? [whole(`*and ${sources.length - shown.length} more: name one to see it*`)] : [];
  const open = shown.flatMap(({ source }, index) =>
    button(`${index + 1}. ${source.title}`, { action: 'run', request: written({ command: 'source', options: { source: source.id } }) }),
  );
  const frame: APIEmbed = { author: author(setting.written), title: count(sources.length, 'source'), color: COLOUR.source };
  return {
    embeds: [{ ...frame, description: fill([...blocks, ...more], roomFor(frame)) || 'The base has none.' }],
    components: rows([...open, ...shareButton(setting.private)]),
  };
}

/** A record's citation in every style. */
export function renderCitation({ record, citations }: Of<'citation'>, setting: Setting): Message {
  const frame: APIEmbed = { author: author(setting.written), title: cell(record.heading, EMBED.title), color: COLOUR.source, ...footerOf([record]) };
  const [, ...line] = lineBlocks(record);
  const page = citationPage(citations, line, roomFor(frame) - FOOTER, setting.page);
  return {
    embeds: [{ ...frame, ...pageFooter([record], page), description: page.text }],
    components: rows([...contextButtons(record.cited), ...stepButtons('page', page.at, page.of, setting.again), ...shareButton(setting.private)]),
  };
}
