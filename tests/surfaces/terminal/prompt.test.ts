import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { createCompleter } from '../../../src/surfaces/terminal/complete.ts';
import { aBase, aContext, aDeal, aMatch, aQuote } from '../../build.ts';
import { run } from './outside.ts';

const context = aContext({
  both: { kind: 'answer', list: true, matches: [aMatch(aDeal()), aMatch(aQuote())] },
  anka: { kind: 'answer', list: false, matches: [aMatch(aDeal())] },
});
const prompt = (...lines: string[]) => run([], lines.map((line) => `${line}\n`).join(''), {}, context);

test('lines from a pipe are answered without a greeting, and the end of them ends it', async () => {
  const { code, out } = await prompt('anka', 'else');
  expect(code).toBe(0);
  expect(out.startsWith('Deal (sale): Türkiye to Kyrgyzstan')).toBe(true);
  expect(out).toContain('No sourced fact.');
  expect(out).not.toContain('›');
  expect(await run([], '')).toMatchObject({ code: 0, out: '' });
});

test('a person is greeted in at most four lines, with questions of the base', async () => {
  for (const columns of [80, 48]) {
    const { out } = await run([], '/quit\n', { interactive: true, columns }, context);
    const greeting = stripVTControlCharacters(out.slice(0, out.indexOf('›')))
      .trimEnd()
      .split('\n');
    expect(greeting.length).toBeLessThanOrEqual(4);
    expect(greeting.join('\n')).toContain('  · Who said “brotherly nations”?');
  }
});

test('a number opens a record of the last answer', async () => {
  expect((await prompt('both', '2')).out).toContain('Record quote-a');
  expect((await prompt('2')).out).toBe('No numbered records are shown.\n\n');
  expect((await prompt('both', '3')).out).toContain('The last answer has no number 3; it goes to 2.');
  expect((await prompt('both', '/nosuch', '2')).out).toContain('Record quote-a');
});

test('/why tells of the last answer', async () => {
  expect((await prompt('anka', '/why')).out).toContain('“kirgizistan” → Kyrgyzstan');
  expect((await prompt('/why')).out).toContain('Nothing has been asked yet.');
});

test('/cite takes the last record, or the one named', async () => {
  expect((await prompt('anka', '/cite apa')).out).toContain('(Ozat, 2023, para. 6)');
  expect((await prompt('/cite apa quote-a')).out).toContain('(Ozat, 2023, para. 11)');
  expect((await prompt('/cite apa')).out).toContain('no record to cite yet');
  expect((await prompt('/cite xyz')).out).toContain('chicago, apa');
  expect((await prompt('/cite apa nosuch')).out).toContain('The base has no record “nosuch”.');
  expect((await prompt('/cite apa quote')).out).toContain('The base has no record “quote”; did you mean `quote-a`?');
});

test('/help, an unknown command and /quit do what they say', async () => {
  expect((await prompt('/help')).out).toContain('/cite STYLE');
  expect((await prompt('/nosuch x')).out).toMatch(/^There is no command “nosuch”\.\n\na question[\s\S]*\/why/);
  expect((await prompt('/quit', 'anka')).out).toBe('');
});

test('news of the base is told above the line that is being typed, harmless', async () => {
  const news = ['The base changed but does not load.', 'deals.yaml:1: \u001b[2Jbad'];
  const input = new PassThrough();
  const load = async (tell: (lines: readonly string[]) => void) => {
    setTimeout(() => {
      input.write('ank');
      setTimeout(() => {
        tell(news);
        input.end('a\n/quit\n');
      }, 50);
    }, 50);
    return context;
  };
  const { out, err } = await run([], input, { interactive: true, load });
  expect(err).toBe('The base changed but does not load.\ndeals.yaml:1: bad\n');
  expect(stripVTControlCharacters(out)).toMatch(/› ank[\s\S]*› anka/);
  expect(out).toContain('Deal (sale): Türkiye to Kyrgyzstan');
});

describe('the Tab key', () => {
  const complete = createCompleter(aBase());

  test.each([
    ['/q', [['/quote ', '/quit'], '/q']],
    ['/cite ch', [['chicago'], 'ch']],
    ['kyr', [['Kyrgyzstan'], 'kyr']],
    ['/deal to Saudi A', [['Saudi Arabia'], 'Saudi A']],
    ['who sold to tur', [['Türkiye'], 'tur']],
    ['who sold to xyz', [[], 'who sold to xyz']],
    ['', [[], '']],
  ])('completes %j', (line, completion) => expect(complete(line)).toEqual(completion));
});
