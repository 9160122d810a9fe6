/** Misspelt words against brute force: edit distance to every word of the list. */
import fc from 'fast-check';
import Fuse from 'fuse.js';
import { describe, expect, it, test } from 'vitest';
import { fuseScore } from '../../src/search/bitap.ts';
import { nearWords } from '../../src/search/near.ts';
import { fold } from '../../src/search/text.ts';
import { base } from './shipped.ts';

/** Levenshtein's distance: insertions, deletions and substitutions. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const substituted = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(substituted, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const aWord = fc.stringMatching(/^[a-z]{5,14}$/);
const aLetter = fc.constantFrom(...LETTERS);

/** A word with one edit somewhere. */
const misspelt = (word: string): fc.Arbitrary<string> =>
  fc.tuple(fc.nat(word.length - 1), aLetter, fc.constantFrom('insert', 'delete', 'substitute')).map(([at, letter, edit]) => {
    const rest = word.slice(edit === 'insert' ? at : at + 1);
    return `${word.slice(0, at)}${edit === 'delete' ? '' : letter}${rest}`;
  });

const named = [...new Set([...base.entities.values()].flatMap(({ name, aliases }) => [name, ...aliases]).map(fold))].filter((name) =>
  /^[a-z]{5,14}$/.test(name),
);

describe('a misspelt word', () => {
  it('finds every word of five letters or more that is one edit away', () => {
    const lists = fc.uniqueArray(aWord, { minLength: 1, maxLength: 30 });
    const cases = lists.chain((list) => fc.constantFrom(...list).chain((word) => fc.tuple(fc.constant(list), misspelt(word))));
    fc.assert(
      fc.property(cases, ([list, typed]) => {
        fc.pre(typed.length >= 5);
        const near = list.filter((word) => distance(word, typed) <= 1);
        fc.pre(near.length <= 8);
        const found = nearWords(list)(typed).map(({ index }) => list[index]);
        expect(found).toEqual(expect.arrayContaining(near));
      }),
      { numRuns: 500 },
    );
  });

  it('finds the name it was made from among all the names of the shipped base', () => {
    const near = nearWords(named);
    const cases = fc.constantFrom(...named).chain((name) => fc.tuple(fc.constant(name), misspelt(name)));
    fc.assert(
      fc.property(cases, ([name, typed]) => {
        fc.pre(typed.length >= 5);
        expect(near(typed).map(({ index }) => named[index])).toContain(name);
      }),
      { numRuns: 500 },
    );
  });

  it('finds at most eight, each once, the likest first', () => {
    const list = named.slice(0, 400);
    const near = nearWords(list);
    fc.assert(
      fc.property(aWord, (typed) => {
        const found = near(typed);
        expect(found.length).toBeLessThanOrEqual(8);
        expect(new Set(found.map(({ index }) => index)).size).toBe(found.length);
        expect(found.map(({ likeness }) => likeness)).toEqual(found.map(({ likeness }) => likeness).toSorted((a, b) => b - a));
        for (const { likeness } of found) expect(likeness > 0 && likeness <= 1).toBe(true);
      }),
    );
  });

  test.each([
    ['qyrghyzstan', 'kyrgyzstan'],
    ['tajykistaan', 'tajikistan'],
    ['dzhalalabad', 'jalalabad'],
  ])('“%s” finds “%s” by its consonants', (typed, name) => {
    const list = ['baku', 'jalalabad', 'kyrgyzstan', 'riyadh', 'tajikistan', 'tashkent'];
    expect(nearWords(list)(typed).map(({ index }) => list[index])).toEqual([name]);
  });

  test.each(['abc', 'a', '', 'x2000', 'zzzzzzzz'])('“%s” finds nothing: it is too short, a number or like nothing', (typed) => {
    expect(nearWords(['kyrgyzstan', 'abcd', 'x2001'])(typed)).toEqual([]);
  });
});

it('a word that is spelt right finds itself first', () => {
  const near = nearWords(named);
  for (const name of named) expect(named[near(name)[0]?.index ?? -1]).toBe(name);
});

it('scores one word in another as Fuse.js does', () => {
  const aText = fc.stringMatching(/^[a-e]{1,40}$/);
  const likeNames = fc.constantFrom(...named).chain((name) => fc.tuple(fc.constant(name), misspelt(name)));
  fc.assert(
    fc.property(fc.oneof(likeNames, fc.tuple(aText, aText), fc.tuple(aWord, aWord)), ([pattern, text]) => {
      for (const [one, other] of [
        [pattern, text],
        [text, pattern],
      ] as const)
        expect(fuseScore(one, other)).toBe(Fuse.match(one, other, { threshold: 0.4, distance: 20 }).score);
    }),
    { numRuns: 3000 },
  );
});
