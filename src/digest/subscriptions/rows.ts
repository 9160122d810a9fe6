/** Rows of the store → subscriptions and deliveries. */
import type { Selectable } from 'kysely';
import type { Deliveries, Subscriptions } from '../../store/schema.ts';
import type { Schedule } from '../calendar.ts';
import type { Delivery, Subscription } from '../service.ts';

/** All but the history, which is long. */
export const COLUMNS = [
  'id',
  'guild',
  'channel',
  'region',
  'time',
  'zone',
  'days',
  'picture',
  'created_by',
  'state',
  'state_reason',
  'next_date',
  'next_at',
  'probe_at',
] as const satisfies readonly (keyof Subscriptions)[];

export type Row = Pick<Selectable<Subscriptions>, (typeof COLUMNS)[number]>;

const instant = (date: Date): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(date.getTime());
export const dateOf = (at: Temporal.Instant): Date => new Date(at.epochMilliseconds);

/** A schedule as the store keeps it. */
export const scheduleOf = ({ time, zone, days }: Pick<Row, 'time' | 'zone' | 'days'>): Schedule => ({ time, zone, days: [...days].map(Number) });

export const subscriptionOf = (row: Row): Subscription => ({
  id: row.id,
  guild: row.guild,
  channel: row.channel,
  region: row.region,
  schedule: scheduleOf(row),
  ...(row.picture !== 'none' && { picture: row.picture }),
  by: row.created_by,
  state: row.state,
  ...(row.state_reason !== null && { reason: row.state_reason }),
  ...(row.next_at && row.next_date !== null && { next: { date: row.next_date, at: instant(row.next_at) } }),
  ...(row.probe_at && { probe: instant(row.probe_at) }),
});

export const deliveryOf = ({ date, due_at, state, reason, late_seconds, link }: Selectable<Deliveries>): Delivery => ({
  date,
  due: instant(due_at),
  state,
  ...(reason !== null && { reason }),
  ...(late_seconds !== null && { late: late_seconds }),
  ...(link !== null && { link }),
});
