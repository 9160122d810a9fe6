/** The one way to open the store. The engines are heavy, so each is loaded when it is wanted. */
import type { StoreConfig } from '../config.ts';
import type { Store } from './store.ts';

const now = (): string => Temporal.Now.instant().toString({ smallestUnit: 'second' });

/**
 * Opens the store that the settings tell, brought up to date.
 * @param tell hears what an operator must know although the store opens: that it was restored from a backup.
 * @throws StoreError in plain words.
 */
export async function openStore({ url, folder }: Pick<StoreConfig, 'url' | 'folder'>, tell: (line: string) => void = () => {}): Promise<Store> {
  if (url !== undefined) return (await import('./postgres.ts')).openPostgres(url);
  return (await import('./embedded.ts')).openEmbedded({ folder, now, tell });
}
