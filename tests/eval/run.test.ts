/** `npm run eval` as it is called. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const run = (...args: string[]) =>
  new Promise<{ code: number | string | null | undefined; out: string; err: string }>((resolve) => {
    execFile(process.execPath, [join(import.meta.dirname, 'run.ts'), ...args], { timeout: 15_000 }, (error, out, err) =>
      resolve({ code: error === null ? 0 : error.code, out, err }),
    );
  });

test('--help tells what can be asked for', async () => {
  const { code, out, err } = await run('--help');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  for (const flag of ['--set NAME', '--misses', '--record', 'dev']) expect(out).toContain(flag);
});

test.each([[['--nosuch']], [['--set']], [['--set', 'nosuch']], [['dev']]])('%j is refused in words, with the usage', async (args) => {
  const { code, out, err } = await run(...args);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain('--set NAME');
  expect(err).not.toMatch(/\bat .*:\d+:\d+|Error:/);
});
