import { describe, expect, test } from 'vitest';
import { quotationsIn } from '../../src/base/quotations.ts';

const quoted = (text: string) => quotationsIn(text).map(({ start, end }) => text.slice(start, end));

describe('what stands inside quotation marks', () => {
  test.each([
    ['She said “so be it” twice.', ['so be it']],
    ['She said "so be it" and "no".', ['so be it', 'no']],
    ['Elle dit « ainsi soit-il » ici.', [' ainsi soit-il ']],
    ['Sie sagte „so sei es“ und „nein”.', ['so sei es', 'nein']],
    ['He said ‘it’s the country’s own’ again.', ['it’s the country’s own']],
    ['The country’s machines’ price', []],
    ["It's the country's own", []],
    ['A 5" screen', []],
    ['“The first paragraph of several', ['The first paragraph of several']],
  ])('%s', (text, expected) => {
    expect(quoted(text)).toEqual(expected);
  });
});
