/** Where a record corrects what a question takes for granted. */
import { dateWords } from '../base/dates.ts';
import { type FactDate, type FactRecord, isUnstated } from '../base/schema.ts';
import type { Ranked } from './rank.ts';

/** A record of more figures may have the question's number in one of them. */
const MOST_FIGURES = 3;

/** The first date that a record states. */
const firstDate = (record: FactRecord): FactDate | undefined =>
  (record.type === 'deal' ? [record.date, record.signed, record.delivered] : [record.date]).find((date): date is FactDate => !isUnstated(date));

/**
 * One sentence for each number and the first date of the question that the record has otherwise, and one when the source says that it did
 * not happen.
 * @param answered what is no answer is of another date for other reasons.
 */
export function correctionsOf({ numbers, dates }: Ranked, record: FactRecord, answered: boolean): string[] {
  const corrections: string[] = [];
  const [date] = dates;
  const stated = answered && dates.every(({ stance }) => stance === 'differs') ? firstDate(record) : undefined;
  if (date && stated) corrections.push(`The question says ${date.date.words}; the source says ${dateWords(stated)}.`);
  if (record.status === 'negative') corrections.push('The source says that this did not happen.');
  const { figures } = record;
  if (figures.length === 0 || figures.length > MOST_FIGURES) return corrections;
  for (const { number, stance } of numbers) {
    if (stance !== 'differs') continue;
    const stated = figures.map(({ value, unit }) => `${value.toLocaleString('en')} ${unit}`);
    corrections.push(`The question says ${number.said}; the source says ${stated.join(', ')}.`);
  }
  return corrections;
}
