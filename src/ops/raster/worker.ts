/** The thread that paints: SVG in, PNG out, one at a time. What resvg holds outside of JavaScript goes with each picture. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parentPort, workerData } from 'node:worker_threads';
import { Resvg } from '@resvg/resvg-js';
import { ZOOM } from '../../pictures/picture.ts';

/** CSS pixels in all: with the zoom some 60 MB, beyond which nobody could send or read it. */
const LARGEST = 4_000_000;

/** What the thread is told at its start. */
export interface Setup {
  /** Paths of the TTF files; those of the system are never looked at, or a picture would differ from machine to machine. */
  fonts: readonly string[];
  /** The family that stands in for one that no file has. */
  family: string;
}

/** What comes back for each picture. */
export type Painted = { png: Uint8Array<ArrayBuffer> } | { wrong: string };

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const { fonts, family } = workerData as Setup;

function paint(svg: string): Uint8Array<ArrayBuffer> {
  const options = { fitTo: { mode: 'zoom', value: ZOOM } as const, font: { fontFiles: [...fonts], loadSystemFonts: false, defaultFontFamily: family } };
  const drawing = new Resvg(svg, options);
  if (drawing.width * drawing.height > LARGEST) throw new RangeError('the picture is too large');
  // A copy of its own can be handed over without copying it again.
  return new Uint8Array(drawing.render().asPng());
}

function painted(svg: string): Painted {
  try {
    return { png: paint(svg) };
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.on('message', (svg: string) => {
  const answer = painted(svg);
  parentPort?.postMessage(answer, 'png' in answer ? [answer.png.buffer] : []);
  // Pixels wait for the collector, which does not see how heavy they are.
  collect();
});
