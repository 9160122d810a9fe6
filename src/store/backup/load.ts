/** A backup's lines, back into tables. All or nothing: what does not load changes nothing. */
import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import { applied, knows, migrate } from '../migrations/index.ts';
import { type Database, TABLES } from '../schema.ts';
import { StoreError } from '../store.ts';
import type { Counts, Header } from './dump.ts';

const headerSchema = z.object({ sourcebook: z.literal('store'), format: z.literal(1), migration: z.string(), at: z.string() });
const rowSchema = z.object({ table: z.enum(TABLES), row: z.record(z.string(), z.unknown()) });
const endSchema = z.object({ end: z.record(z.string(), z.number()) });

/** Rows put in at once. */
const BATCH = 200;

type Row = Record<string, unknown>;

const NO_BACKUP = 'This is no backup of a store.';
const CUT = 'The backup is incomplete: it ends before its last line, or lacks rows. Nothing was changed. Take another one.';

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw new StoreError(CUT, { cause });
  }
}

/** The first line, which tells what it is; whatever else there is may be no JSON at all. */
function parseFirst(line: string | undefined): unknown {
  try {
    return parse(line ?? '');
  } catch {
    return undefined;
  }
}

/** What the first line says. @throws StoreError when it is none, or of a newer program. */
function headerOf(line: string | undefined): Header {
  const read = headerSchema.safeParse(parseFirst(line));
  if (!read.success) throw new StoreError(NO_BACKUP);
  if (!knows(read.data.migration)) throw new StoreError('The backup is of a newer version of the program: update the program first.');
  return read.data;
}

async function insert(db: Kysely<Database>, table: string, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`insert into ${sql.table(table)} select * from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::json)`.execute(db);
}

/** Whether any table has a row. */
async function isEmpty(db: Kysely<Database>): Promise<boolean> {
  for (const table of TABLES) {
    const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(db);
    if (rows.length > 0) return false;
  }
  return true;
}

/** Puts the rows in. @returns what came in and what the last line says ought to. */
async function fill(db: Kysely<Database>, lines: AsyncIterator<string>): Promise<{ counts: Counts; end: Counts | undefined }> {
  const counts: Counts = Object.fromEntries(TABLES.map((table) => [table, 0]));
  let [table, rows]: [string, Row[]] = ['', []];
  const flush = async (): Promise<void> => {
    await insert(db, table, rows);
    rows = [];
  };
  for (let next = await lines.next(); !next.done; next = await lines.next()) {
    const read = parse(next.value);
    const end = endSchema.safeParse(read);
    if (end.success) {
      await flush();
      return { counts, end: end.data.end };
    }
    const one = rowSchema.safeParse(read);
    if (!one.success) throw new StoreError(CUT);
    if (one.data.table !== table || rows.length >= BATCH) await flush();
    table = one.data.table;
    rows.push(one.data.row);
    counts[table] = (counts[table] ?? 0) + 1;
  }
  return { counts, end: undefined };
}

/** Makes the tables as they were when the backup was made. */
async function makeTables(db: Kysely<Database>, migration: string): Promise<void> {
  const has = await applied(db);
  if (!has.includes(migration)) await migrate(db, migration);
  else if (has.at(-1) !== migration) throw new StoreError('The store’s tables are newer than the backup’s. Restore it into a new database.');
}

export interface Loaded {
  /** When the backup was made, in ISO 8601. */
  at: string;
  counts: Counts;
}

/**
 * Loads a backup into a store without rows, whatever version of the tables it has, and brings the tables up to date.
 * @throws StoreError when it is no whole backup, or there are rows already.
 */
export async function load(db: Kysely<Database>, lines: AsyncIterable<string>): Promise<Loaded> {
  const iterator = lines[Symbol.asyncIterator]();
  const first = await iterator.next();
  const header = headerOf(first.done ? undefined : first.value);
  await makeTables(db, header.migration);
  const counts = await db.transaction().execute(async (trx) => {
    if (!(await isEmpty(trx))) throw new StoreError('The store has rows already. Backups and copies go into an empty one.');
    const filled = await fill(trx, iterator);
    if (filled.end === undefined || TABLES.some((table) => filled.end?.[table] !== filled.counts[table])) throw new StoreError(CUT);
    return filled.counts;
  });
  await migrate(db);
  return { at: header.at, counts };
}
