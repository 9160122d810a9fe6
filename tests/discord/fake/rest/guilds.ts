/** What a server tells the bot of itself: channels, roles, members. D resources/guild.mdx. */
import { type Answer, ok, refuse } from '../answer.ts';
import { PERMISSIONS } from '../objects.ts';
import type { Guild } from '../types.ts';
import type { World } from '../world.ts';
import { type Call, route } from './route.ts';

const hasBot = ({ bot }: World, { members }: Guild): boolean => members.some(({ user }) => user.id === bot.id);

/** Of servers that the bot is not in it is told nothing. */
const inGuild = (handle: (call: Call, guild: Guild) => Answer) => (call: Call) => {
  const guild = call.world.guilds.get(call.params.guild ?? '');
  if (!guild) return refuse(10004);
  return hasBot(call.world, guild) ? handle(call, guild) : refuse(50001);
};

/** The bot's own servers by their ids, those next after one of them. D resources/user.mdx, "Get Current User Guilds". */
function own({ world, query }: Call): Answer {
  const [limit, after] = [Number(query.get('limit') ?? 200), BigInt(query.get('after') ?? 0)];
  const all = [...world.guilds.values()].filter((guild) => hasBot(world, guild) && BigInt(guild.id) > after);
  const told = all.map(({ id, name }) => ({ id, name, icon: null, banner: null, owner: false, permissions: PERMISSIONS, features: [] }));
  return ok(told.sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1)).slice(0, limit));
}

/** Every channel, also those that the bot does not see; threads are in no list. */
const isThread = ({ type }: { type: number }): boolean => type >= 10 && type <= 12;

const member = ({ params: { user } }: Call, { members }: Guild): Answer => {
  const found = members.find((one) => one.user.id === user);
  return found ? ok(found) : refuse(10007);
};

const GUILD = '/guilds/:guild';

export const guilds = [
  route('own.guilds', 'GET', '/users/@me/guilds', own),
  route(
    'guild',
    'GET',
    GUILD,
    inGuild((_, guild) => ok(guild)),
  ),
  route(
    'guild.channels',
    'GET',
    `${GUILD}/channels`,
    inGuild((_, { channels }) => ok(channels.filter((channel) => !isThread(channel)))),
  ),
  route(
    'guild.roles',
    'GET',
    `${GUILD}/roles`,
    inGuild((_, { roles }) => ok(roles)),
  ),
  route('guild.member', 'GET', `${GUILD}/members/:user`, inGuild(member)),
] as const;
