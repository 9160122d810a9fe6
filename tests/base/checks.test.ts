import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hedgesIn } from '../../src/base/checks/hedges.ts';
import { rules } from '../../src/base/checks/index.ts';
import { quotedShares } from '../../src/base/checks/quoted-share.ts';
import { applyRules } from '../../src/base/checks/rule.ts';
import { describeProblem } from '../../src/base/problem.ts';
import { citation, deal, draft, fact, type Parts, quote, source } from './build.ts';

/** What one rule says of a base, as a curator reads it. */
function says(rule: string, parts: Parts, today = '2024-06-01'): string[] {
  return applyRules(rules, draft(parts), { today })
    .filter((problem) => problem.rule === rule)
    .map(describeProblem);
}

test('a sound base breaks no rule', () => {
  const sound = draft({ deals: [deal()], quotes: [quote()], facts: [fact()], sources: [source({ words: 100 })] });
  expect(applyRules(rules, sound, { today: '2024-06-01' })).toEqual([]);
});

test('every rule has a name of its own and says what it demands', () => {
  expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length);
  for (const { description } of rules) expect(description).toMatch(/^[A-Z].*\.$/);
});

describe('ids', () => {
  test('are used once', () => {
    expect(says('ids', { facts: [fact(), fact({ summary: 'Something else.' })] })[0]).toMatch(
      /^facts\.yaml:\d+ fact-a: id `fact-a` is already used at facts\.yaml:1; rename one of the two$/,
    );
  });
});

describe('duplicates', () => {
  test('the same of the same passage is an error', () => {
    expect(says('duplicates', { facts: [fact(), fact({ id: 'fact-b', summary: 'The colour chosen was green.' })] })[0]).toContain(
      'fact-b: citations says the same as `fact-a`, of the same passage',
    );
  });

  test('the same summary is an error, whatever its case and marks', () => {
    const other = fact({ id: 'fact-b', summary: 'GREEN is the colour, of the machines!', about: ['country-b'] });
    expect(says('duplicates', { facts: [fact(), other] })[0]).toContain('fact-b: summary has the same words as `fact-a`');
  });

  test('one passage may carry records about other people', () => {
    expect(says('duplicates', { facts: [fact(), fact({ id: 'fact-b', summary: 'Another matter.', about: ['country-b'] })] })).toEqual([]);
  });

  test('nearly the same summary is a warning', () => {
    const words = 'Country A has for a long time kept its many green machines in one very large shed';
    const near = [fact({ summary: `${words}.` }), fact({ id: 'fact-b', summary: `${words} indeed.`, kind: 'event' })];
    expect(says('near-duplicates', { facts: near })[0]).toContain('fact-b: summary is nearly that of `fact-a`');
  });

  test('the same sentence of another number or country is another matter', () => {
    const summary = (country: string, n: number) => `Country ${country} has kept ${n} green machines in one very large shed`;
    const facts = [
      fact({ summary: summary('A', 5) }),
      fact({ id: 'fact-b', summary: summary('A', 6) }),
      fact({ id: 'fact-c', summary: summary('B', 5), about: ['country-b'] }),
    ];
    expect(says('near-duplicates', { facts })).toEqual([]);
  });

  test('near duplicates are found as by comparing each with each', () => {
    const summary = fc.array(fc.constantFrom('red', 'green', 'blue', 'shed', 'wheel', 'door'), { minLength: 1, maxLength: 8 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(summary, { minLength: 2, maxLength: 8 }), (summaries) => {
        const sets = summaries.map((text) => new Set(text.split(' ')));
        const expected = sets.flatMap((b, j) =>
          sets.slice(0, j).filter((a, i) => summaries[i] !== summaries[j] && a.intersection(b).size / a.union(b).size >= 0.75),
        ).length;
        const facts = summaries.map((text, i) => fact({ id: `fact-${i}`, summary: text }));
        expect(says('near-duplicates', { facts })).toHaveLength(expected);
      }),
      { numRuns: 60 },
    );
  });
});

