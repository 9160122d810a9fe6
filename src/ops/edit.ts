/** Later answers, by the interaction's own webhook. Its address holds the token, so no address is ever logged. */
import { setTimeout as sleep } from 'node:timers/promises';

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
const HEADERS = { 'content-type': 'application/json', 'user-agent': 'DiscordBot (sourcebook, 1)' };

/** Discord's address with the version that is spoken here. */
export const versioned = (api = 'https://discord.com/api'): string => `${api}/v10`;

export interface Sending {
  application: string;
  token: string;
  /** The edit of the first answer, or a message of its own. */
  as: 'edit' | 'message';
  body: unknown;
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

async function once(url: string, method: string, body: string, left: number): Promise<Tried> {
  try {
    const signal = AbortSignal.timeout(Math.min(ONE_TRY, Math.max(1, Math.ceil(left))));
    const response = await fetch(url, { method, headers: HEADERS, body, signal });
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
export async function sendByToken(api: string, { application, token, as, body }: Sending): Promise<Sent> {
  const url = `${api}/webhooks/${application}/${token}${as === 'edit' ? '/messages/@original' : ''}`;
  const method = as === 'edit' ? 'PATCH' : 'POST';
  const text = JSON.stringify(body);
  const began = performance.now();
  for (let wait = FIRST_PAUSE; ; wait = Math.min(2 * wait, LONGEST_PAUSE)) {
    const { retryAfter, ...sent } = await once(url, method, text, began + WHILE_BUSY - performance.now());
    const pause = Math.max(wait, retryAfter);
    if (performance.now() + pause > began + patienceFor(sent)) return sent;
    // Nobody waits for a pause when the program ends.
    await sleep(pause, undefined, { ref: false });
  }
}
