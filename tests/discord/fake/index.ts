/**
 * A Discord of our own on loopback: REST and gateway as a client meets them, and users who ask, press and pick as a test tells them.
 * It knows nothing of the program that it serves. Every payload is held against Discord's own description and against our limits.
 */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { description } from '../payload/rules.ts';
import { actionsOf } from './actions.ts';
import type { Discord, Setup } from './api.ts';
import { endpointOf } from './endpoint.ts';
import type { Script } from './faults.ts';
import { createGateway } from './gateway/gateway.ts';
import { createMessage, repeatMessage } from './messages.ts';
import { addDirect, addGroup, addThread } from './places.ts';
import { replaceCommands } from './rest/commands.ts';
import { routesOf } from './rest/index.ts';
import { createRest, type Request } from './server.ts';
import { createSigner } from './signing.ts';
import { channelOfWhere, userOfWhere } from './where.ts';
import { addUser, createWorld, type World } from './world.ts';

export type { Answered } from './answered.ts';
export type { Discord, Setup } from './api.ts';
export type { APIMessage } from './types.ts';

const TOKEN = 'fake.token.of-the-bot';

type Scene = Pick<Discord, 'guilds' | 'user' | 'channel' | 'commands' | 'messages' | 'file' | 'newUser' | 'direct' | 'group' | 'thread' | 'says' | 'again'>;

/** Who and what there is, for a test to look at and to add to. */
const sceneOf = (world: World): Scene => ({
  guilds: [...world.guilds.values()],
  user: userOfWhere(world, {}),
  channel: channelOfWhere(world, {}),
  commands: (guild) => [...world.commands.values()].filter((command) => command.guild_id === guild?.id),
  messages: (channel = channelOfWhere(world, {})) => world.messages.all().filter((message) => message.channel_id === channel.id),
  file: ({ id }) => world.files.get(id),
  newUser: (name) => addUser(world, name),
  direct: (user = userOfWhere(world, {})) => addDirect(world, user),
  group: (...users) => addGroup(world, users),
  thread: (parent, type = 11, metadata = {}) => addThread(world, parent, type, metadata),
  says: (content, where = {}) => createMessage(world, channelOfWhere(world, where), { content }, { author: userOfWhere(world, where) }),
  again: (message) => repeatMessage(world, message),
});

/** What the fake is told and tells while it runs. */
interface Desk {
  token: string | undefined;
  way: NonNullable<Setup['deliver']>;
  scripts: Script[];
  requests: Request[];
  complaints: string[];
}

type Levers = Pick<Discord, 'requests' | 'deliverTo' | 'fault' | 'revoke' | 'complaints' | 'forgive'>;

const leversOf = (desk: Desk): Levers => ({
  requests: (route) => desk.requests.filter((request) => route === undefined || request.route === route),
  deliverTo: (way) => {
    desk.way = way;
  },
  fault: (route, fault, { times = 1, skip = 0 } = {}) => {
    desk.scripts.push({ route, fault, times, skip });
  },
  revoke: () => {
    desk.token = undefined;
  },
  complaints: desk.complaints,
  forgive: () => desk.complaints.splice(0),
});

/** Starts a Discord. Its port is any that is free. */
export async function startDiscord(setup: Setup = {}): Promise<Discord> {
  const { guilds = [{}], commands = [], patience = 3000, heartbeat = 41_250, shards = 1, buckets = {}, everywhere, validates = true, keep = 5000 } = setup;
  const signer = createSigner();
  const world = createWorld({ guilds, publicKey: signer.publicKey, keep });
  const desk: Desk = { token: TOKEN, way: setup.deliver ?? 'gateway', scripts: [], requests: [], complaints: [] };
  const token = () => desk.token;
  const complain = (text: string) => {
    desk.complaints.push(text);
  };
  const note = (request: Request) => {
    desk.requests.push(request);
    if (desk.requests.length > keep) desk.requests.shift();
  };

  // Before anybody waits for an answer within three seconds.
  if (validates) await description();
  const server = createRest({ world, routes: routesOf(shards), token, scripts: desk.scripts, buckets, everywhere, validates, note, complain });
  const gateway = createGateway({ world, server, token, shards, heartbeat });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  world.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  replaceCommands(world, commands);

  return {
    ...actionsOf({ sender: { world, gateway, signer, validates, patience, complain }, way: () => desk.way, requests: () => desk.requests }),
    ...sceneOf(world),
    ...leversOf(desk),
    api: `${world.origin}/api`,
    token: TOKEN,
    applicationId: world.application.id,
    publicKey: signer.publicKey,
    clock: world.clock,
    gateway,
    endpoint: endpointOf(world, signer),
    stop: async () => {
      gateway.stop();
      server.closeAllConnections();
      await new Promise((ended) => server.close(ended));
      if (desk.complaints.length) throw new Error(`Discord has complaints:\n${desk.complaints.join('\n')}`);
    },
  };
}
