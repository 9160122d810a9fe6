/** Who may ask a server on somebody's own machine, and what a page of it may do. */
import { isIP } from 'node:net';
import type { MiddlewareHandler } from 'hono';

/** Nothing but what this server serves; no inline script or style, no frame, and no string ever becomes markup. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-cache',
};

const LOCAL: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);
/** Listening everywhere: then any of the machine's addresses is right, but no name, which another site could point here. */
const EVERYWHERE: ReadonlySet<string> = new Set(['0.0.0.0', '::']);

const hostOf = (header: string): string | undefined => (URL.canParse(`http://${header}`) ? new URL(`http://${header}`).hostname : undefined);
const isAddress = (host: string): boolean => isIP(host.replace(/^\[|\]$/g, '')) !== 0;

/** Whether a Host header names this server. A foreign name that leads here (DNS rebinding) does not. @param listens the host that was asked for. */
export function isOurs(header: string | undefined, listens: string): boolean {
  const host = hostOf(header ?? '');
  if (host === undefined || host === '') return false;
  return LOCAL.has(host) || host === listens || (EVERYWHERE.has(listens) && isAddress(host));
}

/** Refuses foreign names and foreign pages, and sets what ours may do. @param listens the host that was asked for. */
export const guard =
  (listens: string): MiddlewareHandler =>
  async (c, next) => {
    const host = c.req.header('host');
    const origin = c.req.header('origin');
    if (!isOurs(host, listens)) return c.text('this server does not go by that name', 421);
    if (origin !== undefined && origin !== `http://${host}`) return c.text('only its own page may ask', 403);
    await next();
    for (const [name, value] of Object.entries(HEADERS)) c.header(name, value);
    return undefined;
  };
