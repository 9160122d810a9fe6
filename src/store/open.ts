/** The one way to open the store. The engines are heavy, so each is loaded when it is wanted. */
import type { StoreConfig } from '../config.ts';
import type { Store } from './store.ts';

/** Opens the store that the settings tell, brought up to date. @throws StoreError in plain words. */
export async function openStore({ url, folder }: Pick<StoreConfig, 'url' | 'folder'>): Promise<Store> {
  if (url === undefined) return (await import('./embedded.ts')).openEmbedded(folder);
  return (await import('./postgres.ts')).openPostgres(url);
}