describe('dates', () => {
  const dated = (date: Record<string, unknown>, more: Record<string, unknown> = {}) => says('dates', { facts: [fact({ date, ...more })] });

  test.each([
    [{ on: '2020-05', precision: 'day' }, 'date.on `2020-05` is not written to the day; write YYYY-MM-DD'],
    [{ on: '2020-05-01', precision: 'month' }, 'date.on `2020-05-01` is not written to the month'],
    [{ on: '2019', until: '2020-01', precision: 'year' }, 'date.until `2020-01` is not written to the year'],
    [{ on: '2020-02-30', precision: 'day' }, 'date.on `2020-02-30` is no day of the calendar'],
    [{ on: '2020', precision: 'about' }, "date.as_stated is missing; add the source's own words"],
    [{ on: '2020-05', until: '2020-01', precision: 'month' }, 'date.until `2020-01` is before `2020-05`'],
    [{ on: '2021', precision: 'year' }, 'date.on `2021` is later than the source, of 2020-06-01'],
  ])('%j is an error', (date, message) => {
    expect(dated(date).join('\n')).toContain(message);
  });

  test.each([
    [{ on: '2020', precision: 'year' }],
    [{ on: '2020-06', precision: 'month' }],
    [{ on: '2020-01', until: '2020-03', precision: 'about', as_stated: 'early 2020' }],
    [{ on: '2019', until: '2020-03', precision: 'about', as_stated: 'for a year' }],
  ])('%j is right', (date) => {
    expect(dated(date)).toEqual([]);
  });

  test('may be later than the source when planned', () => {
    expect(dated({ on: '2021', precision: 'year' }, { status: 'planned' })).toEqual([]);
  });

  test("a deal's own dates are checked too", () => {
    expect(says('dates', { deals: [deal({ delivered: { on: '2020', precision: 'day' } })] })[0]).toContain('delivered.on `2020` is not written to the day');
  });
});

describe('hedges', () => {
  test('a hedged passage is not confirmed', () => {
    const hedged = fact({ citations: [citation({ paragraph: 2, exact: 'The price might rise in 2021' })] });
    expect(says('hedges', { facts: [hedged] })[0]).toContain('status is `confirmed`, but the passage says `might`; choose a status that keeps the hedge');
    expect(says('hedges', { facts: [{ ...hedged, status: 'assessment' }] })).toEqual([]);
  });

  test.each([
    ['It reportedly seems unclear', ['reportedly', 'seems', 'unclear']],
    ['They may buy in May 2020', ['may']],
    ['An alleged rumour', ['alleged', 'rumour']],
    ['The mighty suggestion of likelihood couldn’t dismay', []],
  ])('%s', (text, words) => {
    expect(hedgesIn(text)).toEqual(words);
  });
});

describe('quotes', () => {
  const says1 = (fields: Record<string, unknown>) => says('quotes', { quotes: [quote(fields)] });
  const passage = (exact: string, more = {}) => ({ citations: [citation({ paragraph: 2, exact, ...more })] });

  test('words must stand in the passage', () => {
    expect(says1({ words: 'We are glad of the machines.' })[0]).toContain('words do not stand in the passage');
  });

  test('direct words must be inside quotation marks of exact, prefix or suffix', () => {
    const bare = 'We are very glad of the machines.';
    expect(says1(passage(bare))[0]).toContain('are `direct`, but not inside quotation marks');
    expect(says1(passage(bare, { prefix: 'said: “', suffix: '”' }))).toEqual([]);
    expect(says1(passage(`"${bare}"`))).toEqual([]);
  });

  test('paraphrase must not be', () => {
    expect(says1({ form: 'paraphrased' })[0]).toContain('are `paraphrased`, but inside quotation marks');
    expect(says1({ form: 'paraphrased', words: 'The price might rise', ...passage('The price might rise in 2021.') })).toEqual([]);
  });
});

describe('status', () => {
  test('a deal that did not happen was not signed', () => {
    expect(says('status', { deals: [deal({ status: 'negative', ordered: 'not stated' })] })).toEqual([
      'deals.yaml:12 deal-a: signed is stated, but the deal is `negative`; write `not stated`, or mend the status',
    ]);
  });
});

