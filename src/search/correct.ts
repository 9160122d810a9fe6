/** Where a record corrects what a question takes for granted. */
import type { FactRecord } from '../base/schema.ts';
import type { Ranked } from './rank.ts';

/** One sentence for each number of the question that the record has otherwise, and one when the source says that it did not happen. */
export function correctionsOf({ numbers }: Ranked, record: FactRecord): string[] {
  const corrections: string[] = [];
  if (record.status === 'negative') corrections.push('The source says that this did not happen.');
  const stated = record.figures.map(({ value, unit }) => `${value.toLocaleString('en')} ${unit}`);
  for (const { number, stance } of numbers) {
    if (stance === 'differs' && stated.length > 0 && stated.length <= 3)
      corrections.push(`The question says ${number.said}; the source says ${stated.join(', ')}.`);
  }
  return corrections;
}
