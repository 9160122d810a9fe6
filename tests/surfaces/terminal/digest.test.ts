/** `npm run digest`, as somebody at a shell meets it. */
import { readFileSync } from 'node:fs';
import { expect, it, test } from 'vitest';
import { type DigestIo, digestCommand } from '../../../src/surfaces/terminal/digest/digest.ts';
import { columnsOf } from '../../../src/surfaces/terminal/text.ts';
import { TODAY } from '../../build.ts';
import { base, search } from '../../search/shipped.ts';

async function run(args: readonly string[], io: Partial<DigestIo> = {}) {
  const said = { out: '', err: '' };
  const code = await digestCommand(args, {
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
    today: TODAY,
    now: Temporal.Instant.from('2026-11-22T17:00Z'),
    columns: 100,
    colour: false,
    load: async () => ({ base, search }),
    keep: async () => ({ missing: 'There is no store here.' }),
    ...io,
  });
  return { code, ...said };
}

it('previews the edition of today as a first one', async () => {
  const { code, out } = await run(['preview', 'Central', 'Asia']);
  expect(code).toBe(0);
  expect(out.startsWith('Daily digest: Central Asia · Sunday 22 November 2026\n\nNew or changed\n  The first edition: the base has ')).toBe(true);
  expect(out).toMatch(/\nStill unconfirmed\n {2}3 records on this region: not to be repeated as fact\.\n/);
  expect(out).toMatch(/\nEdition central-asia-2026-11-22-[0-9a-f]{8}\n$/);
});

it('previews another date, and says what happened on that day', async () => {
  const { out } = await run(['preview', 'gulf', '--date', '2027-07-18']);
  expect(out).toContain('\nOn this day\n');
  expect(out).toContain(' · 18 July 2023 · 4 years ago; date partly inferred\n');
});

it('previews with its picture, written into a file whose path stands last', async () => {
  const files = new Map<string, unknown>();
  const keep = async (name: string, content: unknown) => {
    files.set(name, content);
    return `/tmp/${name}`;
  };
  const pictures = { paint: async () => Buffer.from('a picture'), keep };
  const { code, out } = await run(['preview', 'gulf', '--picture', 'timeline'], { pictures });
  expect(out).toMatch(/\nEdition gulf-\S+\n\nThe picture: \/tmp\/timeline\.png\n$/);
  expect([code, String(files.get('timeline.png'))]).toEqual([0, 'a picture']);
  const none = await run(['preview', 'uzbekistan', '--picture', 'timeline'], { pictures });
  expect(none.out).toMatch(/\nThe base has too little on Uzbekistan to draw a timeline\.\n$/);
  expect(await run(['preview', 'gulf', '--picture', 'timeline'], { pictures: { ...pictures, keep: () => Promise.reject(new Error('full')) } })).toMatchObject({
    code: 1,
    out: expect.stringContaining('The picture could not be written to the temporary folder.'),
  });
});

it('shows how editions follow each other', async () => {
  const { out } = await run(['preview', 'gulf', '--editions', '2']);
  expect(out).toContain('Monday 23 November 2026\n\nNew or changed\n  Nothing new or changed since 22 November 2026.\n');
});

it('fits its window', async () => {
  for (const columns of [40, 80]) {
    const { out } = await run(['preview', 'caspian-region', '--date', '2027-07-18'], { columns });
    for (const line of out.split('\n')) if (!line.startsWith('https://')) expect(columnsOf(line)).toBeLessThanOrEqual(columns);
    expect(out).not.toMatch(/\n{3}|undefined|[ \t]\n/);
  }
});

it('gives one edition a line as JSON', async () => {
  const { out } = await run(['preview', 'gulf', '--editions', '3', '--json']);
  const editions = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(editions.map(({ date }) => date)).toEqual(['2026-11-22', '2026-11-23', '2026-11-24']);
});

it('lists the regions, the base’s own first', async () => {
  const { out } = await run(['regions']);
  expect(out).toMatch(/^Caspian region +caspian-region · a region of the base · \d+ records\n/);
  expect(out).toMatch(/\nKazakhstan +kazakhstan · country · \d+ records\n/);
});

it('tells when, across a change of the clocks', async () => {
  const { code, out } = await run(['when', '8.30am', 'New', 'York', '--from', '2026-10-31', '--editions', '2']);
  expect(code).toBe(0);
  expect(out).toBe(
    [
      '08:30, every day, America/New_York (now 12:00, UTC-05:00)',
      '',
      'Sat 31 October 2026, 08:30  2026-10-31 12:30 UTC',
      'Sun 1 November 2026, 08:30  2026-11-01 13:30 UTC · now UTC-05:00',
      '',
    ].join('\n'),
  );
});

