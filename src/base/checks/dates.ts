import { isIsoDay } from '../dates.ts';
import { type FactDate, type FactRecord, isUnstated, type Source } from '../schema.ts';
import type { Finding, Rule } from './rule.ts';

const DATE_FIELDS = ['date', 'signed', 'delivered'] as const;
/** Lengths of an ISO 8601 date at each precision. */
const LENGTHS = { day: 10, month: 7, year: 4 } as const;
const FORMS = { day: 'YYYY-MM-DD', month: 'YYYY-MM', year: 'YYYY' } as const;
/** Statuses that speak of what is still to come, so that a date after the source is no slip. */
const AHEAD: ReadonlySet<string> = new Set(['planned', 'assessment']);

type Complaint = Pick<Finding, 'message' | 'mend'> & { field: string };

/** Whether `a` is later than `b`, at the precision they share. */
function isLater(a: string, b: string): boolean {
  const shared = Math.min(a.length, b.length);
  return a.slice(0, shared) > b.slice(0, shared);
}

function complaints(date: FactDate, published: string | undefined): Complaint[] {
  const found: Complaint[] = [];
  for (const field of ['on', 'until'] as const) {
    const iso = date[field];
    if (iso === undefined) continue;
    if (iso.length === LENGTHS.day && !isIsoDay(iso))
      found.push({ field, message: `\`${iso}\` is no day of the calendar`, mend: 'write the day that the source gives' });
    if (date.precision !== 'about' && iso.length !== LENGTHS[date.precision]) {
      found.push({ field, message: `\`${iso}\` is not written to the ${date.precision}`, mend: `write ${FORMS[date.precision]}, or change \`precision\`` });
    }
  }
  if (date.precision === 'about' && date.as_stated === undefined)
    found.push({ field: 'as_stated', message: 'is missing', mend: "add the source's own words for the date" });
  if (date.until !== undefined && isLater(date.on, date.until))
    found.push({ field: 'until', message: `\`${date.until}\` is before \`${date.on}\``, mend: 'turn the span round' });
  if (published !== undefined && isLater(date.on, published)) {
    found.push({
      field: 'on',
      message: `\`${date.on}\` is later than the source, of ${published}`,
      mend: 'mend the date, or make the status `planned` or `assessment`',
    });
  }
  return found;
}

/** The date of a record's latest source. */
function publicationOf(record: FactRecord, sources: ReadonlyMap<string, Source>): string | undefined {
  const dates = record.citations.flatMap(({ source }) => sources.get(source)?.date ?? []);
  return dates.reduce<string | undefined>((latest, date) => (latest === undefined || isLater(date, latest) ? date : latest), undefined);
}

export const dates: Rule = {
  name: 'dates',
  description: "A date exists, is as precise as it claims, and is not later than its source unless it is planned or the author's judgement.",
  severity: 'error',
  check(draft) {
    const sources = new Map(draft.sources.map((source) => [source.id, source]));
    return draft.records.flatMap((record): Finding[] => {
      const published = AHEAD.has(record.status) ? undefined : publicationOf(record, sources);
      const fields = record as Partial<Record<(typeof DATE_FIELDS)[number], FactDate | string>>;
      return DATE_FIELDS.flatMap((name) => {
        const date = fields[name];
        if (date === undefined || isUnstated(date) || typeof date === 'string') return [];
        return complaints(date, published).map(({ field, ...rest }) => ({ item: record, path: [name, field], ...rest }));
      });
    });
  },
};
