/** Whether the tables are sound. PostgreSQL notices a broken page only when somebody reads it. */
import { type Kysely, sql } from 'kysely';
import { codeOf } from './error-code.ts';
import { type Database, TABLES } from './schema.ts';

/** PostgreSQL's codes: a page or an index is broken. */
const BROKEN = new Set(['XX001', 'XX002']);
/** The user has no right to, or there is nothing of that name. */
const UNAVAILABLE = new Set(['42501', '0A000', '58P01', '42704']);

/** Whether an error says that what is on the disk is broken. */
const saysBroken = (error: unknown): boolean => BROKEN.has(codeOf(error));

/** Rows as the table's pages have them, or as its key does. */
async function count(db: Kysely<Database>, table: string, by: 'pages' | 'key'): Promise<number> {
  const [seq, index] = by === 'pages' ? ['on', 'off'] : ['off', 'on'];
  await sql`select set_config('enable_seqscan', ${seq}, true), set_config('enable_bitmapscan', 'off', true),
    set_config('enable_indexscan', ${index}, true), set_config('enable_indexonlyscan', ${index}, true)`.execute(db);
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(db);
  return rows[0]?.n ?? 0;
}

/** Reads one table whole. @returns what is wrong with it, in words. */
const checkTable = (db: Kysely<Database>, table: string): Promise<string[]> =>
  db.transaction().execute(async (trx) => {
    const [pages, key] = [await count(trx, table, 'pages'), await count(trx, table, 'key')];
    return pages === key ? [] : [`${table}: ${pages} rows, but ${key} in its index`];
  });

/** Reads every table once: some milliseconds, and a second for a hundred thousand rows. @returns what is wrong, a line each. */
export async function checkTables(db: Kysely<Database>): Promise<string[]> {
  const wrong: string[] = [];
  for (const table of TABLES) {
    try {
      wrong.push(...(await checkTable(db, table)));
    } catch (error) {
      if (!saysBroken(error)) throw error;
      wrong.push(`${table}: a part of it can’t be read`);
    }
  }
  return wrong;
}

interface Fault {
  name: string;
  message: string;
}

const INDEXES = sql<{ id: number; name: string }>`
  select c.oid::int as id, c.oid::regclass::text as name from pg_index i join pg_class c on c.oid = i.indexrelid join pg_am a on a.oid = c.relam
  where a.amname = 'btree' and c.relkind = 'i' and c.relpersistence = 'p' and i.indisvalid and i.indisready`;

const PAGES = sql<Fault>`
  select c.oid::regclass::text as name, v.msg as message from pg_class c cross join lateral verify_heapam(c.oid) v
  where c.relkind in ('r', 't', 'm') limit 20`;

async function checkIndex(trx: Kysely<Database>, { id, name }: { id: number; name: string }): Promise<Fault[]> {
  await sql`savepoint index`.execute(trx);
  try {
    await sql`select bt_index_check(${sql.lit(id)}::oid::regclass, true)`.execute(trx);
    return [];
  } catch (error) {
    await sql`rollback to savepoint index`.execute(trx);
    return [{ name, message: saysBroken(error) ? 'it is broken' : `it can’t be checked (${codeOf(error)})` }];
  }
}

class Undo extends Error {}

/**
 * PostgreSQL's own look at every page and index (amcheck), of the queue and the catalogue too.
 * @returns what is wrong, a line each; undefined where the server has no amcheck for this user.
 */
export async function checkPages(db: Kysely<Database>): Promise<string[] | undefined> {
  let found: Fault[] | undefined;
  const look = async (trx: Kysely<Database>): Promise<never> => {
    await sql`create extension if not exists amcheck`.execute(trx);
    const { rows } = await INDEXES.execute(trx);
    const faults: Fault[] = [];
    for (const index of rows) faults.push(...(await checkIndex(trx, index)));
    faults.push(...(await PAGES.execute(trx)).rows);
    found = faults;
    // The extension shall not stay.
    throw new Undo();
  };
  try {
    await db.transaction().execute(look);
  } catch (error) {
    if (saysBroken(error)) return ['a table can’t be read'];
    if (!(error instanceof Undo) && !UNAVAILABLE.has(codeOf(error))) throw error;
  }
  return found?.map(({ name, message }) => `${name}: ${message}`);
}
