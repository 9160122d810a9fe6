/**
 * When editions are due: local wall time and IANA time zone → instants. Nothing here keeps an offset: each date asks the zone anew.
 *
 * A time that the clocks skip moves forward by the gap (02:30 to 03:30); one that occurs twice is due the first time: `Temporal` calls
 * that “compatible”, and so do calendars (RFC 5545, 3.3.5). A date that a zone leaves out altogether (30 December 2011 in Samoa) has no
 * edition.
 */

/** When a digest is wanted. */
export interface Schedule {
  /** Local wall time, `HH:MM`. */
  time: string;
  /** IANA name. */
  zone: string;
  /** ISO 8601 days of the week, 1 for Monday to 7; none for no edition ever. */
  days: readonly number[];
}

/** One edition's moment. */
export interface Due {
  /** The local date that the edition is of, in ISO 8601. */
  date: string;
  at: Temporal.Instant;
  /** `skipped`: the clocks jump over the time that day, and `at` is later by the jump. `twice`: it occurs twice; `at` is the first. */
  clock: 'usual' | 'skipped' | 'twice';
}

/** Whether the zone has the date: some islands changed sides of the date line and left one out. */
const isInZone = (date: Temporal.PlainDate, zone: string): boolean => date.toZonedDateTime(zone).toPlainDate().equals(date);

/**
 * The moment of a local date's edition; undefined when the zone leaves the date out.
 * @param date ISO 8601.
 * @param time `HH:MM`.
 * @throws RangeError for a date, time or zone that is none.
 */
export function dueOn(date: string, time: string, zone: string): Due | undefined {
  const day = Temporal.PlainDate.from(date);
  if (!isInZone(day, zone)) return undefined;
  const wall = day.toPlainDateTime(Temporal.PlainTime.from(time));
  const [early, late] = [wall.toZonedDateTime(zone, { disambiguation: 'earlier' }), wall.toZonedDateTime(zone, { disambiguation: 'later' })];
  if (early.equals(late)) return { date, at: early.toInstant(), clock: 'usual' };
  const isTwice = early.toPlainDateTime().equals(wall);
  return isTwice ? { date, at: early.toInstant(), clock: 'twice' } : { date, at: late.toInstant(), clock: 'skipped' };
}

/** Dates that may pass without an edition: a zone can leave out the one day of a week that was wanted. */
const SPARE = 21;

/** The editions of a date and of all after it, in order; the caller takes as many as it wants. Ends only when the schedule names no day. */
export function* editionsFrom({ time, zone, days }: Schedule, date: Temporal.PlainDate): Generator<Due, void> {
  for (let [day, without] = [date, 0]; without < SPARE; day = day.add({ days: 1 })) {
    const due = days.includes(day.dayOfWeek) ? dueOn(day.toString(), time, zone) : undefined;
    without = due ? 0 : without + 1;
    if (due) yield due;
  }
}

/**
 * The next editions, earliest first.
 * @param after they are all later than this.
 * @param most how many; fewer only when the schedule names no day.
 */
export function nextDue(schedule: Schedule, after: Temporal.Instant, most: number): Due[] {
  // A gap over midnight moves an edition into the next date, so the day before counts too.
  const first = after.toZonedDateTimeISO(schedule.zone).toPlainDate().subtract({ days: 1 });
  return editionsFrom(schedule, first)
    .filter(({ at }) => Temporal.Instant.compare(at, after) > 0)
    .take(most)
    .toArray();
}
