/** Processes that deliver, and die. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** As `npm start` has it. */
const STARTED_AS = ['--liftoff-only', '--import', join(import.meta.dirname, '../../src/fast-start.mjs'), join(import.meta.dirname, 'instance.ts')];
/** Milliseconds in which an instance must say something, on a busy machine. */
const WITHIN = 300_000;

export interface Instance {
  /** Tells it what time it is, in milliseconds since 1970; then it delivers. */
  tell(now: number): void;
  /** Editions that are not finished, as its store has it. */
  left(): Promise<number>;
  /** Ends it as a power cut would. @returns once it is gone. */
  kill(): Promise<void>;
}

/** The next line that begins so; the rest of it. */
function says({ stdout }: ChildProcess, beginning: string): Promise<string> {
  if (!stdout) throw new Error('no output');
  const lines = createInterface({ input: stdout });
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`an instance never said “${beginning}”`)), WITHIN);
    lines.on('line', (line) => {
      if (!line.startsWith(beginning)) return;
      clearTimeout(late);
      lines.close();
      resolve(line.slice(beginning.length));
    });
  });
}

/** Starts one. @returns once it has opened its store. */
export async function startInstance(env: Readonly<Record<string, string>>): Promise<Instance> {
  const child = spawn(process.execPath, STARTED_AS, { env: { PATH: process.env.PATH, ...env }, stdio: ['pipe', 'pipe', 'inherit'] });
  const gone = once(child, 'close');
  child.stdin.on('error', () => {});
  await Promise.race([
    says(child, 'open'),
    gone.then(([code]) => {
      throw new Error(`an instance ended with ${code} before it stood`);
    }),
  ]);
  return {
    tell: (now) => child.stdin.write(`${now}\n`),
    left: async () => {
      const said = says(child, 'left ');
      child.stdin.write('left\n');
      return Number(await said);
    },
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
  };
}
