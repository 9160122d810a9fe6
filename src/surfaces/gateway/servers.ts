/** In which servers the bot is, asked of Discord's REST. */
import { type APIGuild, DiscordAPIError, REST, Routes } from 'discord.js';

/** Servers as Discord tells of them. Neither ever rejects. */
export interface Servers {
  /** Ids of those that the bot is in; undefined when Discord does not tell. */
  list(end: AbortSignal): Promise<ReadonlySet<string> | undefined>;
  /** Whether the bot is in one. `unclear`: Discord did not say so in so many words, as in an outage. */
  look(guild: string, end: AbortSignal): Promise<'in' | 'out' | 'unclear'>;
}

/** Servers of one page: the most that Discord gives. D resources/user.mdx, "Get Current User Guilds". */
const PAGE = 200;

/** Unknown Guild, Missing Access: what is said of a server to a bot that is not in it. D topics/opcodes-and-status-codes.mdx, "JSON Error Codes". */
const OUT: ReadonlySet<unknown> = new Set([10004, 50001]);

export interface ServerSettings {
  token: string;
  /** Discord's address without version; Discord's own unless told. */
  api?: string | undefined;
}

/** Nobody waits for these answers, so rate limits are waited for. */
export function createServers({ token, api }: ServerSettings): Servers {
  const rest = new REST({ retries: 1, ...(api !== undefined && { api }) }).setToken(token);

  async function all(signal: AbortSignal): Promise<Set<string>> {
    const ids = new Set<string>();
    for (let after = '0'; ; ) {
      const query = new URLSearchParams({ limit: String(PAGE), after });
      const page = (await rest.get(Routes.userGuilds(), { query, signal })) as Pick<APIGuild, 'id'>[];
      for (const { id } of page) ids.add(id);
      const last = page.at(-1)?.id;
      if (page.length < PAGE || last === undefined) return ids;
      after = last;
    }
  }

  return {
    list: (end) => all(end).catch(() => undefined),
    look: (guild, signal) =>
      rest.get(Routes.guild(guild), { signal }).then(
        () => 'in' as const,
        (error: unknown) => (error instanceof DiscordAPIError && OUT.has(error.code) ? 'out' : 'unclear'),
      ),
  };
}
