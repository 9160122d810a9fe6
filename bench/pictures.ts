/**
 * `npm run bench:pictures [-- --renders 60]`: milliseconds of processor time for an SVG and for its PNG, and the memory of a process that makes many, beside
 * ECharts on the same records. Each line is measured in a process of its own; PNGs are painted by the program's own rasteriser for both.
 */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Base } from '../src/base/schema.ts';
import { createRasteriser } from '../src/ops/raster/raster.ts';
import { drawChart } from '../src/pictures/chart.ts';
import { theWorld } from '../src/pictures/map/geography/world.ts';
import { drawMap } from '../src/pictures/map.ts';
import { drawTimeline } from '../src/pictures/timeline.ts';
import { shipped } from '../tests/eval/sets.ts';
import { generated } from '../tests/pictures/bases.ts';
import { count, oneOf, readFlags } from './flags.ts';
import { quantile } from './quantile.ts';

const USAGE = `npm run bench:pictures -- [--renders N] [--only DRAWING/BASE]

Measures how long map, chart and timeline take as SVG and as PNG, and how much
memory, beside ECharts.

  --renders N          pictures of each kind (60)
  --only DRAWING/BASE  one of them only, as JSON: 'map/shipped', 'chart by ECharts/300 deals'`;

const TODAY = '2026-11-22';

type Draw = (base: Base) => string | Promise<string>;
/** ECharts is read only in the process that measures it. */
const DRAWINGS: Readonly<Record<string, () => Promise<Draw>>> = {
  map: async () => (base) => drawMap(base, {}, 'dark', TODAY)?.svg ?? '',
  'map by ECharts': async () => (await import('./echarts.ts')).echartsMap,
  chart: async () => (base) => drawChart(base, {}, 'dark', TODAY)?.svg ?? '',
  'chart by ECharts': async () => (await import('./echarts.ts')).echartsBars,
  timeline: async () => (base) => drawTimeline(base, {}, 'dark', TODAY)?.svg ?? '',
  'timeline by ECharts': async () => (await import('./echarts.ts')).echartsTimeline,
};
/** The same base with the made-up countries in the place of real ones, so that a map can show them. */
function onLand(base: Base): Base {
  const codes = [...theWorld().lands.keys()].filter((code) => /^[A-Z]{2}$/.test(code)).sort();
  const entities = [...base.entities].map(([id, entity]) => {
    const index = /^c(\d+)$/.exec(id)?.[1];
    const code = index === undefined ? undefined : codes[(Number(index) * 3) % codes.length];
    return [id, code === undefined ? entity : { ...entity, iso: code }] as const;
  });
  return { ...base, entities: new Map(entities) };
}

const BASES: Readonly<Record<string, () => Promise<Base>>> = {
  shipped: async () => (await shipped()).base,
  '300 deals': async () => onLand(generated({ deals: 300, events: 40, parties: 60, years: [1990, 34] })),
};

const ALL = 'all';
const LINES = Object.keys(BASES).flatMap((on) => Object.keys(DRAWINGS).map((drawing) => `${drawing}/${on}`));
const flags = readFlags(USAGE, { renders: count(60), only: oneOf(LINES, ALL) });
const RENDERS = Number(flags.renders);

interface Measured {
  /** Milliseconds of processor time, all threads together. */
  svg: number;
  svgSlowest: number;
  png: number;
  /** Kilobytes of one SVG and one PNG. */
  svgSize: number;
  pngSize: number;
  /** Megabytes of the whole process: before the first picture, after the last, and at most. */
  before: number;
  after: number;
  most: number;
}

/** Processor time of this process so far, in milliseconds: other programs on the machine are not in it. */
function spent(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

const megabytes = (bytes: number): number => bytes / 1024 / 1024;

async function measure(drawing: string, on: string): Promise<Measured> {
  const base = await BASES[on]?.();
  const draw = await DRAWINGS[drawing]?.();
  if (!base || !draw) throw new Error(`no drawing “${drawing}” on “${on}”`);
  const raster = createRasteriser({ keep: 0 });
  const before = megabytes(process.memoryUsage().rss);
  const [svgTimes, pngTimes]: [number[], number[]] = [[], []];
  let [svg, png]: [string, Uint8Array] = ['', new Uint8Array()];
  // The first tenth warms up and is not counted.
  for (let at = -Math.ceil(RENDERS / 10); at < RENDERS; at += 1) {
    const started = spent();
    svg = await draw(base);
    const drawn = spent();
    // A comment of its own keeps each from being the one that was painted before.
    png = await raster.paint(`${svg}<!-- ${at} -->`);
    if (at < 0) continue;
    svgTimes.push(drawn - started);
    pngTimes.push(spent() - drawn);
  }
  await raster.stop();
  return {
    svg: quantile(svgTimes, 0.5),
    svgSlowest: quantile(svgTimes, 0.99),
    png: quantile(pngTimes, 0.5),
    svgSize: Buffer.byteLength(svg) / 1024,
    pngSize: png.byteLength / 1024,
    before,
    after: megabytes(process.memoryUsage().rss),
    most: process.resourceUsage().maxRSS / 1024,
  };
}

const COLUMNS = ['SVG ms', 'slowest', 'PNG ms', 'SVG kB', 'PNG kB', 'MB before', 'after', 'at most'];
const line = (cells: readonly string[]): void =>
  void process.stdout.write(`${cells.map((cell, index) => (index === 0 ? cell.padEnd(32) : cell.padStart(10))).join('')}\n`);

async function all(): Promise<void> {
  line([`${RENDERS} pictures each`, ...COLUMNS]);
  for (const on of Object.keys(BASES)) {
    for (const drawing of Object.keys(DRAWINGS)) {
      const { stdout } = await promisify(execFile)(process.execPath, [import.meta.filename, '--renders', String(RENDERS), '--only', `${drawing}/${on}`]);
      const one = JSON.parse(stdout) as Measured;
      const { svg, svgSlowest, png, svgSize, pngSize, before, after, most } = one;
      line([
        `${drawing}, ${on}`,
        ...[svg, svgSlowest, png].map((ms) => ms.toFixed(1)),
        ...[svgSize, pngSize, before, after, most].map((size) => size.toFixed(0)),
      ]);
    }
  }
}

if (flags.only === ALL) await all();
else {
  const [drawing = '', on = ''] = flags.only.split('/');
  process.stdout.write(JSON.stringify(await measure(drawing, on)));
}
