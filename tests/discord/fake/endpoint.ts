/** What Discord does with an interactions endpoint besides interactions: it tests it, with good signatures and with bad ones. */
import { type Forgery, post, type Signer } from './signing.ts';
import type { World } from './world.ts';

/** What an endpoint answered; `body` is what its JSON says, or its text where it is none. */
interface Reply {
  status: number;
  type: string;
  body: unknown;
}

export interface Endpoint {
  /** Posts a payload, signed well or badly. */
  post(url: string, payload: unknown, forgery?: Forgery): Promise<Reply>;
  /** Tests an endpoint as Discord does when its address is saved, and again from time to time. What is wrong with it, a line each. */
  save(url: string): Promise<string[]>;
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

async function readReply(response: Response): Promise<Reply> {
  return { status: response.status, type: response.headers.get('content-type') ?? '', body: parse(await response.text()) };
}

/** D interactions/overview.mdx, "Acknowledging PING requests". */
const isPong = ({ status, body }: Reply): boolean => status === 200 && typeof body === 'object' && body !== null && 'type' in body && body.type === 1;

export function endpointOf(world: World, signer: Signer): Endpoint {
  const send: Endpoint['post'] = async (url, payload, forgery) => readReply(await post(url, signer, payload, forgery));
  const ping = () => ({
    id: world.newId(),
    application_id: world.application.id,
    type: 1,
    token: crypto.randomUUID(),
    version: 1,
    entitlements: [],
    authorizing_integration_owners: {},
  });
  return {
    post: send,
    save: async (url) => {
      const good = await send(url, ping());
      const bad = await send(url, ping(), { signature: 'wrong' });
      return [
        ...(isPong(good) ? [] : [`a PING was answered with ${good.status} ${JSON.stringify(good.body)}, not with 200 {"type":1}`]),
        ...(bad.status === 401 ? [] : [`a PING with a wrong signature was answered with ${bad.status}, not with 401`]),
      ];
    },
  };
}
