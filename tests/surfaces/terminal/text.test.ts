import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnsOf, plain, plainLines, wrap } from '../../../src/surfaces/terminal/text.ts';
import { anyLetter } from '../../any-text.ts';

const anyText = fc.string({ unit: 'grapheme', maxLength: 300 });

test.each([
  ['Kyrgyzstan', 10],
  ['Қазақстан', 9],
  ['Türkiye', 7],
  ['Tu\u0308rkiye', 7],
  ['土耳其', 6],
  ['🇹🇷', 2],
  ['👨‍👩‍👧', 2],
  ['✓', 1],
  ['', 0],
])('%s takes %i columns', (text, columns) => expect(columnsOf(text)).toBe(columns));

describe('text from outside', () => {
  test('loses what a terminal would obey', () => {
    expect(plain('a\u001b[31mred\u001b[0m\u0007\u001b]0;title\u0007 b\r\nc\u202ed\u009b2J')).toBe('ared b cd');
  });

  test('never keeps a control character, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyLetter }), (text) => {
        expect(plain(text)).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });

  test('keeps its lines and tabs where it is to be pasted', () => {
    expect(plainLines('a\n\tb\u001b[2Jc\r')).toBe('a\n\tbc');
  });
});

describe('wrapping', () => {
  test('breaks at spaces, and inside a word only when it must', () => {
    expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
    expect(wrap('abcdefgh ij', 4)).toEqual(['abcd', 'efgh', 'ij']);
    expect(wrap('', 10)).toEqual([]);
  });

  test('never exceeds the width', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 2, max: 100 }), (text, width) => {
        for (const line of wrap(text, width)) expect(columnsOf(line)).toBeLessThanOrEqual(width);
      }),
    );
  });

  test('loses no character but spaces', () => {
    const bare = (text: string) => text.replace(/\s/g, '');
    fc.assert(
      fc.property(anyText, fc.integer({ min: 2, max: 40 }), (text, width) => {
        expect(bare(wrap(text, width).join(''))).toBe(bare(plain(text)));
      }),
    );
  });
});
