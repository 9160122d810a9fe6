/** What a test can ask for, and what it can do. */
import type { Actions } from './actions.ts';
import type { Bucket, Buckets } from './buckets.ts';
import type { Clock } from './clock.ts';
import type { Way } from './deliver.ts';
import type { Endpoint } from './endpoint.ts';
import type { Fault } from './faults.ts';
import type { Gateway } from './gateway/gateway.ts';
import type { RouteName } from './rest/index.ts';
import type { Request } from './server.ts';
import type { APIMessage, APIUser, Channel, Command, Guild, Upload } from './types.ts';
import type { Where } from './where.ts';
import type { GuildSetup } from './world.ts';

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
  /** The limit that all routes share; none unless told. */
  everywhere?: Bucket;
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
  /** The owner of the servers, who acts unless another is named. */
  user: APIUser;
  /** The first channel of the first server, or direct messages where there is none; things happen there unless another is named. */
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
  /** A new thread of a channel, open to all unless told. */
  thread(parent: Channel, type?: 11 | 12, metadata?: { locked?: boolean; archived?: boolean }): Channel;
  /** A message that somebody writes. */
  says(content: string, where?: Where): APIMessage;
  /** The same message once more beside it, as it stands now: whoever uses the copy leaves the original as it is. */
  again(message: APIMessage): APIMessage;
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
