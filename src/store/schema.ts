/** The tables as Kysely sees them. The engine is PostgreSQL, embedded (PGlite) or a server; what is here is the same in both. */
import type { ColumnType, Generated, JSONColumnType } from 'kysely';

/** `active` posts; `paused` by a person; `blocked` by Discord, and tried again every day. */
type SubscriptionState = 'active' | 'paused' | 'blocked';

/** What became of an edition. Only `queued` and `sending` are still to come. */
export type DeliveryState = 'queued' | 'sending' | 'sent' | 'skipped' | 'blocked' | 'failed';

/** An object, kept as jsonb; text goes in, which both drivers take alike. */
type Json<T extends object> = JSONColumnType<T, string, string>;

/** A time that the program gives, or the database's own if it gives none. */
type Stamp = ColumnType<Date, Date | undefined, Date>;

/** A digest that a channel gets. Unique by channel and region. */
export interface Subscriptions {
  id: Generated<string>;
  guild: string;
  channel: string;
  /** An entity's id in the base. */
  region: string;
  /** `HH:MM`, local. */
  time: string;
  /** IANA zone. */
  zone: string;
  /** Days of the week as ISO numbers them, in order: `12345` is Monday to Friday. */
  days: string;
  /** Which picture stands in its editions. */
  picture: Generated<'none' | 'map' | 'timeline'>;
  /** Id of who subscribed. */
  created_by: string;
  created_at: Stamp;
  state: Generated<SubscriptionState>;
  /** Why it is not active, in words for people. */
  state_reason: string | null;
  /** The local date and the moment of the edition that is due next; null when none is planned. */
  next_date: string | null;
  next_at: Date | null;
  /** When a blocked one is tried again. */
  probe_at: Date | null;
  /** Editions due before this moment may stand in the channel although the ledger does not know them: the store came back from a backup. */
  look_before: Date | null;
  /** What the readers were told: the `History` of `digest/compose`. */
  history: ColumnType<object, string | undefined, string>;
}

/** The ledger: one row for each subscription and local date, written before anything is sent. */
export interface Deliveries {
  id: Generated<string>;
  subscription: string;
  /** Local date in ISO 8601. */
  date: string;
  due_at: Date;
  state: Generated<DeliveryState>;
  /** Why it is in this state, in words for people. */
  reason: string | null;
  /** Seconds after it was due; null when it was in time or was not sent. */
  late_seconds: number | null;
  /** The edition's id, which stands in the post's footer. */
  edition: string | null;
  /** The post as it was frozen at the first attempt: later ones send the same. */
  payload: Json<object> | null;
  attempts: Generated<number>;
  first_tried_at: Date | null;
  last_tried_at: Date | null;
  /** Which process has it in hand, and until when that counts. */
  claimed_by: string | null;
  claimed_until: Date | null;
  /** The message's id and its address in Discord. */
  message: string | null;
  link: string | null;
  created_at: Stamp;
  finished_at: Date | null;
}

/** What a server has settled for itself. */
interface GuildSettings {
  guild: string;
  /** Id of the role that may manage digests beside those with Manage Server. */
  manager_role: string | null;
  updated_at: Stamp;
}

/** Questions that found nothing, counted by day. A field that does not apply is empty, so that rows can be unique. */
interface Misses {
  /** ISO 8601 day, UTC. */
  day: string;
  surface: string;
  guild: Generated<string>;
  /** Id of an entity that the question named. */
  entity: Generated<string>;
  /** The question's text, only where it is to be kept; removed after the days that were set. */
  question: Generated<string>;
  count: Generated<number>;
}

/** The turn that is free next, by what is paced. Nothing is lost with it, so no backup has it. */
interface Pace {
  key: string;
  next_at: Date;
}

export interface Database {
  subscriptions: Subscriptions;
  deliveries: Deliveries;
  guild_settings: GuildSettings;
  misses: Misses;
  pace: Pace;
}

/** Every table that holds something to keep, those that others refer to first. */
export const TABLES = ['guild_settings', 'subscriptions', 'deliveries', 'misses'] as const satisfies readonly (keyof Database)[];
