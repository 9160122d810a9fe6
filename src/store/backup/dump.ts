/**
 * A backup as text: a line for what it is, a line for each row, a line for the counts. It depends on no engine and no version of PostgreSQL.
 * The queue is not in it: jobs are made anew from the ledger.
 */
import { type Kysely, sql } from 'kysely';
import { applied } from '../migrations/index.ts';
import { type Database, TABLES } from '../schema.ts';

export interface Header {
  sourcebook: 'store';
  format: 1;
  /** The last migration that the tables had. */
  migration: string;
  /** When it was made, in ISO 8601. */
  at: string;
}

/** Rows by table. */
export type Counts = Record<string, number>;

/** Rows that are held in memory at once. */
const BATCH = 500;

async function dumpTable(db: Kysely<Database>, table: string, write: (line: string) => Promise<void>): Promise<number> {
  await sql`declare backup no scroll cursor for select row_to_json(t)::text as line from ${sql.table(table)} t`.execute(db);
  let count = 0;
  for (;;) {
    const { rows } = await sql<{ line: string }>`fetch ${sql.lit(BATCH)} from backup`.execute(db);
    for (const { line } of rows) await write(`{"table":${JSON.stringify(table)},"row":${line}}`);
    count += rows.length;
    if (rows.length < BATCH) break;
  }
  await sql`close backup`.execute(db);
  return count;
}

/** Writes every row as it stood at one moment. @param write takes a line without its end. @param at now, in ISO 8601. */
export const dump = (db: Kysely<Database>, at: string, write: (line: string) => Promise<void>): Promise<Counts> =>
  db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (trx) => {
      const migration = (await applied(trx)).at(-1) ?? '';
      await write(JSON.stringify({ sourcebook: 'store', format: 1, migration, at } satisfies Header));
      const counts: Counts = {};
      for (const table of TABLES) counts[table] = await dumpTable(trx, table, write);
      await write(JSON.stringify({ end: counts }));
      return counts;
    });
