/** On this day: no more precisely than the source dates it. */
import { count } from '../../base/count.ts';
import { isoWords } from '../../base/dates.ts';
import { type Base, type FactRecord, isUnstated } from '../../base/schema.ts';
import type { EditionSection } from '../../replies/edition.ts';
import { recordLine } from '../../replies/record.ts';

/** Records told of each; the region's profile has the others. */
const MOST = { day: 3, month: 2 } as const;

/** How much of `YYYY-MM-DD` each precision tells. Years and what is only "about" have no anniversary. */
const ENDS = { day: 10, month: 7 } as const;

/** The years since a record's date began, if its anniversary is this day, or in this month; undefined else. A span's is its beginning's. */
function yearsSince({ date }: FactRecord, today: string, precision: keyof typeof ENDS): number | undefined {
  if (isUnstated(date) || date.precision !== precision) return undefined;
  const [then, now] = [date.on.slice(0, ENDS[precision]), today.slice(0, ENDS[precision])];
  const years = Number(now.slice(0, 4)) - Number(then.slice(0, 4));
  return then.length === ENDS[precision] && then.slice(5) === now.slice(5) && years > 0 ? years : undefined;
}

/** An anniversary rests on the whole date, so what a curator took from context is told. */
const tagOf = ({ date }: FactRecord, years: number): string =>
  `${count(years, 'year')} ago${!isUnstated(date) && date.inferred !== undefined ? '; date partly inferred' : ''}`;

/** Sections with the anniversaries of one precision: one or none. */
function sectionOf(base: Base, records: readonly FactRecord[], date: string, part: keyof typeof ENDS): EditionSection[] {
  const found = records.flatMap((record) => {
    const years = yearsSince(record, date, part);
    return years === undefined ? [] : [{ record, years }];
  });
  if (found.length === 0) return [];
  const items = found.slice(0, MOST[part]).map(({ record, years }) => ({ line: recordLine(base, record), tag: tagOf(record, years) }));
  const left = found.length - items.length;
  const title = part === 'day' ? 'On this day' : `In ${isoWords(date.slice(0, 7)).split(' ')[0]} of earlier years`;
  return [{ part, title, ...(left > 0 && { lead: `${items.length} of ${found.length} records.` }), items }];
}

/**
 * Anniversaries of a region's records: a day only on its day, a month once, in the first edition of that month.
 * @param last local date of the edition before, in ISO 8601.
 */
export function anniversaries(base: Base, records: readonly FactRecord[], date: string, last: string | undefined): EditionSection[] {
  const opensMonth = last === undefined || last.slice(0, 7) < date.slice(0, 7);
  return [...sectionOf(base, records, date, 'day'), ...(opensMonth ? sectionOf(base, records, date, 'month') : [])];
}
