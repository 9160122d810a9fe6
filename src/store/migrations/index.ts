/** The schema's history, in the order of its names, and how a database is brought up to date. */
import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import type { Database } from '../schema.ts';
import * as first from './0001-first.ts';
import * as pace from './0002-pace.ts';

const MIGRATIONS: Readonly<Record<string, Migration>> = { '0001-first': first, '0002-pace': pace };

const migratorOf = (db: Kysely<Database>): Migrator => new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });

/** Names of the migrations that a database still lacks. */
export async function pending(db: Kysely<Database>): Promise<string[]> {
  const known = await migratorOf(db).getMigrations();
  return known.filter(({ executedAt }) => executedAt === undefined).map(({ name }) => name);
}

/** Brings a database up to date. Several processes may do it at once: the first one does, the others wait. */
export async function migrate(db: Kysely<Database>): Promise<void> {
  const { error } = await migratorOf(db).migrateToLatest();
  if (error !== undefined) throw error;
}
