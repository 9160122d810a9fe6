import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The files that take longest. Those that keep the processor busy take turns with those that mostly wait, which then run beside each other. */
const LONG = [
  'torture/crash',
  'surfaces/gateway/faults',
  'surfaces/playground/page',
  'digest/delivery/once',
  'surfaces/later',
  'surfaces/process',
  'digest/delivery/running',
  'index',
].map((name) => `/tests/${name}.test.ts`);

const place = ({ moduleId }: TestSpecification): number => {
  const at = LONG.findIndex((end) => moduleId.endsWith(end));
  return at < 0 ? LONG.length : at;
};

/** Begins with the long files, so that no worker is left alone with one. Vitest orders by the times of its last run, and by size when there was none. */
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}

export default defineConfig({
  test: {
    // The embedded store is WebAssembly: compiled once and simply, as npm start has it.
    execArgv: ['--liftoff-only'],
    include: ['tests/**/*.test.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    maxWorkers: '100%',
    isolate: false,
    sequence: { sequencer: LongFirst },
    // Discord waits three seconds of real time, and so do the tests: one that a busy machine made late is tried again, and the report says so.
    retry: 2,
  },
});
