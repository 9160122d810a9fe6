/** A daily digest: two embeds, what is new and what is picked from the base. However full a day is, every item is in, its status whole. */
import type { APIEmbed } from 'discord-api-types/v10';
import type { Edition, EditionItem, EditionPart, EditionSection } from '../../replies/edition.ts';
import type { CitedSource, DigestReply } from '../../replies/reply.ts';
import { BLANK, type Block, cell, escapedCut, fill, whole } from '../cut.ts';
import { type Enclosure, imageOf } from '../files.ts';
import { embedsLength } from '../lengths.ts';
import { EMBED } from '../limits.ts';
import { openSelect } from './components.ts';
import { COLOUR, type Message, type Words } from './message.ts';
import { drawn } from './picture.ts';
import { dateLabel, footerOf, placesOf, statusIcon } from './words.ts';

/** Units of an item's parts. `item` is what each is sure to have: the fullest edition has 15, and a message 6000 units. */
const MOST = { item: 270, label: 60, date: 90, place: 60 } as const;
/** A summary is not cut below this for the sake of a longer link. */
const BODY = 260;

const ICONS: Record<EditionPart, string> = {
  news: '🆕',
  day: '📅',
  month: '📆',
  deal: '🤝',
  quote: '💬',
  figure: '🔢',
  unconfirmed: '❓',
  overdue: '⏰',
};

/** Sections of the second embed. */
const PICKED: ReadonlySet<EditionPart> = new Set(['deal', 'quote', 'figure', 'unconfirmed', 'overdue']);

/** `✅ **Confirmed** · January 2023 · *new*`. */
function headOf({ line: { status, date }, tag }: EditionItem): string {
  const parts = [`**${escapedCut(status.label, MOST.label)}**`, escapedCut(dateLabel(date), MOST.date), ...(tag === undefined ? [] : [`*${tag}*`])];
  return `${statusIcon(status)} ${parts.join(' · ')}`;
}

/** In a masked link these would end the address. */
const safeAddress = (address: string): string =>
  address.replace(/[()<>\\\s]/g, (char) => (char === '(' ? '%28' : char === ')' ? '%29' : encodeURIComponent(char)));

/** Where it stands, best first: with a link to the passage, with one to the source, in words alone. */
function endingsOf(cited: readonly [CitedSource, ...CitedSource[]]): string[] {
  const place = cell(placesOf(cited), MOST.place);
  const [{ link, source }] = cited;
  return [...[link, source.url].map((address) => ` — [${place}](${safeAddress(address)})`), ` — ${place}`];
}

/** Somebody's own words and whose they are, or the summary; in so many units. */
function bodyOf({ line, words }: EditionItem, most: number): string {
  if (!words) return cell(line.summary, most);
  const speaker = cell(words.speaker, MOST.place);
  return `${speaker}: **“${cell(words.text, most - speaker.length - 8)}”**`;
}

/** One item: status and date, what it tells, where it stands. The address gives way before the words do. */
function itemBlock(item: EditionItem): Block {
  const head = `${headOf(item)} — `;
  const endings = endingsOf(item.line.cited);
  const last = endings.at(-1) ?? '';
  const wanted = Math.min(BODY, bodyOf(item, EMBED.description).length);
  return {
    text: (room) => {
      const ending = endings.find((one) => head.length + wanted + one.length <= room) ?? last;
      return head + bodyOf(item, room - head.length - ending.length) + ending;
    },
    most: Math.max(MOST.item, head.length + last.length + 80),
  };
}

function sectionBlocks({ part, title, lead, items }: EditionSection): Block[] {
  const told = lead === undefined ? [] : [whole(part === 'news' ? escapedCut(lead, 400) : `-# ${escapedCut(lead, 200)}`, '\n')];
  const [first, ...rest] = items.map(itemBlock);
  // Small print belongs to its heading; a sentence is a paragraph.
  const gap = told.length > 0 && part === 'news' ? '\n\n' : '\n';
  return [whole(`### ${ICONS[part]} ${title}`, '\n'), ...told, ...(first ? [{ ...first, gap }] : []), ...rest];
}

/** Units that blocks ask for, with what stands between them. */
const asked = (blocks: readonly Block[]): number => blocks.reduce((sum, { most }) => sum + most + 2, 0);

/** The id is never cut: it tells later whether an edition was posted. */
function footerWith({ id, sections }: Edition): { footer: { text: string } } {
  const { footer } = footerOf(sections.flatMap(({ items }) => items.map(({ line }) => line)));
  return { footer: { text: [footer?.text, `Edition ${id}`].filter(Boolean).join('\n') } };
}

/** Said above an edition that comes late: those who look at the clock shall not wonder. @param due as people read it: `08:00, Asia/Almaty`. */
export const lateNote = (due: string): string => `-# Late: this edition was due at ${escapedCut(due, 100)}.`;

const listed = (names: readonly string[]): string => (names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`);

/** Told to somebody who can mend it. @param why in words, such as `the bot lacks Send Messages`. */
export function closedNote(regions: readonly string[], channel: string, why: string): Message {
  const digests = `The daily digest${regions.length > 1 ? 's' : ''} on ${escapedCut(listed(regions), 600)}`;
  const content = [
    `${digests} can’t be posted in <#${channel}>: ${escapedCut(why, 400)}.`,
    'I try again every day, and go on by myself once I may post there. `/digest why` in the server tells what became of each edition.',
  ].join('\n');
  return { content, embeds: [], components: [] };
}

/** The same with a picture below the first embed's words. @param file goes with the message. */
export function illustratedBy<M extends Words>(message: M, file: Pick<Enclosure, 'name'>): M {
  const [first, ...rest] = message.embeds;
  return first ? { ...message, embeds: [{ ...first, image: imageOf(file) }, ...rest] } : message;
}

/** An edition answers no request, so no author line stands above it; what is under it works by itself. */
function renderWords({ edition, aside }: DigestReply): Words {
  const groups = [edition.sections.filter(({ part }) => !PICKED.has(part)), edition.sections.filter(({ part }) => PICKED.has(part))];
  const [news = [], picked = []] = groups.map((sections) => sections.flatMap(sectionBlocks));
  const top: APIEmbed = { title: cell(edition.title, EMBED.title), color: COLOUR.dossier };
  const bottom: APIEmbed = { color: COLOUR.source };
  const room = EMBED.total - embedsLength([top, footerWith(edition)]);
  const above = fill(news, Math.min(EMBED.description, room - asked(picked)));
  const below = fill(picked, Math.min(EMBED.description, room - above.length));
  const embeds = [{ ...top, description: above || BLANK }, ...(below === '' ? [] : [{ ...bottom, description: below }])];
  const lines = edition.sections.flatMap(({ items }) => items.map(({ line }) => line));
  return {
    ...(aside !== undefined && { content: escapedCut(aside, 400) }),
    embeds: embeds.map((embed, index) => (index === embeds.length - 1 ? { ...embed, ...footerWith(edition) } : embed)),
    components: openSelect(lines, 'Open a record'),
  };
}

/** An edition, with its picture where there is one. */
export function renderDigest(reply: DigestReply): Message {
  const words = renderWords(reply);
  if (!reply.illustration) return words;
  const file = drawn(reply.illustration);
  return { ...illustratedBy(words, file), files: [file] };
}
