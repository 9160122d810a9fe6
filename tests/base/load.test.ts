import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listSources, loadBase, readItemText } from '../../src/base/load.ts';
import { describeProblem } from '../../src/base/problem.ts';
import { deal, entity, fact, files, quote, source } from './build.ts';
import { folderOf } from './folder.ts';

/** The lines a curator would read. */
async function complaints(...folders: string[]): Promise<string[]> {
  const loaded = await loadBase(folders);
  return 'problems' in loaded ? loaded.problems.map(describeProblem) : [];
}

const complaintsOf = async (parts: Record<string, string>): Promise<string[]> => complaints(await folderOf({ ...files(), ...parts }));

describe('a sound base', () => {
  test('loads deals, quotes and facts in that order, with their places', async () => {
    const folder = await folderOf(files({ deals: [deal()], quotes: [quote()], facts: [fact()] }));
    const loaded = await loadBase([folder]);
    if ('problems' in loaded) throw new Error('did not load');
    expect(loaded.base.records.map(({ id, type }) => `${type} ${id}`)).toEqual(['deal deal-a', 'quote quote-a', 'fact fact-a']);
    expect(loaded.base.place('quote-a')).toEqual({ file: 'quotes.yaml', line: 1 });
    expect(loaded.base.place('entity/country-a')).toEqual({ file: 'entities.yaml', line: 1 });
  });

  test('needs no deals, quotes or facts files', async () => {
    const folder = await folderOf(files());
    for (const name of ['deals.yaml', 'quotes.yaml', 'facts.yaml']) await rm(join(folder, name));
    expect(await complaints(folder)).toEqual([]);
  });

  test('may begin with a byte order mark', async () => {
    expect(await complaintsOf({ 'deals.yaml': `\uFEFF${files({ deals: [deal()] })['deals.yaml']}` })).toEqual([]);
  });
});

describe('several bases', () => {
  test('are one base; an entity of both has the names of both', async () => {
    const one = await folderOf(files({ deals: [deal()] }));
    const two = await folderOf(files({ entities: [entity('country-a', { name: 'Alandia', aliases: ['Land A'] })], sources: [] }));
    const loaded = await loadBase([one, two]);
    if ('problems' in loaded) throw new Error('did not load');
    expect(loaded.base.entities.get('country-a')).toMatchObject({ name: 'Country A', aliases: ['Aland', 'Alandia', 'Land A'] });
  });

  test('must not use a record id twice, and the message names the folder', async () => {
    const one = await folderOf(files({ deals: [deal()] }));
    const two = await folderOf(files({ deals: [deal()] }));
    expect(await complaints(one, two)).toEqual([`${two}/deals.yaml:1 deal-a: id is used by another base too; rename one of the two`]);
  });

  test('must not call two sources by one id', async () => {
    const one = await folderOf(files());
    const two = await folderOf(files({ sources: [source({ title: 'Other machines' })] }));
    expect(await complaints(one, two)).toEqual([`${two}/sources.yaml:1 source-a: id is another source in another base; rename one of the two`]);
  });
});

describe('a mistyped reference', () => {
  test('gets the id of the name or alias that was typed', async () => {
    expect(await complaintsOf(files({ deals: [deal({ recipient: ['Aland'] })] }))).toEqual([
      'deals.yaml:7 deal-a: recipient `Aland` is no entity; did you mean `country-a`?',
    ]);
  });

  test('gets the id whose name is near', async () => {
    expect(await complaintsOf(files({ deals: [deal({ recipient: ['contry-a'] })] }))).toEqual([
      'deals.yaml:7 deal-a: recipient `contry-a` is no entity; did you mean `country-a`?',
    ]);
  });

  test('is told where to add a new one when nothing is near', async () => {
    const lines = await complaintsOf(files({ deals: [deal({ maker: ['Quicksilver Works'], related: ['xyz'] })] }));
    expect(lines).toContain('deals.yaml:9 deal-a: maker `Quicksilver Works` is no entity; add it to entities.yaml or mend the id');
    expect(lines.some((line) => line.includes('related `xyz` is no record'))).toBe(true);
  });

  test('is not blamed for an item that exists but is itself wrong', async () => {
    const lines = await complaintsOf(files({ facts: [fact({ related: ['fact-b'] }), fact({ id: 'fact-b', summary: 'Other.', status: 'sure' })] }));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('fact-b: status `sure` is none of confirmed, reported');
  });
});

