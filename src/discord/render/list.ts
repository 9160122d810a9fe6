/** Records in a list: five a page, opened from a select. */
import type { APIButtonComponent, APIEmbed } from 'discord-api-types/v10';
import type { ListReply, RecordLine } from '../../replies/reply.ts';
import { type Block, cell, fill, prose } from '../cut.ts';
import { EMBED } from '../limits.ts';
import { button, jumpSelect, openSelect, rephraseButton, rows, shareButton, stepButtons } from './components.ts';
import { author, COLOUR, type Message, type Row, roomFor, type Setting } from './message.ts';
import { footerOf, lineBlocks } from './words.ts';

/** Records of a page: as many as a phone's reader takes in. */
const PAGE = 5;

/** Records under a heading of their own, or under none. */
export interface Group {
  title?: string;
  records: readonly RecordLine[];
}

interface Item {
  line: RecordLine;
  /** From 1, through all groups. */
  number: number;
  /** The heading above it, where one begins. */
  heading?: string;
}

function itemsOf(groups: readonly Group[]): Item[] {
  const items = groups.flatMap(({ title, records }) =>
    records.map((line, index) => ({ line, ...(title !== undefined && { heading: index === 0 ? `${title} (${records.length})` : `${title}, continued` }) })),
  );
  return items.map((item, index) => ({ ...item, number: index + 1 }));
}

/** Where a group begins. */
export interface Beginning {
  title: string;
  records: number;
  /** Its first page, from 0. */
  page: number;
}

/** The groups with a title, and the pages on which they begin. */
export function beginnings(groups: readonly Group[], size = PAGE): Beginning[] {
  let before = 0;
  return groups.flatMap(({ title, records }) => {
    const page = Math.floor(before / size);
    before += records.length;
    return title === undefined ? [] : [{ title, records: records.length, page }];
  });
}

/** One page of groups of records, and how to turn it. */
export interface Page {
  blocks: Block[];
  lines: RecordLine[];
  /** Number of the first record. */
  first: number;
  at: number;
  of: number;
}

/** A heading stands where its group begins, and again where the page does. */
const headed = (item: Item, index: number): Block[] =>
  item.heading !== undefined && (index === 0 || !item.heading.endsWith(', continued')) ? [prose(item.heading, 120, { before: '__', after: '__' })] : [];

/** The records of a page. @param wanted from 0; beyond the last it is the last. @param size records of a page. */
export function pageOf(groups: readonly Group[], wanted: number, size = PAGE): Page {
  const items = itemsOf(groups);
  const of = Math.max(1, Math.ceil(items.length / size));
  const at = Math.min(Math.max(0, wanted), of - 1);
  const shown = items.slice(at * size, (at + 1) * size);
  return {
    blocks: shown.flatMap((item, index) => [...headed(item, index), ...lineBlocks(item.line, item.number)]),
    lines: shown.map(({ line }) => line),
    first: at * size + 1,
    at,
    of,
  };
}

/** Under a page: a select to open a record, arrows, and more buttons beside them. */
export function pageComponents(
  { lines, first, at, of }: Page,
  setting: Setting,
  more: readonly APIButtonComponent[] = [],
  parts: readonly Beginning[] = [],
): Row[] {
  return [
    ...openSelect(lines, 'Open a record', first),
    ...jumpSelect(of > 1 ? parts : []),
    ...rows([...stepButtons('page', at, of, setting.again), ...more, ...shareButton(setting.private)]),
  ];
}

/** A page as an embed: what stands before it, then the records, with the sources they rest on in the footer. */
export function pageEmbed(page: Page, frame: APIEmbed, before: readonly Block[] = [], others: readonly APIEmbed[] = []): APIEmbed {
  const embed = { ...frame, ...footerOf(page.lines, page.of > 1 ? `Page ${page.at + 1} of ${page.of}` : '') };
  return { ...embed, description: fill([...before, ...page.blocks], roomFor(embed, others)) };
}

/** Several records that answer. */
export function renderList({ title, records, corrections, reasons }: ListReply, setting: Setting): Message {
  const page = pageOf([{ records }], setting.page);
  const frame: APIEmbed = { author: author(setting.written), title: cell(title, EMBED.title), color: COLOUR[records[0].type] };
  const warnings = corrections.map((text) => prose(text, 300, { before: '⚠️ **', after: '**', gap: '\n' }));
  const why = reasons.length > 0 ? button('Why these', { action: 'why', n: 0 }, { emoji: '🔎' }) : [];
  // Who was given pages of records may have meant fewer; what a button opened was no question.
  const closer = page.of > 1 && setting.again === undefined ? rephraseButton() : [];
  return { embeds: [pageEmbed(page, frame, warnings)], components: pageComponents(page, setting, [...why, ...closer]) };
}
