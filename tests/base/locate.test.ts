import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { locate } from '../../src/base/locate.ts';
import { openSnapshot } from '../../src/base/passages.ts';
import { TEXT } from './build.ts';

const snapshot = openSnapshot(TEXT, { body: { first: 2, last: 4 }, language: 'en' });
const open = (text: string, first = 1, last = 99) => openSnapshot(text, { body: { first, last }, language: 'en' });

describe('a passage', () => {
  test('is exact where it stands letter for letter in its paragraph', () => {
    const found = locate({ paragraph: 2, exact: 'The price might rise' }, snapshot);
    expect(found).toMatchObject({ state: 'exact', count: 1 });
    if (found.state === 'exact') expect(snapshot.text.slice(found.at.start, found.at.end)).toBe('The price might rise');
  });

  test('is exact in another form of the same letters', () => {
    expect(locate({ paragraph: 1, exact: 'a cafe\u0301 here' }, open('It is a café here.')).state).toBe('exact');
  });

  test('is moved when it stands in another paragraph', () => {
    expect(locate({ paragraph: 1, exact: 'The price might rise' }, snapshot)).toMatchObject({ state: 'moved', why: 'paragraph', at: { paragraph: 2 } });
  });

  test('is moved when it stands outside the text proper', () => {
    expect(locate({ paragraph: 1, exact: 'Related: nothing' }, snapshot)).toMatchObject({ state: 'moved', why: 'paragraph', at: { paragraph: undefined } });
  });

  test('is moved when its start is another', () => {
    const found = locate({ paragraph: 2, exact: 'The price might rise' }, snapshot);
    const start = found.state === 'exact' ? found.at.start : -1;
    expect(locate({ paragraph: 2, exact: 'The price might rise', start }, snapshot).state).toBe('exact');
    expect(locate({ paragraph: 2, exact: 'The price might rise', start: start + 1 }, snapshot)).toMatchObject({ state: 'moved', why: 'start', at: { start } });
  });

  test('is moved when prefix or suffix do not adjoin', () => {
    expect(locate({ paragraph: 1, exact: 'bought ten machines', prefix: 'Country C ' }, snapshot)).toMatchObject({ state: 'moved', why: 'context' });
  });

  test('that stands twice is told apart by prefix or suffix', () => {
    const twice = open('The machine is green. The machine is blue.');
    expect(locate({ paragraph: 1, exact: 'The machine is' }, twice)).toMatchObject({ count: 2 });
    expect(locate({ paragraph: 1, exact: 'The machine is', suffix: ' blue' }, twice)).toMatchObject({ state: 'exact', count: 1, at: { start: 22 } });
    expect(locate({ paragraph: 1, exact: 'The machine is', prefix: 'green.' }, twice)).toMatchObject({ state: 'exact', count: 1, at: { start: 22 } });
  });

  test('that stands twice is counted twice even when its start is pinned', () => {
    expect(locate({ paragraph: 1, exact: 'The machine is', start: 22 }, open('The machine is green. The machine is blue.'))).toMatchObject({
      state: 'exact',
      count: 2,
      at: { start: 22 },
    });
  });

  test('is lost when a letter differs, and the run that is like it is proposed', () => {
    expect(locate({ paragraph: 2, exact: 'The prices might rise' }, snapshot)).toMatchObject({
      state: 'lost',
      proposal: { exact: 'The price might rise', paragraph: 2 },
    });
  });

  test('is lost when its quotes are straight and the source has curly ones; the curly ones are proposed', () => {
    expect(locate({ paragraph: 2, exact: '"We are very glad of the machines."' }, snapshot)).toMatchObject({
      state: 'lost',
      proposal: { exact: '“We are very glad of the machines.”' },
    });
  });

  test('that nothing is like gets no proposal', () => {
    expect(locate({ paragraph: 1, exact: 'entirely different words throughout' }, snapshot)).toEqual({ state: 'lost', proposal: undefined });
  });
});

const letters = fc.string({ unit: fc.constantFrom('a', 'b', ' '), minLength: 1, maxLength: 6 });
const paragraphs = fc.array(
  fc.string({ unit: fc.constantFrom('a', 'b', ' '), minLength: 1, maxLength: 30 }).map((text) => `a${text}b`),
  { minLength: 1, maxLength: 5 },
);

test('agrees with trying every offset', () => {
  fc.assert(
    fc.property(paragraphs, letters, fc.integer({ min: 1, max: 5 }), (texts, exact, paragraph) => {
      const opened = open(texts.join('\n\n'));
      const everywhere = [...opened.text].flatMap((_, start) => (opened.text.slice(start, start + exact.length) === exact ? [start] : []));
      const inParagraph = everywhere.filter((start) =>
        opened.paragraphs.some((p) => p.number === paragraph && p.start <= start && start + exact.length <= p.end),
      );
      const found = locate({ paragraph, exact }, opened);
      expect(found.state).toBe(everywhere.length === 0 ? 'lost' : inParagraph.length === 0 ? 'moved' : 'exact');
      if (found.state !== 'lost') {
        expect(found.count).toBe(everywhere.length);
        expect(found.at.start).toBe(inParagraph[0] ?? everywhere[0]);
      }
    }),
  );
});

test('prefix and suffix of real surroundings always leave the place meant among the candidates', () => {
  fc.assert(
    fc.property(paragraphs, fc.nat(), fc.nat(20), fc.nat(8), fc.nat(8), (texts, seed, length, before, after) => {
      const opened = open(texts.join('\n\n'));
      const paragraph = opened.paragraphs[seed % opened.paragraphs.length];
      if (!paragraph) return;
      const start = paragraph.start + (seed % paragraph.text.length);
      const end = Math.min(paragraph.end, start + length + 1);
      const citation = {
        paragraph: paragraph.number,
        exact: opened.text.slice(start, end),
        prefix: opened.text.slice(Math.max(0, start - before), start),
        suffix: opened.text.slice(end, end + after),
        start,
      };
      expect(locate(citation, opened)).toMatchObject({ state: 'exact', at: { start, end } });
    }),
  );
});

test('a proposal for a long passage in a long source comes soon', () => {
  const long = Array.from({ length: 400 }, (_, p) => Array.from({ length: 120 }, (_, w) => `word${(p * w) % 97}`).join(' ')).join('\n\n');
  const began = performance.now();
  locate({ paragraph: 1, exact: Array.from({ length: 150 }, (_, w) => `word${w}x`).join(' ') }, open(long));
  expect(performance.now() - began).toBeLessThan(3000);
});
