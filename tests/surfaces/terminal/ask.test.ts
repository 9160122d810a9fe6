import { Writable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import type { ResolveOptions } from '../../../src/search/resolution.ts';
import { aBase, aContext, aDeal, aMatch, aQuote, aSearch, nothing } from '../../build.ts';
import { run } from './outside.ts';

const context = aContext({
  'kirgizistan anka': { kind: 'answer', list: false, matches: [aMatch(aDeal())] },
  backwards: { kind: 'closest', why: ['The base has no deal in which Kyrgyzstan supplies Türkiye.'], matches: [aMatch(aDeal())] },
});
const ask = (...args: string[]) => run(args, '', {}, context);

/** What the search is asked when these words are typed. */
async function asked(...args: string[]): Promise<{ query: string } & ResolveOptions> {
  let seen: ({ query: string } & ResolveOptions) | undefined;
  const search = aSearch((query, options) => {
    seen = { query, ...options };
    return nothing;
  });
  await run(args, '', {}, { base: aBase(), search });
  if (!seen) throw new Error('nothing was asked');
  return seen;
}

test('a question gets its record, with passage and link', async () => {
  const { code, out, err } = await ask('kirgizistan', 'anka');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain('Deal (sale): Türkiye to Kyrgyzstan');
  expect(out).toContain('https://example.org/report-a#:~:text=');
});

test('a question that no record answers is no failure', async () => {
  expect(await ask('gibberish')).toMatchObject({ code: 0, err: '', out: expect.stringContaining('No sourced fact.') });
  expect(await ask('backwards')).toMatchObject({ code: 0, out: expect.stringContaining('not an answer') });
});

test('--deal, --quote and --today shape the question', async () => {
  expect(await asked('who')).toMatchObject({ query: 'who', preference: 'ask', today: '2026-11-22' });
  expect(await asked('--deal', 'who')).toMatchObject({ preference: 'deal' });
  expect(await asked('who', '--quote', '--today', '2023-08-01')).toMatchObject({ query: 'who', preference: 'quote', today: '2023-08-01' });
  expect(await asked('--', '-5', 'drones')).toMatchObject({ query: '-5 drones' });
});

test('--why tells why it matched', async () => {
  expect((await ask('kirgizistan anka', '--why')).out).toContain('“kirgizistan” → Kyrgyzstan');
});

test('--json prints the resolution', async () => {
  const { out } = await ask('--json', 'backwards');
  expect(JSON.parse(out)).toMatchObject({
    command: 'ask',
    query: 'backwards',
    kind: 'closest',
    why: ['The base has no deal in which Kyrgyzstan supplies Türkiye.'],
    records: [
      {
        id: 'deal-a',
        status: 'confirmed',
        citations: [{ source: 'report-a', paragraph: 6, exact: 'in January for Aksungur and Anka drones' }],
        reasons: [{ means: 'Kyrgyzstan' }],
        corrections: [],
      },
    ],
  });
});

describe('--cite', () => {
  test('prints a footnote and nothing else', async () => {
    const { code, out } = await ask('--cite', 'chicago', 'deal-a');
    expect(code).toBe(0);
    expect(out).toBe(
      'Meray Ozat, “Turkish Drones to Draw Political Influences in the Caspian Region” (Caspian Policy Center, July 31, 2023), para. 6, https://example.org/report-a.\n',
    );
  });

  test('says which styles there are, and which record is missing', async () => {
    expect(await ask('--cite', 'chigaco', 'deal-a')).toMatchObject({ code: 2, out: '', err: expect.stringContaining('chicago, apa, mla, bibtex, ris, csl') });
    expect(await ask('--cite', 'apa', 'nosuch')).toMatchObject({ code: 1, out: '', err: 'The base has no record “nosuch”.\n' });
    expect(await ask('--cite', 'apa')).toMatchObject({ code: 2 });
  });
});

test.each([[['--nosuch']], [['--deal', '--quote', 'x']], [['--today', '2023-02-30', 'x']], [['--json']], [['--batch', 'x']], [['--cite']], [['']]])(
  '%j is refused with a word on how to ask',
  async (args) => {
    const { code, out, err } = await ask(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^[^\n]+\n--help tells what can be asked\.\n$/);
  },
);

test('--help needs no base', async () => {
  const load = () => Promise.reject(new Error('not needed'));
  expect(await run(['--help'], '', { load })).toMatchObject({ code: 0, out: expect.stringContaining('--cite STYLE RECORD') });
});

test('a base that does not load is told problem by problem', async () => {
  const problem = {
    severity: 'error',
    rule: 'ids',
    at: { file: 'deals.yaml', line: 42 },
    item: 'kg',
    field: 'recipient',
    message: 'is no entity',
    mend: 'add it',
  } as const;
  const { code, out, err } = await run(['who'], '', { load: async () => ({ problems: [problem, problem] }) });
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toBe('deals.yaml:42 kg: recipient is no entity; add it\n'.repeat(2));
});

test('a query never reaches the terminal as a command', async () => {
  const hostile = '\u001b[2J\u0007\u009b31m';
  for (const args of [[hostile], ['--json', hostile], ['--cite', hostile, 'x'], ['--cite', 'apa', hostile], [`--${hostile}`], ['--today', hostile]]) {
    const { out, err } = await ask(...args);
    expect((out + err).replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  }
});

test('a reader that leaves early ends nothing badly', async () => {
  const gone = new Writable({ write: (_chunk, _encoding, done) => done(Object.assign(new Error('EPIPE'), { code: 'EPIPE' })) });
  expect(await run(['kirgizistan anka'], '', { out: gone }, context)).toMatchObject({ code: 0 });
});

test('to --quote, the words of the author are labelled as the author’s', async () => {
  const only = aContext({ trend: { kind: 'answer', list: false, matches: [aMatch(aDeal())] } }, aBase([aDeal(), aQuote()]));
  expect((await run(['--quote', 'trend'], '', {}, only)).out).toMatch(/This record is no quote[\s\S]*Meray\s+Ozat\.\n\nDeal/);
});
