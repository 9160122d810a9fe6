/**
 * Both engines for the same tests:
 *
 *     describe.each(stores)('the planner on $name', ({ open }) => {
 *       let store: TestStore;
 *       beforeAll(async () => { store = await open(); });
 *       afterAll(() => store.close());
 *
 * Each `open` gives an empty database with tables and queue in it. Open one a file, and empty it between tests: that is quick.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { sql } from 'kysely';
import { startParams, storeOn } from '../../src/store/embedded.ts';
import { migrate } from '../../src/store/migrations/index.ts';
import { openPostgres } from '../../src/store/postgres.ts';
import { TABLES } from '../../src/store/schema.ts';
import { QUEUE_SCHEMA, type Store } from '../../src/store/store.ts';
import { type Server, startServer } from './postgres.ts';

export interface TestStore extends Store {
  /** Removes every row and every job. */
  empty(): Promise<void>;
  /** A PostgreSQL's address, for a second instance on the same database; none for an embedded store. */
  url: string | undefined;
}

interface Engine {
  name: string;
  open(): Promise<TestStore>;
}

async function empty({ db }: Store): Promise<void> {
  await sql`truncate ${sql.join(TABLES.map((table) => sql.table(table)))}`.execute(db);
  await sql`delete from ${sql.table(`${QUEUE_SCHEMA}.job`)}`.execute(db);
}

const forTests = (store: Store, url: string | undefined, close = store.close): TestStore => ({ ...store, url, close, empty: () => empty(store) });

/** Makes tables and queue, so that each test begins with them. */
async function prepare(store: Store): Promise<void> {
  await migrate(store.db);
  await store.boss.start();
}

/** What does not differ between tests is done once a worker, whose files share their modules. */
function lazily<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

async function prepared(): Promise<Blob> {
  const lite = await PGlite.create({ startParams });
  const store = storeOn(lite);
  await prepare(store);
  await store.boss.stop();
  const files = await lite.dumpDataDir('none');
  await store.close();
  return files;
}

const ROOT = join(import.meta.dirname, '..', '..');
const MIGRATIONS = join(ROOT, 'src', 'store', 'migrations');
const CACHE = join(ROOT, 'node_modules', '.cache', 'sourcebook-tests');

/** The same for the same packages and migrations. */
function printOfTables(): string {
  const files = [join(ROOT, 'package-lock.json'), ...readdirSync(MIGRATIONS).map((name) => join(MIGRATIONS, name))];
  return files
    .reduce((hash, file) => hash.update(readFileSync(file)), createHash('sha256'))
    .digest('hex')
    .slice(0, 16);
}

/** A prepared cluster's files. Making it takes seconds, so it is kept between runs. */
const archive = lazily(async (): Promise<Blob> => {
  const file = join(CACHE, `pglite-${printOfTables()}.tar`);
  if (existsSync(file)) return new Blob([readFileSync(file)]);
  const made = await prepared();
  mkdirSync(CACHE, { recursive: true });
  // Another worker may be doing the same: the file is there only once it is whole.
  writeFileSync(`${file}.${process.pid}`, await made.bytes());
  renameSync(`${file}.${process.pid}`, file);
  return made;
});

/** Starts PGlite on a cluster; where there is none, on a prepared one. */
export async function startPrepared(cluster: string): Promise<PGlite> {
  const there = existsSync(cluster) && readdirSync(cluster).length > 0;
  return PGlite.create(cluster, { startParams, ...(!there && { loadDataDir: await archive() }) });
}

async function openEmbedded(): Promise<TestStore> {
  const lite = await PGlite.create({ startParams, loadDataDir: await archive() });
  return forTests(storeOn(lite), undefined);
}

const TEMPLATE = 'prepared';

/** The worker's server, with a prepared database to copy. */
export const server: () => Promise<Server> = lazily(async () => {
  const started = await startServer();
  await started.run(`create database ${TEMPLATE}`);
  const store = await openPostgres(started.url(TEMPLATE));
  await prepare(store);
  await store.close();
  return started;
});

let databases = 0;

/** An address of a new database. @param template none for one without tables. */
export async function newDatabase(template: string | undefined = TEMPLATE): Promise<string> {
  const own = await server();
  databases += 1;
  const name = `test_${databases}`;
  await own.run(`create database ${name} template ${template ?? 'template0'}`);
  return own.url(name);
}

async function openOnServer(): Promise<TestStore> {
  const url = await newDatabase();
  return forTests(await openPostgres(url), url);
}

/** Whether the tests on PostgreSQL are left out, as was asked for. */
export const isSkipped = process.env.SKIP_POSTGRES === '1';
if (isSkipped) process.stderr.write('SKIP_POSTGRES=1: the tests on PostgreSQL are left out.\n');

/** The engines that tests run on. */
export const stores: readonly Engine[] = [{ name: 'PGlite', open: openEmbedded }, ...(isSkipped ? [] : [{ name: 'PostgreSQL', open: openOnServer }])];
