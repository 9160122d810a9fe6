import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { fold, skeleton, stemmerOf, tokenise, words } from '../../src/search/text.ts';
import { anyLetter } from '../any-text.ts';

/** Any text: well-formed or not, plain or of any script. */
const anyText = fc.oneof(fc.string({ unit: anyLetter }), fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary-ascii' }));

describe('folding', () => {
  test.each([
    ['Türkiye', 'turkiye'],
    ['İSTANBUL ısırgan', 'istanbul isirgan'],
    ['Azərbaycan', 'azerbaycan'],
    ['Кыргызстан', 'kyrgyzstan'],
    ['Ｋｙｒｇｙｚ', 'kyrgyz'],
    ['O‘zbekiston', 'ozbekiston'],
    ['TUSAŞ / Tusaş', 'tusas tusas'],
    ['  Ababil–2!  ', 'ababil 2'],
    ['', ''],
  ])('makes “%s” to “%s”', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('leaves what is folded as it is', () => {
    fc.assert(fc.property(anyText, (text) => fold(fold(text)) === fold(text)));
  });

  it('leaves only lower-case ASCII letters, digits and single blanks', () => {
    fc.assert(fc.property(anyText, (text) => /^(?:[a-z0-9]+(?: [a-z0-9]+)*)?$/.test(fold(text))));
  });

  it('does not mind in which normal form a text comes', () => {
    fc.assert(fc.property(anyText, (text) => fold(text.normalize('NFD')) === fold(text.normalize('NFC'))));
  });
});

describe('tokens', () => {
  it('set a case ending behind an apostrophe apart', () => {
    expect(tokenise('Türkiye’den Kırgızistan’a')).toMatchObject([
      { raw: 'Türkiye', text: 'turkiye', suffix: 'den' },
      { raw: 'Kırgızistan', text: 'kirgizistan', suffix: 'a' },
    ]);
  });

  it('are no emoji, mentions’ marks or punctuation', () => {
    expect(tokenise('🙂 … <@&!> — !!')).toEqual([]);
  });

  it('keep an apostrophe within a name', () => {
    expect(tokenise("O'Brien").map(({ text }) => text)).toEqual(['obrien']);
  });

  it('are folded, and bounded in number, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 2000 }), (text) => {
        const tokens = tokenise(text);
        expect(tokens.length).toBeLessThanOrEqual(60);
        for (const token of tokens) expect(token.text).toMatch(/^[a-z0-9]+$/);
      }),
    );
  });

  it('are at most 60 in a script without blanks too', () => {
    expect(tokenise('无人机 土耳其 吉尔吉斯斯坦 '.repeat(40)).length).toBeLessThanOrEqual(60);
  });

  it('of a longer text are all read', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { maxLength: 400 }), (list) => {
        expect(words(list.join(' ')).map(({ text }) => text)).toEqual(list);
      }),
    );
  });
});

describe('stems', () => {
  test.each([
    ['en', 'purchases', 'purchase'],
    ['en', 'drones', 'drone'],
    ['ru', 'беспилотники', 'беспилотников'],
    ['tr', 'fabrikası', 'fabrikalar'],
    ['kk', 'дрондарын', 'дрондар'],
  ])('of %s “%s” and “%s” are one', (language, a, b) => {
    const stem = stemmerOf(language);
    expect(stem(fold(a))).toBe(stem(fold(b)));
  });

  it('of a language without a stemmer are the words themselves', () => {
    expect(stemmerOf('ka')('tbilisi')).toBe('tbilisi');
  });
});

describe('consonant frames', () => {
  test.each([
    ['dzhidda', 'jeddah'],
    ['qyrghyzstan', 'kyrgyzstan'],
    ['barysov', 'baryssov'],
  ])('of “%s” and “%s” are one', (a, b) => {
    expect(skeleton(a)).toBe(skeleton(b));
  });

  it('of different names differ', () => {
    const names = ['kazakhstan', 'uzbekistan', 'turkmenistan', 'tajikistan', 'kyrgyzstan', 'azerbaijan', 'armenia', 'iran'];
    expect(new Set(names.map(skeleton)).size).toBe(names.length);
  });
});
