/** Backups, exports, and the way from one engine to the other. */
import { join, resolve } from 'node:path';
import { count } from '../../../base/count.ts';
import { type Counts, dump } from '../../../store/backup/dump.ts';
import { backUp, backupsIn, writeBackup } from '../../../store/backup/files.ts';
import { copyTo, restoreFrom } from '../../../store/open.ts';
import { backupsOf } from '../../../store/places.ts';
import { placeOf } from '../../../store/server-errors.ts';
import { StoreError } from '../../../store/store.ts';
import { moment, type StoreCommand, type StoreDesk, withStore } from './desk.ts';

/** `12 subscriptions, 340 editions, settings of 2 servers, 18 counts of questions that found nothing`. */
const contents = ({ subscriptions = 0, deliveries = 0, guild_settings: settings = 0, misses = 0 }: Counts): string =>
  [
    count(subscriptions, 'subscription'),
    count(deliveries, 'edition'),
    `settings of ${count(settings, 'server')}`,
    `${count(misses, 'count')} of questions that found nothing`,
  ].join(', ');

export const backup: StoreCommand = (desk, [file]) =>
  withStore(desk, async ({ db }) => {
    const at = desk.now().toString();
    const made = file === undefined ? await backUp(db, backupsOf(desk.config.folder), at) : { file: resolve(file), counts: await writeBackup(db, file, at) };
    desk.out(`Backed up to ${made.file}: ${contents(made.counts)}.`);
    return true;
  });

export const exportRows: StoreCommand = (desk) =>
  withStore(desk, async ({ db }) => {
    const counts = await dump(db, desk.now().toString(), (line) => desk.write(`${line}\n`));
    desk.err(`Exported: ${contents(counts)}.`);
    return true;
  });

/** The file that was named, or the last backup. */
async function chosen({ config }: StoreDesk, file: string | undefined): Promise<string> {
  if (file !== undefined) return resolve(file);
  const folder = backupsOf(config.folder);
  const [last] = await backupsIn(folder);
  if (!last) throw new StoreError(`There is no backup in ${folder}. Name a file: npm run store -- restore FILE.`);
  return join(folder, last.name);
}

const LOOKS =
  'What was changed after the backup is missing. A digest that was posted since is looked for in its channel before it is posted, so none comes twice.';

export const restore: StoreCommand = async (desk, [named]) => {
  const file = await chosen(desk, named);
  const { loaded, aside } = await restoreFrom(desk.config, file);
  desk.out(`Restored from ${file} of ${moment(loaded.at)}: ${contents(loaded.counts)}.`);
  if (aside !== undefined) desk.out(`What was there before was set aside as ${aside}.`);
  desk.out(LOOKS);
  return true;
};

export const copy: StoreCommand = async (desk) => {
  const { url, folder } = desk.config;
  if (url === undefined) throw new StoreError('Set DATABASE_URL to the PostgreSQL that the embedded store is to be copied to.');
  const at = desk.now().toString();
  const { file } = await withStore({ ...desk, config: { ...desk.config, url: undefined } }, ({ db }) => backUp(db, backupsOf(folder), at));
  const { counts } = await copyTo(url, file);
  desk.out(`Copied to ${placeOf(url)}: ${contents(counts)}.`);
  desk.out(`The embedded store in ${folder} is as it was, and is not used while DATABASE_URL is set. Never run a bot on each: both would post.`);
  return true;
};
