/** Likeness of wording against a plain count of letters. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FactRecord } from '../../src/base/schema.ts';
import { tokenise, words } from '../../src/search/text.ts';
import { openWording, packWording } from '../../src/search/wording.ts';
import { aFact } from '../build.ts';

const aText = fc
  .array(fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 5 })
  .map((list) => list.join(' '));
const recordOf = (summary: string, asks: readonly string[] = []): FactRecord =>
  aFact({ id: 'a', summary, asks: { en: [...asks] }, citations: [{ source: 's', paragraph: 1, exact: summary }] });
const wordingOf = (records: readonly FactRecord[]) => openWording(packWording(records), records);
/** As it is in a base of which only a sample was counted. */
const wordingOfLarge = (records: readonly FactRecord[]) => {
  const { rows: _, ...packed } = packWording(records);
  return openWording(packed, records);
};

/** Runs of four letters of every word, its edges told by a sign. */
const runsOf = (text: string): string[] =>
  words(text).flatMap(({ text: word }) => {
    const edged = `^${word}^`.padEnd(4, '^');
    return Array.from({ length: edged.length - 3 }, (_, i) => edged.slice(i, i + 4));
  });

/** BM25 as the book has it, over its upper bound. */
function naive(records: readonly (readonly string[])[], question: string): number[] {
  const texts = records.map((list) => list.flatMap(runsOf));
  const mean = texts.reduce((sum, { length }) => sum + length, 0) / texts.length;
  const asked = [...new Set(runsOf(question))];
  const rarity = (run: string): number => {
    const having = texts.filter((text) => text.includes(run)).length;
    return Math.log(1 + (texts.length - having + 0.5) / (having + 0.5));
  };
  const most = asked.reduce((sum, run) => sum + rarity(run) * 2.2, 0);
  return texts.map((text) => {
    const told = asked.map((run) => {
      const count = text.filter((other) => other === run).length;
      return (rarity(run) * count * 2.2) / (count + 1.2 * (0.3 + (0.7 * text.length) / mean));
    });
    return told.reduce((sum, value) => sum + value, 0) / most;
  });
}

describe('likeness of wording', () => {
  it('is BM25 over runs of four letters', () => {
    fc.assert(
      fc.property(fc.array(aText, { minLength: 1, maxLength: 6 }), fc.array(aText, { minLength: 1, maxLength: 3 }), (texts, questions) => {
        const records = texts.map((text) => recordOf(text));
        for (const question of questions) {
          const [likeness, inLarge] = [wordingOf, wordingOfLarge].map((open) => open(records).question(tokenise(question)));
          const expected = naive(
            texts.map((text) => [text, text]),
            question,
          );
          for (const [record, value] of expected.entries()) {
            expect(likeness?.(record)).toBeCloseTo(value, 4);
            expect(inLarge?.(record)).toBe(likeness?.(record));
          }
        }
      }),
    );
  });

  it('knows a word by its stem and by its ask, whatever its ending', () => {
    const likeness = wordingOf([recordOf('Gliders for Doristan', ['kanatlı araçlarımızdan']), recordOf('Ships for Kestria')]).question(
      tokenise('araçlarınızı'),
    );
    expect(likeness(0)).toBeGreaterThan(0.1);
    expect(likeness(1)).toBe(0);
  });

  it('is nothing for a question without letters', () => {
    expect(wordingOf([recordOf('Gliders')]).question([])(0)).toBe(0);
  });
});
