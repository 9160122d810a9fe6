/** What is due of one subscription, after however long a time: the newest edition if it is still in the grace window, the others skipped. */
import type { DeliveryState } from '../../store/schema.ts';
import { type Due, editionsFrom, type Schedule } from '../calendar.ts';

/** Days that are looked back on. Whoever was away longer finds the days before summed up in one row. */
const LOOK_BACK = 31;

/** An edition for the ledger. */
export interface Planned {
  date: string;
  at: Temporal.Instant;
  state: Extract<DeliveryState, 'queued' | 'skipped'>;
  /** Why it is skipped, or will be late. */
  reason: string | null;
}

export interface Plan {
  /** Oldest first; at most the last of them is queued. */
  editions: Planned[];
  /** The edition after them; none when the schedule names no day. */
  next: Due | undefined;
}

/** Seconds after which an edition counts as late, and says so. */
export const LATE_AFTER = 5 * 60;

/** Why an edition is late or skipped that nobody planned in time. */
const AWAY = 'the bot was not running when it was due';

const isOver = ({ at }: Due, now: Temporal.Instant): boolean => Temporal.Instant.compare(at, now) <= 0;

/** One row for all the editions that were due before those of which each has its own. */
function sumUp(schedule: Schedule, from: Temporal.PlainDate, told: Temporal.PlainDate): Planned[] {
  const [first] = editionsFrom(schedule, from).take(1);
  if (!first || first.date >= told.toString()) return [];
  return [{ date: first.date, at: first.at, state: 'skipped', reason: `${AWAY}; the same goes for all until ${told.subtract({ days: 1 })}` }];
}

/** Editions from a date on: those that are due, and the first that is not. */
function editionsUntil(schedule: Schedule, from: Temporal.PlainDate, now: Temporal.Instant): { due: Due[]; next: Due | undefined } {
  const due: Due[] = [];
  for (const edition of editionsFrom(schedule, from)) {
    if (!isOver(edition, now)) return { due, next: edition };
    due.push(edition);
  }
  return { due, next: undefined };
}

/**
 * @param date the local date of the first edition that is not in the ledger yet.
 * @param grace seconds after which an edition is no longer posted.
 */
export function planOf(schedule: Schedule, date: string, now: Temporal.Instant, grace: number): Plan {
  const from = Temporal.PlainDate.from(date);
  const bound = now.toZonedDateTimeISO(schedule.zone).toPlainDate().subtract({ days: LOOK_BACK });
  const isLong = Temporal.PlainDate.compare(from, bound) < 0;
  const { due, next } = editionsUntil(schedule, isLong ? bound : from, now);
  const editions = due.map(({ date, at }, index): Planned => {
    const age = now.since(at).total('seconds');
    const isPosted = index === due.length - 1 && age <= grace;
    return { date, at, state: isPosted ? 'queued' : 'skipped', reason: isPosted && age <= LATE_AFTER ? null : AWAY };
  });
  return { editions: isLong ? [...sumUp(schedule, from, bound), ...editions] : editions, next };
}
