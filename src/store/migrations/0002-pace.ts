/** How all instances together keep to Discord's rate. */
import { type Kysely, sql } from 'kysely';

/** @param db any schema: this one is being made. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`create table pace (key text primary key, next_at timestamptz not null)`.execute(db);
};
