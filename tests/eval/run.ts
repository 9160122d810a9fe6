/** `npm run eval`: how well the shipped base answers the labelled questions, by category and language. */
import { parseArgs } from 'node:util';
import { type Floor, floorOf, recordFloors } from './floor.ts';
import { figuresOf, isMiss } from './score.ts';
import { evaluate, type Judged, setNames, shipped } from './sets.ts';
import { table } from './table.ts';

const USAGE = `npm run eval -- [--set NAME] [--misses] [--record]

Answers the labelled questions from the shipped base and tells how well, by
category and language.

  --set NAME   one set only: ${setNames.join(', ')}
  --misses     list the questions that went wrong
  --record     make the figures the floor below which the tests fail`;

const missed = ({ question, answer }: Judged): string => {
  const what = question.answerable ? answer.kind : 'FALSE';
  return `${question.id.padEnd(6)} ${what.padEnd(8)} ${question.query.slice(0, 84)}\n                → ${answer.records[0]?.id ?? '-'}`;
};

interface Flags {
  set?: string | undefined;
  misses?: boolean | undefined;
  record?: boolean | undefined;
  help?: boolean | undefined;
}

const OPTIONS = { set: { type: 'string' }, misses: { type: 'boolean' }, record: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const;

function readFlags(): Flags | { wrong: string } {
  try {
    return parseArgs({ options: OPTIONS }).values;
  } catch (error) {
    return { wrong: error instanceof Error ? (error.message.split(/\. |\n/)[0] ?? '').replace(/\.?$/, '.') : String(error) };
  }
}

function misused(wrong: string): number {
  console.error(`${wrong}\n\n${USAGE}`);
  return 2;
}

async function main(): Promise<number> {
  const values = readFlags();
  if ('wrong' in values) return misused(values.wrong);
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const names = setNames.filter((name) => values.set === undefined || name === values.set);
  if (names.length === 0) return misused(`There is no set “${values.set}”.`);
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
