/** One record, one embed; and the same where it is only what comes closest. */
import type { APIButtonComponent, APIEmbed } from 'discord-api-types/v10';
import type { ClosestReply, Field, RecordReply, RecordView } from '../../replies/reply.ts';
import { BLANK, type Block, cell, escapedCut, fill, prose, whole } from '../cut.ts';
import { EMBED } from '../limits.ts';
import { escaped } from '../markdown.ts';
import { button, contextButtons, openSelect, rephraseButton, rows, shareButton, stepButtons } from './components.ts';
import { author, COLOUR, type Message, roomFor, type Setting } from './message.ts';
import { footerOf, passageBlock, placeWords, smallBlock, statusLine } from './words.ts';

/** What a reader looks for first, so that its absence is told in its place; of the rest, all that is absent is told in one line. */
const SOUGHT = new Set(['Supplier', 'Recipient', 'Systems', 'Speaker', 'Who', 'Date']);
const NOT_STATED = 'not stated';
/** Units of a field's value. */
const VALUE = 240;

function fieldsOf(fields: readonly Field[]): NonNullable<APIEmbed['fields']> {
  const shown = fields.filter(({ name, value }) => value !== NOT_STATED || SOUGHT.has(name));
  const absent = fields.filter((field) => !shown.includes(field)).map(({ name }) => name);
  const inline = shown.map(({ name, value, unknown }) => ({
    name: cell(name, EMBED.fieldName),
    value: unknown ? `*${escaped(value)}*` : cell(value, VALUE),
    inline: true,
  }));
  return absent.length === 0 ? inline : [...inline, { name: 'Not stated in the source', value: escapedCut(absent.join(', '), VALUE), inline: false }];
}

/** More than these are left to the select. */
const TENSIONS = 3;

/** Records of the same source that do not sit easily with this one: a reader who repeats one must know of the other. */
function tensionField({ tension }: RecordView): NonNullable<APIEmbed['fields']> {
  if (tension.length === 0) return [];
  const lines = tension.slice(0, TENSIONS).map((line) => fill([whole(statusLine(line)), prose(line.summary, 250, { gap: '\n' })], 320));
  const more = tension.length > TENSIONS ? [`*and ${tension.length - TENSIONS} more*`] : [];
  return [{ name: 'At odds with this, in the same source', value: [...lines, ...more].filter(Boolean).join('\n\n') || BLANK, inline: false }];
}

/** What must be read before anything else. */
function warnings({ review }: RecordView, corrections: readonly string[], aside?: string): Block[] {
  const overdue = review?.overdue ? [prose(`A review of this record has been due since ${review.by}.`, 160, { before: '⏰ ', gap: '\n' })] : [];
  return [
    ...corrections.map((text) => prose(text, 300, { before: '⚠️ **', after: '**', gap: '\n' })),
    ...(aside === undefined ? [] : [prose(aside, 300, { before: 'ℹ️ ', gap: '\n' })]),
    ...overdue,
  ];
}

