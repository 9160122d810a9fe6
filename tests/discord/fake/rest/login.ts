/** What a client asks when it logs in, and who there is. */
import { ok, refuse } from '../answer.ts';
import { addDirect } from '../places.ts';
import { type Call, route } from './route.ts';

/** Starts of a session that Discord grants in a day. D events/gateway.mdx, "Session Start Limit Object". */
const STARTS = { total: 1000, remaining: 999, reset_after: 86_400_000, max_concurrency: 1 };

const user = ({ world, params: { user: id = '' } }: Call) => {
  const found = world.users.get(id);
  return found ? ok(found) : refuse(10013);
};

function direct({ world, body }: Call) {
  const recipient = world.users.get((body as { recipient_id?: string }).recipient_id ?? '');
  if (!recipient) return refuse(10013);
  return recipient.bot ? refuse(50007) : ok(addDirect(world, recipient));
}

export const login = (shards: number) =>
  [
    route('gateway', 'GET', '/gateway/bot', ({ world }) => ok({ url: world.origin.replace(/^http/, 'ws'), shards, session_start_limit: STARTS })),
    route('me', 'GET', '/users/@me', ({ world }) => ok(world.bot)),
    route('application', 'GET', '/(?:oauth2/)?applications/@me', ({ world }) => ok(world.application)),
    route('user', 'GET', '/users/:user', user),
    route('direct', 'POST', '/users/@me/channels', direct),
  ] as const;
