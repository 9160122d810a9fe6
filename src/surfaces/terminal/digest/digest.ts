/** `npm run digest`: what a digest would say, and when; which are kept, and what became of them. */
import { describeProblem } from '../../../base/problem.ts';
import { renderTable } from '../render.ts';
import { plain } from '../text.ts';
import type { DigestIo, Said } from './io.ts';
import { kept } from './kept.ts';
import { preview, regions } from './preview.ts';
import { type Asked, HELP, readAsked } from './usage.ts';
import { when } from './when.ts';

export type { DigestIo } from './io.ts';

/** Exit codes. */
const OK = 0;
const FAILED = 1;
const MISUSED = 2;

/** Only what speaks of the base reads it. */
async function say(asked: Asked, io: DigestIo): Promise<Said> {
  if (asked.name === 'when') return when(asked, io);
  const loaded = await io.load();
  if ('problems' in loaded) return { missing: loaded.problems.map(describeProblem).join('\n') };
  if (asked.name === 'regions') return regions(asked, loaded.base, io);
  return asked.name === 'preview' ? preview(asked, loaded.base, io) : kept(asked.name, asked, loaded, io);
}

const lines = (text: string): string => text.split('\n').map(plain).join('\n');

function misused(wrong: string, io: DigestIo): number {
  io.err(`${lines(wrong)}\n--help tells what can be asked.\n`);
  return MISUSED;
}

/**
 * Does what the shell asks. Only `run` posts anything.
 * @param args the words after `npm run digest --`.
 * @returns the exit code: 0 all well, 1 when base or store does not open or a region or zone is unknown, 2 for a wrong call.
 */
export async function digestCommand(args: readonly string[], io: DigestIo): Promise<number> {
  const asked = readAsked(args);
  if ('wrong' in asked) return misused(asked.wrong, io);
  if ('help' in asked) {
    io.out(`The daily digest of a region: what it would say and when, which are kept, and what became of them.\n\n${renderTable(HELP, io)}`);
    return args.length === 0 ? MISUSED : OK;
  }
  const said = await say(asked, io);
  if ('misuse' in said) return misused(said.misuse, io);
  if ('missing' in said) {
    io.err(`${lines(said.missing)}\n`);
    return FAILED;
  }
  io.out(said.text);
  return said.failed === true ? FAILED : OK;
}
