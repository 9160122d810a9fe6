/** The shipped base, measured once in a process of its own, started by `search.ts`: prints JSON. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadBase } from '../src/base/load.ts';
import { createSearch } from '../src/search/resolve.ts';
import { warmUpQuestions } from '../src/search/warm-up.ts';

export interface Shipped {
  records: number;
  /** Other questions asked before. */
  before: number;
  /** Milliseconds. */
  load: number;
  build: number;
  /** Of each question, asked once; in milliseconds. */
  times: readonly number[];
}

const ROOT = join(import.meta.dirname, '..');
const MOST = 2000;
const TODAY = '2026-01-01';

const query = (line: string): string[] => {
  const parsed: unknown = JSON.parse(line);
  return typeof parsed === 'object' && parsed !== null && 'query' in parsed && typeof parsed.query === 'string' ? [parsed.query] : [];
};

/** The questions of `tests/eval`. */
const evalQuestions = (): string[] =>
  globSync('tests/eval/**/*.jsonl', { cwd: ROOT })
    .flatMap((file) => readFileSync(join(ROOT, file), 'utf8').split('\n').filter(Boolean))
    .flatMap(query)
    .slice(0, MOST);

const started = performance.now();
const loaded = await loadBase([join(ROOT, 'src/data/turkish-drones')]);
if ('problems' in loaded) throw new Error('the shipped base does not load; npm run base -- check tells why');
const read = performance.now();
const search = createSearch(loaded.base);
search.resolve('purchse', { today: TODAY });
const built = performance.now();
const queries = evalQuestions();
// As `npm start` and the prompt do, see src/warm.ts.
const before = warmUpQuestions(loaded.base);
for (const text of before) search.resolve(text, { today: TODAY });
const times = queries.map((text) => {
  const asked = performance.now();
  search.resolve(text, { today: TODAY });
  return performance.now() - asked;
});
const shipped: Shipped = {
  records: loaded.base.records.length,
  before: before.length,
  load: read - started,
  build: built - read,
  times,
};
process.stdout.write(JSON.stringify(shipped));
