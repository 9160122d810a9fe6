/** Bodies of callbacks: a message, a change, the promise of either, suggestions. Nothing that we send calls anybody. */
import type {
  APIApplicationCommandOptionChoice,
  APIInteractionResponse,
  APIInteractionResponseCallbackData,
  RESTPatchAPIInteractionOriginalResponseJSONBody,
  RESTPostAPIInteractionFollowupJSONBody,
} from 'discord-api-types/v10';
import { attachmentsOf, type SentFile } from './files.ts';
import { FLAG } from './limits.ts';
import { sentence, type Words } from './render/index.ts';

/** Types of callbacks. */
const PONG = 1;
const MESSAGE = 4;
const PUT_OFF = 5;
const PUT_OFF_UPDATE = 6;
const UPDATE = 7;
const CHOICES = 8;

/** How an answer is shown: as a new message, to all or to the asker; or in place of the message under which a button was pressed. */
export type Shown = 'public' | 'private' | 'update';

/** A message whose files are at hand. */
export type Ready = Words & { files?: readonly SentFile[] };

/** The files themselves go beside this. */
const data = ({ files, ...message }: Ready, alone: boolean): APIInteractionResponseCallbackData => ({
  ...message,
  ...(files && { attachments: attachmentsOf(files) }),
  allowed_mentions: { parse: [] },
  ...(alone && { flags: FLAG.ephemeral }),
});

export const pong: APIInteractionResponse = { type: PONG };

/** A sentence of the bot's own, for the asker alone. */
export const privately = (text: string): APIInteractionResponse => ({ type: MESSAGE, data: data(sentence(text), true) });

export const bodyOf = (shown: Shown, message: Ready): APIInteractionResponse =>
  shown === 'update' ? { type: UPDATE, data: data(message, false) } : { type: MESSAGE, data: data(message, shown === 'private') };

/** What is said first when the answer takes long. */
export function putOffOf(shown: Shown): APIInteractionResponse {
  if (shown === 'update') return { type: PUT_OFF_UPDATE };
  return shown === 'private' ? { type: PUT_OFF, data: { flags: FLAG.ephemeral } } : { type: PUT_OFF };
}

export const choicesBody = (choices: APIApplicationCommandOptionChoice<string>[]): APIInteractionResponse => ({ type: CHOICES, data: { choices } });

/** What comes when an answer was put off: the edit of what put it off, with the answer's files, or a message of its own below. */
export type Later =
  | { as: 'edit'; body: RESTPatchAPIInteractionOriginalResponseJSONBody; files?: readonly SentFile[] }
  | { as: 'message'; body: RESTPostAPIInteractionFollowupJSONBody };

/** An answer that was put off, as it is sent; undefined for what is no message. */
export function laterOf(putOff: APIInteractionResponse, { body, files }: { body: APIInteractionResponse; files?: readonly SentFile[] }): Later | undefined {
  if (body.type !== MESSAGE && body.type !== UPDATE) return undefined;
  // An update that failed leaves its message as it was, and whoever pressed is told so beside it.
  if (putOff.type === PUT_OFF_UPDATE && body.type === MESSAGE) return { as: 'message', body: body.data as RESTPostAPIInteractionFollowupJSONBody };
  // Whether it is private was settled when it was put off.
  const { flags: _, ...rest } = body.data ?? {};
  return { as: 'edit', body: rest as RESTPatchAPIInteractionOriginalResponseJSONBody, ...(files && { files }) };
}
