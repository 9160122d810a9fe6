import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { pinText } from '../../src/surfaces/terminal/base/pin.ts';

const pin = (text: string, start = 42) => pinText(text, [{ record: 0, citation: 0, start }]);

describe('pinning', () => {
  test('adds a line after the paragraph in block style and leaves the rest byte for byte', () => {
    const text = '# head\n- id:   a # odd  blanks\n  citations:\n  - source: s\n    paragraph: 3   # third\n    exact: "x: “y”"\n\n\n# tail';
    expect(pin(text)).toBe(text.replace('# third\n', '# third\n    start: 42\n'));
  });

  test('adds an entry after the paragraph in flow style', () => {
    const text = "- id: a\n  citations: [{ source: s, paragraph: 3, exact: 'x' },\n    {paragraph: 4,exact: y}]\n";
    expect(
      pinText(text, [
        { record: 0, citation: 0, start: 7 },
        { record: 0, citation: 1, start: 8 },
      ]),
    ).toBe("- id: a\n  citations: [{ source: s, paragraph: 3, start: 7, exact: 'x' },\n    {paragraph: 4, start: 8,exact: y}]\n");
  });

  test('follows the key that begins its list item', () => {
    expect(pin('- citations:\n    -   paragraph: 3\n        exact: x\n')).toBe('- citations:\n    -   paragraph: 3\n        start: 42\n        exact: x\n');
  });

  test('at the end of a file without a last line break', () => {
    expect(pin('- citations:\n  - exact: x\n    paragraph: 3')).toBe('- citations:\n  - exact: x\n    paragraph: 3\n    start: 42');
  });

  test('writes another number over the old one', () => {
    expect(pin('- citations:\n  - paragraph: 3\n    start: 7 # was\n    exact: x\n')).toBe(
      '- citations:\n  - paragraph: 3\n    start: 42 # was\n    exact: x\n',
    );
  });

  test('keeps Windows line ends and a byte order mark', () => {
    expect(pin('\uFEFF- citations:\r\n  - paragraph: 3\r\n    exact: x\r\n')).toBe(
      '\uFEFF- citations:\r\n  - paragraph: 3\r\n    start: 42\r\n    exact: x\r\n',
    );
  });

  test('changes nothing the second time', () => {
    const once = pin('- citations:\n  - paragraph: 3\n    exact: x\n') ?? '';
    expect(pin(once)).toBe(once);
  });

  test('leaves alone a file in which a line would say something else', () => {
    expect(pin('- citations:\n  - ? paragraph\n    : 3\n    exact: x\n')).toBeUndefined();
  });
});

const citation = fc.record({
  source: fc.constant('source-a'),
  paragraph: fc.integer({ min: 1, max: 99 }),
  start: fc.option(fc.nat(), { nil: undefined }),
  exact: fc.string({ minLength: 1, unit: 'grapheme' }),
});
const records = fc.array(
  fc.record({ id: fc.stringMatching(/^[a-z]{1,8}$/), note: fc.string(), citations: fc.array(citation, { minLength: 1, maxLength: 3 }) }),
  { minLength: 1, maxLength: 4 },
);
const styles = fc.record({
  collectionStyle: fc.constantFrom('any' as const, 'block' as const, 'flow' as const),
  indent: fc.constantFrom(2, 4),
  indentSeq: fc.boolean(),
  lineWidth: fc.constantFrom(0, 40, 80),
});

test('whatever the style, the values are the same but for start, and every old line is still there', () => {
  fc.assert(
    fc.property(records, styles, (base, style) => {
      const text = stringify(base, style);
      const pins = base.flatMap(({ citations }, record) => citations.map((_, index) => ({ record, citation: index, start: record * 1000 + index })));
      const pinned = pinText(text, pins);
      const expected = base.map((each, record) => ({ ...each, citations: each.citations.map((cited, index) => ({ ...cited, start: record * 1000 + index })) }));
      expect(parse(pinned ?? '')).toEqual(parse(stringify(expected)));
      const bare = (lines: string) => lines.replace(/,? ?start: \d+/g, '').replace(/\s+/g, '');
      expect(bare(pinned ?? '')).toBe(bare(text));
    }),
  );
});
