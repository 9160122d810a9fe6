/** From subscriptions that are due to rows of the ledger and jobs, on any number of instances at once. */
import { sql, type Transaction } from 'kysely';
import { fromKysely, type PgBoss } from 'pg-boss';
import type { Database } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { type Plan, type Planned, planOf } from './plan/due.ts';
import { type Made, turnsOf, waitingOf } from './plan/turns.ts';
import { EDITIONS } from './queue.ts';
import { scheduleOf } from './subscriptions/rows.ts';

/** Subscriptions of one transaction: few enough that nobody waits for it long. */
const BATCH = 250;

export interface Planning {
  /** Milliseconds since 1970. */
  now: number;
  /** Seconds after which an edition is no longer posted. */
  grace: number;
}

export interface PlanResult {
  queued: number;
  skipped: number;
}

/** What planning reads of a subscription: not its history, which is long. */
interface Subscriber {
  id: string;
  guild: string;
  time: string;
  zone: string;
  days: string;
  next_date: string | null;
}

interface Due extends Subscriber {
  plan: Plan;
}

const dueSubscribers = (trx: Transaction<Database>, now: number): Promise<Subscriber[]> =>
  trx
    .selectFrom('subscriptions')
    .select(['id', 'guild', 'time', 'zone', 'days', 'next_date'])
    .where('state', '=', 'active')
    .where('next_at', '<=', new Date(now))
    .orderBy('next_at')
    .orderBy('id')
    .limit(BATCH)
    .forUpdate()
    .skipLocked()
    .execute();

/** The plan; none for a schedule that makes no sense (any more): a zone can be dropped from the time zone database. */
function planFor(subscriber: Subscriber, { now, grace }: Planning): Plan | undefined {
  try {
    const at = Temporal.Instant.fromEpochMilliseconds(now);
    return planOf(scheduleOf(subscriber), subscriber.next_date ?? at.toZonedDateTimeISO(subscriber.zone).toPlainDate().toString(), at, grace);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const pause = async (trx: Transaction<Database>, { id, zone, time }: Subscriber): Promise<void> => {
  const reason = `its time (${time} ${zone}) can’t be read: subscribe anew`;
  await trx.updateTable('subscriptions').set({ state: 'paused', state_reason: reason, next_at: null }).where('id', '=', id).execute();
};

const rowOf = ({ id }: Subscriber, { date, at, state, reason }: Planned, now: number) => ({
  subscription: id,
  date,
  due_at: new Date(at.epochMilliseconds),
  state,
  reason,
  finished_at: state === 'skipped' ? new Date(now) : null,
});

/** Writes the ledger's rows, and tells those that are to be posted. A row that is there stays as it is. */
async function record(trx: Transaction<Database>, due: readonly Due[], now: number): Promise<Made[]> {
  const rows = due.flatMap((one) => one.plan.editions.map((edition) => rowOf(one, edition, now)));
  if (rows.length === 0) return [];
  const made = await trx
    .insertInto('deliveries')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['subscription', 'date']).doNothing())
    .returning(['id', 'subscription', 'state'])
    .execute();
  const guilds = new Map(due.map(({ id, guild }) => [id, guild]));
  return made.map(({ id, subscription, state }) => ({ id, guild: guilds.get(subscription) ?? '', state }));
}

/** Moves them past now: to an edition computed from the zone's rules as they are today. */
async function move(trx: Transaction<Database>, due: readonly Due[]): Promise<void> {
  const [ids, dates, moments] = [
    due.map(({ id }) => id),
    due.map(({ plan }) => plan.next?.date ?? null),
    due.map(({ plan }) => plan.next?.at.toString() ?? null),
  ];
  await sql`update subscriptions set next_date = moved.date, next_at = moved.at
    from unnest(${ids}::uuid[], ${dates}::text[], ${moments}::timestamptz[]) moved (id, date, at) where subscriptions.id = moved.id`.execute(trx);
}

async function planThese(trx: Transaction<Database>, boss: PgBoss, due: readonly Due[], now: number): Promise<PlanResult> {
  const before = await waitingOf(trx, [...new Set(due.map(({ guild }) => guild))]);
  const made = await record(trx, due, now);
  const queued = made.filter(({ state }) => state === 'queued');
  if (queued.length > 0) await boss.insert(EDITIONS, turnsOf(queued, before), { db: fromKysely(trx) });
  await move(trx, due);
  return { queued: queued.length, skipped: made.length - queued.length };
}

/** One batch, in one transaction: either all of it is planned and moved, or nothing. */
const planBatch = ({ db, boss }: Store, planning: Planning): Promise<PlanResult & { seen: number }> =>
  db.transaction().execute(async (trx) => {
    const seen = await dueSubscribers(trx, planning.now);
    const plans = seen.map((one) => ({ ...one, plan: planFor(one, planning) }));
    const due = plans.filter((one): one is Due => one.plan !== undefined);
    for (const one of plans) if (!one.plan) await pause(trx, one);
    const result = due.length > 0 ? await planThese(trx, boss, due, planning.now) : { queued: 0, skipped: 0 };
    return { seen: seen.length, ...result };
  });

/** Plans all that is due. @throws when the store does. */
export async function planDue(store: Store, planning: Planning): Promise<PlanResult> {
  const total = { queued: 0, skipped: 0 };
  for (;;) {
    const { seen, queued, skipped } = await planBatch(store, planning);
    total.queued += queued;
    total.skipped += skipped;
    if (seen < BATCH) return total;
  }
}
