/** The torture in its short form: a round on each store, with processes that are killed while they deliver. `npm run torture` is the whole. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openEmbedded } from '../../src/store/embedded.ts';
import { openStore } from '../../src/store/open.ts';
import { newDatabase, startPrepared } from '../store/stores.ts';
import { torture } from './torture.ts';

const COMMON = { rounds: 1, channels: 10, random: Math.random };
const LOSSLESS = { editions: 10, missed: 0, doubled: 0, stuck: 0 };
/** Milliseconds: the claims of a dead process end after a quarter of a minute; a busy machine takes longer. */
const PATIENCE = 300_000;

it.concurrent('loses no edition and posts none twice when the process is killed, on PGlite', { timeout: PATIENCE }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sourcebook-crash-'));
  // Prepared: making a cluster takes seconds of the processor.
  const open = () => openEmbedded({ folder, now: () => Temporal.Now.instant().toString(), tell: () => {}, start: startPrepared });
  expect(await torture({ ...COMMON, open, env: { STORE_FOLDER: folder }, instances: 1 })).toMatchObject(LOSSLESS);
  rmSync(folder, { recursive: true });
});

// SKIP_POSTGRES=1 is for machines without a PostgreSQL.
it.skipIf(process.env.SKIP_POSTGRES === '1').concurrent(
  'loses none and posts none twice when one of two is killed, on PostgreSQL',
  { timeout: PATIENCE },
  async () => {
    const url = await newDatabase();
    const open = () => openStore({ url, folder: '' });
    expect(await torture({ ...COMMON, open, env: { STORE_URL: url }, instances: 2 })).toMatchObject(LOSSLESS);
  },
);
