/** What the bot may do in a channel, and what a server's channels are called: asked of Discord when it is needed, as nothing is kept. */
import { type APIChannel, type APIGuildMember, type APIRole, ChannelType, DiscordAPIError, REST, Routes } from 'discord.js';
import type { Permission } from '../../commands/command.ts';
import type { Channels, Reach } from '../../digest/service.ts';
import { type Overwrite, permissionsOf } from '../../discord/permissions.ts';
import { inTime } from '../../ops/in-time.ts';

/** The parts of a server's channel or thread that matter here. */
type Place = Pick<APIChannel, 'id' | 'type'> & {
  name?: string | null;
  guild_id?: string;
  parent_id?: string | null;
  permission_overwrites?: Overwrite[];
  thread_metadata?: { locked?: boolean };
};

const THREADS: ReadonlySet<number> = new Set([ChannelType.AnnouncementThread, ChannelType.PublicThread, ChannelType.PrivateThread]);
const POSTED_IN: ReadonlySet<number> = new Set([ChannelType.GuildText, ChannelType.GuildAnnouncement, ...THREADS]);

/** Suggestions can't wait longer for names. In milliseconds. */
const NAMES_WITHIN = 1000;
/** Names are asked for with every letter that is typed; so long they are remembered. In milliseconds. */
const NAMES_FOR = 60_000;
/** Servers whose names are remembered. */
const MOST_SERVERS = 200;

/** What is needed to post, and what helps. D resources/channel.mdx: a locked thread takes posts only of those who manage threads. */
function neededIn({ type, thread_metadata: thread }: Place): Permission[] {
  const sending: Permission[] = THREADS.has(type) ? ['Send Messages in Threads', ...(thread?.locked ? (['Manage Threads'] as const) : [])] : ['Send Messages'];
  return ['View Channel', ...sending, 'Embed Links'];
}
const HELPFUL: readonly Permission[] = ['Read Message History'];

/** Until when a member may do nothing but read; a time-out that is over stands there still. D topics/permissions.mdx, "Permissions for Timed Out Members". */
function timeOutOf({ communication_disabled_until: until }: APIGuildMember): Temporal.Instant | undefined {
  return until && Date.parse(until) > Date.now() ? Temporal.Instant.from(until) : undefined;
}

/** What Discord says when the bot is not there, or the thing is not. */
const isRefused = (error: unknown): boolean => error instanceof DiscordAPIError && (error.status === 403 || error.status === 404);

/** Milliseconds for one request, and tries after the first: somebody waits for the answer. */
const IMPATIENT = { timeout: 2000, retries: 1, rejectOnRateLimit: () => true };

export interface ChannelSettings {
  token: string;
  /** Discord's address without version; Discord's own unless told. */
  api?: string | undefined;
  /** Milliseconds, from a clock that never goes back. */
  now?(): number;
}

/** The channels that a bot's token shows. */
export function createChannels({ token, api, now = () => performance.now() }: ChannelSettings): Channels {
  const rest = new REST({ ...IMPATIENT, ...(api !== undefined && { api }) }).setToken(token);
  const names = new Map<string, { at: number; asked: Promise<ReadonlyMap<string, string>> }>();
  let me: Promise<string> | undefined;

  const self = (): Promise<string> => {
    me ??= rest.get(Routes.user()).then((user) => (user as { id: string }).id);
    // What failed is asked again the next time.
    me.catch(() => {
      me = undefined;
    });
    return me;
  };

  const channelsOf = async (guild: string): Promise<Place[]> => (await rest.get(Routes.guildChannels(guild))) as Place[];

  /** A thread stands in no list. */
  async function threadOf(guild: string, channel: string): Promise<Place | undefined> {
    const found = (await rest.get(Routes.channel(channel)).catch((error: unknown) => {
      if (isRefused(error)) return undefined;
      throw error;
    })) as Place | undefined;
    return found?.guild_id === guild ? found : undefined;
  }

  async function standing(guild: string) {
    const user = await self();
    const [all, roles, member] = await Promise.all([
      channelsOf(guild),
      rest.get(Routes.guildRoles(guild)) as Promise<APIRole[]>,
      rest.get(Routes.guildMember(guild, user)) as Promise<APIGuildMember>,
    ]);
    return { all, roles, member: { guild, user, roles: member.roles }, timeOut: timeOutOf(member) };
  }

  async function look(guild: string, channel: string, also: readonly Permission[]): Promise<Reach> {
    const { all, roles, member, timeOut } = await standing(guild);
    const place = all.find(({ id }) => id === channel) ?? (await threadOf(guild, channel));
    if (!place) return { can: 'unseen' };
    const name = place.name ?? channel;
    if (!POSTED_IN.has(place.type)) return { can: 'never', name };
    // A thread has its parent's permissions.
    const parent = THREADS.has(place.type) ? all.find(({ id }) => id === place.parent_id) : place;
    const may = permissionsOf(member, roles, parent?.permission_overwrites ?? []);
    if (timeOut && !may.has('Administrator')) return { can: 'timed-out', until: timeOut };
    const lacks = [...neededIn(place), ...also].filter((one) => !may.has(one));
    return lacks.length > 0 ? { can: 'not', name, lacks } : { can: 'post', name, lacks: HELPFUL.filter((one) => !may.has(one)) };
  }

  const namesOf = (all: readonly Place[]): ReadonlyMap<string, string> => new Map(all.flatMap(({ id, name }) => (name ? [[id, name] as const] : [])));

  function remembered(guild: string): Promise<ReadonlyMap<string, string>> {
    const known = names.get(guild);
    if (known && now() - known.at < NAMES_FOR) return known.asked;
    const asked = channelsOf(guild)
      .then(namesOf)
      .catch(() => new Map<string, string>());
    names.delete(guild);
    names.set(guild, { at: now(), asked });
    const [oldest] = names.keys();
    if (names.size > MOST_SERVERS && oldest !== undefined) names.delete(oldest);
    return asked;
  }

  return {
    reach: (guild, channel, also = []) => look(guild, channel, also).catch((error: unknown): Reach => ({ can: isRefused(error) ? 'absent' : 'unknown' })),
    names: async (guild) => (await inTime(remembered(guild), NAMES_WITHIN)) ?? new Map(),
  };
}
