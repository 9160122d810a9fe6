/** Channels outside servers, opened when somebody first writes there. */
import { directOf, groupOf } from './objects.ts';
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
