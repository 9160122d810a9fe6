/** Where somebody asks, from a raw interaction. What cannot be read is nothing that they may do. */
import { z } from 'zod';
import type { Place } from '../commands/command.ts';
import { bitsOf, permissionsIn } from './permissions.ts';

const snowflake = z.string().regex(/^\d{1,20}$/);
/** Roles that a server may have: 250. */
const roles = z.array(snowflake).max(250).catch([]);
const bits = z
  .string()
  .catch('')
  .transform((text) => permissionsIn(bitsOf(text)));

const placeSchema = z.object({
  guild_id: snowflake.nullish().catch(undefined),
  channel_id: snowflake,
  member: z.object({ roles, permissions: bits }).optional().catch(undefined),
  app_permissions: bits,
});

/** The place; undefined where Discord does not say. @param user id of who asks. */
export function readPlace(raw: unknown, user: string): Place | undefined {
  const read = placeSchema.safeParse(raw);
  if (!read.success) return undefined;
  const { guild_id: guild, channel_id: channel, member, app_permissions: app } = read.data;
  return {
    channel,
    user,
    app,
    ...(typeof guild === 'string' && { guild }),
    ...(typeof guild === 'string' && member && { member: { may: member.permissions, roles: member.roles } }),
  };
}
