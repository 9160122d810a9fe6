import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Button, readButton, writeButton } from '../../src/replies/button.ts';
import { anyLetter } from '../any-text.ts';

const counted = fc.record({ action: fc.constantFrom('why', 'at', 'page'), n: fc.integer({ min: 0, max: 9999 }) });
const named = fc.record({ action: fc.constantFrom('record', 'text', 'near', 'cite'), id: fc.stringMatching(/^[a-z0-9]+(?:-[a-z0-9]+)*$/) });
const bare = fc.record({ action: fc.constantFrom('share', 'rephrase', 'open', 'jump', 'start', 'end') });
const run = fc.record({ action: fc.constant('run'), request: fc.string({ minLength: 1, unit: anyLetter }) });
const go = fc.record({ action: fc.constant('go'), n: fc.integer({ min: 0, max: 9999 }), request: fc.string({ minLength: 1, unit: anyLetter }) });
const anyButton = fc.oneof(counted, named, bare, run, go) as fc.Arbitrary<Button>;

test('what is written on a button is read back, or the button is too long to be', () => {
  fc.assert(
    fc.property(anyButton, (button) => {
      const id = writeButton(button);
      if (id === undefined) return;
      expect(id.length).toBeLessThanOrEqual(100);
      expect(readButton(id)).toEqual(button);
    }),
  );
});

test('an id of a record, however long, fits', () => {
  for (const action of ['record', 'text', 'near', 'cite'] as const) expect(writeButton({ action, id: 'a'.repeat(64) })).toBeDefined();
});

test('a question too long for a button gives none', () => {
  expect(writeButton({ action: 'run', request: 'q'.repeat(90) })).toBeDefined();
  expect(writeButton({ action: 'run', request: 'q'.repeat(95) })).toBeUndefined();
});

test('two buttons never share an id', () => {
  fc.assert(
    fc.property(anyButton, anyButton, (a, b) => {
      const [one, other] = [writeButton(a), writeButton(b)];
      if (one !== undefined && one === other) expect(a).toEqual(b);
    }),
  );
});

test.each([
  '',
  '1',
  '1:',
  '0:share',
  '2:page:1',
  '1:page',
  '1:page:',
  '1:page:-1',
  '1:page:01',
  '1:page:1e3',
  '1:at:99999',
  '1:share:x',
  '1:rephrase:x',
  '1:record:',
  '1:run',
  '1:run:',
  '1:go:/help',
  '1:go:1:',
  '1:go:01:/help',
  '1:nobody:1',
  'page:1',
  `1:record:${'a'.repeat(100)}`,
])('the id “%s” is of no button of this version', (id) => {
  expect(readButton(id)).toBeUndefined();
});

test('whatever is read would be written so again', () => {
  fc.assert(
    fc.property(fc.string({ unit: anyLetter }), (text) => {
      const button = readButton(`1:${text}`);
      if (button) expect(writeButton(button)).toBe(`1:${text}`);
    }),
  );
});
