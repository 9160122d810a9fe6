/** What delivery needs of Discord, as a port: it knows no transport. Every call is one request and never throws; who calls waits and tries again. */
import type { SentFile } from '../discord/files.ts';
import type { Words } from '../discord/render/message.ts';

/** Why a request was not put into effect, or may not have been. */
export type Refusal =
  /** Discord wants a pause. Nothing was posted. `everywhere`: no request of this bot is taken until then. */
  | { is: 'limited'; ms: number; everywhere: boolean }
  /** No answer, or one that says nothing: the post may stand. */
  | { is: 'unclear'; why: string }
  /** The bot may not post there, or there is no such place. The people of the server can mend it; we cannot. */
  | { is: 'closed'; code: number; why: string }
  /** Discord takes the request for malformed: a fault of ours. */
  | { is: 'wrong'; status: number; code: number | undefined }
  /** Discord no longer takes the bot's token. */
  | { is: 'token' };

/** `files`: how many stand in the message. */
export type Posted = { is: 'posted'; message: string; files: number } | Refusal;
/** `unseen`: there are messages, and the bot may not read them. */
export type Found = { is: 'found'; message: string; files: number } | { is: 'absent' } | { is: 'unseen' } | Refusal;
export type Opened = { is: 'opened'; channel: string } | { is: 'none' } | Refusal;

export interface Poster {
  /**
   * @param nonce by which Discord knows a repeated request again for a few minutes, and answers with the message that stands.
   * @param files those that the message's embeds show.
   */
  post(channel: string, message: Words, nonce: string, files?: readonly SentFile[]): Promise<Posted>;
  /**
   * Looks for a message of the bot's own.
   * @param mark what the id of its edition begins with; see `editionMark`.
   * @param since it is not older, in milliseconds since 1970.
   */
  find(channel: string, mark: string, since: number): Promise<Found>;
  /** Somebody's direct messages. */
  direct(user: string): Promise<Opened>;
  /** Where a server wants to be told of things; `none` when it has not said. */
  systemChannel(guild: string): Promise<Opened>;
  /** Lets go of what is kept for requests. */
  close(): void;
}
