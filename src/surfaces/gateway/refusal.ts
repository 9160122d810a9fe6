/** What Discord's refusals of a post mean for the digest that it is of. */
import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import type { Refusal } from '../../digest/poster.ts';

/** In Discord's words, by its codes: D topics/opcodes-and-status-codes.mdx, "JSON Error Codes". */
const CLOSED: Readonly<Record<number, string>> = {
  10003: 'the channel is gone (Unknown Channel)',
  10004: 'the bot is no longer in the server (Unknown Guild)',
  10013: 'the user is gone (Unknown User)',
  50001: 'the bot may not view the channel (Missing Access)',
  50007: 'the user takes no direct messages from the bot',
  50008: 'this kind of channel takes no messages',
  50013: 'the bot lacks a permission in the channel (Missing Permissions)',
  50083: 'the thread is archived',
  50278: 'the user shares no server with the bot',
  160005: 'the thread is locked',
  200000: 'the server’s AutoMod blocks the post',
};

function ofApi({ status, code }: DiscordAPIError): Refusal {
  if (status === 401) return { is: 'token' };
  const known = typeof code === 'number' ? CLOSED[code] : undefined;
  if (known !== undefined) return { is: 'closed', code: Number(code), why: known };
  // What has no code of Discord's is not from Discord itself, but from what stands before it.
  if (typeof code !== 'number') return { is: 'unclear', why: `status ${status}` };
  return status === 403 || status === 404 ? { is: 'closed', code, why: `Discord refuses with code ${code}` } : { is: 'wrong', status, code };
}

/** @param error what discord.js threw. Nothing of its text is told: it may hold what was sent. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof RateLimitError) return { is: 'limited', ms: Math.max(0, error.retryAfter), everywhere: error.global };
  if (error instanceof DiscordAPIError) return ofApi(error);
  if (error instanceof HTTPError) return { is: 'unclear', why: `status ${error.status}` };
  const name = error instanceof Error ? error.name : '';
  return { is: 'unclear', why: name === 'TimeoutError' || name === 'AbortError' ? 'no answer in time' : 'the connection failed' };
}
