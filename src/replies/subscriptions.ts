/** Subscriptions to the daily digest and what became of their editions, as plain values. They state no fact of the base. */

import type { Small } from '../pictures/small.ts';

/** A moment, in the words of its own time zone and for readers of others. */
export interface Moment {
  /** `Mon 23 November 2026, 08:30`. */
  words: string;
  /** Seconds from 1970, UTC. */
  at: number;
}

/** A channel's digest of a region. */
export interface SubscriptionView {
  id: string;
  /** Id of Discord's. */
  channel: string;
  region: string;
  /** `08:30, weekdays, Asia/Almaty`. */
  when: string;
  /** What stands in its editions beside the words. */
  picture?: Small;
  state: 'active' | 'paused' | 'blocked';
  /** Why it is blocked. */
  reason?: string;
  /** The next edition; of a blocked one when it is tried again. */
  next?: Moment;
}

/** What became of one edition. */
export interface EditionView {
  /** `Sun 22 November 2026`: the local date that it is of. */
  date: string;
  state: 'queued' | 'sending' | 'sent' | 'skipped' | 'blocked' | 'failed';
  /** `sent`, `sent 2 h 5 min late`, `skipped`, `blocked`. */
  told: string;
  /** By what or why, in a sentence. */
  reason?: string;
  /** Address of the message. */
  link?: string;
}

/** One subscription with its latest editions, latest first. */
export interface AccountView {
  subscription: SubscriptionView;
  editions: EditionView[];
}

/** What was done to a subscription, and what should be known of it. */
export interface SubscribedReply {
  kind: 'subscribed';
  did: 'made' | 'changed' | 'paused' | 'resumed' | 'removed';
  subscription: SubscriptionView;
  notes: string[];
}

/** A server's subscriptions, or a channel's. */
export interface SubscriptionsReply {
  kind: 'subscriptions';
  title: string;
  subscriptions: SubscriptionView[];
  notes: string[];
}

/** Every recent edition and what became of it. */
export interface AccountsReply {
  kind: 'accounts';
  title: string;
  accounts: AccountView[];
}

/** Which role may manage digests beside those with Manage Server; `role` is an id of Discord's. */
export interface ManagersReply {
  kind: 'managers';
  did: 'told' | 'handed' | 'withdrawn';
  role?: string;
}
