/** Rate limits of routes as Discord keeps them, with the headers that tell of them. D topics/rate-limits.mdx. */
import type { Answer } from './answer.ts';
import type { RouteName } from './rest/index.ts';

export interface Bucket {
  /** Requests that are let through in a window. */
  limit: number;
  /** Length of a window, in milliseconds of real time: clients wait in real time. */
  per: number;
}

export type Buckets = Partial<Record<RouteName, Bucket>>;

interface Window {
  used: number;
  ends: number;
}

/**
 * The limit of all requests that carry the bot's token together: Discord takes 50 in a second. D topics/rate-limits.mdx, "Global Rate Limit".
 * @returns what a request too many is answered.
 */
export function createGlobalLimit({ limit, per }: Bucket): () => Answer | undefined {
  let window: Window = { used: 0, ends: 0 };
  return () => {
    const now = Date.now();
    if (window.ends <= now) window = { used: 0, ends: now + per };
    window.used++;
    if (window.used <= limit) return undefined;
    const after = (window.ends - now) / 1000;
    const headers = { 'retry-after': String(after), 'x-ratelimit-scope': 'global', 'x-ratelimit-global': 'true' };
    return { status: 429, body: { message: 'You are being rate limited.', retry_after: after, global: true }, headers };
  };
}

/** Counts a request. The headers for its answer, and whether it must be refused. */
export function createLimiter(buckets: Buckets) {
  const windows = new Map<string, Window>();
  return (name: RouteName, resource: string): { headers: Record<string, string>; refused?: Answer } => {
    const bucket = buckets[name];
    if (!bucket) return { headers: {} };
    const now = Date.now();
    const key = `${name} ${resource}`;
    const standing = windows.get(key);
    const window = standing && standing.ends > now ? standing : { used: 0, ends: now + bucket.per };
    windows.set(key, window);
    window.used++;
    const after = (window.ends - now) / 1000;
    const headers = {
      'x-ratelimit-limit': String(bucket.limit),
      'x-ratelimit-remaining': String(Math.max(0, bucket.limit - window.used)),
      'x-ratelimit-reset': (window.ends / 1000).toFixed(3),
      'x-ratelimit-reset-after': after.toFixed(3),
      'x-ratelimit-bucket': Buffer.from(name).toString('hex'),
    };
    if (window.used <= bucket.limit) return { headers };
    const told = { ...headers, 'retry-after': String(after), 'x-ratelimit-scope': 'user' };
    return { headers, refused: { status: 429, body: { message: 'You are being rate limited.', retry_after: after, global: false }, headers: told } };
  };
}
