/** Fetches one page, within bounds. The only network access of the base's commands. */

export interface FetchLimits {
  /** Whole time, redirects and body included, in milliseconds. */
  timeout: number;
  /** Bytes of the body after decompression. */
  bytes: number;
  redirects: number;
}

export const FETCH_LIMITS: FetchLimits = { timeout: 20_000, bytes: 5 * 1024 * 1024, redirects: 5 };

export interface Page {
  /** Where it was found after redirects. */
  url: string;
  type: 'text/html' | 'text/plain';
  text: string;
}

const ACCEPTED: ReadonlySet<string> = new Set(['text/html', 'text/plain']);
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** @throws Error with a sentence for the user. */
function addressOf(url: string, base?: string): URL {
  const address = URL.canParse(url, base) ? new URL(url, base) : undefined;
  if (!address || (address.protocol !== 'http:' && address.protocol !== 'https:')) throw new Error(`${url} is no http or https address.`);
  return address;
}

async function follow(url: string, limits: FetchLimits, signal: AbortSignal): Promise<Response & { finalUrl: string }> {
  let address = addressOf(url);
  for (let hop = 0; hop <= limits.redirects; hop++) {
    const response = await fetch(address, {
      redirect: 'manual',
      signal,
      headers: { accept: 'text/html, text/plain;q=0.9', 'user-agent': 'sourcebook-snapshot' },
    });
    const target = REDIRECTS.has(response.status) ? response.headers.get('location') : null;
    if (target === null) return Object.assign(response, { finalUrl: address.href });
    await response.body?.cancel();
    address = addressOf(target, address.href);
  }
  throw new Error(`${url} redirects more than ${limits.redirects} times.`);
}

async function readBody(response: Response, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > most) throw new Error(`The page is larger than ${most / 1024 / 1024} MB.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The text of a page in the encoding that its header or its own `meta` names; UTF-8 when neither does. */
function decode(bytes: Uint8Array, header: string): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  const label = /charset\s*=\s*["']?([\w.:-]+)/i.exec(header)?.[1] ?? /<meta[^>]+charset\s*=\s*["']?([\w.:-]+)/i.exec(head)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return new TextDecoder('utf-8').decode(bytes);
  }
}

async function load(url: string, limits: FetchLimits, signal: AbortSignal): Promise<Page> {
  const response = await follow(url, limits, signal);
  if (!response.ok) {
    await response.body?.cancel();
    throw new Error(`${response.finalUrl} answers with status ${response.status}.`);
  }
  const header = response.headers.get('content-type') ?? '';
  const type = header.split(';')[0]?.trim().toLowerCase() ?? '';
  if (!ACCEPTED.has(type)) {
    await response.body?.cancel();
    throw new Error(`${response.finalUrl} is ${type || 'of no stated type'}, not a web page or plain text.`);
  }
  const bytes = await readBody(response, limits.bytes);
  return { url: response.finalUrl, type: type as Page['type'], text: decode(bytes, header) };
}

/**
 * Fetches a page of text.
 * @throws Error with a sentence for the user: wrong address or type, too many redirects, too large, too slow, not reachable.
 */
export async function fetchPage(url: string, limits: FetchLimits = FETCH_LIMITS): Promise<Page> {
  const signal = AbortSignal.timeout(limits.timeout);
  try {
    return await load(url, limits, signal);
  } catch (error) {
    if (signal.aborted) throw new Error(`${url} did not answer within ${limits.timeout / 1000} seconds.`, { cause: error });
    if (error instanceof TypeError) throw new Error(`${url} could not be reached.`, { cause: error });
    throw error;
  }
}
