/** Faults that a test scripts, each for one route and so many requests. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Answer, type Code, refuse } from './answer.ts';
import type { RouteName } from './rest/index.ts';

export type Fault =
  /** Told to wait, in seconds. `shared`: others have used up what all share; `global`: for every route. */
  | { rateLimit: number; scope?: 'user' | 'shared' | 'global' }
  /** Refused by Discord itself. */
  | { code: Code }
  /** Failed before it came to Discord: 502, 503. */
  | { status: number }
  /** The connection is cut, `before` the request is put into effect or `after`. */
  | { cut: 'before' | 'after' }
  /** Nothing is ever answered. `after`: the request is put into effect all the same. */
  | { hang: 'before' | 'after' }
  /** Answered as ever, but so many milliseconds late. */
  | { delay: number };

export interface Script {
  route: RouteName;
  fault: Fault;
  /** Requests that it still spares, and then befalls. */
  skip: number;
  times: number;
}

/** The next fault of a route, which is used up by this. */
export function nextFault(scripts: Script[], route: RouteName): Fault | undefined {
  const script = scripts.find((one) => one.route === route && one.times > 0);
  if (!script) return undefined;
  if (script.skip-- > 0) return undefined;
  script.times--;
  return script.fault;
}

/** D topics/rate-limits.mdx, "Exceeding A Rate Limit". In seconds: Discord rounds the header up, here it is exact, so that no test waits longer. */
function limited(seconds: number, scope: 'user' | 'shared' | 'global'): Answer {
  const global = scope === 'global';
  return {
    status: 429,
    body: { message: 'You are being rate limited.', retry_after: seconds, global },
    headers: { 'retry-after': String(seconds), 'x-ratelimit-scope': scope, ...(global && { 'x-ratelimit-global': 'true' }) },
  };
}

/** `cut` and `hang` have no answer. */
export type Outcome = Answer | 'cut' | 'hang';

/** Lets a fault befall a request. `apply` puts the request into effect, and is called at most once. */
export async function befall(fault: Fault, apply: () => Promise<Answer>): Promise<Outcome> {
  if ('rateLimit' in fault) return limited(fault.rateLimit, fault.scope ?? 'user');
  if ('code' in fault) return refuse(fault.code);
  if ('status' in fault) return { status: fault.status, body: `<html><body>${fault.status}</body></html>`, headers: { 'content-type': 'text/html' } };
  if ('delay' in fault) return sleep(fault.delay).then(apply);
  if (Object.values(fault)[0] === 'after') await apply();
  return 'cut' in fault ? 'cut' : 'hang';
}
