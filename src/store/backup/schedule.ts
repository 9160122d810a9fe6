/** When a backup is due: after a day; by the hour where subscriptions or settings changed; at the end where anything did. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import type { Database } from '../schema.ts';
import { backUp, backupsIn } from './files.ts';

const HOURS = 24;

/** What stood in the tables, so that a change shows. */
const printSchema = z.object({ settled: z.string(), ledger: z.string() });
type Print = z.infer<typeof printSchema>;

async function printOf(db: Kysely<Database>): Promise<Print> {
  const { rows } = await sql<Print>`
    select md5(coalesce((select string_agg(concat_ws(' ', id, guild, channel, region, time, zone, days, state), ';' order by id) from subscriptions), '')
            || coalesce((select string_agg(g::text, ';' order by guild) from guild_settings g), '')) as settled,
           md5((select concat_ws(' ', count(*), max(created_at), max(last_tried_at), max(finished_at)) from deliveries)
            || (select coalesce(sum(count), 0) from misses)) as ledger`.execute(db);
  return rows[0] ?? { settled: '', ledger: '' };
}

async function lastPrint(file: string): Promise<Print | undefined> {
  const text = await readFile(file, 'utf8').catch(() => '');
  try {
    return printSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/**
 * Backs up where it is due.
 * @param when `now`: at the end, where any change is reason enough.
 * @returns whether it did.
 */
export async function backUpIfDue(db: Kysely<Database>, folder: string, now: Temporal.Instant, when?: 'now'): Promise<boolean> {
  const file = join(folder, 'print.json');
  const [[last], before, print] = await Promise.all([backupsIn(folder), lastPrint(file), printOf(db)]);
  const isOld = !last || Temporal.Instant.compare(last.at, now.subtract({ hours: HOURS })) < 0;
  const changed = before?.settled !== print.settled || (when === 'now' && before.ledger !== print.ledger);
  if (!isOld && !changed) return false;
  await backUp(db, folder, now.toString());
  await writeFile(file, JSON.stringify(print));
  return true;
}
