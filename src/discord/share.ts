/** A private answer, shown to the channel: the same embeds and buttons, with credit to who asked. */
import type { APIEmbed } from 'discord-api-types/v10';
import { z } from 'zod';
import { readButton } from '../replies/button.ts';
import type { OwnMessage } from './interaction.ts';
import type { Message, Row } from './render/index.ts';

/** The parts of an embed that are ours; Discord adds others when it hands one back. */
const embedSchema = z.object({
  author: z.object({ name: z.string() }).optional(),
  title: z.string().optional(),
  description: z.string().optional(),
  color: z.number().optional(),
  fields: z.array(z.object({ name: z.string(), value: z.string(), inline: z.boolean().optional() })).optional(),
  footer: z.object({ text: z.string() }).optional(),
});

const emoji = z.object({ name: z.string() }).optional();
const optionSchema = z.object({ label: z.string(), value: z.string(), description: z.string().optional(), emoji });
const componentSchema = z.union([
  z.object({
    type: z.literal(2),
    style: z.number(),
    label: z.string().optional(),
    emoji,
    custom_id: z.string().optional(),
    url: z.string().optional(),
    disabled: z.boolean().optional(),
  }),
  z.object({ type: z.literal(3), custom_id: z.string(), placeholder: z.string().optional(), options: z.array(optionSchema) }),
]);
const rowSchema = z.object({ type: z.literal(1), components: z.array(componentSchema) });

/** What is shared already needs no button for it. */
const isShare = (component: z.output<typeof componentSchema>): boolean =>
  component.custom_id !== undefined && readButton(component.custom_id)?.action === 'share';

function rowsOf(components: readonly unknown[]): Row[] {
  const rows = components.flatMap((row) => rowSchema.safeParse(row).data ?? []);
  const kept = rows.map((row) => ({ ...row, components: row.components.filter((component) => !isShare(component)) }));
  return kept.filter((row) => row.components.length > 0) as Row[];
}

/** Above what was shared. @param user id of who shared it. */
export const creditOf = (user: string): string => `Asked and shared by <@${user}>`;

/**
 * The message for the channel; undefined when there is nothing to show.
 * @param user id of who asked: named without being called, for no message of ours pings.
 */
export function shared({ embeds, components }: OwnMessage, user: string): Message | undefined {
  const ours = embeds.flatMap((embed) => embedSchema.safeParse(embed).data ?? []) as APIEmbed[];
  return ours.length === 0 ? undefined : { content: creditOf(user), embeds: ours, components: rowsOf(components) };
}
