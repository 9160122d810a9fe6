/** How the bot is reached. Discord delivers one way or the other: an endpoint in the application's settings turns the gateway's interactions off. */
import type { BotConfig } from '../config.ts';

export type Way =
  | { by: 'gateway'; token: string }
  /** With the token the commands are registered and digests posted; answers need none. */
  | { by: 'endpoint'; publicKey: string; place: { host: string; port: number }; token: string | undefined };

/** The way that the settings tell; undefined when they tell none. Half an endpoint is a mistake, and said to be one. */
export function wayOf({ token, publicKey, http }: BotConfig): Way | { wrong: string[] } | undefined {
  if (http && publicKey === undefined) return { wrong: ['HTTP_PORT opens the interactions endpoint, which needs DISCORD_PUBLIC_KEY.'] };
  if (http && publicKey !== undefined) return { by: 'endpoint', publicKey, place: http, token };
  return token === undefined ? undefined : { by: 'gateway', token };
}
