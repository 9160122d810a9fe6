/** A raw interaction, as Discord sends it or somebody who would like to be Discord: what is asked, by whom, and what to answer with. */
import { z } from 'zod';
import type { Place } from '../commands/command.ts';
import { type Button, readButton, readCount } from '../replies/button.ts';
import { plain } from './markdown.ts';
import { readPlace } from './place.ts';
import { wordsIn } from './rephrase.ts';

/** UTF-16 units of an option that are looked at; what a command takes is bounded by the command itself. */
const LONGEST_VALUE = 6000;
/** UTF-16 units of a user's name; Discord's own limit is 32. */
const LONGEST_NAME = 80;

const snowflake = z.string().regex(/^\d{1,20}$/);
const userSchema = z.object({ id: snowflake });

/** Whose installations let the application be asked: by type, 0 the server's. D interactions/receiving-and-responding.mdx, "Authorizing Integration Owners Object". */
const SERVER = '0';
const ownersSchema = z.record(z.string(), z.unknown());

const envelopeSchema = z.object({
  id: snowflake,
  application_id: snowflake,
  token: z.string().regex(/^[\w.-]{1,500}$/),
  type: z.number(),
  guild_id: snowflake.nullish(),
  authorizing_integration_owners: ownersSchema.nullish().catch(undefined),
  user: userSchema.nullish(),
  member: z.object({ user: userSchema }).nullish(),
  locale: z
    .string()
    .regex(/^[a-zA-Z]{2,3}(?:-\w{2,4})?$/)
    .optional()
    .catch(undefined),
});

const optionSchema = z.object({ name: z.string(), value: z.union([z.string(), z.number(), z.boolean()]).optional(), focused: z.boolean().optional() });
const options = z.array(optionSchema).max(25).default([]);
const slashSchema = z.object({ name: z.string(), type: z.literal(1).default(1), options });
/** Of a group one command is sent, as the only option, and the options within. */
const groupSchema = z.object({
  name: z.string(),
  type: z.literal(1).default(1),
  options: z.tuple([z.object({ type: z.literal(1), name: z.string(), options })]),
});
const wordsSchema = z.object({ content: z.string().default(''), embeds: z.array(z.unknown()).default([]) });
/** A forwarded message stands whole inside the one that forwards it, without its author. */
const snapshotSchema = z.object({ message: wordsSchema });
const targetSchema = wordsSchema.extend({
  author: z.object({ username: z.string(), global_name: z.string().nullish() }).optional().catch(undefined),
  message_snapshots: z.array(snapshotSchema).default([]).catch([]),
});
const messageCommandSchema = z.object({
  name: z.string(),
  type: z.literal(3),
  target_id: z.string(),
  resolved: z.object({ messages: z.record(z.string(), targetSchema) }),
});
const componentSchema = z.object({ custom_id: z.string(), values: z.array(z.string()).max(25).optional() });
/** Our own message, under which a button stands. */
const ownMessageSchema = z.object({ flags: z.number().default(0), embeds: z.array(z.unknown()).default([]), components: z.array(z.unknown()).default([]) });

/** The message under which a button was pressed, as Discord hands it back. */
export type OwnMessage = z.output<typeof ownMessageSchema>;

/** What is asked. `strange`: nothing that this version knows. */
export type Asked =
  | { kind: 'command'; name: string; options: Readonly<Record<string, string>>; private: boolean | undefined }
  /** `whose`: `a message by Bea`, as far as Discord tells. */
  | { kind: 'message'; title: string; text: string; whose: string | undefined }
  | { kind: 'typing'; name: string; options: Readonly<Record<string, string>>; option: string }
  | { kind: 'button'; button: Button; message: OwnMessage }
  | { kind: 'open'; record: string; message: OwnMessage }
  /** Somebody wants to ask in other words, under `message`; and has done so. */
  | { kind: 'rephrase'; message: OwnMessage }
  | { kind: 'rephrased'; words: string; message: OwnMessage }
  | { kind: 'old' }
  | { kind: 'strange' };

/** How to answer, and whose turn it counts as. */
export interface Interaction {
  id: string;
  application: string;
  /** Answers for 15 minutes; a secret as long as it lives. */
  token: string;
  user: string;
  guild: string | undefined;
  /** Whether the bot is in that server; else its user has installed it for themselves. */
  isMember: boolean;
  /** Absent where Discord does not tell. */
  place: Place | undefined;
  /** The language of the asker's client: `tr`, `en-GB`. */
  locale: string | undefined;
  asked: Asked;
}

type Values = z.output<typeof slashSchema>['options'];

/** The command's whole name, `digest subscribe`, and its options; undefined when it is no slash command. */
function readSlash(data: unknown): { name: string; options: Values } | undefined {
  const group = groupSchema.safeParse(data);
  if (!group.success) return slashSchema.safeParse(data).data;
  const [{ name, options }] = group.data.options;
  return { name: `${group.data.name} ${name}`, options };
}

/** Texts as one line each, without what is invisible: what is shown later is then what was asked. A flag that is up is `yes`. */
function textsOf(options: Values): Record<string, string> {
  const texts = options.flatMap(({ name, value }) => {
    if (typeof value === 'string') return [[name, plain(value.slice(0, LONGEST_VALUE))] as const];
    return value === true ? [[name, 'yes'] as const] : [];
  });
  return Object.fromEntries(texts);
}

