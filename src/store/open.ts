/** The ways to open the store. The engines are heavy, so each is loaded when it is wanted. */
import type { StoreConfig } from '../config.ts';
import type { Loaded } from './backup/load.ts';
import type { RestoredCluster } from './embedded.ts';
import type { Store } from './store.ts';

type Place = Pick<StoreConfig, 'url' | 'folder'>;
type Tell = (line: string) => void;

const now = (): string => Temporal.Now.instant().toString({ smallestUnit: 'second' });

/**
 * Opens the store that the settings tell, brought up to date.
 * @param tell hears what an operator must know although the store opens: that it was restored from a backup.
 * @throws StoreError in plain words.
 */
export async function openStore({ url, folder }: Place, tell: Tell = () => {}): Promise<Store> {
  if (url !== undefined) return (await import('./postgres.ts')).openPostgres(url);
  return (await import('./embedded.ts')).openEmbedded({ folder, now, tell });
}

/** The same, with what it takes to check every page. */
export async function openChecked({ url, folder }: Place, tell: Tell = () => {}): Promise<Store> {
  if (url !== undefined) return openStore({ url, folder }, tell);
  const { openEmbedded, startWithChecks } = await import('./embedded.ts');
  return openEmbedded({ folder, now, tell, start: startWithChecks });
}

/** Puts a backup in the place of what is there; on a server, into an empty database. @param file its path. @throws StoreError, and then nothing was changed. */
export async function restoreFrom({ url, folder }: Place, file: string): Promise<RestoredCluster> {
  if (url === undefined) return (await import('./embedded.ts')).restoreEmbedded({ folder, now, tell: () => {} }, file);
  const [{ onServer }, { restoreInto }] = await Promise.all([import('./postgres.ts'), import('./backup/restore.ts')]);
  return { loaded: await onServer(url, (store) => restoreInto(store, file, now())) };
}

/** Loads a backup into a server's empty database, just as it is. @throws StoreError, and then nothing was changed. */
export async function copyTo(url: string, file: string): Promise<Loaded> {
  const [{ onServer }, { readBackup }] = await Promise.all([import('./postgres.ts'), import('./backup/files.ts')]);
  return onServer(url, ({ db }) => readBackup(db, file));
}
