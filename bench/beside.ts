/**
 * `npm run bench:beside [-- --maps 10 --renders 500]`: how long lookups take while maps are drawn and painted beside them, and whether memory grows
 * over many pictures. A lookup comes every few milliseconds, as from a busy server; its time runs from when it was due. On a machine with other work
 * those times say little; what the program's own thread spends on a map is told in processor time, which nothing else is in.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { createRasteriser } from '../src/ops/raster/raster.ts';
import type { Drawing } from '../src/pictures/studio.ts';
import { shipped } from '../tests/eval/sets.ts';
import { count, readFlags } from './flags.ts';
import { quantile } from './quantile.ts';

const USAGE = `npm run bench:beside -- [--maps N] [--renders N]

Measures how long lookups take while maps are drawn beside them, and whether
memory grows over many pictures.

  --maps N     maps drawn beside lookups (10)
  --renders N  pictures over which memory is watched (500)`;

const flags = readFlags(USAGE, { maps: count(10), renders: count(500) });
const MAPS = Number(flags.maps);
const RENDERS = Number(flags.renders);
const TODAY = '2026-11-22';
/** Milliseconds between lookups. */
const EVERY = 8;
/** Milliseconds without maps, to compare with. */
const ALONE = 6000;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const megabytes = (): number => Math.round(process.memoryUsage().rss / 1024 / 1024);

const { base, search } = await shipped();
const questions = base.records.flatMap(({ asks }) => asks.en ?? []);

/** Milliseconds of each lookup until `done` comes. */
async function lookups(done: Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  let ended = false;
  void done.finally(() => {
    ended = true;
  });
  while (!ended) {
    const due = performance.now() + EVERY;
    await sleep(EVERY);
    search.resolve(questions[times.length % questions.length] ?? '', { today: TODAY });
    times.push(performance.now() - due);
  }
  return times;
}

const told = (times: readonly number[]): string =>
  `${times.length} lookups, median ${quantile(times, 0.5).toFixed(1)} ms, 99th percentile ${quantile(times, 0.99).toFixed(1)} ms`;

const raster = createRasteriser({ keep: 0, waiting: 1000 });
const map = (theme: Drawing['theme'] = 'dark'): Drawing => ({ name: 'map', filters: {}, theme, today: TODAY });

/** Draws and paints one. A comment makes each drawing another, so that none comes from the shelf. */
async function picture(drawing: Drawing, number: number): Promise<number> {
  const drawn = await raster.draw(base, drawing);
  return (await raster.paint(`${drawn?.svg}<!-- ${number} -->`)).byteLength;
}

await lookups(sleep(ALONE / 3));
say(`alone:                     ${told(await lookups(sleep(ALONE)))}`);
const began = performance.now();
const cold = await lookups(picture(map(), -1));
say(`beside the first map:      ${told(cold)} (${Math.round(performance.now() - began)} ms for the map)`);
const start = performance.now();
const beside = await lookups(Promise.all(Array.from({ length: MAPS }, (_, number) => picture(map(number % 2 ? 'light' : 'dark'), number))));
say(`beside ${MAPS} maps at once:     ${told(beside)} (${Math.round((performance.now() - start) / MAPS)} ms for a map)`);

const before = process.threadCpuUsage();
for (let number = 0; number < MAPS; number += 1) await picture(map(), 500 + number);
const { user, system } = process.threadCpuUsage(before);
say(`of each map, on the thread that answers: ${((user + system) / 1000 / MAPS).toFixed(2)} ms of processor time`);

const sizes: number[] = [];
const drawings: readonly Drawing[] = [map(), { ...map(), name: 'timeline' }, { ...map(), name: 'chart', filters: {} }, map('light')];
for (let number = 0; number < RENDERS; number += 1) {
  await picture(drawings[number % drawings.length] ?? map(), 1000 + number);
  if (number % Math.ceil(RENDERS / 10) === 0 || number === RENDERS - 1) sizes.push(megabytes());
}
say(`memory of the process over ${RENDERS} pictures, in MB: ${sizes.join(' ')}`);
await raster.stop();
