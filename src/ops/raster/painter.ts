/** The one thread that paints: opened when it is first needed, ended when it hangs or has long had nothing to do. */
import { Worker } from 'node:worker_threads';
import { RasterError } from './error.ts';
import type { Painted, Setup } from './worker.ts';

export interface Painter {
  /** One picture at a time: the next may be asked for when this one is done. @throws RasterError */
  paint(svg: string): Promise<Uint8Array>;
  stop(): Promise<void>;
}

export interface PainterOptions extends Setup {
  /** Milliseconds that one picture may take, the start of the thread included. */
  within: number;
  /** Milliseconds after which a thread without work ends. */
  idle: number;
}

const open = ({ fonts, family }: Setup): Worker => {
  // Flags of the program are not the thread's: it imports nothing but what it paints with.
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: { fonts, family } satisfies Setup, execArgv: [] });
  worker.unref();
  return worker;
};

/** What the thread makes of it; the program waits for it as long as it takes. */
async function ask(worker: Worker, svg: string, within: number): Promise<Painted> {
  const { promise, resolve, reject } = Promise.withResolvers<Painted>();
  const timer = setTimeout(() => reject(new RasterError('late')), within);
  const onError = (cause: unknown): void => reject(new RasterError('broken', { cause }));
  const onExit = (): void => reject(new RasterError('broken'));
  worker.once('message', resolve).once('error', onError).once('exit', onExit).ref();
  worker.postMessage(svg);
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    worker.off('message', resolve).off('error', onError).off('exit', onExit).unref();
  }
}

export function createPainter({ within, idle, ...setup }: PainterOptions): Painter {
  let worker: Worker | undefined;
  let rest: NodeJS.Timeout | undefined;
  const end = async (): Promise<void> => {
    const ending = worker;
    worker = undefined;
    // A thread that dies later has nobody left to tell.
    ending?.on('error', () => {});
    await ending?.terminate();
  };
  return {
    async paint(svg) {
      clearTimeout(rest);
      worker ??= open(setup);
      try {
        const painted = await ask(worker, svg, within);
        if ('wrong' in painted) throw new RasterError('wrong', { cause: new Error(painted.wrong) });
        return painted.png;
      } catch (error) {
        // What hangs or has died paints nothing more; what refuses one picture takes the next.
        if (!(error instanceof RasterError) || error.why !== 'wrong') void end();
        throw error;
      } finally {
        if (worker) rest = setTimeout(() => void end(), idle).unref();
      }
    },
    stop: async () => {
      clearTimeout(rest);
      await end();
    },
  };
}
