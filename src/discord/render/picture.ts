/** A picture with what it shows in words, and the records it draws beside it. */
import type { APIButtonComponent, APIEmbed } from 'discord-api-types/v10';
import { csvOf } from '../../pictures/csv.ts';
import { wordsUnder } from '../../replies/picture.ts';
import type { Illustration, PictureReply, Reply } from '../../replies/reply.ts';
import { BLANK, cell, fill, plainCut, prose } from '../cut.ts';
import { type Enclosure, imageOf, LONGEST_EXCUSE } from '../files.ts';
import { EMBED, MESSAGE } from '../limits.ts';
import { button, rows, shareButton } from './components.ts';
import { pageComponents, pageEmbed, pageOf } from './list.ts';
import { author, COLOUR, type Message, type Setting } from './message.ts';
import { sentence } from './plain.ts';

/** Units of what it shows, in words; the records' page needs the rest. */
const WORDS = 1500;
/** Room for what is said when there is no picture after all. */
const RESERVE: APIEmbed = { description: '.'.repeat(LONGEST_EXCUSE) };

/** The picture as a file, to be painted, with what it shows for those who do not see it. */
export const drawn = ({ name, picture: { alt, svg } }: Illustration): Enclosure => ({
  name: `${name}.png`,
  description: plainCut(alt, MESSAGE.attachmentDescription),
  svg,
});

/** The other colours, the drawing itself, and what it is drawn from. */
const pictureButtons = ({ theme }: PictureReply): APIButtonComponent[] => [
  ...(theme === 'dark' ? button('Light', { action: 'light' }, { emoji: '☀️' }) : button('Dark', { action: 'dark' }, { emoji: '🌙' })),
  ...button('SVG file', { action: 'svg' }, { emoji: '🖼️' }),
  ...button('Data (CSV)', { action: 'csv' }, { emoji: '📊' }),
];

function shownEmbed(reply: PictureReply, setting: Setting): APIEmbed {
  const { title } = reply.picture;
  return {
    author: author(setting.written),
    title: cell(title, EMBED.title),
    color: COLOUR.deal,
    description:
      fill(
        wordsUnder(reply.picture).map((text) => prose(text, 400, { gap: '\n' })),
        WORDS,
      ) || BLANK,
    image: imageOf(drawn(reply)),
  };
}

/** The picture, its finding and its words; below, the records drawn, page by page. */
export function renderPicture(reply: PictureReply, setting: Setting): Message {
  const shown = shownEmbed(reply, setting);
  const files = [drawn(reply)];
  if (reply.records.length === 0) return { embeds: [shown], components: rows([...pictureButtons(reply), ...shareButton(setting.private)]), files };
  const page = pageOf([{ records: reply.records }], setting.page);
  const list = pageEmbed(page, { title: `Records drawn (${reply.records.length})`, color: COLOUR.deal }, [], [shown, RESERVE]);
  return { embeds: [shown, list], components: [...rows(pictureButtons(reply)), ...pageComponents(page, setting)], files };
}

const GONE = 'What this picture was drawn from is no longer in the base; ask again.';

/** A file for whoever pressed the button. */
const asFile = (file: Enclosure, text: string): Message => ({ ...sentence(text), files: [file] });

/** The drawing itself, which can be made as large as a poster. */
export function renderSvg(reply: Reply): Message {
  if (reply.kind !== 'picture') return sentence(GONE);
  const { name, picture } = reply;
  const file: Enclosure = { name: `${name}.svg`, description: plainCut(picture.alt, MESSAGE.attachmentDescription), svg: picture.svg, form: 'svg' };
  return asFile(file, 'The picture as an SVG file: sharp at any size, its letters as outlines, so that it needs no font. Keep its source line with it.');
}

/** What the picture is drawn from. */
export function renderCsv(reply: Reply): Message {
  if (reply.kind !== 'picture') return sentence(GONE);
  const { name, picture } = reply;
  const file = { name: `${name}.csv`, description: `The data of the picture: ${plainCut(picture.title, 200)}`, type: 'text/csv', text: csvOf(picture.table) };
  return asFile(file, 'The picture’s data as CSV, for a spreadsheet. Each row keeps its status: what is unconfirmed stays so.');
}
