import { describe, expect, test } from 'vitest';
import { describeProblem } from '../../src/base/problem.ts';
import { verifyDraft } from '../../src/base/verify.ts';
import { citation, deal, draft, fact, type Parts, quote, source, TEXT } from './build.ts';

const verify = (parts: Parts, text: string | undefined = TEXT) => verifyDraft(draft(parts), new Map(text === undefined ? [] : [['source-a', text]]));
const says = (parts: Parts, text?: string) => verify(parts, text).problems.map(describeProblem);

/** Every sentence of the text proper is carried or listed. */
const complete: Parts = {
  sources: [
    source({
      complete: true,
      states_nothing: [
        { paragraph: 1, sentence: 2, reason: 'aside' },
        { paragraph: 2, sentence: 2, reason: 'aside' },
        { paragraph: 3, sentence: 2, reason: 'aside' },
      ],
    }),
  ],
  deals: [deal()],
  quotes: [quote()],
  facts: [fact()],
};

describe('a base that holds', () => {
  test('has no problem, and accounts for every sentence', () => {
    const { problems, sources, citations } = verify(complete);
    expect(problems).toEqual([]);
    expect(sources).toMatchObject([{ snapshot: 'matches', sentences: 6, carried: 3, silent: 3 }]);
    expect(citations.map(({ location }) => location.state)).toEqual(['exact', 'exact', 'exact']);
  });
});

describe('the snapshot', () => {
  test('that is missing is an error', () => {
    expect(verifyDraft(draft(complete), new Map()).problems.map(describeProblem)).toEqual([
      'sources.yaml:1 source-a: has no snapshot here, so that nothing of it was verified; save it as source-a.txt, or run `snapshot source-a`',
    ]);
  });

  test('that is another text has another hash', () => {
    expect(says(complete, `${TEXT}\n\nMore.`)[0]).toMatch(/source-a: sha256 is not the snapshot's, which is [0-9a-f]{64}; /);
  });

  test.each([
    ['An intro.\n\n', /has 6 passages that stand letter for letter in this snapshot, but 1 paragraph later; if blocks were added or left out/],
    ['', /has 6 passages that stand letter for letter in this snapshot, but not at their `start`; once the hash/],
  ])('that is another text in which passages shifted says so once', (before, expected) => {
    const facts = Array.from({ length: 6 }, (_, i) => fact({ id: `fact-${i}`, citations: [citation({ start: before === '' ? 1 : undefined })] }));
    const lines = says({ facts }, `${before}${TEXT}\n\nMore.`);
    expect(lines.filter((line) => expected.test(line))).toHaveLength(1);
    expect(lines.filter((line) => line.startsWith('facts.yaml'))).toEqual([]);
  });

  test('whose words or blocks were miscounted is an error', () => {
    const lines = says({ ...complete, sources: [source({ words: 7, body: { first: 2, last: 9 } })] }).join('\n');
    expect(lines).toContain('source-a: body runs from block 2 to 9, but the snapshot has 5 blocks');
    expect(lines).toMatch(/source-a: words is 7, but the text proper has \d+ words/);
  });
});

describe('a passage', () => {
  const cite = (fields: Record<string, unknown>) => says({ facts: [fact({ citations: [citation(fields)] })] }).filter((line) => line.startsWith('facts.yaml'));

  test('that moved is told where it stands', () => {
    expect(cite({ paragraph: 1, exact: 'machines are painted green' })[0]).toMatch(
      /fact-a: citations\.0\.exact “machines are painted green” stands elsewhere in paragraph 3, at \d+; mend the citation$/,
    );
  });

  test('that is lost is told with what is like it', () => {
    expect(cite({ exact: 'machines were painted green' })[0]).toContain(
      'does not stand in the source; did you mean, in paragraph 3: “machines are painted green”?',
    );
  });

  test('that stands more than once needs prefix or suffix', () => {
    const repeated = 'One. The same words here. Two. The same words here.';
    const { problems } = verifyDraft(
      draft({ facts: [fact({ citations: [citation({ exact: 'The same words here' })] })], sources: [source({ body: { first: 1, last: 1 } })] }),
      new Map([['source-a', repeated]]),
    );
    expect(problems.map(describeProblem).join('\n')).toContain('“The same words here” stands 2 times; add the `prefix` or `suffix`');
  });

  test('that leaves out the hedge just before it is a warning when confirmed', () => {
    const cut = { paragraph: 3, exact: 'consider buying more' };
    expect(cite(cut)[0]).toContain('leaves out the `might` before it');
    const told = says({ facts: [fact({ status: 'assessment', citations: [citation(cut)] })] });
    expect(told.join('\n')).not.toContain('leaves out');
  });
});

describe('quotation marks', () => {
  const bare = [citation({ paragraph: 2, exact: 'We are very glad of the machines.' })];

  test('of the snapshot decide what is direct, however little the passage shows', () => {
    const form = (fields: Record<string, unknown>) => says({ quotes: [quote(fields)] }).filter((line) => line.includes('form'));
    expect(form({ citations: bare })).toEqual([]);
    expect(form({ citations: bare, form: 'paraphrased' })[0]).toContain('is `paraphrased`, but the source sets these words in quotation marks');
    expect(form({ words: 'price might rise', citations: [citation({ paragraph: 2, exact: 'The price might rise' })] })[0]).toContain(
      'is `direct`, but the source does not set these words in quotation marks',
    );
  });
});

describe('sentences', () => {
  test('carried by nothing are an error where the curators promise completeness, else a warning', () => {
    const gaps = (promise: boolean) => verify({ ...complete, sources: [source({ complete: promise })] }).problems;
    expect(gaps(true).map(({ severity }) => severity)).toEqual(['error', 'error', 'error']);
    expect(gaps(false).map(({ severity }) => severity)).toEqual(['warning', 'warning', 'warning']);
    expect(gaps(true).map(describeProblem)[0]).toMatch(
      /source-a: states_nothing lacks sentence 2 of paragraph 1, which no record carries: “Country C bought none at all\.”/,
    );
  });

  test('listed as stating nothing must exist and be carried by nothing', () => {
    const listed = [
      { paragraph: 1, sentence: 1, reason: 'aside' },
      { paragraph: 9, sentence: 1, reason: 'aside' },
    ];
    const lines = says({ deals: [deal()], sources: [source({ states_nothing: listed })] }).join('\n');
    expect(lines).toContain('states_nothing “Country A bought ten machines from Country B in May 2020.” is carried by a passage; take it off the list');
    expect(lines).toContain('states_nothing names sentence 1 of paragraph 9, which does not exist');
  });

  test('touched by fewer than twelve characters are not carried', () => {
    const touching = (exact: string) => verify({ facts: [fact({ citations: [citation({ exact })] })] }).sources[0]?.carried;
    expect(touching('in May 2020. Country C')).toBe(1);
    expect(touching('in May 2020. Country C bought')).toBe(2);
  });
});