it('tells what the clocks do to a time that they skip or show twice', async () => {
  const skipped = await run(['when', '2:30', 'america/new_york', '--from', '2026-03-08', '--editions', '1']);
  expect(skipped.out).toContain('Sun 8 March 2026, 03:30  2026-03-08 07:30 UTC · the clocks skip the time');
  const twice = await run(['when', '1:30', 'america/new_york', '--from', '2026-11-01', '--editions', '1']);
  expect(twice.out).toContain('Sun 1 November 2026, 01:30  2026-11-01 05:30 UTC · the time occurs twice');
});

it('counts from now, and reads no base to tell when', async () => {
  const load = () => Promise.reject(new Error('not to be read'));
  const { out } = await run(['when', '22:00', 'Almaty', '--days', 'sun,mon', '--editions', '2'], { load });
  // It is 22:00 on Sunday in Almaty: the next is Monday's.
  expect(out.split('\n').slice(2, 4)).toEqual(['Mon 23 November 2026, 22:00  2026-11-23 17:00 UTC', 'Sun 29 November 2026, 22:00  2026-11-29 17:00 UTC']);
});

test.each([
  [['preview', 'Central Azia'], 1, 'There is no region “Central Azia”. Perhaps you mean Central Asia; `npm run digest -- regions` lists all.'],
  [['preview'], 2, '`preview` needs a region; `npm run digest -- regions` lists them.'],
  [['preview', 'gulf', '--date', '2026-02-30'], 2, '--date takes a day of the calendar such as 2026-11-22, not “2026-02-30”.'],
  [['preview', 'gulf', '--editions', '0'], 2, '--editions takes a number from 1 to 60, not “0”.'],
  [['preview', 'gulf', '--picture', 'chart'], 2, '--picture takes map or timeline, not “chart”.'],
  [['preview', 'gulf', '--picture', 'map', '--json'], 2, '--json tells the words as data, and takes no --picture.'],
  [['regions', 'gulf'], 2, '`regions` takes no name: gulf'],
  [['when', '8'], 2, '`when` needs a time and a zone, for example: when 8.30am "New York"'],
  [['when', '25', 'Almaty'], 2, '“25” is no time of day: the hour goes from 0 to 23.'],
  [['when', '8', 'Almaty', '--days', 'someday'], 2, '“someday” is no day of the week: type weekdays, daily, mon-fri, or days such as Mon,Wed.'],
  [['when', '8', 'Almaty', '--from', 'today'], 2, '--from takes a day of the calendar such as 2026-11-22, not “today”.'],
  [['when', '8', 'xyzzy'], 1, '“xyzzy” is no time zone, city or country that is known. Name a big city of the zone, such as Almaty.'],
  [['when', '8', 'Kazakhstan'], 1, '“Kazakhstan” has several time zones; name one of them: Asia/Almaty (now 22:00, UTC+05:00), '],
  [['post'], 2, '“post” is no command of the digest’s: preview, regions, when, list, why or run.'],
  [['preview', '--colour'], 2, "Unknown option '--colour'."],
])('%j is refused with code %i and words', async (args, code, words) => {
  const ran = await run(args);
  expect(ran.err).toContain(words);
  expect(ran).toMatchObject({ code, out: '' });
});

it('says what is wrong with a base that does not load', async () => {
  const problem = { severity: 'error', rule: 'yaml', at: { file: 'facts.yaml', line: 3 }, item: '', field: '', message: 'is no YAML' } as const;
  const { code, err } = await run(['regions'], { load: async () => ({ problems: [problem] }) });
  expect({ code, err }).toEqual({ code: 1, err: 'facts.yaml:3: is no YAML\n' });
});

it('obeys nothing that is typed: control characters are left out of what it says', async () => {
  const { err } = await run(['preview', '\u001b[31mred\u0007']);
  expect(err).toContain('“red”');
});

it('tells what it can do', async () => {
  expect(await run(['--help'])).toMatchObject({ code: 0, err: '' });
  expect((await run([])).out).toContain('npm run digest -- preview REGION');
});

it('tells when in the words of docs/digest.md', async () => {
  const docs = readFileSync(new URL('../../../docs/digest.md', import.meta.url), 'utf8');
  const [, block = ''] = /```console\n\$ npm run --silent digest -- (when [\s\S]*?)\n```/.exec(docs) ?? [];
  const [command = '', ...shown] = block.split('\n');
  const args = [...command.matchAll(/"([^"]+)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
  expect((await run(args, { columns: 80 })).out.trimEnd().split('\n')).toEqual(shown);
});
