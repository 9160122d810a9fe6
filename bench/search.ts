/**
 * `npm run bench [-- --sizes 1000,10000 --engines sourcebook,minisearch --questions 2000 --seconds 30]`: speed, accuracy and memory of
 * the search beside Fuse.js and MiniSearch, on the same questions to the same synthetic bases, each in a process of its own.
 */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ENGINES, type EngineName } from './engines.ts';
import { count, counts, readFlags, someOf } from './flags.ts';
import type { Measured } from './measure.ts';
import { machinePauses } from './pauses.ts';
import { quantile } from './quantile.ts';
import { KINDS } from './questions.ts';
import type { Shipped } from './shipped.ts';

const USAGE = `npm run bench -- [--sizes N,…] [--engines NAME,…] [--questions N] [--seconds N] [--patience N]

Measures speed, accuracy and memory of the search beside Fuse.js and
MiniSearch, on made-up bases and on the shipped one. Wants a quiet machine; all
sizes and engines take about half an hour.

  --sizes N,…      records of the made-up bases (1000,10000,100000,1000000)
  --engines NAME,… some of ${ENGINES.join(', ')} (all)
  --questions N    questions to each (2000)
  --seconds N      seconds for the questions of one size (30)
  --patience N     seconds after which an engine is given up (300)`;

const flags = readFlags(USAGE, {
  sizes: counts(1000, 10_000, 100_000, 1_000_000),
  engines: someOf(ENGINES),
  // A hundredth of them is what the 99th percentile leaves out: of 300 that would be three, which the collector and the machine decide.
  questions: count(2000),
  seconds: count(30),
  patience: count(300),
});

/** Sizes that an engine is not tried at, and why. */
const TOO_LARGE: Partial<Record<EngineName, { from: number; why: string }>> = {
  fuse: { from: 1_000_000, why: 'reads every record for every question: over two minutes each' },
};
const MEGABYTES = 12_000;
/** As `npm start` has it: short-lived objects are collected once in some hundred questions, not in every hundredth. */
const YOUNG_MEGABYTES = 64;
/** The shipped base is measured so often: what the machine takes for itself falls on other questions each time. */
const PASSES = 5;
const SAMPLE = 'what did kirgizistan buy in January 2023';

interface Row {
  engine: EngineName;
  size: number;
  measured: Measured | undefined;
  /** Why there are no figures. */
  why: string;
}

const note = (line: string): void => {
  process.stderr.write(`${line}\n`);
};
const number = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ' ');
/** Three significant digits, but never an exponent. */
const short = (value: number): string => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2));
const seconds = (value: number | undefined): string => (value === undefined ? 'failed' : `${short(value)} s`);
const percent = (share: number): string => `${(share * 100).toFixed(0)} %`;

/** Runs a script of this folder in a process of its own and reads the JSON it prints; undefined when it fails or takes too long. */
function run<T>(script: string, args: readonly string[] = []): T | undefined {
  const child = spawnSync(
    process.execPath,
    ['--expose-gc', `--max-old-space-size=${MEGABYTES}`, `--max-semi-space-size=${YOUNG_MEGABYTES}`, join(import.meta.dirname, script), ...args],
    {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
      timeout: Number(flags.patience) * 1000,
    },
  );
  return child.status === 0 ? (JSON.parse(child.stdout) as T) : undefined;
}

function measure(engine: EngineName, size: number): Row {
  const limit = TOO_LARGE[engine];
  if (limit && size >= limit.from) return { engine, size, measured: undefined, why: limit.why };
  note(`${engine} at ${number(size)} …`);
  const measured = run<Measured>('measure.ts', [engine, String(size), flags.questions, flags.seconds]);
  return { engine, size, measured, why: measured ? '' : `gave nothing within ${flags.patience} s` };
}

const COLUMNS = ['records', 'engine', 'asked', 'right 1st', 'answered', 'false', 'median ms', 'p99 ms', 'build s', 'kB/record'] as const;
const WIDTHS = [9, 10, 5, 9, 8, 5, 9, 8, 7, 9] as const;
const line = (cells: readonly string[]): string => cells.map((cell, i) => (i === 1 ? cell.padEnd(WIDTHS[i] ?? 0) : cell.padStart(WIDTHS[i] ?? 0))).join('  ');

function describe({ engine, size, measured, why }: Row): string {
  if (!measured) return `${line([number(size), engine])}  ${why}`;
  const { questions, rightFirst, answeredRight, falseAnswers, median, p99, build, memory } = measured;
  const shares = [rightFirst, answeredRight, falseAnswers].map(percent);
  return line([number(size), engine, String(questions), ...shares, ...[median, p99, build, memory].map(short)]);
}

const LEGEND = [
  'asked      fewer than all where an engine is slow; its p99 is then hardly more than its slowest question',
  'ms         over the questions; of each, the middle of its times in three passes, as far as there was time',
  'right 1st  questions with an answer in the base whose first record is right',
  'answered   the same, and shown as an answer; false: questions without an answer that were answered.',
  '           Fuse.js and MiniSearch refuse nothing: theirs are at the score threshold that suits these very questions best',
  'kB/record  what the engine keeps beside the base',
];

