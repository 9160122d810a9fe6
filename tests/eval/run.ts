/** `npm run eval`: how well the shipped base answers the labelled questions, by category and language. */
import { parseArgs } from 'node:util';
import { setNames } from './names.ts';

const USAGE = `npm run eval -- [--set NAME] [--misses] [--record]

Answers the labelled questions from the shipped base and tells how well, by
category and language.

  --set NAME   one set only: ${setNames.join(', ')}
  --misses     list the questions that went wrong
  --record     make the figures the floor below which the tests fail`;

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
  const { evaluateAll } = await import('./evaluate.ts');
  await evaluateAll(names, { misses: values.misses === true, record: values.record === true });
  return 0;
}

process.exitCode = await main();