/** Somebody's own words and whose they are; left out where a passage is those words and nothing else. */
function spoken({ words, cited }: RecordView): Block[] {
  if (!words || cited.some(({ passages }) => passages.some(({ exact }) => exact.replace(/[“”"]/g, '').trim() === words.text))) return [];
  return [prose(words.text, 400, { before: '**“', after: '”**' }), prose(words.speaker, 200, { before: '— ', gap: '\n' })];
}

/** The passages of each source, under them where they stand. */
const passages = ({ cited }: RecordView): Block[] =>
  cited.flatMap(({ source, passages: runs }) => [
    ...runs.map((run) => passageBlock(run)),
    smallBlock(`${cited.length > 1 ? `${source.publisher}, ` : ''}${placeWords(runs)}`),
  ]);

const recordBlocks = (record: RecordView, before: readonly Block[]): Block[] => [
  ...before,
  whole(statusLine(record)),
  smallBlock(record.status.sentence),
  prose(record.summary, 700),
  ...spoken(record),
  ...passages(record),
  ...(record.note === undefined ? [] : [prose(record.note, 500, { before: '📝 ' })]),
];

/** A record as an embed, with its longest parts cut to the room there is. */
function recordEmbed(record: RecordView, line: string, before: readonly Block[], others: readonly APIEmbed[] = []): APIEmbed {
  const frame: APIEmbed = {
    author: author(line),
    title: cell(record.heading, EMBED.title),
    color: COLOUR[record.type],
    fields: [...fieldsOf(record.fields), ...tensionField(record)],
    ...footerOf([record]),
  };
  return { ...frame, description: fill(recordBlocks(record, before), roomFor(frame, others)) };
}

/** What can be asked further of a record. */
const further = ({ id }: RecordView, at: number, why: string, { again }: Setting): APIButtonComponent[] => [
  // What was opened from a list matched nothing.
  ...(again === undefined ? button(why, { action: 'why', n: at }, { emoji: '🔎' }) : []),
  ...button('Neighbours', { action: 'near', id }, { emoji: '🧭' }),
  ...button('Cite', { action: 'cite', id }, { emoji: '📋' }),
];

/** All the texts of a record: what of them an embed does not show whole stays one press away. */
const textsOf = ({ heading, summary, words, note = '', cited, fields, tension }: RecordView): string[] => [
  ...[heading, summary, words?.text ?? '', words?.speaker ?? '', note],
  ...cited.flatMap(({ passages }) => passages.map(({ exact }) => exact)),
  ...fields.map(({ value }) => value).filter((value) => value !== NOT_STATED),
  ...tension.map((line) => line.summary),
];

/** Whether an embed shows a text whole. */
export function isWhole(text: string, { title = '', description = '', fields = [] }: APIEmbed): boolean {
  const words = escaped(text);
  return [title, description, ...fields.map(({ value }) => value)].some((part) => part.includes(words));
}

const textButton = (record: RecordView, embed: APIEmbed): APIButtonComponent[] =>
  textsOf(record).every((text) => isWhole(text, embed)) ? [] : button('Full text', { action: 'text', id: record.id }, { emoji: '📄' });

function componentsOf(reply: RecordReply | ClosestReply, embed: APIEmbed, why: string, setting: Setting): Message['components'] {
  const { record, others, at, of } = reply;
  const again = reply.kind === 'closest' ? rephraseButton() : [];
  const read = contextButtons(record.cited);
  return [
    ...rows([...read, ...further(record, at, why, setting)].slice(0, 5)),
    ...rows([...again, ...textButton(record, embed), ...stepButtons('at', at, of), ...shareButton(setting.private)]),
    ...openSelect([...record.tension, ...others], record.tension.length > 0 ? 'Open a related record' : 'Open one of the next best'),
  ];
}

/** The record that answers. */
export function renderRecord(reply: RecordReply, setting: Setting): Message {
  const embed = recordEmbed(reply.record, setting.written, warnings(reply.record, reply.corrections, reply.aside));
  return { embeds: [embed], components: componentsOf(reply, embed, 'Why it matched', setting) };
}

/** Plainly no answer, why, and then what comes closest, under a heading of its own that says so. */
export function renderClosest(reply: ClosestReply, setting: Setting): Message {
  const reasons = reply.why.map((text) => prose(text, 300, { before: '• ', gap: '\n' }));
  const refusal: APIEmbed = {
    author: author(setting.written),
    title: 'No sourced fact answers this',
    color: COLOUR.refusal,
    description: fill([whole('Why the closest record, shown below, is not an answer:'), ...reasons], 1500),
  };
  const embed = recordEmbed(reply.record, 'The closest record · not an answer', warnings(reply.record, reply.corrections), [refusal]);
  return { embeds: [refusal, embed], components: componentsOf(reply, embed, 'What led here', setting) };
}
