/**
 * What an edition holds: base, region, history and date in, a plain value out. The same in gives the same out, so that a second attempt at a
 * delivery posts what the first did.
 */
import { count } from '../base/count.ts';
import { isoWords } from '../base/dates.ts';
import type { Base, Entity, FactRecord } from '../base/schema.ts';
import type { Edition, EditionItem, EditionPart, EditionSection } from '../replies/edition.ts';
import { recordView } from '../replies/record.ts';
import { DAY_NAMES } from './calendar/days.ts';
import { anniversaries } from './compose/anniversaries.ts';
import { print } from './compose/fingerprint.ts';
import type { History } from './compose/history.ts';
import { newsSection } from './compose/news.ts';
import { recordsIn } from './compose/regions.ts';
import { nextOf, type Rotating, type Turn } from './compose/rotation.ts';

/** A section that goes round the region's records of one kind. */
interface Round {
  part: Rotating;
  title: string;
  /** Records told in one edition. */
  most: number;
  isOf(record: FactRecord, date: string): boolean;
  /** What is said of all of them; nothing for what is merely picked. */
  lead?(all: number): string;
}

/** In the order of choosing: what needs care has few records and goes first, and what is merely picked finds others. */
const ROUNDS: readonly Round[] = [
  {
    part: 'unconfirmed',
    title: 'Still unconfirmed',
    most: 2,
    isOf: ({ status }) => status === 'unconfirmed' || status === 'disputed',
    lead: (all) => `${count(all, 'record')} on this region: not to be repeated as fact.`,
  },
  {
    part: 'overdue',
    title: 'Overdue for review',
    most: 1,
    isOf: ({ review_by: by }, date) => by !== undefined && by < date,
    lead: (all) => `${count(all, 'record')} should have been looked at again by ${all === 1 ? 'its' : 'their'} curators.`,
  },
  { part: 'deal', title: 'Deal in focus', most: 1, isOf: ({ type }) => type === 'deal' },
  { part: 'quote', title: 'Quote', most: 1, isOf: ({ type }) => type === 'quote' },
  { part: 'figure', title: 'Figure', most: 1, isOf: ({ type, figures }) => type === 'fact' && figures.length > 0 },
];

/** In the order of reading. */
const PARTS: readonly EditionPart[] = ['news', 'day', 'month', 'deal', 'quote', 'figure', 'unconfirmed', 'overdue'];

/** What must be known of a record where it stands: since when it is overdue, and that a quote's words are not the speaker's own. */
function tagOf(record: FactRecord, part: Rotating): string | undefined {
  if (part === 'overdue' && record.review_by !== undefined) return `due since ${isoWords(record.review_by)}`;
  return part === 'quote' && record.type === 'quote' && record.form === 'paraphrased' ? 'paraphrased' : undefined;
}

function itemOf(base: Base, record: FactRecord, date: string, part: Rotating): EditionItem {
  const { words, id, type, heading, status, date: when, summary, cited } = recordView(base, record, date);
  const tag = tagOf(record, part);
  return {
    line: { id, type, heading, status, date: when, summary, cited },
    ...(tag !== undefined && { tag }),
    ...(words && { words }),
  };
}

const idsIn = (sections: readonly EditionSection[]): Set<string> => new Set(sections.flatMap(({ items }) => items.map(({ line }) => line.id)));

/** A round's section; none when no record is of its kind. What only needs counting is not told twice in one edition, and waits. */
function roundSection(
  base: Base,
  { part, title, most, isOf, lead }: Round,
  records: readonly FactRecord[],
  turn: Omit<Turn, 'most'>,
  date: string,
): EditionSection[] {
  const pool = records.filter((record) => isOf(record, date));
  const next = nextOf(pool, { ...turn, most }).filter(({ id }) => !lead || !turn.used.has(id));
  const items = next.map((record) => itemOf(base, record, date, part));
  return pool.length === 0 ? [] : [{ part, title, ...(lead && { lead: lead(pool.length) }), items }];
}

/** `Sunday 22 November 2026`. */
const dayWords = (date: string): string => `${DAY_NAMES[Temporal.PlainDate.from(date).dayOfWeek - 1]} ${isoWords(date)}`;

/** What an edition's id begins with, whatever it tells: of one subscription and date there is one edition. */
export const editionMark = (region: string, date: string, subscription?: string): string =>
  [region, date, ...(subscription === undefined ? [] : [print(subscription, 8)])].join('-');

/**
 * The edition of a region for a local date.
 * @param date ISO 8601.
 * @param subscription its id, so that nobody else's edition has the same; none for an edition that is only shown.
 * @throws RangeError for a date that is none.
 */
export function compose(base: Base, region: Entity, history: History, date: string, subscription?: string): Edition {
  const title = `Daily digest: ${region.name} · ${dayWords(date)}`;
  const records = recordsIn(base, region.id);
  const sections = [newsSection(base, region, records, history), ...anniversaries(base, records, date, history.last)];
  for (const round of ROUNDS) {
    const turn = { shown: history.shown[round.part] ?? [], used: idsIn(sections), region: region.id };
    sections.push(...roundSection(base, round, records, turn, date));
  }
  const read = sections.toSorted((a, b) => PARTS.indexOf(a.part) - PARTS.indexOf(b.part));
  const contents = { region: { id: region.id, name: region.name }, date, title, sections: read };
  return { id: `${editionMark(region.id, date, subscription)}-${print(JSON.stringify(contents), 8)}`, ...contents };
}
