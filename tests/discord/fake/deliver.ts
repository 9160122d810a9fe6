/** Ways on which interactions come to the application: over the gateway, or posted to its endpoint. An application has one or the other. */
import { line } from '../payload/issues.ts';
import { acknowledge } from './acknowledge.ts';
import { read } from './body.ts';
import type { Exchange } from './exchange.ts';
import type { Gateway } from './gateway/gateway.ts';
import { complaintsOf } from './server.ts';
import { post, type Signer } from './signing.ts';
import type { Callback } from './types.ts';
import type { World } from './world.ts';

export type Way = 'gateway' | { url: string };

export interface Sender {
  world: World;
  gateway: Gateway;
  signer: Signer;
  validates: boolean;
  /** How long to wait for an endpoint, in milliseconds. */
  patience: number;
  complain(text: string): void;
}

/** Takes what an endpoint answers as it would take a callback, and holds it against the same rules. */
async function take({ world, validates, complain }: Sender, exchange: Exchange, response: Response): Promise<void> {
  const at = performance.now();
  const carried = await read(Buffer.from(await response.arrayBuffer()), response.headers.get('content-type') ?? '');
  const wrong = validates ? await complaintsOf('callback', 'POST', `/interactions/${exchange.interaction.id}/token/callback`, carried) : [];
  for (const complaint of wrong) complain(`endpoint: ${line(complaint)}`);
  if (wrong.length) throw new Error(`the endpoint answered what Discord would not take:\n${wrong.map(line).join('\n')}`);
  const { status, body } = acknowledge(world, exchange, { callback: carried.body as Callback, files: carried.files, at, withResponse: false });
  if (status >= 400) throw new Error(`Discord would not take the endpoint’s answer: ${JSON.stringify(body)}`);
}

/** With 202 an endpoint says that it will answer by a request of its own. */
async function toEndpoint(sender: Sender, exchange: Exchange, url: string): Promise<void> {
  const response = await post(url, sender.signer, exchange.interaction, { patience: sender.patience });
  if (response.status === 202) return;
  if (response.status !== 200) throw new Error(`the endpoint answered ${response.status}: ${await response.text()}`);
  await take(sender, exchange, response);
}

/** @throws When nobody is there to take it, or the endpoint answers what Discord would not. */
export async function deliver(sender: Sender, exchange: Exchange, way: Way): Promise<void> {
  exchange.sent = performance.now();
  if (way !== 'gateway') return toEndpoint(sender, exchange, way.url);
  if (!sender.gateway.tell('INTERACTION_CREATE', exchange.interaction, exchange.channel.guild_id)) throw new Error('nobody has a session at the gateway');
}
