/** Messages as this program sends them: content, embeds, rows of components, files. D resources/message.mdx and resources/webhook.mdx. */
import { z } from 'zod';
import { FLAG, MESSAGE } from '../limits.ts';
import { rows } from './components.ts';
import { embeds } from './embed.ts';
import { snowflake, unique, units } from './parts.ts';

const mentioned = z
  .array(snowflake)
  .max(MESSAGE.mentions)
  .superRefine(unique('the id', (ids) => ids))
  .optional();

/** Who may be pinged. Naming whom and allowing all of a kind exclude each other. */
const mentions = z
  .strictObject({
    parse: z.array(z.enum(['users', 'roles', 'everyone'])).optional(),
    users: mentioned,
    roles: mentioned,
    replied_user: z.boolean().optional(),
  })
  .refine(({ parse, users }) => !(parse?.includes('users') && users?.length), 'both allows all users and names some')
  .refine(({ parse, roles }) => !(parse?.includes('roles') && roles?.length), 'both allows all roles and names some');

const attachment = z.strictObject({
  id: z.union([snowflake, z.int().nonnegative()]),
  filename: units(MESSAGE.filename).min(1).optional(),
  description: units(MESSAGE.attachmentDescription).nullish(),
  /** discord.js writes these three of every file, as nothing. */
  title: z.null().optional(),
  waveform: z.null().optional(),
  duration_secs: z.null().optional(),
});

/** Only these bits may be set. */
export const flags = (...allowed: readonly number[]) =>
  z.int().refine((bits) => (bits & ~allowed.reduce((all, bit) => all | bit, 0)) === 0, 'sets a flag that is not for this request');

const parts = {
  content: units(MESSAGE.content).nullish(),
  embeds: embeds.nullish(),
  components: rows.nullish(),
  allowed_mentions: mentions.optional(),
  attachments: z
    .array(attachment)
    .max(MESSAGE.attachments)
    .superRefine(unique('the id', (list) => list.map(({ id }) => String(id))))
    .optional(),
  /** discord.js writes both into every message. */
  tts: z.literal(false).optional(),
  enforce_nonce: z.literal(false).optional(),
};

type Shown = Pick<z.infer<z.ZodObject<typeof parts>>, 'content' | 'embeds' | 'components' | 'attachments'>;

/** Discord says 50006 to a message that shows nothing. */
const shows = [
  ({ content, embeds, components, attachments }: Shown) => Boolean(content?.trim() || embeds?.length || components?.length || attachments?.length),
  'shows nothing',
] as const;

/** A new message that answers an interaction, at once or as a follow-up: it may be ephemeral. */
export const messageSchema = z
  .strictObject({ ...parts, flags: flags(FLAG.suppressEmbeds, FLAG.ephemeral, FLAG.suppressNotifications).optional() })
  .refine(...shows);

/** A change of a message that stands; what is left out stays. Nothing can become ephemeral, or cease to be. */
export const editSchema = z.strictObject({ ...parts, flags: flags(FLAG.suppressEmbeds).optional() });

/** A new message in a channel. Nothing there is ephemeral; a nonce keeps a repeated request from posting twice. */
export const channelMessageSchema = z
  .strictObject({
    ...parts,
    flags: flags(FLAG.suppressEmbeds, FLAG.suppressNotifications).optional(),
    nonce: z.union([units(MESSAGE.nonce).min(1), z.int()]).optional(),
    enforce_nonce: z.boolean().optional(),
  })
  .refine(...shows)
  .refine(({ nonce, enforce_nonce }) => !enforce_nonce || nonce !== undefined, 'enforces a nonce that it does not have');
