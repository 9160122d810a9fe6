/** Everything that there is at the fake: the application and its bot, servers, channels, users, messages, commands, interactions. */
import { type Clock, snowflakes, startClock } from './clock.ts';
import type { Exchange } from './exchange.ts';
import { channelOf, guildOf, memberOf, userOf } from './objects.ts';
import { createShelf, type Shelf } from './shelf.ts';
import type { APIMessage, APIUser, Channel, Command, Guild, Upload } from './types.ts';

export interface GuildSetup {
  name?: string;
  /** Names of its text channels; `general` unless told. */
  channels?: readonly string[];
  /** `en-US` unless told. */
  locale?: string;
}

export interface World {
  clock: Clock;
  newId: () => string;
  /** Discord's own address, without a path. */
  origin: string;
  bot: APIUser;
  /** Owns every server, and acts where nobody is named. */
  owner: APIUser;
  application: { id: string; name: string; [more: string]: unknown };
  guilds: Map<string, Guild>;
  channels: Map<string, Channel>;
  users: Map<string, APIUser>;
  commands: Map<string, Command>;
  messages: Shelf<APIMessage>;
  files: Shelf<Upload>;
  /** By id. */
  exchanges: Shelf<Exchange>;
  /** By token. */
  tokens: Shelf<Exchange>;
}

function addGuild(world: World, { name = 'Policy desk', channels = ['general'], locale = 'en-US' }: GuildSetup): void {
  const guild = guildOf(world.newId(), name, locale, world.owner.id);
  guild.members = [memberOf(world.bot), memberOf(world.owner)];
  guild.channels = channels.map((channel) => channelOf(world.newId(), channel, guild.id));
  world.guilds.set(guild.id, guild);
  for (const channel of guild.channels) world.channels.set(channel.id, channel);
}

/** A user whom nobody has met yet. */
export function addUser(world: World, name: string): APIUser {
  const user = userOf(world.newId(), name);
  world.users.set(user.id, user);
  return user;
}

export interface WorldSetup {
  guilds: readonly GuildSetup[];
  /** Hexadecimal. */
  publicKey: string;
  /** How many messages, files and interactions are remembered. */
  keep: number;
}

/** A world with one user, who owns the servers. */
export function createWorld({ guilds, publicKey, keep }: WorldSetup): World {
  const clock = startClock();
  const newId = snowflakes(clock);
  const bot = { ...userOf(newId(), 'sourcebook'), bot: true };
  const owner = userOf(newId(), 'reader');
  const world: World = {
    clock,
    newId,
    origin: '',
    bot,
    owner,
    application: {
      id: bot.id,
      name: bot.username,
      icon: null,
      description: '',
      summary: '',
      bot_public: true,
      bot_require_code_grant: false,
      verify_key: publicKey,
      flags: 0,
      bot,
    },
    guilds: new Map(),
    channels: new Map(),
    users: new Map([bot, owner].map((user) => [user.id, user])),
    commands: new Map(),
    messages: createShelf(keep),
    files: createShelf(keep),
    exchanges: createShelf(keep),
    tokens: createShelf(keep),
  };
  for (const guild of guilds) addGuild(world, guild);
  return world;
}
