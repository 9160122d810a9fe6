/**
 * Discord's limits, written once: the renderer cuts to these numbers, the schemas in `schema/` hold every payload against them.
 * Lengths are UTF-16 units. Where Discord counts otherwise (it trims first), this count is the stricter one, never the laxer.
 *
 * Sources, by the marks used below. D: github.com/discord/discord-api-docs, folder `developers`, at c98d64bc (2026-08-06).
 * S: github.com/discord/discord-api-spec, `specs/openapi.json`, at 74fda0f (2026-07-18).
 */

import { AUTHOR_LINE, BUTTON_ID, CHOICES } from '../replies/room.ts';

/** D resources/message.mdx, "Create Message"; S says 4000 for `content` in channels, which is a paid user's limit. */
export const MESSAGE = {
  content: 2000,
  embeds: 10,
  attachments: 10,
  /** Characters of a file's name, and of its description. From S. */
  filename: 1024,
  attachmentDescription: 1024,
  /** Characters of a nonce. Discord knows a nonce again "for the past few minutes". */
  nonce: 25,
  /** Users, and as many roles, in `allowed_mentions`. */
  mentions: 100,
  /** Bytes of one file, unless `attachment_size_limit` of the interaction says more. D reference.mdx, "Uploading Files". */
  fileBytes: 10 * 1024 * 1024,
} as const;

/** D resources/message.mdx, "Embed Limits"; `url` from S. */
export const EMBED = {
  title: 256,
  description: 4096,
  fields: 25,
  fieldName: 256,
  fieldValue: 1024,
  footer: 2048,
  author: AUTHOR_LINE,
  url: 2048,
  colour: 0xffffff,
  /** Titles, descriptions, fields, footers and authors of all embeds of a message together. S does not know of it. */
  total: 6000,
} as const;

/** Message components of the first version. D components/reference.mdx. */
export const COMPONENT = {
  rows: 5,
  /** Buttons of a row. A select has its row to itself. */
  buttons: 5,
  customId: BUTTON_ID,
  label: 80,
  /** Address of a link button. */
  url: 512,
} as const;

/** Select menus. D components/reference.mdx, "String Select". */
export const SELECT = { options: 25, label: 100, value: 100, description: 100, placeholder: 150 } as const;

/** Modals. D interactions/receiving-and-responding.mdx, "Modal"; labels and text inputs: D components/reference.mdx. S lets 40 parts pass. */
export const MODAL = { title: 45, parts: 5, label: 45, description: 100, input: 4000, placeholder: 100, text: 4000 } as const;

/** Choices of an option, registered or suggested. D interactions/application-commands.mdx; S lets values of 6000 pass, Discord does not. */
export const CHOICE = CHOICES;

/** D interactions/application-commands.mdx. */
export const COMMAND = {
  name: 32,
  description: 100,
  options: 25,
  /** Greatest `min_length` and `max_length` of an option's text. */
  text: 6000,
  /** Names, descriptions and values of command, options and choices together, each in its longest localisation. S does not know of it. */
  total: 8000,
  /** Commands of each type that an application may have, globally and again in each guild: 1 slash, 2 user, 3 message. */
  perType: { 1: 100, 2: 15, 3: 15 },
} as const;

/** D interactions/receiving-and-responding.mdx. In milliseconds. */
export const INTERACTION = {
  /** Until the first response: then the token is dead, and Discord says 10062. */
  answerWithin: 3000,
  /** Life of an answered interaction's token. */
  tokenLife: 15 * 60 * 1000,
} as const;

/** Languages of names and descriptions. D reference.mdx, "Locales"; S has `ar` and `he` besides. */
export const LOCALES = [
  ...['bg', 'cs', 'da', 'de', 'el', 'en-GB', 'en-US', 'es-419', 'es-ES', 'fi', 'fr', 'hi', 'hr', 'hu', 'id', 'it'],
  ...['ja', 'ko', 'lt', 'nl', 'no', 'pl', 'pt-BR', 'ro', 'ru', 'sv-SE', 'th', 'tr', 'uk', 'vi', 'zh-CN', 'zh-TW'],
] as const;

/** Names of slash commands and of options; they are lower case too, where the script has cases. D interactions/application-commands.mdx, "Naming". */
export const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/** Bits of a message's `flags`. D resources/message.mdx, "Message Flags". */
export const FLAG = { suppressEmbeds: 1 << 2, ephemeral: 1 << 6, suppressNotifications: 1 << 12 } as const;
