/** Where a record corrects what a question takes for granted. */
import type { FactRecord } from '../base/schema.ts';
import type { Ranked } from './rank.ts';

/** A record of more figures may have the question's number in one of them. */
const MOST_FIGURES = 3;

/** One sentence for each number of the question that the record has otherwise, and one when the source says that it did not happen. */
export function correctionsOf({ numbers }: Ranked, record: FactRecord): string[] {
  const corrections: string[] = [];
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
