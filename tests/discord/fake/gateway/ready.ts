/** What a new session is told first: who the bot is, and of each of its servers. D events/gateway-events.mdx, "Ready" and "Guild Create". */
import type { Guild } from '../types.ts';
import type { World } from '../world.ts';
import { dispatch, type Session } from './session.ts';

/** Which shard a server's events go to; all else goes to the first. D events/gateway.mdx, "Sharding". */
export const shardOf = (guild: string | undefined, count: number): number => (guild === undefined ? 0 : Number((BigInt(guild) >> 22n) % BigInt(count)));

const created = (guild: Guild): object => ({
  ...guild,
  joined_at: '2024-01-01T00:00:00.000000+00:00',
  large: false,
  unavailable: false,
  member_count: guild.members.length,
  ...Object.fromEntries(['threads', 'presences', 'voice_states', 'stage_instances', 'guild_scheduled_events', 'soundboard_sounds'].map((key) => [key, []])),
});

export function welcome(world: World, session: Session): void {
  const [id, count] = session.shard;
  const guilds = [...world.guilds.values()].filter((guild) => shardOf(guild.id, count) === id);
  dispatch(session, 'READY', {
    v: 10,
    user: world.bot,
    guilds: guilds.map((guild) => ({ id: guild.id, unavailable: true })),
    session_id: session.id,
    resume_gateway_url: world.origin.replace(/^http/, 'ws'),
    session_type: 'normal',
    shard: session.shard,
    application: { id: world.application.id, flags: world.application.flags },
    private_channels: [],
    presences: [],
    relationships: [],
  });
  for (const guild of guilds) dispatch(session, 'GUILD_CREATE', created(guild));
}
