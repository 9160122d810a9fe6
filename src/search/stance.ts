/** How a record stands to one part of a question: it agrees, differs or is silent. */
import { isOfSpan } from '../base/dates.ts';
import type { Index } from './index.ts';
import type { Lookup } from './lookup.ts';
import type { Named } from './meaning.ts';
import { FIELD, ROLES } from './postings.ts';
import { stemmerOf } from './text.ts';
import { WEIGHTS } from './weights.ts';
import { monthName, type When } from './when/span.ts';

/** How a record stands to one part of a question. */
export type Stance = 'agrees' | 'differs' | 'silent';

/** Strength and role of a name in a record, from the fields it stands in. */
export function judgeName(index: Index, record: number, name: Named, { keys }: Lookup): { value: number; stance: Stance; role: Stance; hearsay: boolean } {
  let best: { value: number; stance: Stance; role: Stance; hearsay: boolean } = { value: 0, stance: 'silent', role: 'silent', hearsay: false };
  for (const { posting, q } of keys) {
    const mask = index.postings.mask(posting, record);
    if (!mask) continue;
    const role = judgeRole(mask, name, index, record);
    const { field } = WEIGHTS;
    const place =
      role === 'differs'
        ? field.against
        : mask & ROLES
          ? mask & FIELD.inherited
            ? field.inherited
            : field.curated
          : mask & FIELD.summary
            ? field.text
            : mask & FIELD.passage
              ? field.passage
              : mask & FIELD.ask
                ? field.ask
                : field.passage;
    const value = place * q;
    if (value > best.value) best = { value, stance: role === 'differs' ? 'differs' : 'agrees', role, hearsay: (mask & ~(FIELD.ask | FIELD.inherited)) === 0 };
  }
  return best;
}

/** Whether a name's role in the question is its role in the record. Silent where either does not say. */
function judgeRole(mask: number, { role }: Named, index: Index, record: number): Stance {
  if (role === undefined) return 'silent';
  const type = index.records[record]?.type;
  if (role === 'speaker') {
    if (type !== 'quote') return 'silent';
    return mask & FIELD.speaker ? 'agrees' : 'differs';
  }
  if (role === 'doer') {
    if (mask & (FIELD.subject | FIELD.supplier | FIELD.recipient)) return 'agrees';
    return type === 'fact' && mask & FIELD.object ? 'differs' : 'silent';
  }
  if (type !== 'deal') return 'silent';
  const [own, other] = role === 'giver' ? [FIELD.supplier, FIELD.recipient] : [FIELD.recipient, FIELD.supplier];
  if (mask & own) return 'agrees';
  if (mask & other) return 'differs';
  return 'silent';
}

/** Whether the record's words name the month of a day. */
function tellsMonth({ postings }: Index, record: number, day: string): boolean {
  const posting = postings.get(`t:${stemmerOf('en')(monthName(Number(day.slice(5, 7))).toLowerCase())}`);
  return posting !== undefined && (postings.mask(posting, record) & ~FIELD.ask) !== 0;
}

/** How a record's dates stand to a date of the question. A date that only its texts hold counts where it has none of its own. */
export function judgeDate(index: Index, record: number, date: When, { keys }: Lookup): Stance {
  const ranges = index.ranges[record] ?? [];
  const { from, to } = date;
  const inPassage = () => keys.some(({ posting }) => (index.postings.mask(posting, record) & FIELD.passage) !== 0);
  const inText = () => keys.some(({ posting }) => (index.postings.mask(posting, record) & (FIELD.passage | FIELD.summary | FIELD.ask)) !== 0);
  if (from !== undefined && to !== undefined) {
    const overlapping = ranges.filter((range) => range.from <= to && range.to >= from);
    // A year does not tell of each of its months, unless the record's own words do.
    if (overlapping.some((range) => isOfSpan(range, { from, to }))) return 'agrees';
    if (overlapping.length > 0) return tellsMonth(index, record, from) ? 'agrees' : 'silent';
    if ((from.slice(0, 4) !== to.slice(0, 4) || (from.endsWith('-01-01') && to.endsWith('-12-31'))) && (ranges.length === 0 ? inText() : inPassage()))
      return 'agrees';
    return ranges.length > 0 ? 'differs' : 'silent';
  }
  const inYear = (range: { from: string; to: string }) => {
    if (range.to.slice(0, 4) !== range.from.slice(0, 4)) return true;
    const span = `${range.from.slice(0, 4)}-${String(date.month).padStart(2, '0')}`;
    const first = `${span}-${String(date.day ?? 1).padStart(2, '0')}`;
    const last = `${span}-${String(date.day ?? 31).padStart(2, '0')}`;
    return range.from <= last && range.to >= first;
  };
  if (ranges.length === 0) return 'silent';
  return ranges.some(inYear) ? 'agrees' : 'differs';
}

/** How much a word counts by the best field it stands in. */
export const fieldValue = (mask: number): number => {
  const { field } = WEIGHTS;
  if (mask & (FIELD.summary | FIELD.topic | ROLES)) return field.text;
  return mask & FIELD.ask ? field.ask : field.passage;
};

/** Whether one of the record's dates lies wholly within the question's span: January 2023 is told better by January than by the year. */
export const isWithin = (index: Index, record: number, { from, to }: When): boolean =>
  from === undefined || to === undefined || (index.ranges[record] ?? []).some((range) => range.from >= from && range.to <= to);
