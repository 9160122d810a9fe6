/** The schema's history, in the order of its names, and how a database is brought up to date. */
import type { Kysely } from 'kysely';
import { type Migration, type MigrationInfo, Migrator } from 'kysely/migration';
import type { Database } from '../schema.ts';
import { StoreError } from '../store.ts';
import { up as first } from './0001-first.ts';
import { up as pace } from './0002-pace.ts';
import { up as picture } from './0003-picture.ts';

const MIGRATIONS: Readonly<Record<string, Migration>> = { '0001-first': { up: first }, '0002-pace': { up: pace }, '0003-picture': { up: picture } };

const NEWER = 'The store was used by a newer version of the program, and this one does not know its tables. Update the program.';

/** Whether there is a migration of that name. */
export const knows = (name: string): boolean => Object.hasOwn(MIGRATIONS, name);

const migratorOf = (db: Kysely<Database>): Migrator => new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });

const namesOf = async (db: Kysely<Database>, wanted: (info: MigrationInfo) => boolean): Promise<string[]> =>
  (await migratorOf(db).getMigrations()).filter(wanted).map(({ name }) => name);

/** Names of the migrations that a database has, in order. */
export const applied = (db: Kysely<Database>): Promise<string[]> => namesOf(db, ({ executedAt }) => executedAt !== undefined);

/** Names of the migrations that a database lacks, in order. */
export const pending = (db: Kysely<Database>): Promise<string[]> => namesOf(db, ({ executedAt }) => executedAt === undefined);

/**
 * Brings a database up to date. Several processes may do it at once: the first one does, the others wait.
 * @param upTo the last migration to be done; all of them unless told.
 * @throws StoreError when a newer program made the tables.
 */
export async function migrate(db: Kysely<Database>, upTo?: string): Promise<void> {
  const migrator = migratorOf(db);
  const { error } = await (upTo === undefined ? migrator.migrateToLatest() : migrator.migrateTo(upTo));
  if (error === undefined) return;
  // Kysely's words for migrations that the database has and the program lacks.
  const isNewer = error instanceof Error && error.message.includes('corrupted migrations');
  throw isNewer ? new StoreError(NEWER, { cause: error }) : error;
}
