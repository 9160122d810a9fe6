/** Files of answers, kept in memory under addresses that nobody can guess, the last ones only. */
import { randomBytes } from 'node:crypto';
import type { APIEmbed } from 'discord-api-types/v10';
import type { SentFile } from '../../discord/files.ts';

/** Bytes of all files together, and how many there are at most. */
const MOST_BYTES = 32 * 1024 * 1024;
const MOST_FILES = 200;

/** A callback's or an edit's data, as far as files concern it. */
interface Data {
  embeds?: (APIEmbed | object)[] | null | undefined;
  attachments?: unknown;
}

export interface Shelf {
  /** Keeps the files and gives the message with their addresses, as Discord gives them to its clients. */
  place<D extends Data>(data: D, files: readonly SentFile[]): D;
  /** The file of an address; undefined when there never was one or it had to make room. */
  take(token: string, name: string): SentFile | undefined;
}

/** Width and height as a PNG's first bytes state them, in pixels: the page leaves room before the picture is there. */
function sizeOf({ bytes, type }: SentFile): { width?: number; height?: number } {
  if (type !== 'image/png' || bytes.byteLength < 24) return {};
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

export function createFileShelf(): Shelf {
  const kept = new Map<string, SentFile>();
  let total = 0;
  const keep = (file: SentFile): string => {
    const token = randomBytes(18).toString('base64url');
    kept.set(token, file);
    total += file.bytes.byteLength;
    for (const [oldest, { bytes }] of kept) {
      if (oldest === token || (total <= MOST_BYTES && kept.size <= MOST_FILES)) break;
      kept.delete(oldest);
      total -= bytes.byteLength;
    }
    return `/files/${token}/${file.name}`;
  };
  return {
    place(data, files) {
      if (files.length === 0) return data;
      const placed = new Map(files.map((file) => [`attachment://${file.name}`, { file, url: keep(file) }]));
      const shown = new Set<SentFile>();
      const embeds = (data.embeds ?? []).map((embed) => {
        const found = 'image' in embed && embed.image ? placed.get(embed.image.url) : undefined;
        if (!found) return embed;
        shown.add(found.file);
        return { ...embed, image: { url: found.url, description: found.file.description, ...sizeOf(found.file) } };
      });
      // What an embed shows is not listed again.
      const others = [...placed.values()].filter(({ file }) => !shown.has(file));
      const attachments = others.map(({ file, url }, id) => ({
        id: String(id),
        filename: file.name,
        description: file.description,
        size: file.bytes.byteLength,
        url,
      }));
      return { ...data, embeds, attachments };
    },
    take(token, name) {
      const file = kept.get(token);
      return file?.name === name ? file : undefined;
    },
  };
}
