/** Sources, and citations ready to paste. */
import type { APIEmbed } from 'discord-api-types/v10';
import { count } from '../../base/count.ts';
import { written } from '../../commands/dispatch.ts';
import type { Reply, SourceLine } from '../../replies/reply.ts';
import type { StyledCitation } from '../../replies/views.ts';
import { type Block, cell, escapedCut, fill, prose, whole } from '../cut.ts';
import { EMBED } from '../limits.ts';
import { codeBlock, escaped } from '../markdown.ts';
import { button, contextButtons, rows, shareButton } from './components.ts';
import { author, COLOUR, type Message, roomFor, type Setting } from './message.ts';
import { footerOf, lineBlocks } from './words.ts';

type Of<K extends Reply['kind']> = Extract<Reply, { kind: K }>;

/** CSL-JSON means the same on one line, and on a phone forty lines hide everything else. */
const short = ({ style, reference }: StyledCitation): string => (style === 'csl' ? reference.replace(/\s*\n\s*/g, ' ') : reference);

/** A citation is pasted whole or not at all. */
function citationBlocks(citation: StyledCitation): Block[] {
  const { name, note } = citation;
  const texts = [note, short(citation)].filter((text) => text !== undefined);
  return [whole(`**${escaped(name)}**\n${texts.map(codeBlock).join('\n')}`)];
}

/** The styles that fit, and the names of those that don't. */
function citationsIn(citations: readonly StyledCitation[], before: readonly Block[], room: number): string {
  const missing = (text: string) => citations.filter(({ name }) => !text.includes(`**${escaped(name)}**`)).map(({ name }) => name);
  const text = fill([...before, ...citations.flatMap(citationBlocks)], room - 200);
  const left = missing(text);
  return left.length === 0 ? text : `${text}\n\n-# ${escapedCut(`Too long to be shown here: ${left.join(', ')}`, 190)}`;
}

const sourceBlock = ({ authors, publisher, date }: SourceLine): Block => prose([authors, publisher, date].filter(Boolean).join(' · '), 300);

/** The source's own address, for buttons. */
const asCited = (source: SourceLine) => [{ source, passages: [{ exact: '', paragraph: 1 }] as [{ exact: string; paragraph: number }], link: source.url }];

/** A source, what the base takes from it, and its citation in every style. */
export function renderSource({ source: { source, fields }, citations }: Of<'source'>, setting: Setting): Message {
  const frame: APIEmbed = {
    author: author(setting.written),
    title: cell(source.title, EMBED.title),
    color: COLOUR.source,
    fields: fields.slice(0, 12).map(({ name, value }) => ({ name: cell(name, 100), value: cell(value, 160), inline: true })),
  };
  return {
    embeds: [{ ...frame, description: citationsIn(citations, [sourceBlock(source)], roomFor(frame)) }],
    components: rows([...contextButtons(asCited(source)).map((link) => ({ ...link, label: 'Open the source' })), ...shareButton(setting.private)]),
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
  const frame: APIEmbed = { author: author(setting.written), title: 'Citation', color: COLOUR.source, ...footerOf([record]) };
  return {
    embeds: [{ ...frame, description: citationsIn(citations, lineBlocks(record), roomFor(frame)) }],
    components: rows([...contextButtons(record.cited), ...shareButton(setting.private)]),
  };
}
