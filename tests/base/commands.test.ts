import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { deal, fact, files, type Parts, quote, source, TEXT } from './build.ts';
import { folderOf } from './folder.ts';
import { run } from './terminal.ts';

const parts: Parts = { deals: [deal()], quotes: [quote()], facts: [fact()] };
const soundBase = () => folderOf({ ...files({ ...parts, sources: [source({ complete: false })] }), 'snapshots/source-a.txt': TEXT });
const noStack = /\bat .*:\d+:\d+|Error:/;

describe('base', () => {
  test('without a command tells the usage, at 80 columns', async () => {
    const { code, out } = await run([]);
    expect(code).toBe(2);
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    expect((await run(['--help'])).code).toBe(0);
  });

  test('with a mistyped command offers the right one', async () => {
    const { code, err } = await run(['chek']);
    expect(code).toBe(2);
    expect(err).toContain('did you mean `check`?');
  });

  test.each([['check'], ['verify'], ['schema'], ['snapshot']])('%s --help tells its own usage', async (name) => {
    const { code, out } = await run([name, '--help']);
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`^base ${name}`));
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  test.each([[['check', '--bogus']], [['verify']], [['snapshot']], [['snapshot', 'source-a']], [['schema', 'folder']], [['verify', '--snapshots']]])(
    '%j is misuse',
    async (args) => {
      const { code, err } = await run(args);
      expect(code).toBe(2);
      expect(err).toContain(`base ${args[0]}`);
      expect(err).not.toMatch(noStack);
    },
  );
});

describe('base check', () => {
  test('of a sound base says so in words, with the share that is quoted', async () => {
    const folder = await folderOf(files({ ...parts, sources: [source({ words: 100 })] }));
    const { code, out } = await run(['check'], { folders: [folder] });
    expect(code).toBe(0);
    expect(out).toMatch(/^base-a: 3 records, 4 entities, 1 source\.\n {2}source-a: \d+ of 100 words quoted, [\d.]+ %\.\nAll \d+ rules hold\.$/);
  });

  test('of a base with an error tells it in one line and exits with 1', async () => {
    const folder = await folderOf(files({ ...parts, sources: [source({ words: 100 })], facts: [fact({ date: { on: '2030', precision: 'year' } })] }));
    const { code, out } = await run(['check', '.'], { cwd: folder });
    expect(code).toBe(1);
    expect(out).toContain('facts.yaml:');
    expect(out.split('\n').at(-1)).toBe('1 error, 0 warnings');
  });

  test('of a base with warnings alone passes', async () => {
    const folder = await folderOf(files({ ...parts, sources: [source({ words: 100 })], facts: [fact({ review_by: '2024-01-02' })] }));
    const { code, out } = await run(['check', folder]);
    expect(code).toBe(0);
    expect(out).toContain('warning: facts.yaml:');
    expect(out).toContain('0 errors, 1 warning');
  });

  test('of a base that does not load tells why', async () => {
    const { code, out } = await run(['check', '/nowhere/at/all']);
    expect(code).toBe(1);
    expect(out).toBe('The base does not load.\n/nowhere/at/all: is no folder; name the folder that holds base.yaml\n1 error, 0 warnings');
  });

  test('of a base that does not load tells what else is wrong with the rest', async () => {
    const facts = [fact({ status: 'sure' }), fact({ id: 'fact-b', date: { on: '2030', precision: 'year' } })];
    const folder = await folderOf(files({ facts, sources: [source({ words: 100 })] }));
    const { code, out } = await run(['check', folder]);
    expect(code).toBe(1);
    expect(out).toContain('The base does not load.');
    expect(out).toMatch(/facts\.yaml:\d+ \S+: status `sure`/);
    expect(out).toMatch(/facts\.yaml:\d+ fact-b: date/);
    expect(out).not.toContain('is cited by no record');
  });

  test('wraps by the terminal, and only there', async () => {
    const folder = await folderOf(files({ ...parts, facts: [fact({ status: 'sure' })] }));
    const longest = (out: string) => Math.max(...out.split('\n').map((line) => line.length));
    expect(longest((await run(['check', folder], { columns: 60 })).out)).toBeLessThanOrEqual(60);
    expect(longest((await run(['check', folder])).out)).toBeGreaterThan(80);
  });

  test('--rules lists the rules', async () => {
    expect((await run(['check', '--rules'])).out).toContain('hedges (error): What the passage hedges is not told as confirmed.');
  });
});

describe('base verify', () => {
  test('tells what stands, and which sentences no record carries', async () => {
    const folder = await soundBase();
    const { code, out } = await run(['verify', folder, '--snapshots', join(folder, 'snapshots')]);
    expect(code).toBe(0);
    expect(out).toContain(
      "source-a: the snapshot's hash is the source's.\n  Passages: 3 exact, 0 moved, 0 lost.\n  Sentences: 6; 3 carried, 0 state nothing, 3 in no record.",
    );
    expect(out).toContain('0 errors, 3 warnings');
  });

  test('without the snapshot cannot pass', async () => {
    const folder = await soundBase();
    expect(await run(['verify', folder, '--snapshots', folder])).toMatchObject({ code: 1 });
  });

  test('--pin writes where each passage starts, once', async () => {
    const folder = await soundBase();
    const pin = () => run(['verify', folder, '--snapshots', 'snapshots', '--pin'], { cwd: folder });
    expect((await pin()).out).toContain('deals.yaml: 1 passage pinned.');
    const deals = await readFile(join(folder, 'deals.yaml'), 'utf8');
    expect(parse(deals)[0].citations[0].start).toBe(TEXT.indexOf('Country A bought'));
    expect((await pin()).out).not.toContain('pinned');
    expect(await readFile(join(folder, 'deals.yaml'), 'utf8')).toBe(deals);
  });

  test('--pin mends a start that is wrong', async () => {
    const wrong = fact();
    Object.assign((wrong.citations as object[])[0] ?? {}, { start: 3 });
    const folder = await folderOf({ ...files({ ...parts, facts: [wrong] }), 'source-a.txt': TEXT });
    expect((await run(['verify', folder, '--snapshots', folder])).out).toContain('stands, but not at this start');
    expect((await run(['verify', folder, '--snapshots', folder, '--pin'])).out).not.toContain('not at this start');
  });

  test('--pin pins nothing by a snapshot that is not the one verified', async () => {
    const folder = await folderOf({ ...files(parts), 'source-a.txt': `${TEXT}\n\nMore.` });
    expect((await run(['verify', folder, '--snapshots', folder, '--pin'])).out).not.toContain('pinned');
  });
});

describe('base schema', () => {
  test('writes a JSON Schema that knows the words of each file', async () => {
    const folder = await folderOf({});
    const { code, out } = await run(['schema'], { cwd: folder });
    expect(code).toBe(0);
    expect(out).toContain('6 schemas written');
    const schema = JSON.parse(await readFile(join(folder, 'schema', 'deals.schema.json'), 'utf8'));
    expect(schema.items.properties.status.enum).toContain('unconfirmed');
    expect(schema.items.required).toContain('recipient');
    expect(schema.items.required).not.toContain('asks');
    expect(schema.items.additionalProperties).toBe(false);
  });

  test('that cannot be written says so in a sentence', async () => {
    const folder = await folderOf({ file: '' });
    const { code, err } = await run(['schema', '--out', 'file'], { cwd: folder });
    expect(code).toBe(1);
    expect(err).toMatch(/file is in the way\.$/);
  });
});
