/** Processes that deliver, and die. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const INSTANCE = join(import.meta.dirname, 'instance.ts');
/** Milliseconds in which an instance must stand, on a busy machine. */
const START_WITHIN = 120_000;

export interface Instance {
  /** Tells it what time it is, in milliseconds since 1970; then it delivers. */
  tell(now: number): void;
  /** Ends it as a power cut would. @returns once it is gone. */
  kill(): Promise<void>;
}

async function saysOpen(child: ChildProcess): Promise<void> {
  const end = AbortSignal.timeout(START_WITHIN);
  for (let said = ''; !said.includes('open'); ) {
    const [chunk] = (await once(child.stdout ?? child, 'data', { signal: end })) as [Buffer];
    said += chunk;
  }
  child.stdout?.resume();
}

/** Starts one. @returns once it has opened its store. */
export async function startInstance(env: Readonly<Record<string, string>>): Promise<Instance> {
  const child = spawn(process.execPath, ['--liftoff-only', INSTANCE], { env: { PATH: process.env.PATH, ...env }, stdio: ['pipe', 'pipe', 'inherit'] });
  const gone = once(child, 'close');
  child.stdin.on('error', () => {});
  await Promise.race([
    saysOpen(child),
    gone.then(([code]) => {
      throw new Error(`an instance ended with ${code} before it stood`);
    }),
  ]);
  return {
    tell: (now) => child.stdin.write(`${now}\n`),
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
  };
}
