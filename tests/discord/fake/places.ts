/** Channels outside servers, opened when somebody first writes there, and threads of a server's. */
import { channelOf, directOf, groupOf } from './objects.ts';
import type { APIUser, Channel } from './types.ts';
import type { World } from './world.ts';

function keep(world: World, channel: Channel): Channel {
  world.channels.set(channel.id, channel);
  return channel;
}

/** The direct messages of a user with the bot; always the same. */
export function addDirect(world: World, user: APIUser): Channel {
  const open = [...world.channels.values()].find(({ type, recipients }) => type === 1 && recipients?.[0]?.id === user.id);
  return open ?? keep(world, directOf(world.newId(), user));
}

/** A new group of users in which the bot is not. */
export const addGroup = (world: World, users: APIUser[]): Channel => keep(world, groupOf(world.newId(), users));

/** A new thread of a channel: 11 open to all, 12 to those who were added. */
export function addThread(world: World, parent: Channel, type: 11 | 12, metadata: object): Channel {
  const { permission_overwrites: _, ...rest } = channelOf(world.newId(), `about-${parent.name}`, parent.guild_id ?? '');
  return keep(world, { ...rest, type, parent_id: parent.id, thread_metadata: { archived: false, locked: false, ...metadata } });
}
