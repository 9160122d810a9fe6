/** The base's commands in a terminal: check, verify, schema, snapshot. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { suggest } from '../../../base/problem.ts';
import { checkCommand } from './check.ts';
import type { BaseIO, Outcome } from './io.ts';
import { schemaCommand } from './schema.ts';
import { snapshotCommand } from './snapshot.ts';
import { HELP, type Subcommand, USAGE } from './usage.ts';
import { verifyCommand } from './verify.ts';

export type { BaseIO } from './io.ts';

const OPTIONS = {
  check: { rules: { type: 'boolean' } },
  verify: { snapshots: { type: 'string' }, pin: { type: 'boolean' } },
  schema: { out: { type: 'string' } },
  snapshot: { out: { type: 'string' }, force: { type: 'boolean' } },
} as const;

interface Parsed {
  words: string[];
  flag(name: string): boolean;
  value(name: string): string | undefined;
}

function parse(name: Subcommand, args: string[]): Parsed | { misuse: string } {
  try {
    const { values, positionals } = parseArgs({ args, options: { ...OPTIONS[name], help: { type: 'boolean', short: 'h' } }, allowPositionals: true });
    const given = values as Record<string, string | boolean | undefined>;
    const value = (key: string) => (typeof given[key] === 'string' ? given[key] : undefined);
    return { words: positionals, flag: (key) => given[key] === true, value };
  } catch (error) {
    return { misuse: error instanceof Error ? (error.message.split('. ')[0] ?? '') : 'The flags are wrong' };
  }
}

function run(name: Subcommand, { words, flag, value }: Parsed, io: BaseIO): Promise<Outcome> | Outcome {
  const path = (given: string) => resolve(io.cwd, given);
  const folders = (given: string[]) => (given.length > 0 ? given.map(path) : io.folders.map(path));
  switch (name) {
    case 'check':
      return checkCommand(folders(words), flag('rules'), io);
    case 'verify': {
      const snapshots = value('snapshots');
      return snapshots === undefined ? { misuse: '`verify` needs --snapshots DIR' } : verifyCommand(folders(words), path(snapshots), flag('pin'), io);
    }
    case 'schema':
      return words.length > 0 ? { misuse: `\`schema\` takes no folder: ${words.join(' ')}` } : schemaCommand(path(value('out') ?? 'schema'), io);
    case 'snapshot': {
      const [source, ...rest] = words;
      const out = value('out');
      if (source === undefined) return { misuse: '`snapshot` needs the id of a source' };
      return out === undefined
        ? { misuse: '`snapshot` needs --out DIR' }
        : snapshotCommand({ source, folders: folders(rest), out: path(out), force: flag('force') }, io);
    }
  }
}

const isSubcommand = (name: string): name is Subcommand => Object.hasOwn(HELP, name);

function misused(message: string, usage: string, io: BaseIO): number {
  io.err(/[.?]$/.test(message) ? message : `${message}.`);
  io.err('');
  io.err(usage);
  return 2;
}

/**
 * Runs one of the base's commands.
 * @param args the words after `base`.
 * @returns the exit code: 0 all well, 1 errors in the base or in reaching it, 2 misuse. Never throws for what a user, a file or a page does.
 */
export async function baseCommand(args: string[], io: BaseIO): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    io.out(USAGE);
    return name === undefined ? 2 : 0;
  }
  if (!isSubcommand(name)) return misused(`\`${name}\` is no command of the base's; ${suggest(name, Object.keys(HELP), 'see below')}`, USAGE, io);
  const parsed = parse(name, rest);
  if ('misuse' in parsed) return misused(parsed.misuse, HELP[name], io);
  if (parsed.flag('help')) {
    io.out(HELP[name]);
    return 0;
  }
  try {
    const outcome = await run(name, parsed, io);
    return typeof outcome === 'number' ? outcome : misused(outcome.misuse, HELP[name], io);
  } catch (error) {
    io.err(error instanceof Error ? error.message : 'Something unforeseen went wrong.');
    return 1;
  }
}
