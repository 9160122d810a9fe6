/** Who asks, where, and in which language: what every interaction says of itself. */
import { memberOf, PERMISSIONS } from './objects.ts';
import { addDirect } from './places.ts';
import type { APIMessage, APIUser, Channel, Interaction } from './types.ts';
import type { World } from './world.ts';

export interface Where {
  /** The owner of the servers unless told. */
  user?: APIUser;
  /** The first server's first channel unless told; direct messages where there is no server. */
  channel?: Channel;
  /** Bits of what the user may do, in decimal, and ids of their roles; everything and none unless told. */
  permissions?: string;
  roles?: readonly string[];
  /** The user's language; `en-US` unless told. */
  locale?: string;
  /** Who installed the application: the server, or the user alone. The server unless told. */
  install?: 'guild' | 'user';
  /** How long the test waits for the answer and what follows, in milliseconds; as long as the fake is set to unless told. */
  patience?: number;
}

/** Largest file that may be answered with, in bytes: Discord's for servers without boosts. */
const FILE_LIMIT = 10 * 1024 * 1024;

export const userOfWhere = (world: World, { user }: Where): APIUser => user ?? world.owner;

export const channelOfWhere = (world: World, where: Where): Channel =>
  where.channel ?? [...world.channels.values()].find(({ type }) => type === 0) ?? addDirect(world, userOfWhere(world, where));

/** 0 a server, 1 direct messages with the bot, 3 elsewhere: D interactions/receiving-and-responding.mdx, "Interaction Context Types". */
export const contextOf = ({ type }: Channel): 0 | 1 | 2 => (type === 1 ? 1 : type === 3 ? 2 : 0);

/** Whose installation lets it be asked: by 0 a server (`0` in direct messages), by 1 a user. */
const owners = (user: APIUser, channel: Channel, install: Where['install']) =>
  install === 'user' || channel.type === 3 ? { 1: user.id } : { 0: channel.guild_id ?? '0' };

function asker(world: World, user: APIUser, channel: Channel, { permissions = PERMISSIONS, roles = [] }: Where): Partial<Interaction> {
  const guild = channel.guild_id === undefined ? undefined : world.guilds.get(channel.guild_id);
  if (!guild) return { user };
  const told = { id: guild.id, features: [], locale: guild.preferred_locale };
  return {
    guild_id: guild.id,
    guild: told,
    guild_locale: guild.preferred_locale,
    member: { ...memberOf(user), permissions, roles },
  } as unknown as Partial<Interaction>;
}

/** A whole interaction, as Discord sends it. */
export function interactionOf(world: World, type: number, data: unknown, where: Where, message?: APIMessage): Interaction {
  const [user, channel] = [userOfWhere(world, where), channelOfWhere(world, where)];
  const id = world.newId();
  const whole = {
    id,
    application_id: world.application.id,
    type,
    data,
    token: `fake.${id}.${crypto.randomUUID()}`,
    version: 1,
    channel_id: channel.id,
    channel: { ...channel, permissions: PERMISSIONS },
    ...asker(world, user, channel, where),
    locale: where.locale ?? 'en-US',
    entitlements: [],
    authorizing_integration_owners: owners(user, channel, where.install),
    context: contextOf(channel),
    app_permissions: PERMISSIONS,
    attachment_size_limit: FILE_LIMIT,
    ...(message && { message: structuredClone(message) }),
  };
  return whole as unknown as Interaction;
}
