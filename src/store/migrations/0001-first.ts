/** The first tables. A migration that has been released is never changed; the next one changes what it made. */
import { type Kysely, sql } from 'kysely';

const SUBSCRIPTIONS = sql`
  create table subscriptions (
    id uuid primary key default gen_random_uuid(),
    guild text not null,
    channel text not null,
    region text not null,
    time text not null check (time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
    zone text not null,
    days text not null check (days ~ '^1?2?3?4?5?6?7?$' and days <> ''),
    created_by text not null,
    created_at timestamptz not null default now(),
    state text not null default 'active' check (state in ('active', 'paused', 'blocked')),
    state_reason text,
    next_date text,
    next_at timestamptz,
    probe_at timestamptz,
    look_before timestamptz,
    history jsonb not null default '{"told":{},"shown":{}}',
    unique (channel, region)
  )`;

const DELIVERIES = sql`
  create table deliveries (
    id uuid primary key default gen_random_uuid(),
    subscription uuid not null references subscriptions on delete cascade,
    date text not null,
    due_at timestamptz not null,
    state text not null default 'queued' check (state in ('queued', 'sending', 'sent', 'skipped', 'blocked', 'failed')),
    reason text,
    late_seconds int,
    edition text,
    payload jsonb,
    attempts int not null default 0,
    first_tried_at timestamptz,
    last_tried_at timestamptz,
    claimed_by text,
    claimed_until timestamptz,
    message text,
    link text,
    created_at timestamptz not null default now(),
    finished_at timestamptz,
    unique (subscription, date)
  )`;

const GUILD_SETTINGS = sql`
  create table guild_settings (
    guild text primary key,
    manager_role text,
    updated_at timestamptz not null default now()
  )`;

const MISSES = sql`
  create table misses (
    day text not null,
    surface text not null,
    guild text not null default '',
    entity text not null default '',
    question text not null default '',
    count int not null default 1,
    primary key (day, surface, guild, entity, question)
  )`;

const INDEXES = [
  sql`create index subscriptions_due on subscriptions (next_at) where state = 'active'`,
  sql`create index subscriptions_probe on subscriptions (probe_at) where state = 'blocked'`,
  sql`create index subscriptions_guild on subscriptions (guild)`,
  // What is unfinished is few among many.
  sql`create index deliveries_open on deliveries (due_at) where state in ('queued', 'sending')`,
];

/** @param db any schema: this one is being made. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [SUBSCRIPTIONS, DELIVERIES, GUILD_SETTINGS, MISSES, ...INDEXES]) await statement.execute(db);
}
