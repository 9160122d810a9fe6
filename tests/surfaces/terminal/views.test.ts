import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { dispatch } from '../../../src/commands/dispatch.ts';
import type { Reply } from '../../../src/replies/reply.ts';
import { numbered, render } from '../../../src/surfaces/terminal/render.ts';
import { typedRequest } from '../../../src/surfaces/terminal/request.ts';
import { columnsOf } from '../../../src/surfaces/terminal/text.ts';
import { aBase, aDeal, aFact, aQuote, aRealContext, TODAY } from '../../build.ts';
import { base, search } from '../../search/shipped.ts';
import { run } from './outside.ts';

const shipped = { base, search };
const tiny = aRealContext(aBase([aDeal(), aQuote(), aFact()]));
const ask = (command: string, text: string, context = shipped): Promise<Reply> => dispatch(typedRequest(command, text, TODAY), context);
const shell = (...args: string[]) => run(args, '', {}, tiny);
const prompt = (...lines: string[]) => run([], lines.map((line) => `${line}\n`).join(''), {}, tiny);

const MESSAGE =
  'Kyrgyzstan bought 20 Bayraktar drones from Türkiye in 2021. 30 countries have acquired Turkish drones. Tajikistan bought TB2 drones from Türkiye.';
const asked: readonly (readonly [string, string])[] = [
  ['profile', 'Kazakhstan'],
  ['profile', 'Uzbekistan'],
  ['profile', 'Bayraktar'],
  ['compare', 'Kazakhstan | Kyrgyzstan'],
  ['help', ''],
  ['check', MESSAGE],
  ['neighbours', 'kg-aksungur-anka-2023-01'],
];

test.each(asked)('/%s %s fits its window, coloured or not, and says the same in both', async (command, text) => {
  const reply = await ask(command, text);
  for (const columns of [40, 80, 120]) {
    const plain = render(reply, { columns, colour: false });
    for (const line of plain.split('\n')) if (!/^https?:\/\/\S+$/.test(line)) expect(columnsOf(line)).toBeLessThanOrEqual(columns);
    expect(stripVTControlCharacters(render(reply, { columns, colour: true }))).toBe(plain);
    expect(plain).not.toMatch(/\n{3}|undefined|[ \t]\n/);
  }
});

test('a profile numbers its records through, section by section', async () => {
  const reply = await ask('profile', 'Kazakhstan');
  const text = render(reply, { columns: 80, colour: false });
  expect(text.startsWith('Kazakhstan (country): 13 records\n')).toBe(true);
  for (const [index, id] of numbered(reply).entries()) expect(text).toMatch(new RegExp(`^ {0,2}${index + 1}  [\\s\\S]*${id}$`, 'm'));
});

test('a check tells the verdict before the record, and what is only near as that', async () => {
  const text = render(await ask('check', MESSAGE), { columns: 80, colour: false });
  expect(text).toContain(
    '○ Not in the base as it is stated\n  · The source does not state: “Bayraktar drones”, “20”.\n\n    What the base has nearest to it:\n',
  );
  expect(text).toContain('≠ Differs (the message: 30; the source: 29 countries)\n');
  expect(text).toContain('? Unconfirmed: the source itself calls this unconfirmed or unclear\n');
});

test('citations are ready to paste: unwrapped, with their own line breaks', async () => {
  const text = render(await ask('source', ''), { columns: 60, colour: false });
  expect(text).toMatch(/^Ozat, M\. \(2023\)\. .{60,}$/m);
  expect(text).toMatch(/^TY {2}- RPRT\nAU {2}- Ozat, Meray$/m);
});

describe('from the shell', () => {
  test('each view has a flag', async () => {
    expect(await shell('--profile', 'Kyrgyzstan')).toMatchObject({ code: 0, out: expect.stringMatching(/^Kyrgyzstan \(country\): 1 record\n/) });
    expect(await shell('--compare', 'Türkiye', '|', 'Kyrgyzstan')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^Türkiye and Kyrgyzstan, side by side\n/),
    });
    expect(await shell('--source')).toMatchObject({ code: 0, out: expect.stringContaining('APA, 7th edition') });
    expect(await shell('--check', '30 countries have acquired Turkish drones.')).toMatchObject({
      code: 0,
      out: expect.stringContaining('≠ Differs (the message: 30'),
    });
  });

  test('options are given by name', async () => {
    expect((await shell('--deal', 'supplier: Türkiye')).out).toContain('Record deal-a');
    expect((await shell('--deal', 'supplier: Kyrgyzstan', 'recipient: Türkiye')).out).toContain('the other way round');
  });

  test('one thing is asked at a time', async () => {
    expect(await shell('--profile', '--check', 'x')).toMatchObject({ code: 2, err: expect.stringContaining('--profile and --check') });
    expect(await shell('--profile')).toMatchObject({ code: 2 });
  });

  test('--json gives the whole reply', async () => {
    expect(JSON.parse((await shell('--json', '--profile', 'Kyrgyzstan')).out)).toMatchObject({ kind: 'profile', profile: { id: 'kyrgyzstan' } });
  });
});

describe('at the prompt', () => {
  test('a number opens a record of a profile, and /cite takes it', async () => {
    expect((await prompt('/profile Kyrgyzstan', '1')).out).toContain('Record deal-a');
    expect((await prompt('/profile Kyrgyzstan', '/cite apa')).out).toContain('(Ozat, 2023, para. 6)');
  });

  test('an unknown name gets its nearest, not the list of commands', async () => {
    const { out } = await prompt('/profile Narnia');
    expect(out).toContain('The base has nothing on “Narnia”.');
    expect(out).not.toContain('/quit');
  });

  test('/help tells how the base stands', async () => {
    expect((await prompt('/help')).out).toMatch(
      /^Drones\nA test base\.\nLast revised 22 November 2026\.\n\n3 records\n {2}· unconfirmed, as the source itself says: none\n {2}· not verified since/,
    );
  });
});
