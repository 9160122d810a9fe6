import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deepLink } from '../../src/base/deep-link.ts';

const URL = 'https://example.org/article';

test('a short passage is linked whole', () => {
  expect(deepLink(URL, [{ exact: 'regain five villages' }])).toBe(`${URL}#:~:text=regain%20five%20villages`);
});

test('a long passage is linked by its first and last words', () => {
  const exact = 'one two three four five six seven eight nine ten eleven twelve';
  expect(deepLink(URL, [{ exact }])).toBe(`${URL}#:~:text=one%20two%20three%20four%20five,eight%20nine%20ten%20eleven%20twelve`);
});

test('hyphens, commas and ampersands mean nothing but themselves', () => {
  expect(deepLink(URL, [{ exact: 'Ababil-2, R&D' }])).toBe(`${URL}#:~:text=Ababil%2D2%2C%20R%26D`);
});

test('context stands around the passage, without words that were cut in half', () => {
  const link = deepLink(URL, [{ exact: 'in 2021', prefix: 'rchases made ', suffix: ' by the cou' }]);
  expect(link).toBe(`${URL}#:~:text=made-,in%202021,-by%20the`);
});

test('a fragment of the address is kept, a text directive in it is not', () => {
  expect(deepLink(`${URL}#part-2`, [{ exact: 'regain five villages' }])).toBe(`${URL}#part-2:~:text=regain%20five%20villages`);
  expect(deepLink(`${URL}#part-2:~:text=old`, [{ exact: 'regain five villages' }])).toBe(`${URL}#part-2:~:text=regain%20five%20villages`);
});

test('several passages are marked at once', () => {
  expect(deepLink(URL, [{ exact: 'made in 2021' }, { exact: 'in April' }])).toBe(`${URL}#:~:text=made%20in%202021&text=in%20April`);
});

test('an address that is too long already is left alone', () => {
  const url = `${URL}/${'a'.repeat(600)}`;
  expect(deepLink(url, [{ exact: 'made in 2021' }])).toBe(url);
});

test('whatever the passages, the address stays one, fits a button, and leads to the source', () => {
  const passage = fc.record({ exact: fc.string({ unit: 'grapheme', minLength: 12, maxLength: 400 }).filter((text) => text.trim() !== '') });
  fc.assert(
    fc.property(fc.array(passage, { minLength: 1, maxLength: 5 }), (passages) => {
      const link = deepLink(URL, passages);
      expect(link.length).toBeLessThanOrEqual(512);
      expect(link).toMatch(/^[\x21-\x7e]+$/);
      expect(link.startsWith(URL)).toBe(true);
    }),
  );
});
