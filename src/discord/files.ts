/** Files of a message: what is written stands as it is, what is drawn is painted before it goes out. */
import type { APIEmbed } from 'discord-api-types/v10';
import type { Form, Paint } from '../pictures/paint.ts';
import { embedsLength } from './lengths.ts';
import { EMBED } from './limits.ts';

/** A file as a rendering makes it. */
export type Enclosure =
  /** A picture, to be painted as a PNG unless `form` says otherwise; `description` tells who does not see it what it shows. */
  { name: string; description: string; svg: string; form?: Form } | { name: string; description: string; type: string; text: string };

/** A file as it is sent. */
export interface SentFile {
  name: string;
  description: string;
  /** Its media type. */
  type: string;
  bytes: Uint8Array;
}

/** An attachment as Discord wants it listed: the number is that of the form's part `files[0]`. */
export const attachmentsOf = (files: readonly SentFile[]) => files.map(({ name, description }, index) => ({ id: String(index), filename: name, description }));

/** How an embed shows a file of its own message. */
export const imageOf = ({ name }: Pick<Enclosure, 'name'>): NonNullable<APIEmbed['image']> => ({ url: `attachment://${name}` });

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

async function sentFile(file: Enclosure, paint: Paint): Promise<SentFile> {
  const { name, description } = file;
  if ('text' in file) return { name, description, type: file.type, bytes: bytesOf(file.text) };
  if (file.form !== 'svg') return { name, description, type: 'image/png', bytes: await paint(file.svg) };
  // The drawing is a good one as it stands: where the font is missing, its words look a little different.
  return { name, description, type: 'image/svg+xml', bytes: await paint(file.svg, 'svg').catch(() => bytesOf(file.svg)) };
}

const noPaint: Paint = () => Promise.reject(new Error('nobody paints here'));

/** The files' bytes. Rejects when a picture can't be painted. */
export const enclosed = (files: readonly Enclosure[], paint: Paint = noPaint): Promise<SentFile[]> => Promise.all(files.map((file) => sentFile(file, paint)));

interface Shown {
  embeds: APIEmbed[];
}

/** What is said where a picture was to be. */
const UNPAINTED = '⚠️ The picture itself could not be drawn just now; this is what it shows, in words. Try again in a minute.';

/** What is said where Discord does not take a file. */
export const REFUSED = '⚠️ Discord does not take the file here; may the bot attach files in this channel? This is what it shows, in words.';

/** Units that either takes. */
export const LONGEST_EXCUSE = Math.max(UNPAINTED.length, REFUSED.length) + 2;

const isOwn = ({ image }: APIEmbed): boolean => image?.url.startsWith('attachment://') ?? false;

const withLine = (embed: APIEmbed, line: string): APIEmbed => ({ ...embed, description: [line, embed.description].filter(Boolean).join('\n\n') });

const fits = (embeds: readonly APIEmbed[]): boolean =>
  embedsLength(embeds) <= EMBED.total && embeds.every(({ description = '' }) => description.length <= EMBED.description);

function withoutImage(embed: APIEmbed): APIEmbed {
  const { image: _, ...words } = embed;
  return isOwn(embed) ? words : embed;
}

/** The message in words alone, with a line that says so where there is room for it. No file of a message that it replaces stays. */
export function withoutPictures<M extends Shown>(message: M, line = UNPAINTED): M & { files: [] } {
  const at = Math.max(0, message.embeds.findIndex(isOwn));
  const words = message.embeds.map(withoutImage);
  const told = words.map((embed, index) => (index === at ? withLine(embed, line) : embed));
  return { ...message, embeds: fits(told) ? told : words, files: [] };
}
