/** `npm run store`: looking after what the bot keeps. */
import { errorFacts } from '../../../ops/log.ts';
import { StoreError } from '../../../store/store.ts';
import { backup, copy, exportRows, restore } from './copies.ts';
import type { StoreCommand, StoreDesk } from './desk.ts';
import { doctor } from './doctor.ts';
import { forget } from './forget.ts';
import { misses } from './misses.ts';

/** Exit codes. */
const OK = 0;
const FAILED = 1;
const MISUSED = 2;

interface Entry {
  usage: string;
  about: string;
  run: StoreCommand;
  /** Words that must follow, and that may. */
  words: [least: number, most: number];
}

const COMMANDS: Readonly<Record<string, Entry>> = {
  doctor: { usage: 'doctor', about: 'Is the store sound? What is in it, and when was it backed up?', run: doctor, words: [0, 0] },
  backup: { usage: 'backup [FILE]', about: 'Back it up, beside the daily backups or into a file.', run: backup, words: [0, 1] },
  restore: { usage: 'restore [FILE]', about: 'Put a backup in place, the last one unless named. What was there is set aside.', run: restore, words: [0, 1] },
  export: { usage: 'export', about: 'Write every row as JSON, a line each.', run: exportRows, words: [0, 0] },
  misses: { usage: 'misses [DAYS]', about: 'Which questions found nothing, by what they named.', run: misses, words: [0, 1] },
  forget: { usage: 'forget SERVER', about: 'Delete everything kept of one Discord server, by its id.', run: forget, words: [1, 1] },
  copy: { usage: 'copy', about: 'Copy the embedded store to the PostgreSQL of DATABASE_URL.', run: copy, words: [0, 0] },
};

const WIDTH = Math.max(...Object.values(COMMANDS).map(({ usage }) => usage.length)) + 2;
const HELP = [
  'Looking after what the bot keeps: subscriptions to digests, the ledger of editions, servers’ settings.',
  'With the embedded store, stop the bot first: one process at a time has it.',
  '',
  ...Object.values(COMMANDS).map(({ usage, about }) => `  ${usage.padEnd(WIDTH)}${about}`),
];

function misused(wrong: string, { err }: StoreDesk): number {
  err(wrong);
  err('npm run store -- --help tells what there is.');
  return MISUSED;
}

/**
 * Does what the shell asks.
 * @param args the words after `npm run store --`.
 * @returns the exit code: 0 all well, 1 when something is not, 2 for a wrong call.
 */
export async function storeCommand([name, ...words]: readonly string[], desk: StoreDesk): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h') {
    HELP.forEach(desk.out);
    return name === undefined ? MISUSED : OK;
  }
  const entry = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!entry) return misused(`There is no “${name}”.`, desk);
  const [least, most] = entry.words;
  if (words.length < least || words.length > most) return misused(`It is: npm run store -- ${entry.usage}`, desk);
  try {
    return (await entry.run(desk, words)) ? OK : FAILED;
  } catch (error) {
    desk.err(
      error instanceof StoreError
        ? error.message
        : `It could not be done (${Object.values(errorFacts(error)).join(', ')}). npm run store -- doctor may tell why.`,
    );
    return FAILED;
  }
}
