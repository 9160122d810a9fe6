/** A digest may carry a picture. Those that were subscribed before have none. */
import { type Kysely, sql } from 'kysely';

/** @param db any schema: this one is being made. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`alter table subscriptions add column picture text not null default 'none' check (picture in ('none', 'map', 'timeline'))`.execute(db);
};
