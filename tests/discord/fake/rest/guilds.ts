/** What a server tells the bot of itself: channels, roles, members. D resources/guild.mdx. */
import { type Answer, ok, refuse } from '../answer.ts';
import type { Guild } from '../types.ts';
import { type Call, route } from './route.ts';

/** Of servers that the bot is not in it is told nothing. */
const inGuild = (handle: (call: Call, guild: Guild) => Answer) => (call: Call) => {
  const guild = call.world.guilds.get(call.params.guild ?? '');
  if (!guild) return refuse(10004);
  return guild.members.some(({ user }) => user.id === call.world.bot.id) ? handle(call, guild) : refuse(50001);
};

/** Every channel, also those that the bot does not see; threads are in no list. */
const isThread = ({ type }: { type: number }): boolean => type >= 10 && type <= 12;

const member = ({ params: { user } }: Call, { members }: Guild): Answer => {
  const found = members.find((one) => one.user.id === user);
  return found ? ok(found) : refuse(10007);
};

const GUILD = '/guilds/:guild';

export const guilds = [
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
