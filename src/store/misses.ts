/** Questions that found nothing: what the base's curators may want to add. Counts by entity; text only where it is to be kept. */
import { type Kysely, sql } from 'kysely';
import type { Database } from './schema.ts';

/** Characters of a question that are kept. */
const LONGEST = 300;
/** Entities of one question that are counted. */
const MOST_ENTITIES = 5;

export interface Miss {
  surface: string;
  /** The server's id; none where it was asked elsewhere. */
  guild: string | undefined;
  /** Ids of the entities that the question named. */
  entities: readonly string[];
  question: string;
}

/** Counts a question. @param day ISO 8601, UTC. @param keepsText whether its text is kept. */
export async function countMiss(db: Kysely<Database>, { surface, guild = '', entities, question }: Miss, day: string, keepsText: boolean): Promise<void> {
  const named = [...new Set(entities)].slice(0, MOST_ENTITIES);
  const text = keepsText ? question.slice(0, LONGEST).toWellFormed().replaceAll('\0', '') : '';
  await db
    .insertInto('misses')
    .values((named.length > 0 ? named : ['']).map((entity) => ({ day, surface, guild, entity, question: text })))
    .onConflict((conflict) => conflict.columns(['day', 'surface', 'guild', 'entity', 'question']).doUpdateSet({ count: sql`misses.count + 1` }))
    .execute();
}

/** Days for which questions are counted at all. */
const COUNT_DAYS = 400;
const HOURS = 24;

const dayBefore = (now: Temporal.Instant, days: number): string =>
  now
    .subtract({ hours: HOURS * days })
    .toString()
    .slice(0, 10);

/**
 * Removes the texts that were kept long enough, whose counts stay, and counts from more than a year ago.
 * @param keep days for which texts are kept; all of them go when it is undefined.
 */
export async function removeMisses(db: Kysely<Database>, now: Temporal.Instant, keep: number | undefined): Promise<void> {
  const before = keep === undefined ? '9999' : dayBefore(now, keep);
  await sql`
    with gone as (delete from misses where question <> '' and day < ${before} returning day, surface, guild, entity, count)
    insert into misses as kept (day, surface, guild, entity, count)
    select day, surface, guild, entity, sum(count)::int from gone group by day, surface, guild, entity
    on conflict (day, surface, guild, entity, question) do update set count = kept.count + excluded.count`.execute(db);
  await db.deleteFrom('misses').where('day', '<', dayBefore(now, COUNT_DAYS)).execute();
}

export interface MissCounts {
  all: number;
  /** By entity id, the most frequent first; an empty id for questions that named none. */
  entities: { entity: string; count: number }[];
  /** Where texts are kept. */
  questions: { question: string; count: number }[];
}

/** Lines of each kind. */
const MOST = 20;

/** What was asked and not found. @param days how far back. */
export async function missesOf(db: Kysely<Database>, now: Temporal.Instant, days: number): Promise<MissCounts> {
  const recent = db.selectFrom('misses').where('day', '>', dayBefore(now, days));
  const sum = sql<number>`sum(count)::int`.as('count');
  const entities = await recent.select(['entity', sum]).groupBy('entity').orderBy('count', 'desc').orderBy('entity').limit(MOST).execute();
  const questions = await recent
    // A question that names several entities has a row for each.
    .select(['question', sql<number>`max(count)::int`.as('count')])
    .where('question', '<>', '')
    .groupBy('question')
    .orderBy('count', 'desc')
    .orderBy('question')
    .limit(MOST)
    .execute();
  const { all } = await recent.select(sql<number>`coalesce(sum(count), 0)::int`.as('all')).executeTakeFirstOrThrow();
  return { all, entities, questions };
}
