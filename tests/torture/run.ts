/**
 * `npm run torture`: kills processes that deliver, fifty times on each store, with one, two and four of them on PostgreSQL.
 * `--rounds N`, `--only embedded|1|2|4` for less. Ends with 1 when an edition was missed, posted twice or never finished.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openStore } from '../../src/store/open.ts';
import { type Server, startServer } from '../store/postgres.ts';
import { type Outcome, type Trial, torture } from './torture.ts';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '50' }, only: { type: 'string' } } });
const COMMON = { rounds: Number(values.rounds), channels: 40, random: Math.random };

async function embedded(tell: Trial['tell']): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'sourcebook-torture-'));
  const outcome = await torture({
    ...COMMON,
    open: () => openStore({ url: undefined, folder }),
    env: { STORE_FOLDER: folder },
    instances: 1,
    ...(tell && { tell }),
  });
  rmSync(folder, { recursive: true });
  return outcome;
}

/** One server for all; its guard ends it with this process. */
let server: Promise<Server> | undefined;

async function onServer(instances: number, tell: Trial['tell']): Promise<Outcome> {
  server ??= startServer();
  const { run, url: urlOf } = await server;
  await run(`create database torture_${instances}`);
  const url = urlOf(`torture_${instances}`);
  return torture({ ...COMMON, open: () => openStore({ url, folder: '' }), env: { STORE_URL: url }, instances, ...(tell && { tell }) });
}

const trials: [name: string, run: (tell: Trial['tell']) => Promise<Outcome>][] = [
  ['embedded', embedded],
  ...[1, 2, 4].map((instances): [string, (tell: Trial['tell']) => Promise<Outcome>] => [String(instances), (tell) => onServer(instances, tell)]),
];

for (const [name, run] of trials.filter(([one]) => values.only === undefined || values.only === one)) {
  const title = name === 'embedded' ? 'PGlite' : `PostgreSQL, ${name} instance${name === '1' ? '' : 's'}`;
  const { rounds, editions, kills, missed, doubled, stuck } = await run((line) => process.stderr.write(`${title}: ${line}\n`));
  process.stdout.write(`${title}: ${rounds} rounds, ${editions} editions, ${kills} kills: ${missed} missed, ${doubled} doubled, ${stuck} stuck\n`);
  if (missed + doubled + stuck > 0) process.exitCode = 1;
}
process.exit();
