/**
 * A Discord of our own on loopback: REST and gateway as a client meets them, and users who ask, press and pick as a test tells them.
 * It knows nothing of the program that it serves. Every payload is held against Discord's own description and against our limits.
 */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { description } from '../payload/rules.ts';
import { type Actions, actionsOf } from './actions.ts';
import type { Buckets } from './buckets.ts';
import type { Clock } from './clock.ts';
import type { Way } from './deliver.ts';
import { type Endpoint, endpointOf } from './endpoint.ts';
import type { Fault, Script } from './faults.ts';
import { createGateway, type Gateway } from './gateway/gateway.ts';
import { createMessage } from './messages.ts';
import { addDirect, addGroup } from './places.ts';
import { replaceCommands } from './rest/commands.ts';
import { type RouteName, routesOf } from './rest/index.ts';
import { createRest, type Request } from './server.ts';
import { createSigner } from './signing.ts';
import type { APIMessage, APIUser, Channel, Command, Guild, Upload } from './types.ts';
import { channelOfWhere, userOfWhere, type Where } from './where.ts';
import { addUser, createWorld, type GuildSetup } from './world.ts';

export type { Answered } from './answered.ts';
export type { Request } from './server.ts';
export type { APIMessage, APIUser, Channel, Command, Guild } from './types.ts';
export type { Where } from './where.ts';

export interface Setup {
  /** One server with one channel unless told. */
  guilds?: readonly GuildSetup[];
  /** Over the gateway unless told. Can be told later, when the endpoint has an address. */
  deliver?: Way;
  /** Commands that are registered from the start, as a client would send them. */
  commands?: readonly { name: string; type?: number }[];
  /** How long a test waits for an answer, in milliseconds of real time; 3000 unless told. */
  patience?: number;
  /** Between heartbeats, in milliseconds; 41250 unless told, as Discord has it. */
  heartbeat?: number;
  shards?: number;
  /** Rate limits of routes; none unless told. */
  buckets?: Buckets;
  /** Whether payloads are held against the rules; they are unless told. Only where time is measured should they not be. */
  validates?: boolean;
  /** How many requests, messages, files and interactions are remembered; 5000 of each unless told. */
  keep?: number;
}

export interface Discord extends Actions {
  /** Where a client finds REST: `http://127.0.0.1:1234/api`. */
  api: string;
  token: string;
  applicationId: string;
  /** In hexadecimal: signatures at the endpoint are checked with it. */
  publicKey: string;
  clock: Clock;
  gateway: Gateway;
  endpoint: Endpoint;
  guilds: readonly Guild[];
  /** The first server's owner, who acts unless another is named. */
  user: APIUser;
  /** The first channel of the first server, in which things happen unless another is named. */
  channel: Channel;
  /** What is registered now; of one server where that is named. */
  commands(guild?: Guild): Command[];
  /** Messages of a channel as they stand now, oldest first. */
  messages(channel?: Channel): APIMessage[];
  /** The bytes of an attachment. */
  file(attachment: { id: string }): Upload | undefined;
  /** Requests that have come, oldest first; of one route where it is named. */
  requests(route?: RouteName): Request[];
  newUser(name: string): APIUser;
  /** Direct messages of a user with the bot; they can be asked in. */
  direct(user?: APIUser): Channel;
  /** A group of users in which the bot is not. */
  group(...users: APIUser[]): Channel;
  /** A message that somebody writes. */
  says(content: string, where?: Where): APIMessage;
  deliverTo(way: Way): void;
  /** Lets a fault befall the next request of a route, or the next few, after those that it spares. */
  fault(route: RouteName, fault: Fault, more?: { times?: number; skip?: number }): void;
  /** Takes the bot's token away: REST says 401 from now on. */
  revoke(): void;
  /** What has been sent that Discord would not take, or does not have. */
  readonly complaints: readonly string[];
  /** Takes the complaints that a test meant to cause. */
  forgive(): string[];
  /**
   * Ends everything.
   * @throws When there are complaints that nobody has forgiven.
   */
  stop(): Promise<void>;
}

/** Remembers so many, and forgets the oldest. */
function memory<T>(most: number): { all: T[]; note(item: T): void } {
  const all: T[] = [];
  return {
    all,
    note: (item) => {
      all.push(item);
      if (all.length > most) all.shift();
    },
  };
}

const TOKEN = 'fake.token.of-the-bot';

export async function startDiscord(setup: Setup = {}): Promise<Discord> {
  const { guilds = [{}], commands = [], patience = 3000, heartbeat = 41_250, shards = 1, buckets = {}, validates = true, keep = 5000 } = setup;
  const signer = createSigner();
  const world = createWorld({ guilds, publicKey: signer.publicKey, keep });
  const requests = memory<Request>(keep);
  const complaints: string[] = [];
  const complain = (text: string): void => void complaints.push(text);
  const scripts: Script[] = [];
  let token: string | undefined = TOKEN;
  let way = setup.deliver ?? 'gateway';

  // Before anybody waits for an answer within three seconds.
  if (validates) await description();
  const server = createRest({ world, routes: routesOf(shards), token: () => token, scripts, buckets, validates, note: requests.note, complain });
  const gateway = createGateway({ world, server, token: () => token, shards, heartbeat });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  world.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  replaceCommands(world, commands);

  return {
    ...actionsOf({ sender: { world, gateway, signer, validates, patience, complain }, way: () => way, requests: () => requests.all }),
    api: `${world.origin}/api`,
    token: TOKEN,
    applicationId: world.application.id,
    publicKey: signer.publicKey,
    clock: world.clock,
    gateway,
    endpoint: endpointOf(world, signer),
    guilds: [...world.guilds.values()],
    get user() {
      return userOfWhere(world, {});
    },
    get channel() {
      return channelOfWhere(world, {});
    },
    commands: (guild) => [...world.commands.values()].filter((command) => command.guild_id === guild?.id),
    messages: (channel = channelOfWhere(world, {})) => world.messages.all().filter((message) => message.channel_id === channel.id),
    file: ({ id }) => world.files.get(id),
    requests: (route) => requests.all.filter((request) => route === undefined || request.route === route),
    newUser: (name) => addUser(world, name),
    direct: (user = userOfWhere(world, {})) => addDirect(world, user),
    group: (...users) => addGroup(world, users),
    says: (content, where = {}) => createMessage(world, channelOfWhere(world, where), { content }, { author: userOfWhere(world, where) }),
    deliverTo: (now) => {
      way = now;
    },
    fault: (route, fault, { times = 1, skip = 0 } = {}) => void scripts.push({ route, fault, times, skip }),
    revoke: () => {
      token = undefined;
    },
    complaints,
    forgive: () => complaints.splice(0),
    stop: async () => {
      gateway.stop();
      server.closeAllConnections();
      await new Promise((ended) => server.close(ended));
      if (complaints.length) throw new Error(`Discord has complaints:\n${complaints.join('\n')}`);
    },
  };
}
