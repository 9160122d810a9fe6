/** Runs the base's commands as a terminal would, and keeps what they say. */
import { type BaseIO, baseCommand } from '../../src/surfaces/terminal/base/base.ts';

export interface Ran {
  code: number;
  out: string;
  err: string;
}

/** Runs `base` with the words given. */
export async function run(args: string[], io: Partial<BaseIO> = {}): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await baseCommand(args, { out: (line) => out.push(line), err: (line) => err.push(line), cwd: '/', today: '2024-06-01', folders: [], ...io });
  return { code, out: out.join('\n'), err: err.join('\n') };
}
