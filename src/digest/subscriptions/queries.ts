/** What is asked of the store, each in one statement or in one transaction. */
import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../../store/schema.ts';
import { nextDue, type Schedule } from '../calendar.ts';
import type { History } from '../compose/history.ts';
import type { Delivery, Subscription, Wanted } from '../service.ts';
import { COLUMNS, dateOf, deliveryOf, type Row, scheduleOf, subscriptionOf } from './rows.ts';

type Db = Kysely<Database> | Transaction<Database>;

/** Subscriptions of one server: more than its teams and regions need, few enough for one answer. */
const MOST_OF_GUILD = 50;

/** Editions ahead that are looked through for one whose date is free. */
const AHEAD = 3;

/** The next edition whose date the ledger does not have yet: a date has one edition, whatever its time was before. */
async function nextFree(db: Db, id: string | undefined, schedule: Schedule, now: Temporal.Instant): Promise<Pick<Row, 'next_date' | 'next_at'>> {
  const due = nextDue(schedule, now, AHEAD);
  const [first] = due;
  if (!first) return { next_date: null, next_at: null };
  const rows =
    id === undefined ? [] : await db.selectFrom('deliveries').select('date').where('subscription', '=', id).where('date', '>=', first.date).execute();
  const taken = new Set(rows.map(({ date }) => date));
  const free = due.find(({ date }) => !taken.has(date)) ?? first;
  return { next_date: free.date, next_at: dateOf(free.at) };
}

/** What makes a subscription active, with its next edition. @param id undefined for a new one. */
export const activeFrom = async (db: Db, id: string | undefined, schedule: Schedule, now: Temporal.Instant) =>
  ({ state: 'active', state_reason: null, probe_at: null, ...(await nextFree(db, id, schedule, now)) }) as const;

export async function subscribe(db: Db, { guild, channel, region, schedule, picture, by }: Wanted, now: Temporal.Instant) {
  const before = await db.selectFrom('subscriptions').select('id').where('channel', '=', channel).where('region', '=', region).forUpdate().executeTakeFirst();
  const { count } = await db
    .selectFrom('subscriptions')
    .select(({ fn }) => fn.countAll<number | string>().as('count'))
    .where('guild', '=', guild)
    .executeTakeFirstOrThrow();
  if (!before && Number(count) >= MOST_OF_GUILD) return { did: 'full' as const, most: MOST_OF_GUILD };
  const { time, zone } = schedule;
  const wanted = {
    time,
    zone,
    days: schedule.days.join(''),
    picture: picture ?? ('none' as const),
    ...(await activeFrom(db, before?.id, schedule, now)),
  };
  const row = await db
    .insertInto('subscriptions')
    .values({ guild, channel, region, created_by: by, created_at: dateOf(now), ...wanted })
    .onConflict((conflict) => conflict.columns(['channel', 'region']).doUpdateSet(wanted))
    .returning(COLUMNS)
    .executeTakeFirstOrThrow();
  return { did: before ? ('changed' as const) : ('made' as const), subscription: subscriptionOf(row) };
}

export async function resume(db: Db, guild: string, id: string, now: Temporal.Instant): Promise<Subscription | undefined> {
  const row = await db.selectFrom('subscriptions').select(COLUMNS).where('id', '=', id).where('guild', '=', guild).forUpdate().executeTakeFirst();
  if (!row || row.state === 'active') return row && subscriptionOf(row);
  const changed = await db
    .updateTable('subscriptions')
    .set(await activeFrom(db, id, scheduleOf(row), now))
    .where('id', '=', id)
    .returning(COLUMNS)
    .executeTakeFirstOrThrow();
  return subscriptionOf(changed);
}

const PAUSED = { state: 'paused', state_reason: null, probe_at: null, next_date: null, next_at: null } as const;

export async function pause(db: Db, guild: string, id: string): Promise<Subscription | undefined> {
  const row = await db.updateTable('subscriptions').set(PAUSED).where('id', '=', id).where('guild', '=', guild).returning(COLUMNS).executeTakeFirst();
  return row && subscriptionOf(row);
}

export async function remove(db: Db, guild: string, id: string): Promise<Subscription | undefined> {
  const row = await db.deleteFrom('subscriptions').where('id', '=', id).where('guild', '=', guild).returning(COLUMNS).executeTakeFirst();
  return row && subscriptionOf(row);
}

export async function list(db: Db, guild: string | undefined): Promise<Subscription[]> {
  const all = db.selectFrom('subscriptions').select(COLUMNS).orderBy('guild').orderBy('channel').orderBy('region');
  const rows = await (guild === undefined ? all : all.where('guild', '=', guild)).execute();
  return rows.map(subscriptionOf);
}

export async function history(db: Db, channel: string, region: string): Promise<{ subscription: Subscription; history: History } | undefined> {
  const found = db
    .selectFrom('subscriptions')
    .select([...COLUMNS, 'history'])
    .where('channel', '=', channel)
    .where('region', '=', region);
  const row = await found.executeTakeFirst();
  // The column holds what `historyAfter` made, and nothing else is ever written there.
  return row && { subscription: subscriptionOf(row), history: row.history as History };
}

export const deliveries = async (db: Db, id: string, most: number): Promise<Delivery[]> =>
  (await db.selectFrom('deliveries').selectAll().where('subscription', '=', id).orderBy('date', 'desc').limit(most).execute()).map(deliveryOf);

export async function handTo(db: Db, guild: string, role: string | undefined, now: Temporal.Instant): Promise<void> {
  const settled = { manager_role: role ?? null, updated_at: dateOf(now) };
  await db
    .insertInto('guild_settings')
    .values({ guild, ...settled })
    .onConflict((conflict) => conflict.column('guild').doUpdateSet(settled))
    .execute();
}

export async function managers(db: Db, guild: string): Promise<string | undefined> {
  const row = await db.selectFrom('guild_settings').select('manager_role').where('guild', '=', guild).executeTakeFirst();
  return row?.manager_role ?? undefined;
}
