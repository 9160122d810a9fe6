import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Request } from '../../src/commands/command.ts';
import { bounded, commands, LONGEST_WRITTEN, readWritten, written } from '../../src/commands/dispatch.ts';
import { anyLetter } from '../any-text.ts';
import { TODAY } from '../build.ts';

const shown = commands.filter(({ type }) => type !== 'message');

const request = (command: string, options: Request['options']): Request => ({ command, options, today: TODAY, surface: 'gateway' });

/** What people paste, and what somebody would paste to be misread. */
const hostile = fc.constantFrom(
  'status: unconfirmed',
  'query: ',
  ' supplier:',
  '/ask ',
  ':',
  ' ',
  '\n',
  '\u202e',
  '🛩',
  '\ud83d',
  '**',
  '@everyone',
  'a: b: c:',
);
const value = fc.array(fc.oneof(hostile, fc.string({ unit: anyLetter, maxLength: 60 }), fc.lorem()), { maxLength: 12 }).map((parts) => parts.join(''));
const anyRequest = fc
  .constantFrom(...shown)
  .chain(({ name, options }) =>
    fc
      .record(Object.fromEntries(Object.keys(options).map((option) => [option, value])), { requiredKeys: [] })
      .map((given) => request(name, given as Request['options'])),
  );

describe('a bounded request', () => {
  test('is read back from its writing exactly', () => {
    fc.assert(
      fc.property(anyRequest, (asked) => {
        const { command, options } = bounded(asked);
        expect(readWritten(written({ command, options }))).toEqual({ command, options });
      }),
    );
  });

  test('fits the line that shows it, with whole characters and nothing that turns or breaks the line', () => {
    fc.assert(
      fc.property(anyRequest, (asked) => {
        const line = written(bounded(asked));
        expect(line.length).toBeLessThanOrEqual(LONGEST_WRITTEN);
        expect(line.isWellFormed()).toBe(true);
        expect(line).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e]| {2}/u);
      }),
    );
  });

  test('is not changed by being bounded again', () => {
    fc.assert(
      fc.property(anyRequest, (asked) => {
        expect(bounded(bounded(asked))).toEqual(bounded(asked));
      }),
    );
  });

  test('keeps which match is shown, as far as anybody pages', () => {
    for (const [at, kept] of [
      [3, 3],
      [0, undefined],
      [-4, undefined],
      [1.5, undefined],
      [Number.NaN, undefined],
      [1e9, 99],
    ]) {
      expect(bounded({ ...request('ask', { question: 'who' }), at: at as number }).at).toBe(kept);
    }
  });
});

test('options that the command does not have are dropped, also those of every object', () => {
  const options = JSON.parse('{"question": "who", "__proto__": "x", "constructor": "y", "other": "z"}') as Record<string, string>;
  expect(bounded(request('ask', options)).options).toEqual({ question: 'who' });
});

test('a free text stands first and bare, the others by name', () => {
  expect(written(request('ask', { question: 'who buys from Türkiye' }))).toBe('/ask who buys from Türkiye');
  expect(readWritten('/deal Kyrgyzstan January 2023')).toEqual({ command: 'deal', options: { query: 'Kyrgyzstan January 2023' } });
});

test('what is no writing of a request reads as none', () => {
  for (const text of ['', 'ask who', '/', '/nosuch x', '/constructor x', 'who /ask']) expect(readWritten(text)).toBeUndefined();
});
