import { Readable, Writable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linesOf } from '../../../src/surfaces/terminal/lines.ts';
import { anyLetter } from '../../any-text.ts';
import { aContext, aDeal, aMatch, aQuote } from '../../build.ts';
import { run } from './outside.ts';

const context = aContext({
  both: { kind: 'answer', list: true, matches: [aMatch(aDeal()), aMatch(aQuote())] },
  near: { kind: 'closest', why: ['No.'], matches: [aMatch(aQuote())] },
});
const batch = async (input: string | Buffer | Readable) => {
  const { code, out } = await run(['--batch'], input, {}, context);
  expect(code).toBe(0);
  expect(out === '' || out.endsWith('\n')).toBe(true);
  return out
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
};
const line = (value: unknown) => `${JSON.stringify(value)}\n`;

test('questions are answered in order, with records and their citations', async () => {
  const answers = await batch(
    line({ id: 'q1', command: 'deal', query: 'both' }) + line({ id: 2, command: 'ask', query: 'near' }) + line({ id: 'q3', query: 'else' }),
  );
  const deal = {
    id: 'deal-a',
    type: 'deal',
    status: 'confirmed',
    citations: [{ source: 'report-a', paragraph: 6, exact: 'in January for Aksungur and Anka drones' }],
  };
  const quote = {
    id: 'quote-a',
    type: 'quote',
    status: 'reported',
    citations: [{ source: 'report-a', paragraph: 11, exact: 'Baryssov said: “We are brotherly nations.”' }],
  };
  expect(answers).toEqual([
    { id: 'q1', kind: 'answer', records: [deal, quote], ms: expect.any(Number) },
    { id: 2, kind: 'closest', records: [quote], ms: expect.any(Number) },
    { id: 'q3', kind: 'nothing', records: [], ms: expect.any(Number) },
  ]);
});

test('a bad line gets an error line with its number, and the rest goes on', async () => {
  const answers = await batch(
    `not json\n\n[1]\n${line({ id: 'a' })}${line({ id: 'b', command: 'zap', query: 'x' })}${line({ id: {}, query: 'x' })}${line({ id: 'c', query: 'both' })}`,
  );
  expect(answers.map(({ id }) => id)).toEqual([null, null, null, 'a', 'b', null, 'c']);
  expect(answers.map(({ error }) => String(error).split(':')[0])).toEqual(['line 1', 'line 2', 'line 3', 'line 4', 'line 5', 'line 6', 'undefined']);
});

test('a line over 64 kB is refused unread', async () => {
  const answers = await batch(line({ id: 'long', query: 'x'.repeat(70_000) }) + line({ id: 'next', query: 'both' }));
  expect(answers).toMatchObject([
    { id: null, error: 'line 1: is longer than 64 kB' },
    { id: 'next', kind: 'answer' },
  ]);
});

test('a line without an end, and ends of every kind, count', async () => {
  expect(await batch(`\ufeff${JSON.stringify({ id: 1, query: 'both' })}\r\n${JSON.stringify({ id: 2, query: 'both' })}`)).toMatchObject([
    { id: 1, kind: 'answer' },
    { id: 2, kind: 'answer' },
  ]);
  expect(await batch('')).toEqual([]);
});

test('every line of input gives exactly one line of output, without control characters, whatever it holds', async () => {
  const anyLine = fc.oneof(
    fc.string({ unit: anyLetter }).map((text) => text.replaceAll('\n', '')),
    fc.json({ maxDepth: 2 }),
    fc
      .record({
        id: fc.oneof(fc.string({ unit: anyLetter }), fc.integer(), fc.constant(null)),
        command: fc.constantFrom('ask', 'deal', 'quote', 'x'),
        query: fc.string({ unit: anyLetter }),
      })
      .map((value) => JSON.stringify(value)),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(anyLine, { maxLength: 20 }), async (lines) => {
      const { out } = await run(['--batch'], lines.map((text) => `${text}\n`).join(''), {}, context);
      const answers = out.split('\n').slice(0, -1);
      expect(answers).toHaveLength(lines.length);
      for (const answer of answers) {
        expect(answer).not.toMatch(/\p{Cc}/u);
        expect(JSON.parse(answer)).toHaveProperty('id');
      }
    }),
    { numRuns: 50 },
  );
});

describe('reading lines', () => {
  test('gives the same lines however the stream is cut', async () => {
    const chunked = fc.tuple(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.integer({ min: 1, max: 7 }));
    await fc.assert(
      fc.asyncProperty(chunked, async ([text, size]) => {
        const bytes = Buffer.from(text.toWellFormed().replace(/[\r\ufeff]/g, ''));
        const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) => bytes.subarray(index * size, (index + 1) * size));
        const lines = await Array.fromAsync(linesOf(Readable.from(chunks), 1000));
        const expected = bytes.toString().split('\n');
        if (expected.at(-1) === '') expected.pop();
        expect(lines).toEqual(expected.map((line_) => ({ text: line_ })));
      }),
    );
  });

  test('takes no more than it is given time for', async () => {
    let produced = 0;
    const endless = Readable.from(
      (function* () {
        for (;;) {
          produced += 1;
          yield Buffer.from(line({ id: produced, query: 'both' }));
        }
      })(),
      { highWaterMark: 1 },
    );
    let written = 0;
    const slow = new Writable({
      highWaterMark: 1,
      write(_chunk, _encoding, done) {
        written += 1;
        if (written > 20) done(new Error('closed'));
        else setTimeout(done, 1);
      },
    });
    await run(['--batch'], endless, { out: slow }, context);
    expect(produced).toBeLessThan(written + 20);
  });
});
