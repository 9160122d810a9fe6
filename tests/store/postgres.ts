/**
 * A PostgreSQL server of the tests' own: Debian's package, a free port on loopback, a folder that is removed afterwards. One a worker, started
 * by the first test that wants it. A guard ends the server when this process is gone, however that went.
 */
import { execFile, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';

const run = promisify(execFile);

const VERSIONS = '/usr/lib/postgresql';

/** Why there is no server, for whoever runs the tests. */
const MISSING = 'PostgreSQL is not installed (Debian: apt-get install postgresql). SKIP_POSTGRES=1 leaves its tests out.';

/** The folder of the newest version's programs. */
function programs(): string {
  const versions = existsSync(VERSIONS) ? readdirSync(VERSIONS).sort((a, b) => Number(b) - Number(a)) : [];
  const found = versions.map((version) => join(VERSIONS, version, 'bin')).find((folder) => existsSync(join(folder, 'initdb')));
  if (found === undefined) throw new Error(MISSING);
  return found;
}

/** PostgreSQL refuses to run as root; Debian's package brings a user for it. */
function runner(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const [, uid, gid] = readFileSync('/etc/passwd', 'utf8').match(/^postgres:[^:]*:(\d+):(\d+):/m) ?? [];
  if (uid === undefined || gid === undefined) throw new Error(MISSING);
  return { uid: Number(uid), gid: Number(gid) };
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** Nothing of it needs to outlive a crash of the machine. */
const SETTINGS = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200', 'unix_socket_directories=', 'shared_buffers=32MB'];

/** Waits until its standard input ends, which the system sees to when this process does; then ends the server and removes its folder. */
const GUARD = 'cat > /dev/null; kill -QUIT "$(head -n 1 postmaster.pid)" 2> /dev/null; sleep 0.2; rm -rf "$PWD"';

export interface Server {
  /** The address of one of its databases. */
  url(database: string): string;
  /** Runs a statement outside any database of a test. */
  run(sql: string): Promise<void>;
  /** Ends the server at once, as a crash would. */
  crash(): Promise<void>;
  /** Starts it again, on the same port and folder. */
  start(): Promise<void>;
  /** Ends it for good. */
  stop(): Promise<void>;
}

async function query(url: string, sql: string): Promise<void> {
  const client = new pg.Client(url);
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** Makes a server and starts it. */
export async function startServer(): Promise<Server> {
  const [bin, user, port] = [programs(), runner(), await freePort()];
  const folder = mkdtempSync(join(tmpdir(), 'sourcebook-postgres-'));
  if (user) chownSync(folder, user.uid, user.gid);
  const options = { ...user, cwd: folder, env: { PATH: process.env.PATH, PGDATA: folder, LC_ALL: 'C.UTF-8' } };
  const guard = spawn('sh', ['-c', GUARD], { ...options, stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  guard.unref();
  await run(join(bin, 'initdb'), ['--no-sync', '-A', 'trust', '-U', 'postgres', '-E', 'UTF8'], options);
  const switches = ['-h 127.0.0.1', `-p ${port}`, ...SETTINGS.map((setting) => `-c ${setting}`)].join(' ');
  const control = (...args: string[]) => run(join(bin, 'pg_ctl'), ['--wait', '--silent', '--log', join(folder, 'log'), ...args], options);
  const url = (database: string): string => `postgres://postgres@127.0.0.1:${port}/${database}`;
  const start = async (): Promise<void> => void (await control('start', '--options', switches));
  await start();
  return {
    url,
    run: (sql) => query(url('postgres'), sql),
    crash: async () => void (await control('stop', '--mode', 'immediate')),
    start,
    stop: () =>
      new Promise((resolve) => {
        guard.ref();
        guard.once('exit', () => resolve());
        guard.stdin?.end();
      }),
  };
}
