/** The discord.js client: what it asks of Discord, and how little it keeps. */
import { Client, type ClientOptions, DefaultRestOptions, GatewayIntentBits, Options } from 'discord.js';

/** Milliseconds. Later answers have a queue each in discord.js, by their token; this is how often idle ones are dropped. */
const SWEEP = 5 * 60 * 1000;

/** Nobody but the bot itself is remembered: nothing may grow with users. */
const CACHES = {
  ApplicationCommandManager: 0,
  AutoModerationRuleManager: 0,
  BaseGuildEmojiManager: 0,
  DMMessageManager: 0,
  GuildBanManager: 0,
  GuildEmojiManager: 0,
  GuildInviteManager: 0,
  GuildMemberManager: { maxSize: 0, keepOverLimit: (member: { id: string; client: { user: { id: string } } }) => member.id === member.client.user.id },
  GuildMessageManager: 0,
  GuildScheduledEventManager: 0,
  GuildStickerManager: 0,
  MessageManager: 0,
  PresenceManager: 0,
  ReactionManager: 0,
  ReactionUserManager: 0,
  StageInstanceManager: 0,
  ThreadManager: 0,
  ThreadMemberManager: 0,
  UserManager: { maxSize: 0, keepOverLimit: (user: { id: string; client: { user: { id: string } | null } }) => user.id === user.client.user?.id },
  VoiceStateManager: 0,
};

/** How the gateway is reached, and how long things may take. */
export type Tuning = Partial<Pick<ClientOptions, 'ws' | 'waitGuildTimeout' | 'closeTimeout'>>;

export interface ClientSettings {
  /** Discord's address without version; Discord's own unless told. */
  api?: string;
  /** Called when Discord refuses the token: discord.js forgets it then, and can do nothing more. */
  onRefused(): void;
  /** For tests: how patient the connection is. */
  tuning?: Tuning;
}

/**
 * A client that is not yet connected. Interactions need no intent; `Guilds` alone lets it know where it is. No message of it ever pings.
 */
export function createClient({ api, onRefused, tuning }: ClientSettings): Client {
  return new Client({
    intents: [GatewayIntentBits.Guilds],
    // As many as Discord recommends: one below some thousand servers.
    shards: 'auto',
    allowedMentions: { parse: [] },
    makeCache: Options.cacheWithLimits({ ...Options.DefaultMakeCacheSettings, ...CACHES } as Parameters<typeof Options.cacheWithLimits>[0]),
    rest: {
      ...(api !== undefined && { api }),
      handlerSweepInterval: SWEEP,
      // A callback waits for nobody: it has three seconds, and its own deadline decides.
      rejectOnRateLimit: ['/interactions'],
      makeRequest: async (url, init) => {
        const response = await DefaultRestOptions.makeRequest(url, init);
        if (response.status === 401 && 'Authorization' in Object(init.headers)) onRefused();
        return response;
      },
    },
    ...tuning,
  });
}
