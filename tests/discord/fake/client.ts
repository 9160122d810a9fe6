/** The real discord.js client, made impatient, so that tests of broken connections are quick. */
import { once } from 'node:events';
import { Client, type ClientOptions, Events, GatewayIntentBits, SimpleShardingStrategy } from 'discord.js';
import type { Discord } from './index.ts';

/** Nobody waits five seconds between sessions here. */
const atOnce = async () => ({ waitForIdentify: async () => {} });

/** In milliseconds; discord.js itself waits 60 s, 15 s and 30 s. */
const TIMES = { helloTimeout: 1000, readyTimeout: 1000, handshakeTimeout: 1000 };

/** How an impatient client reaches the gateway. */
export const impatient: NonNullable<ClientOptions['ws']> = {
  buildStrategy: (manager) => {
    Object.assign(manager.options, TIMES);
    return new SimpleShardingStrategy(manager);
  },
  buildIdentifyThrottler: atOnce,
};

/** A client of the fake that has not logged in. */
export const clientOf = (discord: Discord, { rest, ...more }: Partial<ClientOptions> = {}): Client =>
  new Client({
    intents: [GatewayIntentBits.Guilds],
    waitGuildTimeout: 500,
    closeTimeout: 100,
    allowedMentions: { parse: [] },
    ...more,
    rest: { api: discord.api, timeout: 1000, offset: 0, ...rest },
    ws: impatient,
  });

/** A client that has logged in and knows its servers. */
export async function connect(discord: Discord, options: Partial<ClientOptions> = {}): Promise<Client<true>> {
  const client = clientOf(discord, options);
  const ready = once(client, Events.ClientReady);
  await client.login(discord.token);
  await ready;
  return client as Client<true>;
}
