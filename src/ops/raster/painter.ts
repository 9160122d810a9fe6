/** The one thread that draws and paints: opened when it is first needed, ended when it hangs or has long had nothing to do. */
import { Worker } from 'node:worker_threads';
import type { Base } from '../../base/schema.ts';
import type { Form } from '../../pictures/paint.ts';
import type { Picture } from '../../pictures/picture.ts';
import type { Drawing } from '../../pictures/studio.ts';
import { RasterError } from './error.ts';
import type { Data, Done, Job, Setup } from './worker.ts';

/** One thing at a time: the next may be asked for when this one is done. All of it throws RasterError. */
export interface Painter {
  paint(svg: string, form: Form): Promise<Uint8Array>;
  draw(base: Base, drawing: Drawing): Promise<Picture | undefined>;
  stop(): Promise<void>;
}

export interface PainterOptions extends Setup {
  /** Milliseconds that one thing may take, the start of the thread included. */
  within: number;
  /** Milliseconds after which a thread without work ends. */
  idle: number;
}

/** A thread, and the base that it has. */
interface Hand {
  worker: Worker;
  base?: Base;
}

function open({ fonts, family }: Setup): Hand {
  // Flags of the program are not the thread's: it imports nothing but what it works with.
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: { fonts, family } satisfies Setup, execArgv: [] });
  worker.unref();
  return { worker };
}

/** What the thread makes of it; the program waits for it as long as it takes. */
async function ask({ worker }: Hand, job: Job, within: number): Promise<Exclude<Done, { wrong: string }>> {
  const { promise, resolve, reject } = Promise.withResolvers<Done>();
  const timer = setTimeout(() => reject(new RasterError('late')), within);
  const onError = (cause: unknown): void => reject(new RasterError('broken', { cause }));
  const onExit = (): void => reject(new RasterError('broken'));
  worker.once('message', resolve).once('error', onError).once('exit', onExit).ref();
  worker.postMessage(job);
  try {
    const done = await promise;
    if ('wrong' in done) throw new RasterError('wrong', { cause: new Error(done.wrong) });
    return done;
  } finally {
    clearTimeout(timer);
    worker.off('message', resolve).off('error', onError).off('exit', onExit).unref();
  }
}

/** What of a base can be handed over: no functions, and nothing that only the search reads. */
const dataOf = ({ infos, sources, entities, records, byId }: Base): Data => ({ infos, sources, entities, records, byId });

export function createPainter({ within, idle, ...setup }: PainterOptions): Painter {
  let hand: Hand | undefined;
  let rest: NodeJS.Timeout | undefined;
  const end = async (): Promise<void> => {
    const ending = hand?.worker;
    hand = undefined;
    // A thread that dies later has nobody left to tell.
    ending?.on('error', () => {});
    await ending?.terminate();
  };
  const work = async (jobFor: (hand: Hand) => Job) => {
    clearTimeout(rest);
    hand ??= open(setup);
    try {
      return await ask(hand, jobFor(hand), within);
    } catch (error) {
      // What hangs or has died does nothing more; what refuses one thing takes the next.
      if (!(error instanceof RasterError) || error.why !== 'wrong') void end();
      throw error;
    } finally {
      if (hand) rest = setTimeout(() => void end(), idle).unref();
    }
  };
  return {
    async paint(svg, form) {
      const done = await work(() => ({ do: 'paint', svg, form }));
      if (!('bytes' in done)) throw new RasterError('broken');
      return done.bytes;
    },
    async draw(base, drawing) {
      const done = await work((owner) => {
        const known = owner.base === base;
        owner.base = base;
        return { do: 'draw', drawing, ...(!known && { base: dataOf(base) }) };
      });
      if (!('picture' in done)) throw new RasterError('broken');
      return done.picture;
    },
    stop: async () => {
      clearTimeout(rest);
      await end();
    },
  };
}
