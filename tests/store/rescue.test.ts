/** What takes the place of a cluster that does not open. The engine is a stand-in here; tests/store/embedded.test.ts has the real one. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openOrReplace } from '../../src/store/rescue.ts';
import { type Store, StoreError } from '../../src/store/store.ts';

let folder: string;
let cluster: string;
let told: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sourcebook-rescue-'));
  cluster = join(folder, 'pg');
  told = [];
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A cluster of a version, with a mark to know it by. */
function makeCluster(mark: string, version = '18'): void {
  mkdirSync(cluster, { recursive: true });
  writeFileSync(join(cluster, 'PG_VERSION'), version);
  writeFileSync(join(cluster, 'mark'), mark);
}
const markOf = (place: string): string => readFileSync(join(place, 'mark'), 'utf8');

interface Engine {
  /** What opening comes to, by the cluster's mark. */
  open(mark: string): void;
  backup?: string | undefined;
}

const run = ({ open, backup }: Engine): Promise<Store> =>
  openOrReplace({
    cluster,
    aside: join(folder, 'aside'),
    open: async () => {
      if (!existsSync(cluster)) makeCluster('new');
      open(markOf(cluster));
      return {} as Store;
    },
    restore: async () => {
      if (backup !== undefined) makeCluster('restored');
      return backup;
    },
    tell: (line) => told.push(line),
  });

const BACKUP = '2026-11-22T03:00:00Z';
const broken = (mark: string): void => {
  if (mark === 'old') throw new Error('PGlite failed to initialize properly');
};

describe('a cluster', () => {
  it('that opens is left alone', async () => {
    makeCluster('old');
    await run({ open: () => {}, backup: BACKUP });
    expect(markOf(cluster)).toBe('old');
    expect(told).toEqual([]);
  });

  it('that fails to open once is not taken for damaged', async () => {
    makeCluster('old');
    let tries = 0;
    const short = (): void => {
      tries += 1;
      if (tries === 1) throw new Error('out of memory');
    };
    await run({ open: short, backup: BACKUP });
    expect([markOf(cluster), told]).toEqual(['old', []]);
  });

  it('that is not there is made', async () => {
    await run({ open: () => {} });
    expect(markOf(cluster)).toBe('new');
    expect(told).toEqual([]);
  });

  it('that is gone while there are backups comes back from the last one', async () => {
    await run({ open: () => {}, backup: BACKUP });
    expect(markOf(cluster)).toBe('restored');
    expect(told.join(' ')).toMatch(/There was no store in .* The store was restored from the backup of 2026-11-22 03:00 UTC/);
  });

  it('that is damaged is set aside, and the backup takes its place', async () => {
    makeCluster('old');
    await run({ open: broken, backup: BACKUP });
    expect([markOf(cluster), markOf(join(folder, 'aside'))]).toEqual(['restored', 'old']);
    expect(told[0]).toMatch(/is damaged and does not open. It was set aside as .*aside; nothing of it was deleted/);
  });

  it('without the file that tells its version is never opened, for the engine would write a new one over it', async () => {
    makeCluster('old');
    rmSync(join(cluster, 'PG_VERSION'));
    await run({ open: () => {}, backup: BACKUP });
    expect([markOf(cluster), markOf(join(folder, 'aside'))]).toEqual(['restored', 'old']);
  });

  it('of another PostgreSQL is told as one', async () => {
    makeCluster('old', '17');
    await run({ open: broken, backup: BACKUP });
    expect(told[0]).toContain('was made by PostgreSQL 17, and this program has 18. It was set aside');
  });

  it('that is damaged while there is no backup makes room for an empty one, and says so', async () => {
    makeCluster('old');
    await run({ open: broken });
    expect([markOf(cluster), markOf(join(folder, 'aside'))]).toEqual(['new', 'old']);
    expect(told[1]).toBe('There is no backup to restore, so the store begins empty.');
  });

  it('stays where it was when nothing can be put in its place', async () => {
    makeCluster('old');
    const full = (): void => {
      throw new Error('no space left');
    };
    await expect(run({ open: full, backup: BACKUP })).rejects.toThrow(
      /does not open, and no other could be put in its place. Nothing was changed. Is the disk full\?/,
    );
    expect(markOf(cluster)).toBe('old');
    expect(existsSync(join(folder, 'aside'))).toBe(false);
  });

  it('that a newer program made is no damage', async () => {
    makeCluster('old');
    const newer = (): void => {
      throw new StoreError('Update the program.');
    };
    await expect(run({ open: newer, backup: BACKUP })).rejects.toThrow('Update the program.');
    expect(markOf(cluster)).toBe('old');
  });
});
