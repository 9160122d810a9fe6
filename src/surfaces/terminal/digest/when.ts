/** When editions would be due: local time and UTC, with what the clocks do. */
import { isIsoDay, isoWords } from '../../../base/dates.ts';
import { daysWords, readDays } from '../../../digest/calendar/days.ts';
import { readTime } from '../../../digest/calendar/time.ts';
import { readZone, zoneWords } from '../../../digest/calendar/zones.ts';
import { type Due, nextDue } from '../../../digest/calendar.ts';
import { renderTable, renderText } from '../render.ts';
import type { DigestIo, Said } from './io.ts';
import { type Asked, editionsOf, textOf } from './usage.ts';

/** A week of daily editions. */
const USUAL = 7;

const CLOCKS: Record<Due['clock'], string> = {
  usual: '',
  skipped: 'the clocks skip the time that day: it moves with them',
  twice: 'the time occurs twice that day; this is the first',
};

/** The local moment and the UTC one, with what is unusual about it. */
function rowOf({ date, at, clock }: Due, zone: string, previous: Due | undefined): readonly [string, string] {
  const there = at.toZonedDateTimeISO(zone);
  const weekday = there.toLocaleString('en-GB', { weekday: 'short' });
  const changed = previous && previous.at.toZonedDateTimeISO(zone).offset !== there.offset ? `now UTC${there.offset}` : '';
  const of = there.toPlainDate().toString() === date ? '' : `the edition of ${isoWords(date)}`;
  const notes = [CLOCKS[clock], changed, of].filter(Boolean).join('; ');
  const utc = at.toZonedDateTimeISO('UTC').toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ');
  const local = `${weekday} ${isoWords(there.toPlainDate().toString())}, ${there.toPlainTime().toString({ smallestUnit: 'minute' })}`;
  return [local, `${utc} UTC${notes === '' ? '' : ` · ${notes}`}`];
}

/** Just before a date begins in a zone: editions at its first moment count. */
const before = (date: string, zone: string): Temporal.Instant => Temporal.PlainDate.from(date).toZonedDateTime(zone).toInstant().subtract({ milliseconds: 1 });

/** The next editions of a time, a zone and days. */
export function when(asked: Asked, io: DigestIo): Said {
  const [typedTime, ...typedZone] = asked.words;
  const from = textOf(asked, 'from');
  const most = editionsOf(asked, USUAL);
  if (typedTime === undefined || typedZone.length === 0) return { misuse: '`when` needs a time and a zone, for example: when 8.30am "New York"' };
  const [time, days] = [readTime(typedTime), readDays(textOf(asked, 'days') ?? 'daily')];
  if ('wrong' in time) return { misuse: time.wrong };
  if ('wrong' in days) return { misuse: days.wrong };
  if (from !== undefined && !isIsoDay(from)) return { misuse: `--from takes a day of the calendar such as 2026-11-22, not “${from}”.` };
  if (typeof most !== 'number') return { misuse: most.wrong };
  const meant = readZone(typedZone.join(' '), io.now);
  if ('wrong' in meant) return { missing: meant.wrong };
  const { zone } = meant.zone;
  const due = nextDue({ ...time, ...days, zone }, from === undefined ? io.now : before(from, zone), most);
  const rows = due.map((one, index) => rowOf(one, zone, due[index - 1]));
  return { text: `${renderText(`${time.time}, ${daysWords(days.days)}, ${zoneWords(meant.zone)}`, io)}\n${renderTable(rows, io)}` };
}
