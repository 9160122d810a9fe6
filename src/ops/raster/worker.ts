/**
 * The thread that draws and paints: records in, pictures out; SVG in, file out; one at a time. What resvg holds outside of JavaScript goes with
 * each picture.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parentPort, workerData } from 'node:worker_threads';
import { Resvg } from '@resvg/resvg-js';
import type { Base } from '../../base/schema.ts';
import type { Form } from '../../pictures/paint.ts';
import { type Picture, ZOOM } from '../../pictures/picture.ts';
import { type Drawing, drawHere } from '../../pictures/studio.ts';
import { published } from './published.ts';

/** CSS pixels in all: with the zoom some 60 MB, beyond which nobody could send or read it. */
const LARGEST = 4_000_000;

/** What the thread is told at its start. */
export interface Setup {
  /** Paths of the TTF files; those of the system are never looked at, or a picture would differ from machine to machine. */
  fonts: readonly string[];
  /** The family that stands in for one that no file has. */
  family: string;
}

/** A base as it can be handed over. */
export type Data = Omit<Base, 'place'>;

/** One thing to do. `base` comes with the first drawing and whenever it has changed. */
export type Job = { do: 'paint'; svg: string; form: Form } | { do: 'draw'; drawing: Drawing; base?: Data };

/** What comes back for each. */
export type Done = { bytes: Uint8Array<ArrayBuffer> } | { picture: Picture | undefined } | { wrong: string };

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const { fonts, family } = workerData as Setup;
let base: Base | undefined;

function paint(svg: string, form: Form): Uint8Array<ArrayBuffer> {
  const options = { fitTo: { mode: 'zoom', value: ZOOM } as const, font: { fontFiles: [...fonts], loadSystemFonts: false, defaultFontFamily: family } };
  const drawing = new Resvg(svg, options);
  if (drawing.width * drawing.height > LARGEST) throw new RangeError('the picture is too large');
  if (form === 'svg') return new TextEncoder().encode(published(drawing.toString(), svg));
  // A copy of its own can be handed over without copying it again.
  return new Uint8Array(drawing.render().asPng());
}

async function draw({ drawing, base: data }: Extract<Job, { do: 'draw' }>): Promise<Picture | undefined> {
  if (data) base = { ...data, place: () => undefined };
  if (!base) throw new Error('there is no base to draw from');
  return drawHere(base, drawing);
}

async function done(job: Job): Promise<Done> {
  try {
    return job.do === 'paint' ? { bytes: paint(job.svg, job.form) } : { picture: await draw(job) };
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) };
  }
}

async function serve(job: Job): Promise<void> {
  const answer = await done(job);
  parentPort?.postMessage(answer, 'bytes' in answer ? [answer.bytes.buffer] : []);
  // Pixels wait for the collector, which does not see how heavy they are.
  if (job.do === 'paint') collect();
}

// Each in a round of its own: what the collector finds is let go of between rounds, and messages that follow one another closely share one.
parentPort?.on('message', (job: Job) => setImmediate(serve, job));
