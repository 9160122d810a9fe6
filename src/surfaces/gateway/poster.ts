/** Posts of the digest over Discord's REST. discord.js tries nothing again here: it would repeat a 5xx without any pause; who calls does that. */
import { type APIMessage, type APIUser, REST, Routes, SnowflakeUtil } from 'discord.js';
import type { Found, Opened, Poster, Refusal } from '../../digest/poster.ts';
import { attachmentsOf, type SentFile } from '../../discord/files.ts';
import { refusalOf } from './refusal.ts';

/** Milliseconds that Discord has for an answer. */
const PATIENCE = 8000;
/** Milliseconds by which clocks may differ: Discord's, which dates messages, and this machine's. */
const SKEW = 60_000;
/** Messages of one page of history, and pages that are looked through: an hour of a channel in which nobody ever stops. */
const PAGE = 100;
const PAGES = 20;

export interface PosterSettings {
  token: string;
  /** Discord's address without version. */
  api?: string | undefined;
  /** Milliseconds that Discord has for an answer. */
  patience?: number;
}

const snowflakeAt = (ms: number): bigint => SnowflakeUtil.generate({ timestamp: ms, increment: 0n, workerId: 0n, processId: 0n });

/** Whether it is the bot's own post of the edition: the id ends the last embed's footer. */
function isMarked({ author, embeds }: APIMessage, bot: string, mark: string): boolean {
  const id = /Edition (\S+)$/.exec(embeds.at(-1)?.footer?.text ?? '')?.[1];
  return author.id === bot && id !== undefined && id.startsWith(`${mark}-`);
}

/** @throws nothing: each call gives what became of it. */
export function createPoster({ token, api, patience = PATIENCE }: PosterSettings): Poster {
  const rest = new REST({ ...(api !== undefined && { api }), retries: 0, timeout: patience, rejectOnRateLimit: () => true, handlerSweepInterval: 300_000 });
  rest.setToken(token);
  let refused = false;
  let bot: string | undefined;

  const tried = async <T>(work: () => Promise<T>): Promise<T | Refusal> => {
    if (refused) return { is: 'token' };
    try {
      return await work();
    } catch (error) {
      const refusal = refusalOf(error);
      // discord.js forgets a token that was refused once.
      refused ||= refusal.is === 'token';
      return refusal;
    }
  };
  const get = async <T>(route: `/${string}`, query = {}): Promise<T> =>
    (await rest.get(route, { query: new URLSearchParams(query), signal: AbortSignal.timeout(patience) })) as T;
  const post = async <T>(route: `/${string}`, body: unknown, files: readonly SentFile[] = []): Promise<T> =>
    (await rest.post(route, {
      body,
      files: files.map(({ name, type, bytes }) => ({ name, contentType: type, data: bytes })),
      signal: AbortSignal.timeout(patience),
    })) as T;

  /** Without “Read Message History” Discord shows no messages, and no error either. */
  async function isEmpty(channel: string, first: bigint): Promise<Found> {
    const { last_message_id: last } = await get<{ last_message_id?: string | null }>(Routes.channel(channel));
    return last && BigInt(last) >= first ? { is: 'unseen' } : { is: 'absent' };
  }

  async function lookThrough(channel: string, mark: string, since: number): Promise<Found> {
    bot ??= (await get<APIUser>(Routes.user())).id;
    const first = snowflakeAt(since - SKEW);
    let before: string | undefined;
    for (let page = 0; page < PAGES; page += 1) {
      const messages = await get<APIMessage[]>(Routes.channelMessages(channel), { limit: String(PAGE), ...(before !== undefined && { before }) });
      const ours = messages.find((message) => isMarked(message, bot ?? '', mark));
      if (ours) return { is: 'found', message: ours.id, files: ours.attachments.length };
      const oldest = messages.at(-1)?.id;
      if (page === 0 && oldest === undefined) return isEmpty(channel, first);
      if (messages.length < PAGE || oldest === undefined || BigInt(oldest) < first) return { is: 'absent' };
      before = oldest;
    }
    return { is: 'unseen' };
  }

  return {
    post: (channel, message, nonce, files = []) =>
      tried(async () => {
        const listed = files.length > 0 && { attachments: attachmentsOf(files) };
        const body = { ...message, ...listed, nonce, enforce_nonce: true, allowed_mentions: { parse: [] } };
        const { id, attachments } = await post<APIMessage>(Routes.channelMessages(channel), body, files);
        return { is: 'posted', message: id, files: attachments.length };
      }),
    find: (channel, mark, since) => tried(() => lookThrough(channel, mark, since)),
    direct: (user) =>
      tried(async (): Promise<Opened> => ({ is: 'opened', channel: (await post<{ id: string }>(Routes.userChannels(), { recipient_id: user })).id })),
    systemChannel: (guild) =>
      tried(async (): Promise<Opened> => {
        const { system_channel_id: channel } = await get<{ system_channel_id: string | null }>(Routes.guild(guild));
        return channel ? { is: 'opened', channel } : { is: 'none' };
      }),
    close: () => {
      rest.clearHandlerSweeper();
      rest.clearHashSweeper();
    },
  };
}
