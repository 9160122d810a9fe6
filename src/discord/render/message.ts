/** What a reply becomes: embeds with rows of components under them. */
import type { APIActionRowComponent, APIComponentInMessageActionRow, APIEmbed } from 'discord-api-types/v10';
import { plainCut } from '../cut.ts';
import type { Enclosure } from '../files.ts';
import { embedsLength } from '../lengths.ts';
import { EMBED } from '../limits.ts';

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** A message of ours, whichever way it is sent, without its files. */
export interface Words {
  content?: string;
  embeds: APIEmbed[];
  components: Row[];
}

/** A message with its files as they are drawn and written. */
export interface Message extends Words {
  /** When it replaces another message, these take the place of that one's files; absent, there were none and are none. */
  files?: Enclosure[];
}

/** What a rendering needs to know beside the reply. */
export interface Setting {
  /** The first embed's author line: the request in writing, from which buttons ask again; or a heading. */
  written: string;
  /** Where the line is a heading, the request in writing: the buttons carry it. */
  again?: string;
  /** Which page of a list, from 0; the last one when there are fewer. */
  page: number;
  /** Of a message that is checked: `a message by Bea`. */
  whose?: string;
  /** Whether only the asker sees it, and may share it. */
  private: boolean;
}

/**
 * Colour by kind, from Okabe and Ito's palette, which all eyes tell apart. No status is told by colour: words and an icon do that.
 */
export const COLOUR = { deal: 0x0072b2, quote: 0x009e73, fact: 0xe69f00, refusal: 0x8c8c8c, dossier: 0xcc79a7, source: 0x56b4e9, notice: 0xd55e00 } as const;

/** The line above an embed's title. */
export const author = (text: string): { name: string } => ({ name: plainCut(text, EMBED.author) });

/** Units of a description when the other parts of its embed stand, and the other embeds of its message. */
export const roomFor = (embed: APIEmbed, others: readonly APIEmbed[] = []): number =>
  Math.min(EMBED.description, EMBED.total - embedsLength([embed, ...others]));
