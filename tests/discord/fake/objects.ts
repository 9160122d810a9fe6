/** Users, servers and channels with everything that Discord says of them. */
import type { APIGuildMember } from 'discord-api-types/v10';
import type { APIRole, APIUser, Channel, Guild } from './types.ts';

/** What may be done where nothing is denied: every permission but administrator, as a bit set. */
export const PERMISSIONS = '2251799813685239';

/** No flag set: a number of any enumeration of flags. */
const NO_FLAGS: number = 0;

const JOINED = '2024-01-01T00:00:00.000000+00:00';

export const userOf = (id: string, username: string): APIUser => ({
  id,
  username,
  discriminator: '0',
  global_name: null,
  avatar: null,
  flags: NO_FLAGS,
  public_flags: NO_FLAGS,
  primary_guild: null,
});

export const memberOf = (user: APIUser): APIGuildMember & { permissions: string } => ({
  user,
  nick: null,
  avatar: null,
  banner: null,
  roles: [],
  joined_at: JOINED,
  premium_since: null,
  deaf: false,
  mute: false,
  pending: false,
  communication_disabled_until: null,
  flags: NO_FLAGS,
  permissions: PERMISSIONS,
});

/** Every server has it; its id is the server's. */
const everyone = (id: string): APIRole => ({
  id,
  name: '@everyone',
  color: 0,
  colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
  hoist: false,
  position: 0,
  permissions: PERMISSIONS,
  managed: false,
  mentionable: false,
  flags: NO_FLAGS,
});

const NOTHING = ['icon', 'splash', 'discovery_splash', 'banner', 'description', 'vanity_url_code', 'application_id', 'afk_channel_id', 'system_channel_id'];
const NOTHING_EITHER = ['rules_channel_id', 'public_updates_channel_id', 'safety_alerts_channel_id'];
const ZERO = ['mfa_level', 'verification_level', 'explicit_content_filter', 'system_channel_flags', 'premium_tier', 'nsfw_level', 'premium_subscription_count'];

/** A server; channels and members are put in afterwards. */
export const guildOf = (id: string, name: string, locale: string, owner: string): Guild => ({
  ...Object.fromEntries([...NOTHING, ...NOTHING_EITHER].map((key) => [key, null])),
  ...Object.fromEntries(ZERO.map((key) => [key, 0])),
  id,
  name,
  owner_id: owner,
  preferred_locale: locale,
  roles: [everyone(id)],
  emojis: [],
  stickers: [],
  features: [],
  default_message_notifications: 1,
  afk_timeout: 300,
  premium_progress_bar_enabled: false,
  channels: [],
  members: [],
});

export const channelOf = (id: string, name: string, guild: string): Channel => ({
  id,
  type: 0,
  guild_id: guild,
  name,
  position: 0,
  permission_overwrites: [],
  nsfw: false,
  topic: null,
  parent_id: null,
  last_message_id: null,
  rate_limit_per_user: 0,
  flags: 0,
});

/** Direct messages of a user with the bot. */
export const directOf = (id: string, user: APIUser): Channel => ({ id, type: 1, recipients: [user], last_message_id: null, flags: 0 });

/** A group of users in which the bot is not. */
export const groupOf = (id: string, users: APIUser[]): Channel => ({
  id,
  type: 3,
  name: 'Footnotes',
  recipients: users,
  owner_id: users[0]?.id,
  icon: null,
  last_message_id: null,
  flags: 0,
});
