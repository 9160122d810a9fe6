/** What stands where in the embedded store's folder. */
import { join } from 'node:path';

/** PostgreSQL's own files. */
export const clusterIn = (folder: string): string => join(folder, 'pg');
export const backupsOf = (folder: string): string => join(folder, 'backups');

/** Where a damaged cluster is put. @param at now, as part of a file's name. */
export const asideOf = (folder: string, at: string): string => join(folder, `pg-set-aside-${at}`);
