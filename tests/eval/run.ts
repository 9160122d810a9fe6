/**
 * `npm run eval`: how well the shipped base answers the labelled questions, by category and language.
 * `--set NAME` one set only; `--misses` lists what went wrong; `--record` makes the figures the floor of `floor.test.ts`.
 */
import { parseArgs } from 'node:util';
import { type Floor, floorOf, recordFloors } from './floor.ts';
import { figuresOf, isMiss } from './score.ts';
import { evaluate, type Judged, setNames, shipped } from './sets.ts';
import { table } from './table.ts';

const missed = ({ question, answer }: Judged): string => {
  const what = question.answerable ? answer.kind : 'FALSE';
  return `${question.id.padEnd(6)} ${what.padEnd(8)} ${question.query.slice(0, 84)}\n                → ${answer.records[0]?.id ?? '-'}`;
};

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { set: { type: 'string' }, misses: { type: 'boolean' }, record: { type: 'boolean' } } });
  const names = setNames.filter((name) => values.set === undefined || name === values.set);
  if (names.length === 0) {
    console.error(`There is no set “${values.set}”: ${setNames.join(', ')}.`);
    return 2;
  }
  const context = await shipped();
  // Unmeasured, so that the first set's times are not those of a cold start.
  for (const name of names) evaluate(name, context);
  const floors: Record<string, Floor> = {};
  for (const name of names) {
    const judged = evaluate(name, context);
    floors[name] = floorOf(figuresOf(judged.map(({ verdict }) => verdict)));
    console.log(`${table(name, judged)}\n`);
    if (values.misses)
      console.log(
        `${judged
          .filter(({ verdict }) => isMiss(verdict))
          .map(missed)
          .join('\n')}\n`,
      );
  }
  if (values.record) recordFloors(floors);
  return 0;
}

process.exitCode = await main();
