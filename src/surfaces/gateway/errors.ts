/** What Discord refuses, in plain words and with what to do about it. */
import { DiscordAPIError, DiscordjsError, DiscordjsErrorCodes, HTTPError, RateLimitError } from 'discord.js';

const WRONG_TOKEN = 'Discord refuses the token. Copy it anew from the Bot page of your application (Reset Token) into DISCORD_TOKEN.';
export const REVOKED = 'Discord no longer takes the token: it was reset or revoked. Put the new one into DISCORD_TOKEN and start again.';

const UNREACHED = 'Discord could not be reached. Is there a way to discord.com from here?';

/** By the gateway's close code. */
const CLOSES: Readonly<Record<number, string>> = {
  4004: REVOKED,
  4010: 'Discord refuses the shard: is the bot started twice with different settings?',
  4011: 'Discord wants the bot to be sharded: it is in too many servers for one connection.',
  4012: 'Discord no longer speaks this version of its gateway: update discord.js.',
  4013: 'Discord does not know the intents asked for: update discord.js.',
  4014: 'Discord does not allow the intents asked for. This bot needs none but Guilds, which needs no permission: is it changed?',
};

/** By the code of Discord's REST errors: what the owner alone can mend. */
const CODES: Readonly<Record<string, string>> = {
  10002: 'There is no application of that id: compare DISCORD_APPLICATION_ID with the General Information page of your application.',
  10004: 'There is no server of that id, or the bot is not in it: look at DISCORD_GUILD, and invite the bot.',
  50001:
    'Discord gives the bot no access there. Is DISCORD_GUILD a server that it was invited to, with the scope applications.commands? Does DISCORD_APPLICATION_ID belong to the token?',
  20012: 'The token belongs to another application than DISCORD_APPLICATION_ID.',
};

/** Commands made in a day. */
const DAILY_CREATES = 30034;
const USED_UP = 'Discord allows 200 new commands a day, and they are used up. Those that are registered go on working.';

/** The plain message for a connection that was closed for good. */
export const explainClose = (code: number): string => CLOSES[code] ?? `Discord closed the connection for good (${code}).`;

/** The plain message for an error that the owner has to mend before the bot can do anything; undefined for one that may pass. */
export function explain(error: unknown): string | undefined {
  if (error instanceof DiscordjsError) return error.code === DiscordjsErrorCodes.TokenInvalid ? WRONG_TOKEN : undefined;
  if (error instanceof DiscordAPIError) return error.status === 401 ? WRONG_TOKEN : CODES[error.code];
  const message = error instanceof Error ? error.message : '';
  if (/authentication failed/i.test(message)) return WRONG_TOKEN;
  if (/disallowed intents/i.test(message)) return explainClose(4014);
  return undefined;
}

/**
 * The plain message for any error, without a word of Discord's own text, which may name what was sent.
 * @param deed what could not be done: `register the commands`.
 */
export function describeError(error: unknown, deed: string): string {
  const known = explain(error);
  if (known !== undefined) return known;
  if (error instanceof DiscordAPIError) {
    if (error.code === DAILY_CREATES) return USED_UP;
    const told = `${error.status}, code ${error.code}`;
    return `Discord refused to ${deed} (${told}). What the code means stands in Discord’s documentation under “JSON Error Codes”.`;
  }
  if (error instanceof HTTPError) return `Discord has trouble of its own (${error.status}) and did not ${deed}. Try again in a few minutes.`;
  if (error instanceof RateLimitError) return `Discord wants a pause of ${Math.ceil(error.retryAfter / 1000)} seconds before it will ${deed}.`;
  return UNREACHED;
}
