/** Words and lines that several renderings share; all escaped. */
import type { Status } from '../../base/schema.ts';
import type { CitedSource, PassageView, RecordLine, SourceLine, StatusWords } from '../../replies/reply.ts';
import { type Block, plainCut, prose, whole } from '../cut.ts';
import { escaped } from '../markdown.ts';

/** Told apart in black and white too; the words stand beside. */
const ICONS: Record<Status, string> = { confirmed: '✅', reported: '📣', unconfirmed: '❓', disputed: '⚖️', planned: '🗓️', assessment: '💭', negative: '🚫' };

export const statusIcon = ({ status }: StatusWords): string => ICONS[status];

/** A record's date where nothing else says that it is one. */
export const dateLabel = (date: string): string => (date === 'not stated' ? 'date not stated' : date);

/** `✅ **Confirmed** · January 2023`. Dates are text: Discord's own would shift days between time zones. */
export const statusLine = ({ status, date }: Pick<RecordLine, 'status' | 'date'>): string =>
  `${statusIcon(status)} **${escaped(status.label)}** · ${escaped(dateLabel(date))}`;

/** `paragraph 3`, `paragraphs 9 and 10`. */
export function placeWords(passages: readonly PassageView[]): string {
  const numbers = [...new Set(passages.map(({ paragraph }) => paragraph))].sort((a, b) => a - b);
  return numbers.length === 1 ? `paragraph ${numbers[0]}` : `paragraphs ${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)}`;
}

/** `Caspian Policy Center, paragraph 6`. */
export const placesOf = (cited: readonly CitedSource[]): string =>
  cited.map(({ source, passages }) => `${source.publisher}, ${placeWords(passages)}`).join('; ');

/** `Turkish Drones … · Meray Ozat · Caspian Policy Center · 31 July 2023`. */
const sourceWords = ({ title, authors, publisher, date }: SourceLine): string => [title, authors, publisher, date].filter(Boolean).join(' · ');

/** Units of a footer, and its lines: it is read last and must leave room. */
const FOOTER = { most: 500, lines: 4 };

/** Every source that records rest on, once, a line each. */
export function footerOf(records: readonly Pick<RecordLine, 'cited'>[], more = ''): { footer?: { text: string } } {
  const all = [...new Map(records.flatMap(({ cited }) => cited.map(({ source }) => [source.id, source]))).values()].map(sourceWords);
  const named = all.length > FOOTER.lines ? [...all.slice(0, FOOTER.lines), `and ${all.length - FOOTER.lines} more sources`] : all;
  const lines = [...named, more].filter(Boolean);
  const text = lines.map((line) => plainCut(line, Math.floor(FOOTER.most / lines.length) - 1)).join('\n');
  return text === '' ? {} : { footer: { text } };
}

/** Units that a passage asks for; it has more where the rest leaves it. */
const PASSAGE = 420;

/** A run of the source's words as a block quote. Quotation marks are kept for people's own words. */
export const passageBlock = ({ exact }: PassageView, most = PASSAGE): Block => prose(exact, most, { before: '> ' });

/** Small print. */
export const smallBlock = (text: string, gap = '\n'): Block => whole(`-# ${escaped(text)}`, gap);

/** A record in a few lines: what it is, how sure, the summary, and where it stands. */
export function lineBlocks(line: RecordLine, number?: number): Block[] {
  return [
    prose(line.heading, 200, { before: number === undefined ? '**' : `**${number}. `, after: '**' }),
    whole(statusLine(line), '\n'),
    prose(line.summary, 260, { gap: '\n' }),
    prose(placesOf(line.cited), 200, { before: '-# ', gap: '\n' }),
  ];
}