describe('what the schema refuses', () => {
  const refused = async (fields: Record<string, unknown>) => complaintsOf(files({ deals: [deal(fields)] }));

  test('is told for all items of all files at once', async () => {
    const lines = await complaintsOf(
      files({
        deals: [deal({ status: 'confirmd' }), deal({ id: 'deal-b', summary: '' })],
        quotes: [quote({ form: 'spoken' })],
        facts: [fact({ about: ['nobody-at-all'] })],
      }),
    );
    expect(lines.map((line) => line.split(':')[0])).toEqual(['deals.yaml', 'deals.yaml', 'facts.yaml', 'quotes.yaml']);
  });

  test('a wrong word of a fixed list is answered with the list and the nearest', async () => {
    const [line] = await refused({ status: 'confirmd' });
    expect(line).toContain('status `confirmd` is none of confirmed, reported, unconfirmed, disputed, planned, assessment, negative; did you mean `confirmed`?');
  });

  test('a missing field is named, with how to say that the source is silent', async () => {
    const { maker: _, ...rest } = deal();
    expect(await complaintsOf({ 'deals.yaml': JSON.stringify([rest]) })).toEqual([
      'deals.yaml:1 deal-a: maker is missing; where the source is silent, write `not stated` or `not disclosed`',
    ]);
  });

  test('an unknown field is answered with the nearest', async () => {
    expect((await refused({ suplier: ['country-b'] }))[0]).toContain('suplier is no field here; did you mean `supplier`?');
  });

  test.each([
    [{ supplier: 'country-b' }, 'supplier `country-b` is no list; write a list: [country-b]; where the source is silent'],
    [{ maker: 'not statd' }, 'maker `not statd` is no list; did you mean `not stated`?'],
    [{ date: { on: '2020-13', precision: 'month' } }, 'date.on `2020-13` is not well-formed: a date is YYYY-MM-DD, YYYY-MM or YYYY'],
    [{ verified: { by: 'Curator A', on: '2024-02-30' } }, 'verified.on `2024-02-30` is no calendar day, written YYYY-MM-DD'],
    [{ citations: [] }, 'citations is empty'],
    [{ citations: [{ source: 'source-a', paragraph: 0, exact: 'Country A bought' }] }, 'citations.0.paragraph `0` is too small'],
    [{ id: 'Deal A' }, 'id `Deal A` is not well-formed: an id is lower-case letters'],
    [{ asks: { english: ['who bought'] } }, 'asks.english is no key to use here: it takes a language code'],
  ])('%j reads %s', async (fields, message) => {
    expect((await refused(fields)).join('\n')).toContain(message);
  });
});