describe('reviews', () => {
  test('a review date that has passed is a warning, from the day after', () => {
    const parts = { facts: [fact({ review_by: '2024-05-01' })] };
    expect(says('reviews', parts, '2024-05-01')).toEqual([]);
    expect(says('reviews', parts, '2024-05-02')[0]).toContain('review_by `2024-05-01` has passed');
  });

  test('without a today nothing is overdue', () => {
    expect(applyRules(rules, draft({ facts: [fact({ review_by: '2001-01-01' })] })).filter(({ rule }) => rule === 'reviews')).toEqual([]);
  });
});

describe('asks', () => {
  test('too few in a language is a warning', () => {
    expect(
      says('asks', { info: { asks: { en: 2, tr: 1 } }, facts: [fact({ asks: { en: ['what colour are they'] } })] }).map((line) => line.split(': ')[1]),
    ).toEqual([
      'asks.en has 1 of the 2 that base.yaml asks for; add how else people would ask',
      'asks.tr has 0 of the 1 that base.yaml asks for; add how else people would ask',
    ]);
  });

  test('the same ask twice is a warning, in one record or in two', () => {
    const twice = says('asks', {
      facts: [fact({ asks: { en: ['What colour?', 'what colour'] } }), fact({ id: 'fact-b', summary: 'Other.', asks: { en: ['What colour?!'] } })],
    });
    expect(twice[0]).toContain('fact-a: asks.en `what colour` stands twice here');
    expect(twice[1]).toContain('fact-b: asks.en `What colour?!` stands at fact-a too');
  });
});

describe('passages', () => {
  test('more than sixty words or three sentences is a warning', () => {
    const cite = (exact: string) => says('passages', { facts: [fact({ citations: [citation({ exact })] })] });
    expect(cite(Array(61).fill('word').join(' '))[0]).toContain('has 61 words in 1 sentence;');
    expect(cite('One here. Two here. Three here. Four here.')[0]).toContain('has 8 words in 4 sentences');
    expect(cite(Array(60).fill('word').join(' '))).toEqual([]);
  });
});

describe('the quoted share', () => {
  const shareOf = (parts: Parts) => quotedShares(draft(parts))[0];
  const cited = (id: string, ...citations: Record<string, unknown>[]) => fact({ id, summary: id, citations: citations.map((fields) => citation(fields)) });

  test('counts a passage once, and what it holds of another', () => {
    const facts = [
      cited('fact-a', { exact: 'ten machines from Country B' }),
      cited('fact-b', { exact: 'ten machines from' }),
      cited('fact-c', { exact: 'ten machines from Country B' }),
    ];
    expect(shareOf({ facts, sources: [source({ words: 50 })] })).toMatchObject({ quoted: 5, share: 0.1 });
  });

  test('joins pinned passages that overlap', () => {
    const facts = [cited('fact-a', { exact: 'ten machines from', start: 100 }), cited('fact-b', { exact: 'machines from Country B', start: 104 })];
    expect(shareOf({ facts })).toMatchObject({ quoted: 5 });
  });

  test('of pinned passages is that of marking each letter', () => {
    const text = Array.from({ length: 40 }, (_, i) => `word${i}`).join(' ');
    const run = fc.tuple(fc.nat(text.length - 30), fc.integer({ min: 12, max: 30 }));
    fc.assert(
      fc.property(fc.array(run, { minLength: 1, maxLength: 10 }), (runs) => {
        const marked = [...text].map((letter, i) => (runs.some(([start, length]) => start <= i && i < start + length) ? letter : '\n')).join('');
        const expected = marked.split(/\s+/).filter((word) => word !== '').length;
        const facts = [cited('fact-a', ...runs.map(([start, length]) => ({ start, exact: text.slice(start, start + length) })))];
        expect(shareOf({ facts })?.quoted).toBe(expected);
      }),
    );
  });

  test('over one half is an error', () => {
    expect(says('quoted-share', { facts: [fact()], sources: [source({ words: 7 })] })[0]).toContain(
      'source-a: words 4 of 7 are quoted, 57.1 %; shorten passages',
    );
    expect(says('quoted-share', { facts: [fact()], sources: [source({ words: 8 })] })).toEqual([]);
  });
});

test('a source that no record cites is a warning', () => {
  expect(says('sources', {})).toEqual(['sources.yaml:1 source-a: is cited by no record; curate it or take it out']);
});
