/** Later answers, by the interaction's own webhook. Its address holds the token, so no address is ever logged. */
import { setTimeout as sleep } from 'node:timers/promises';

/** Milliseconds: one request, and all tries together. A token lives longer, but nobody waits that long. */
const ONE_TRY = 5000;
const ALL_TRIES = 30_000;
/** Between tries, when Discord names no time. */
const PAUSE = 500;
const MOST_TRIES = 4;

export interface Edit {
  application: string;
  token: string;
  body: unknown;
}

/** What became of an edit: HTTP's status, or `unreached`. */
export type Sent = { status: number } | { status: 'unreached' };

async function once(url: string, body: string): Promise<{ status: number | 'unreached'; retryAfter: number }> {
  try {
    const response = await fetch(url, { method: 'PATCH', headers: { 'content-type': 'application/json' }, body, signal: AbortSignal.timeout(ONE_TRY) });
    await response.body?.cancel();
    return { status: response.status, retryAfter: Number(response.headers.get('retry-after') ?? 0) * 1000 };
  } catch {
    return { status: 'unreached', retryAfter: 0 };
  }
}

const mayPass = (status: number | 'unreached'): boolean => status === 'unreached' || status === 429 || status >= 500;

/** Replaces what put an answer off. An edit done twice is the same edit, so it is tried again when Discord is busy. @param api Discord's address with version. */
export async function editOriginal(api: string, { application, token, body }: Edit): Promise<Sent> {
  const url = `${api}/webhooks/${application}/${token}/messages/@original`;
  const text = JSON.stringify(body);
  const end = performance.now() + ALL_TRIES;
  for (let tries = 1; ; tries += 1) {
    const { status, retryAfter } = await once(url, text);
    const pause = Math.max(PAUSE * tries, retryAfter);
    if (!mayPass(status) || tries >= MOST_TRIES || performance.now() + pause > end) return { status };
    await sleep(pause);
  }
}