describe('a text that YAML takes for something else', () => {
  test('a comma inside braces cuts a text, and the mend says to quote it', async () => {
    const flow = files()['sources.yaml'].replace(/$/, '  states_nothing:\n    - { paragraph: 1, sentence: 2, reason: a list, nothing else }\n');
    expect(await complaintsOf({ 'sources.yaml': flow })).toEqual([
      'sources.yaml:15 source-a: states_nothing.0.nothing else is no field here; if it belongs to the text before it, put that text in quotation marks: inside `{ }` a comma ends a text',
    ]);
    expect(await complaintsOf({ 'entities.yaml': '- { id: country-a, type: country, name: Alandia, land of lakes }\n' })).toEqual([
      expect.stringContaining('land of lakes is no field here; if it belongs to the text before it, put that text in quotation marks'),
    ]);
  });

  test('a hash of digits alone is a number, and the mend says to quote it', async () => {
    const lines = await complaintsOf({ 'sources.yaml': files()['sources.yaml'].replace(/sha256: .*/, `sha256: ${'1'.repeat(64)}`) });
    expect(lines).toEqual([expect.stringMatching(/^sources\.yaml:\d+ source-a: sha256 is read as a number; put it in quotation marks$/)]);
  });

  test('so is a title that is a year, or a yes', async () => {
    expect(await complaintsOf(files({ sources: [source({ title: 2023, publisher: true })] }))).toEqual([
      expect.stringContaining('title `2023` is read as a number; put it in quotation marks'),
      expect.stringContaining('publisher `true` is read as `true` or `false`; put it in quotation marks'),
    ]);
  });
});

describe('a fault of YAML', () => {
  const broken = '- id: fact-z\n  summary: one: two: three\n';

  test('in one file hides no fault of another, neither of fields nor of references', async () => {
    const parts = files({ deals: [deal({ status: 'sure' }), deal({ id: 'deal-b', summary: 'Other.', recipient: ['contry-a'], related: ['fact-z'] })] });
    const lines = await complaintsOf({ ...parts, 'facts.yaml': broken });
    expect(lines).toEqual([
      expect.stringContaining('deal-a: status `sure` is none of'),
      expect.stringContaining('deal-b: recipient `contry-a` is no entity; did you mean `country-a`?'),
      expect.stringMatching(/^facts\.yaml:2: is not YAML here: /),
    ]);
  });

  test.each(['entities.yaml', 'sources.yaml', 'deals.yaml'])('in %s blames nobody for naming what stands there', async (name) => {
    const parts = files({ deals: [deal()], facts: [fact({ related: ['deal-a'] })] });
    const lines = await complaintsOf({ ...parts, [name]: `${parts[name as 'deals.yaml']}- id: last\n  name: one: two: three\n` });
    expect(lines).toEqual([expect.stringContaining(`${name}:`)]);
    expect(lines[0]).toContain('is not YAML here');
  });

  test('in one item hides no fault of the file’s other items', async () => {
    const [first, last] = [fact({ status: 'sure' }), fact({ id: 'fact-b', summary: 'Other.', about: ['contry-a'] })];
    const text = files({ facts: [first] })['facts.yaml'] + broken + files({ facts: [last] })['facts.yaml'];
    expect(await complaintsOf({ 'facts.yaml': text })).toEqual([
      expect.stringContaining('fact-a: status `sure` is none of'),
      expect.stringContaining('is not YAML here'),
      expect.stringContaining('fact-b: about `contry-a` is no entity'),
    ]);
  });

  test.each(['- id: fact-z\n  summary: "open\n', '- id: fact-z\n  about: [country-a\n', '- { id: fact-z\n', '- id: fact-z\n\tsummary: x\n'])(
    '%j is told, and nothing of what it may have swallowed is blamed',
    async (fault) => {
      const text = fault + files({ facts: [fact()] })['facts.yaml'];
      const lines = await complaintsOf({ ...files({ deals: [deal({ status: 'sure', related: ['fact-a'] })] }), 'facts.yaml': text });
      expect(lines[0]).toContain('deal-a: status `sure`');
      expect(lines.length).toBeGreaterThan(1);
      for (const line of lines.slice(1)) expect(line).toContain('is not YAML here');
    },
  );

  test('or of the fields of base.yaml hides no wrong reference', async () => {
    for (const head of ['id: base-a\ntitle: one: two\n', 'id: Base A\n']) {
      const lines = await complaintsOf({ ...files({ deals: [deal({ recipient: ['contry-a'] })] }), 'base.yaml': head });
      expect(lines.join('\n')).toContain('recipient `contry-a` is no entity');
      expect(lines[0]).toContain('base.yaml:');
    }
  });
});

