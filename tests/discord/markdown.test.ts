import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codeBlock, escaped, plain } from '../../src/discord/markdown.ts';
import { anyLetter } from '../any-text.ts';

/** What a reader sees of escaped text: each escape as the character it stands for. */
const seen = (markdown: string): string => markdown.replace(/\\([^0-9A-Za-z\s])/g, '$1');
/** The same with a blank for every escape: what is left is what Discord's markdown still acts on. */
const active = (markdown: string): string => markdown.replace(/\\[^0-9A-Za-z\s]/g, ' ');

const nasty = fc
  .array(
    fc.oneof(
      fc.string({ unit: anyLetter, maxLength: 6 }),
      fc.constantFrom(
        '*',
        '**',
        '__',
        '~~',
        '||',
        '`',
        '```',
        '> ',
        '>>> ',
        '# ',
        '-# ',
        '- ',
        '1. ',
        '12) ',
        '\\',
        '\n',
        '[x](https://example.org)',
        '<@1>',
        '<@&2>',
        '<#3>',
      ),
      fc.constantFrom(
        '@everyone',
        '@here',
        'https://example.org',
        '<t:0:R>',
        '</ask:1>',
        '<:a:1>',
        ':smile:',
        '\u202e',
        '\u200b',
        '\ud800',
        'word',
        'Türkiye',
        ' ',
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

describe('escaped text', () => {
  test('reads as the plain text does', () => {
    fc.assert(fc.property(nasty, (text) => void expect(seen(escaped(text))).toBe(plain(text))));
  });

  test('gives Discord nothing to set: no emphasis, code, spoiler, link, mention, emoji, heading, list or quotation', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const left = active(escaped(text));
        expect(left).not.toMatch(/[*_~`|<>[\]\\]|:\/\/|:\w+:|@everyone|@here/i);
        expect(left).not.toMatch(/^(?:#|-|\+|>|\d+[.)])/);
        expect(left).not.toMatch(/[\n\u202e\u200b]/);
      }),
    );
  });

  test('stays as short as it can: ordinary prose is left alone', () => {
    const prose = 'In January 2023, Kyrgyzstan’s order - of "Anka" drones at 10:30 - was no. 2; 50% of it arrived!';
    expect(escaped(prose)).toBe(prose);
  });

  test.each([
    ['1. first', '1\\. first'],
    ['# heading', '\\# heading'],
    ['-# small', '\\-# small'],
    ['[here](https://example.org)', '\\[here\\](https\\://example.org)'],
    ['@everyone', '\\@everyone'],
    ['<@123>', '\\<@123\\>'],
  ])('%s becomes %s', (text, harmless) => expect(escaped(text)).toBe(harmless));
});

test('plain text loses what hides or turns other text, and marks piled on one letter', () => {
  expect(plain('a\u202eb\u200bc\u2066d\u00ade\u3164')).toBe('abcde');
  expect(plain('  two\t\nlines  ')).toBe('two lines');
  expect(plain(`e${'\u0301'.repeat(50)}`)).toBe(`e${'\u0301'.repeat(4)}`);
});

test('nothing inside a block of code ends it', () => {
  fc.assert(
    fc.property(nasty, (text) => {
      const block = codeBlock(text);
      expect(block.slice(3, -3)).not.toContain('```');
      expect(block.startsWith('```\n') && block.endsWith('\n```')).toBe(true);
    }),
  );
});
