/** A terminal in memory. */
import { Readable, Writable } from 'node:stream';
import type { Context } from '../../../src/commands/command.ts';
import { askCommand } from '../../../src/surfaces/terminal/ask.ts';
import type { TerminalIo } from '../../../src/surfaces/terminal/io.ts';
import { aContext, TODAY } from '../../build.ts';

function collector() {
  const chunks: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      chunks.push(String(chunk));
      done();
    },
  });
  return { stream, text: () => chunks.join('') };
}

interface Ran {
  code: number;
  out: string;
  err: string;
}

/** Runs the command with these words and this standard input, and returns all it said. */
export async function run(
  args: readonly string[],
  input: string | Buffer | Readable = '',
  io: Partial<TerminalIo> = {},
  context: Context = aContext(),
): Promise<Ran> {
  const out = collector();
  const err = collector();
  const code = await askCommand(args, {
    in: input instanceof Readable ? input : Readable.from(input.length === 0 ? [] : [Buffer.from(input)]),
    out: out.stream,
    err: err.stream,
    columns: 80,
    colour: false,
    interactive: false,
    today: TODAY,
    load: async () => context,
    ...io,
  });
  return { code, out: out.text(), err: err.text() };
}