test('a file that cannot be read hides no fault of another', async () => {
  const parts = files({ deals: [deal({ status: 'sure', related: ['fact-a'] })] });
  const folder = await folderOf({ ...parts, 'facts.yaml': new Uint8Array([0x2d, 0x20, 0xff, 0xfe]) });
  expect(await complaints(folder)).toEqual([expect.stringContaining('facts.yaml: is not UTF-8'), expect.stringContaining('status `sure`')]);
});

describe('what is no base', () => {
  test('a folder without the required files names each', async () => {
    const folder = await folderOf({ 'deals.yaml': '[]' });
    expect((await complaints(folder)).map((line) => line.split(';')[0])).toEqual([
      'base.yaml: is missing',
      'entities.yaml: is missing',
      'sources.yaml: is missing',
    ]);
  });

  test('a folder that is none', async () => {
    expect(await complaints('/nowhere/at/all')).toEqual(['/nowhere/at/all: is no folder; name the folder that holds base.yaml']);
  });

  test('broken YAML names the line', async () => {
    expect((await complaintsOf({ 'facts.yaml': '- id: a\n  summary: "open\n' }))[0]).toMatch(/^facts\.yaml:\d+: is not YAML here: /);
  });

  test('bytes that are not UTF-8', async () => {
    const folder = await folderOf({ ...files(), 'facts.yaml': new Uint8Array([0x2d, 0x20, 0xff, 0xfe]) });
    expect((await complaints(folder))[0]).toContain('facts.yaml: is not UTF-8');
  });

  test('aliases that multiply without end are refused, not followed', async () => {
    const bomb = [
      'a: &a [x, x, x, x, x, x, x, x, x]',
      ...['b', 'c', 'd', 'e', 'f', 'g', 'h'].map(
        (key, i, keys) =>
          `${key}: &${key} [${Array(9)
            .fill(`*${keys[i - 1] ?? 'a'}`)
            .join(', ')}]`,
      ),
    ].join('\n');
    expect((await complaintsOf({ 'facts.yaml': bomb }))[0]).toContain('cannot be read');
  });

  test('a mapping where a list belongs', async () => {
    expect(await complaintsOf({ 'facts.yaml': 'id: fact-a\n' })).toEqual(['facts.yaml:1: holds no list; start each item with `- id: `']);
  });
});

test('sources can be listed before their entries are complete', async () => {
  const folder = await folderOf({ 'sources.yaml': '- id: source-b\n  url: https://source-b.example/\n- id: unfinished\n' });
  expect(await listSources([folder])).toEqual([{ id: 'source-b', url: 'https://source-b.example/', language: 'en' }]);
});

describe('an item as its file has it', () => {
  const text = ['# Facts.', '- id: one', '  summary: >-', '    two lines', '', '    of it', '', '# The next.', '- id: two', '  note: last', ''].join('\n');

  test('goes to the next item, or to a comment between the two', async () => {
    const folder = await folderOf({ 'facts.yaml': text });
    expect(await readItemText([folder], { file: 'facts.yaml', line: 2 })).toBe('- id: one\n  summary: >-\n    two lines\n\n    of it');
    expect(await readItemText([folder], { file: 'facts.yaml', line: 9 })).toBe('- id: two\n  note: last');
  });

  test('is found in the right folder of several, and nowhere when its file is gone', async () => {
    const [one, other] = [await folderOf(files({ deals: [deal()] })), await folderOf(files({ facts: [fact({ id: 'fact-b' })] }))];
    const loaded = await loadBase([one, other]);
    if ('problems' in loaded) throw new Error('did not load');
    const place = loaded.base.place('fact-b');
    if (!place) throw new Error('has no place');
    expect(await readItemText([one, other], place)).toMatch(/^- id: fact-b\n/);
    await rm(join(other, 'facts.yaml'));
    expect(await readItemText([one, other], place)).toBeUndefined();
  });
});