function describeKinds(rows: readonly Row[]): string[] {
  const ours = rows.filter(({ engine, measured }) => engine === 'sourcebook' && measured);
  if (ours.length === 0) return [];
  const head = ['', ...ours.map(({ size }) => number(size).padStart(12))].join('').padStart(14 + 12 * ours.length);
  const lines = KINDS.map((kind) => {
    const cells = ours.map(({ measured }) => {
      const { asked = 0, good = 0 } = measured?.kinds[kind] ?? {};
      return `${good} of ${asked}`.padStart(12);
    });
    return kind.padEnd(14) + cells.join('');
  });
  return ['', 'sourcebook, answered right or rightly refused, by kind of question:', head, ...lines];
}

interface Target {
  what: string;
  most: number;
  unit: string;
  /** Undefined: not measured. */
  got: number | undefined;
}

function describeTarget({ what, most, unit, got }: Target): string {
  const verdict = got === undefined ? 'not measured' : got <= most ? 'reached' : 'NOT REACHED';
  return `${verdict.padEnd(13)} ${what}: ${got === undefined ? '–' : `${short(got)} ${unit}`} (at most ${most} ${unit})`;
}

/** Median seconds of a command's runs, from start to end; undefined when one fails. */
function wall(command: string, args: readonly string[], runs = 5): number | undefined {
  const took: number[] = [];
  for (let i = 0; i < runs; i++) {
    const started = performance.now();
    const { status } = spawnSync(command, args, { stdio: 'ignore', cwd: join(import.meta.dirname, '..') });
    if (status !== 0) return undefined;
    took.push((performance.now() - started) / 1000);
  }
  return quantile(took, 0.5);
}

const isEngine = (name: string): name is EngineName => (ENGINES as readonly string[]).includes(name);
const engines = flags.engines.split(',').filter(isEngine);
const sizes = flags.sizes.split(',').map(Number);

note('the shipped base …');
const passes = Array.from({ length: PASSES }, () => run<Shipped>('shipped.ts')).filter((pass) => pass !== undefined);
const [shipped] = passes;
/** Each question's time: the middle one of those that it took, each time in a new process. */
const times =
  shipped?.times.map((_, i) =>
    quantile(
      passes.map((pass) => pass.times[i] ?? 0),
      0.5,
    ),
  ) ?? [];
const ASK = ['run', '--silent', 'ask', '--', SAMPLE] as const;
// The first start after a change of base or code computes what the next ones find.
rmSync(join(import.meta.dirname, '../node_modules/.cache/sourcebook'), { recursive: true, force: true });
const first = wall('npm', ASK, 1);
const asked = wall('npm', ASK);
const node = wall(process.execPath, ['-e', '0']);
const bare = wall('npm', ['--version']);
note('the machine’s own pauses …');
const pauses = machinePauses();
const rows = sizes.flatMap((size) => engines.map((engine) => measure(engine, size)));

const ours = (size: number): Measured | undefined => rows.find((row) => row.engine === 'sourcebook' && row.size === size)?.measured;
const targets: Target[] = [
  { what: '99th percentile, shipped base', most: 1, unit: 'ms', got: shipped && quantile(times, 0.99) },
  { what: '99th percentile, 100 000 records', most: 2, unit: 'ms', got: ours(100_000)?.p99 },
  { what: '99th percentile, 1 000 000 records', most: 5, unit: 'ms', got: ours(1_000_000)?.p99 },
  { what: 'build, 100 000 records', most: 10, unit: 's', got: ours(100_000)?.build },
  { what: 'memory beside the base, 100 000 records', most: 4, unit: 'kB a record', got: ours(100_000)?.memory },
  { what: 'npm run ask -- "…", from the shell', most: 1, unit: 's', got: asked },
];
const out = [
  line(COLUMNS),
  ...rows.map(describe),
  '',
  ...LEGEND,
  ...describeKinds(rows),
  '',
  shipped
    ? [
        `shipped base: ${shipped.records} records, load ${short(shipped.load)} ms, build ${short(shipped.build)} ms; ${times.length} questions of tests/eval after ${shipped.before} others,`,
        `  each asked once in each of ${passes.length} processes: median ${short(quantile(times, 0.5))} ms, p99 ${short(quantile(times, 0.99))} ms (the middle of each question’s times);`,
        `  p99 of each process alone: ${passes.map((pass) => short(quantile(pass.times, 0.99))).join(', ')} ms`,
      ].join('\n')
    : 'shipped base: not measured',
  `the machine: an empty loop was held up for over 0.3 ms ${pauses.often.toFixed(0)} times a second, at most for ${short(pauses.longest)} ms`,
  `npm run ask: ${seconds(first)} the first time, then ${seconds(asked)}, of which npm itself ${seconds(bare)} and an empty node ${seconds(node)}`,
  '',
  ...targets.map(describeTarget),
];
process.stdout.write(`${out.join('\n')}\n`);
