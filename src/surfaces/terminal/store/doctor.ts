/** `npm run store -- doctor`: whether the store is sound, and what to do if it is not. */
import { count } from '../../../base/count.ts';
import { backupsIn } from '../../../store/backup/files.ts';
import { checkPages, checkTables } from '../../../store/check.ts';
import { openChecked } from '../../../store/open.ts';
import { backupsOf, clusterIn } from '../../../store/places.ts';
import { placeOf } from '../../../store/server-errors.ts';
import { type Standing, standingOf } from '../../../store/standing.ts';
import type { Store } from '../../../store/store.ts';
import { moment, type StoreCommand, type StoreDesk, withStore } from './desk.ts';

/** Minutes after which an edition that waits is no longer merely about to be posted. */
const STUCK = 15;
/** Hours after which a last backup is too old. */
const STALE = 26;
/** In minutes, and in hours. */
const HOUR = 60;
const DAY = 24;
const MEGABYTE = 1e6;

/** A line of the report; `well` false has the reader look. */
interface Line {
  well: boolean;
  text: string;
}

const fine = (text: string): Line => ({ well: true, text });
const bad = (text: string): Line => ({ well: false, text });

const engineLine = ({ kind }: Store, { version, size }: Standing, { config }: StoreDesk): Line => {
  const where = kind === 'embedded' ? `embedded, in ${clusterIn(config.folder)}` : `a server, ${placeOf(config.url ?? '')}`;
  return fine(`Store: ${where}. PostgreSQL ${version}, ${(size / MEGABYTE).toFixed(1)} MB.`);
};

const contentsLine = ({ subscriptions: { active, paused, blocked }, editions, servers, misses }: Standing): Line =>
  fine(
    [
      `Kept: ${count(active + paused + blocked, 'subscription')} (${active} active, ${paused} paused, ${blocked} blocked)`,
      count(editions.all, 'edition'),
      `settings of ${count(servers, 'server')}`,
      `${count(misses, 'count')} of questions that found nothing.`,
    ].join(', '),
  );

/** `40 minutes`, `7 hours`, `3 days`. */
function ageWords(minutes: number): string {
  if (minutes < 2 * HOUR) return count(minutes, 'minute');
  const hours = Math.floor(minutes / HOUR);
  return hours < 2 * DAY ? count(hours, 'hour') : count(Math.floor(hours / DAY), 'day');
}

function editionsLine({ editions: { waiting, oldest } }: Standing, now: Temporal.Instant): Line {
  const minutes = oldest ? Math.floor((now.epochMilliseconds - oldest.getTime()) / 60_000) : 0;
  const age = ageWords(minutes);
  if (waiting === 0) return fine('Editions: none waits to be posted.');
  const told = waiting === 1 ? `Editions: one waits to be posted, for ${age}.` : `Editions: ${waiting} wait to be posted, the first for ${age}.`;
  return minutes < STUCK ? fine(told) : bad(`${told} Is the bot running, with DISCORD_TOKEN? Its log tells why they are not posted.`);
}

async function soundLines({ db }: Store): Promise<Line[]> {
  const [tables, pages] = [await checkTables(db), await checkPages(db)];
  const wrong = [...new Set([...tables, ...(pages ?? [])])].map((text) => bad(`Broken: ${text}.`));
  if (wrong.length > 0) return [...wrong, bad('Restore the last good backup: npm run store -- restore.')];
  return [fine(pages ? 'Pages and indexes: sound.' : 'Tables: readable. A superuser could check pages and indexes too (amcheck).')];
}

const isEmpty = ({ subscriptions: { active, paused, blocked }, servers, misses }: Standing): boolean => active + paused + blocked + servers + misses === 0;

async function backupLine({ config, now }: StoreDesk, { kind }: Store, standing: Standing): Promise<Line> {
  const folder = backupsOf(config.folder);
  const [last, ...others] = await backupsIn(folder);
  if (!last && isEmpty(standing)) return fine('Backups: none yet, and nothing to back up.');
  if (!last)
    return kind === 'embedded' ? bad('Backups: none yet. npm run store -- backup makes one.') : fine('Backups: none here. Does the server have its own?');
  const hours = Math.floor(now().since(last.at).total('hours'));
  const told = `Backups: ${others.length + 1} in ${folder}, the last of ${moment(last.at)}.`;
  if (kind === 'postgres') return fine(`${told} None is made here by itself. Does the server have its own?`);
  return hours < STALE ? fine(told) : bad(`${told} That is ${hours} hours ago: a bot that runs makes one a day.`);
}

export const doctor: StoreCommand = (desk) =>
  withStore(
    desk,
    async (store) => {
      const standing = await standingOf(store.db);
      const lines = [
        engineLine(store, standing, desk),
        contentsLine(standing),
        ...(await soundLines(store)),
        editionsLine(standing, desk.now()),
        await backupLine(desk, store, standing),
      ];
      for (const { well, text } of lines) desk.out(`${well ? '✓' : '✗'} ${text}`);
      return lines.every(({ well }) => well);
    },
    openChecked,
  );
