/** Answers the sets of labelled questions, and prints how well. */
import { type Floor, floorOf, recordFloors } from './floor.ts';
import { figuresOf, isMiss } from './score.ts';
import { evaluate, type Judged, shipped } from './sets.ts';
import { table } from './table.ts';

const missed = ({ question, answer }: Judged): string => {
  const what = question.answerable ? answer.kind : 'FALSE';
  return `${question.id.padEnd(6)} ${what.padEnd(8)} ${question.query.slice(0, 84)}\n                → ${answer.records[0]?.id ?? '-'}`;
};

const missesOf = (judged: readonly Judged[]): string =>
  judged
    .filter(({ verdict }) => isMiss(verdict))
    .map(missed)
    .join('\n');

interface Wanted {
  /** List the questions that went wrong. */
  misses: boolean;
  /** Make the figures the floor. */
  record: boolean;
}

/** Evaluates the sets of these names, and prints a table of each. */
export async function evaluateAll(names: readonly string[], { misses, record }: Wanted): Promise<void> {
  const context = await shipped();
  // Unmeasured, so that the first set's times are not those of a cold start.
  for (const name of names) evaluate(name, context);
  const floors: Record<string, Floor> = {};
  for (const name of names) {
    const judged = evaluate(name, context);
    floors[name] = floorOf(figuresOf(judged.map(({ verdict }) => verdict)));
    console.log(`${table(name, judged)}\n`);
    if (misses) console.log(`${missesOf(judged)}\n`);
  }
  if (record) recordFloors(floors);
}
