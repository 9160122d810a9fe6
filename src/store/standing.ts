/** How a store stands: what a person who looks after it wants to know. */
import { type Kysely, sql } from 'kysely';
import { pending } from './migrations/index.ts';
import type { Database } from './schema.ts';

export interface Standing {
  /** `18.6`. */
  version: string;
  /** Bytes on the disk. */
  size: number;
  /** Migrations that are lacking. */
  pending: string[];
  subscriptions: { active: number; paused: number; blocked: number };
  /** Editions in the ledger; those still to be posted; since when the first of these is due. */
  editions: { all: number; waiting: number; oldest: Date | null };
  servers: number;
  misses: number;
}

interface Row {
  version: string;
  size: number;
  active: number;
  paused: number;
  blocked: number;
  all: number;
  waiting: number;
  oldest: Date | null;
  servers: number;
  misses: number;
}

export async function standingOf(db: Kysely<Database>): Promise<Standing> {
  const lacking = await pending(db);
  const { rows } = await sql<Row>`
    select current_setting('server_version') as version, pg_database_size(current_database())::float8 as size, s.*, d.*,
      (select count(*)::int from guild_settings) as servers, (select coalesce(sum(count), 0)::int from misses) as misses
    from (select count(*) filter (where state = 'active')::int as active, count(*) filter (where state = 'paused')::int as paused,
        count(*) filter (where state = 'blocked')::int as blocked from subscriptions) s,
      (select count(*)::int as all, count(*) filter (where state in ('queued', 'sending'))::int as waiting,
        min(due_at) filter (where state in ('queued', 'sending')) as oldest from deliveries) d`.execute(db);
  const [row] = rows;
  if (!row) throw new Error('the store gave no row');
  const { version, size, active, paused, blocked, all, waiting, oldest, servers, misses } = row;
  return { version, size, pending: lacking, subscriptions: { active, paused, blocked }, editions: { all, waiting, oldest }, servers, misses };
}
