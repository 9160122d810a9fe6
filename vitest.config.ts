import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // The embedded store is WebAssembly: compiled once and simply, as npm start has it.
    execArgv: ['--liftoff-only'],
    include: ['tests/**/*.test.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    maxWorkers: '100%',
    isolate: false,
    // Discord waits three seconds of real time, and so do the tests: one that a busy machine made late is tried again, and the report says so.
    retry: 2,
  },
});
