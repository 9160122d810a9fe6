/** What the commands need to keep and to look at: subscriptions and their ledger in the store, channels at Discord. Ports; no work here. */
import type { Permission } from '../commands/command.ts';
import type { Small } from '../pictures/small.ts';
import type { Schedule } from './calendar.ts';
import type { History } from './compose/history.ts';

/** A channel's digest of a region. */
export interface Subscription {
  id: string;
  /** Ids of Discord's. */
  guild: string;
  channel: string;
  /** Id of an entity of the base. */
  region: string;
  schedule: Schedule;
  /** Which picture its editions carry; absent for none. */
  picture?: Small;
  /** Id of who subscribed. */
  by: string;
  /** `blocked`: Discord does not let us post, so it waits and is tried again daily. */
  state: 'active' | 'paused' | 'blocked';
  /** Why it is blocked, in words. */
  reason?: string;
  /** The next edition; absent unless it is active. */
  next?: { date: string; at: Temporal.Instant };
  /** When a blocked one is tried again. */
  probe?: Temporal.Instant;
}

/** What became of one edition: a row of the ledger. */
export interface Delivery {
  /** The local date that it is of, in ISO 8601. */
  date: string;
  due: Temporal.Instant;
  state: 'queued' | 'sending' | 'sent' | 'skipped' | 'blocked' | 'failed';
  /** In words; why it is late where it was sent. */
  reason?: string;
  /** Seconds from when it was due until it was sent; absent when that is no matter. */
  late?: number;
  /** Address of the message. */
  link?: string;
}

/** What is to be subscribed. */
export type Wanted = Pick<Subscription, 'guild' | 'channel' | 'region' | 'schedule' | 'picture' | 'by'>;

/** Whether a digest can be posted in a channel. `name` as Discord has it, without `#`. */
export type Reach =
  | { can: 'post'; name: string /** Helpful, but not needed. */; lacks: readonly Permission[] }
  | { can: 'not'; name: string; lacks: readonly Permission[] }
  /** By somebody who moderates the server: it may read in the meantime, and nothing else. */
  | { can: 'timed-out'; until: Temporal.Instant }
  /** Of a kind in which nothing can be posted. */
  | { can: 'never'; name: string }
  /** Discord shows us no such channel in this server. */
  | { can: 'unseen' }
  /** The bot itself is not in the server: somebody installed it for themselves. */
  | { can: 'absent' }
  /** Discord did not answer in time. */
  | { can: 'unknown' };

/** Channels as Discord tells of them. Neither ever rejects. */
export interface Channels {
  /** @param also what is needed beside what every digest needs. */
  reach(guild: string, channel: string, also?: readonly Permission[]): Promise<Reach>;
  /** Names by id, without `#`; those that are known, in time for a suggestion. */
  names(guild: string): Promise<ReadonlyMap<string, string>>;
}

/** The store did not do what was asked: nothing was changed. The message is in plain words. */
export class DigestsUnavailable extends Error {
  override name = 'DigestsUnavailable';
}

/** Subscriptions and their ledger. Each method rejects with {@link DigestsUnavailable} when the store does. */
export interface DigestService {
  channels: Channels;
  /** Those of a server, by channel, then region; of all servers where none is named. */
  list(guild?: string): Promise<Subscription[]>;
  /** What a channel's readers have been told on a region; undefined when it has no such subscription. */
  history(channel: string, region: string): Promise<{ subscription: Subscription; history: History } | undefined>;
  /** A new subscription, or another time and picture for the one there is; `full` when the server has as many as it may. */
  subscribe(wanted: Wanted, now: Temporal.Instant): Promise<{ did: 'made' | 'changed'; subscription: Subscription } | { did: 'full'; most: number }>;
  /** Undefined when there is none of that id in the server. */
  pause(guild: string, id: string): Promise<Subscription | undefined>;
  resume(guild: string, id: string, now: Temporal.Instant): Promise<Subscription | undefined>;
  /** It goes with its ledger and its history. */
  remove(guild: string, id: string): Promise<Subscription | undefined>;
  /** Editions of a subscription, latest first. */
  deliveries(id: string, most: number): Promise<Delivery[]>;
  /** Id of the role that may manage beside those with Manage Server. */
  managers(guild: string): Promise<string | undefined>;
  /** Hands managing to a role, or takes it back. */
  handTo(guild: string, role: string | undefined, now: Temporal.Instant): Promise<void>;
}
