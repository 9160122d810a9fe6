import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blocksOf, countWords, hashSnapshot, normaliseSnapshot, openSnapshot, sentencesOf, wordsOf } from '../../src/base/passages.ts';
import { TEXT } from './build.ts';

const sentences = (text: string, language = 'en') => sentencesOf({ number: 1, start: 0, end: text.length, text }, language).map((sentence) => sentence.text);

describe('a normalised snapshot', () => {
  test('does not depend on the editor that saved it', () => {
    const saved = `\uFEFF${TEXT.replaceAll('\n', '  \r\n')}\u00A0\r\n\r\n`;
    expect(normaliseSnapshot(saved)).toBe(normaliseSnapshot(TEXT));
    expect(hashSnapshot(normaliseSnapshot(saved))).toMatch(/^[0-9a-f]{64}$/);
  });

  test('is composed: a letter and its mark are one', () => {
    expect(normaliseSnapshot('Tu\u0308rkiye')).toBe('Türkiye');
  });

  test('keeps curly quotes, dashes and blanks within a line', () => {
    expect(normaliseSnapshot('a “b” – c\u00A0d  e')).toBe('a “b” – c\u00A0d  e');
  });

  test('has no byte order mark, however often it was saved with one', () => {
    expect(normaliseSnapshot('\uFEFF\uFEFFa')).toBe('a');
  });

  test('normalising again changes nothing', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\r', '\u00A0', '\uFEFF', 'e\u0301') }),
        (text) => normaliseSnapshot(normaliseSnapshot(text)) === normaliseSnapshot(text),
      ),
    );
  });
});

describe('paragraphs', () => {
  test('are the blocks of the body, counted from 1, each at its offsets', () => {
    const { text, paragraphs, blocks } = openSnapshot(TEXT, { body: { first: 2, last: 4 }, language: 'en' });
    expect(blocks).toBe(5);
    expect(paragraphs.map(({ number, text: words }) => `${number} ${words.slice(0, 9)}`)).toEqual(['1 Country A', '2 Speaker A', '3 The machi']);
    for (const { start, end, text: words } of paragraphs) expect(text.slice(start, end)).toBe(words);
  });

  test('are parted by blank lines only, however many and whatever blanks they hold', () => {
    expect(blocksOf(normaliseSnapshot('a\nb\n \t\n\n\nc\n'))).toEqual([
      { start: 0, end: 3 },
      { start: 7, end: 8 },
    ]);
  });

  test('blocks, joined by what parts them, are the text', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,5}(\n[a-z]{1,5})?$/), { maxLength: 8 }), (blocks) => {
        const text = blocks.join('\n\n');
        expect(blocksOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(blocks);
      }),
    );
  });
});

describe('sentences', () => {
  test('end where the reader thinks they end', () => {
    expect(sentences('It cost 3.5 million. “Too much.” Speaker A left! Why?')).toEqual(['It cost 3.5 million.', '“Too much.”', 'Speaker A left!', 'Why?']);
  });

  test('do not end after a title or an initial', () => {
    expect(sentences('Dr. Speaker met J. Speaker and Gen. Other. They talked.')).toEqual(['Dr. Speaker met J. Speaker and Gen. Other.', 'They talked.']);
  });

  test('go on over a line break within the block', () => {
    expect(sentences('One long\nsentence here. Another one.')).toEqual(['One long\nsentence here.', 'Another one.']);
  });

  test('a language unknown to the platform is read by the general rules', () => {
    expect(sentences('One. Two.', 'not a language')).toEqual(['One.', 'Two.']);
  });

  test('together hold every letter of the paragraph', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('word', 'Dr.', 'U.S.', 'end.', '“quote.”', '...', '\n', 'J.', '3.5'), { minLength: 1, maxLength: 30 }), (words) => {
        const text = words.join(' ');
        const bare = (joined: string) => joined.replace(/\s/g, '');
        expect(bare(sentences(text).join(''))).toBe(bare(text));
      }),
    );
  });
});

describe('words', () => {
  test('are runs between blanks that hold a letter or a digit', () => {
    expect(countWords('A long-range – or “far” – 3.5 km\u00A0flight …', 'en')).toBe(7);
  });

  test('are dictionary words where the script has no blanks', () => {
    expect(countWords('我们很高兴', 'zh')).toBeGreaterThan(1);
  });

  test('of a source are those of its text proper', () => {
    expect(wordsOf(openSnapshot('Headline here\n\none two\n\nthree', { body: { first: 2, last: 3 }, language: 'en' }))).toBe(3);
  });
});