function readCommand(data: unknown): Asked {
  const slash = readSlash(data);
  if (slash) {
    const { name, options } = slash;
    const told = options.find((option) => option.name === PRIVATE)?.value;
    const others = options.filter((option) => option.name !== PRIVATE);
    return { kind: 'command', name, options: textsOf(others), private: typeof told === 'boolean' ? told : undefined };
  }
  const onMessage = messageCommandSchema.safeParse(data);
  return onMessage.success ? readTarget(onMessage.data) : { kind: 'strange' };
}

const embedTextSchema = z.object({ title: z.string().optional(), description: z.string().optional() });

/** A message's words; those of its embeds when it has none of its own, as bots' messages do. */
function wordsOf({ content, embeds }: z.output<typeof wordsSchema>): string {
  const texts = embeds.flatMap((embed) => embedTextSchema.safeParse(embed).data ?? []).flatMap(({ title, description }) => [title, description]);
  return content.trim() || texts.filter(Boolean).join('\n');
}

/** Who said it or passed it on; the name as plain text. */
function whoseOf(author: { username: string; global_name?: string | null | undefined } | undefined, forwarded: boolean): string | undefined {
  const name = plain((author?.global_name || author?.username || '').slice(0, LONGEST_NAME));
  return name === '' ? undefined : `a message ${forwarded ? 'forwarded ' : ''}by ${name}`;
}

function readTarget({ name, target_id: target, resolved }: z.output<typeof messageCommandSchema>): Asked {
  const message = Object.hasOwn(resolved.messages, target) ? resolved.messages[target] : undefined;
  if (!message) return { kind: 'strange' };
  const forwarded = message.message_snapshots.map((snapshot) => wordsOf(snapshot.message)).filter(Boolean);
  const text = [wordsOf(message), ...forwarded].filter(Boolean).join('\n');
  return { kind: 'message', title: name, text: text.slice(0, LONGEST_VALUE), whose: whoseOf(message.author, forwarded.length > 0) };
}

function readTyping(data: unknown): Asked {
  const typing = readSlash(data);
  const focused = typing?.options.find((option) => option.focused);
  if (!typing || !focused) return { kind: 'strange' };
  return { kind: 'typing', name: typing.name, options: textsOf(typing.options.filter(({ name }) => name !== PRIVATE)), option: focused.name };
}

function readComponent(data: unknown, message: unknown): Asked {
  const component = componentSchema.safeParse(data);
  const own = ownMessageSchema.safeParse(message);
  if (!component.success || !own.success) return { kind: 'strange' };
  const button = readButton(component.data.custom_id);
  if (!button || button.action === 'start' || button.action === 'end') return { kind: 'old' };
  if (button.action === 'rephrase') return { kind: 'rephrase', message: own.data };
  if (button.action !== 'open' && button.action !== 'jump') return { kind: 'button', button, message: own.data };
  const [value] = component.data.values ?? [];
  if (value === undefined) return { kind: 'strange' };
  if (button.action === 'open') return { kind: 'open', record: plain(value), message: own.data };
  const n = readCount(value);
  return n === undefined ? { kind: 'strange' } : { kind: 'button', button: { action: 'page', n }, message: own.data };
}

/** Discord hands back the message under which the modal was opened. */
function readSubmitted(data: unknown, message: unknown): Asked {
  const words = wordsIn(data);
  const own = ownMessageSchema.safeParse(message);
  return words === undefined || !own.success ? { kind: 'old' } : { kind: 'rephrased', words: plain(words.slice(0, LONGEST_VALUE)), message: own.data };
}

/** Name of the option that every slash command has: only the asker sees the answer. */
export const PRIVATE = 'private';

/** Discord's types of interactions. */
const PING = 1;
const COMMAND = 2;
const COMPONENT = 3;
const TYPING = 4;
const SUBMITTED = 5;

function readAsked(type: number, raw: object): Asked {
  const data = 'data' in raw ? raw.data : undefined;
  if (type === COMMAND) return readCommand(data);
  const message = 'message' in raw ? raw.message : undefined;
  if (type === COMPONENT) return readComponent(data, message);
  if (type === SUBMITTED) return readSubmitted(data, message);
  return type === TYPING ? readTyping(data) : { kind: 'strange' };
}

/** Reads an interaction; undefined when it could not even be answered. A ping has nothing but its type. */
export function readInteraction(raw: unknown): Interaction | 'ping' | undefined {
  if (typeof raw !== 'object' || raw === null) return undefined;
  if ('type' in raw && raw.type === PING) return 'ping';
  const envelope = envelopeSchema.safeParse(raw);
  if (!envelope.success) return undefined;
  const { id, application_id: application, token, type, guild_id: guild, authorizing_integration_owners: owners, member, user, locale } = envelope.data;
  const whose = (member?.user ?? user)?.id ?? '0';
  const isMember = typeof guild === 'string' && (!owners || Object.hasOwn(owners, SERVER));
  return { id, application, token, user: whose, guild: guild ?? undefined, isMember, place: readPlace(raw, whose), locale, asked: readAsked(type, raw) };
}
