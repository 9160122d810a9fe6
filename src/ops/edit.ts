/** Later answers, by the interaction's own webhook. Its address holds the token, so no address is ever logged. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { SentFile } from '../discord/files.ts';

/** Milliseconds that one request may take. */
const ONE_TRY = 5000;
/** Milliseconds in which it is tried again while Discord is busy or out of reach. A token lives longer, but nobody waits that long. */
const WHILE_BUSY = 30_000;
/** Milliseconds in which Discord may still be about to take the callback that the edit changes: until then there is nothing to change. */
const WHILE_UNKNOWN = 10_000;
/** Milliseconds before the second try; twice as many before each one after it, up to the longest. Discord may name more. */
const FIRST_PAUSE = 300;
const LONGEST_PAUSE = 5000;

/** Discord's code for a token that has not been answered, or no longer lives. */
const UNKNOWN_WEBHOOK = 10015;

/** Discord wants to be told who asks. D reference.mdx, "User Agent". */
const HEADERS = { 'user-agent': 'DiscordBot (sourcebook, 1)' };

/** Discord's address with the version that is spoken here. */
export const versioned = (api = 'https://discord.com/api'): string => `${api}/v10`;

export interface Sending {
  application: string;
  token: string;
  /** The edit of the first answer, or a message of its own. */
  as: 'edit' | 'message';
  body: unknown;
  /** Those that the body lists as attachments, in that order. */
  files?: readonly SentFile[];
}

/** What became of it: HTTP's status, or `unreached`; and Discord's code where it refused. */
export interface Sent {
  status: number | 'unreached';
  code?: number | undefined;
}

interface Tried extends Sent {
  /** Milliseconds. */
  retryAfter: number;
}

async function codeOf(response: Response): Promise<number | undefined> {
  const told: unknown = await response.json().catch(() => undefined);
  return typeof told === 'object' && told !== null && 'code' in told && typeof told.code === 'number' ? told.code : undefined;
}

/** JSON, or a form of it and the files. D reference.mdx, "Uploading Files". */
function carried(body: unknown, files: readonly SentFile[]): { body: string | FormData; headers: Record<string, string> } {
  const json = JSON.stringify(body);
  if (files.length === 0) return { body: json, headers: { ...HEADERS, 'content-type': 'application/json' } };
  const form = new FormData();
  form.append('payload_json', json);
  for (const [index, { name, type, bytes }] of files.entries()) form.append(`files[${index}]`, new Blob([new Uint8Array(bytes)], { type }), name);
  // The form's own type names what parts it.
  return { body: form, headers: HEADERS };
}

async function once(url: string, what: { method: string } & ReturnType<typeof carried>, left: number): Promise<Tried> {
  try {
    const signal = AbortSignal.timeout(Math.min(ONE_TRY, Math.max(1, Math.ceil(left))));
    const response = await fetch(url, { ...what, signal });
    const retryAfter = Number(response.headers.get('retry-after') ?? 0) * 1000;
    if (response.status >= 400) return { status: response.status, code: await codeOf(response), retryAfter };
    await response.body?.cancel();
    return { status: response.status, retryAfter };
  } catch {
    return { status: 'unreached', retryAfter: 0 };
  }
}

/** Milliseconds from the first try in which another may do better. */
function patienceFor({ status, code }: Sent): number {
  if (status === 404) return code === UNKNOWN_WEBHOOK ? WHILE_UNKNOWN : 0;
  return status === 'unreached' || status === 429 || status >= 500 ? WHILE_BUSY : 0;
}

/**
 * Sends what was put off. It is tried again: an edit done twice is the same edit, and a message beside says only that something failed.
 * @param api Discord's address with version.
 */
export async function sendByToken(api: string, { application, token, as, body, files = [] }: Sending): Promise<Sent> {
  const url = `${api}/webhooks/${application}/${token}${as === 'edit' ? '/messages/@original' : ''}`;
  const what = { method: as === 'edit' ? 'PATCH' : 'POST', ...carried(body, files) };
  const began = performance.now();
  for (let wait = FIRST_PAUSE; ; wait = Math.min(2 * wait, LONGEST_PAUSE)) {
    const { retryAfter, ...sent } = await once(url, what, began + WHILE_BUSY - performance.now());
    const pause = Math.max(wait, retryAfter);
    if (performance.now() + pause > began + patienceFor(sent)) return sent;
    // Nobody waits for a pause when the program ends.
    await sleep(pause, undefined, { ref: false });
  }
}
