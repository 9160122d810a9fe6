/** The scoring, on a source of five sentences of twenty characters each. */
import { describe, expect, it, test } from 'vitest';
import { setNames } from './names.ts';
import { type Answer, figuresOf, isMiss, judge, type Question, type Span, timesOf } from './score.ts';
import { readSet, sentences } from './sets.ts';

const SENTENCES: readonly Span[] = [0, 1, 2, 3, 4].map((n): Span => [n * 21, n * 21 + 20]);
const [S0, S1, S2, S3] = SENTENCES as [Span, Span, Span, Span];

const aQuestion = (question: Partial<Question> = {}): Question => ({
  id: 'q',
  query: 'who?',
  command: 'ask',
  category: 'exact',
  answerable: true,
  gold: [S1],
  also: [],
  status: 'confirmed',
  ...question,
});
const aTrap = aQuestion({ answerable: false, gold: [] });
type Records = Answer['records'];
const citing = (...passages: Span[]): Records => passages.map((passage, i) => ({ id: `r${i}`, status: 'confirmed', passages: [passage] }));
const judged = (records: Records, question: Partial<Question> = {}, kind: Answer['kind'] = 'answer') =>
  judge(aQuestion(question), { kind, records }, SENTENCES);

describe('an answer', () => {
  it('is right when its first record cites the gold', () => {
    expect(judged(citing(S1))).toEqual({ first: 1, inFive: 1, offered: 1, wrong: 0, refused: 0 });
  });

  it('is wrong when its first record cites neither gold nor anything acceptable', () => {
    expect(judged(citing(S0, S1))).toMatchObject({ first: 0, inFive: 1, offered: 1, wrong: 1 });
    expect(judged(citing(S0, S1), { also: [S0] })).toMatchObject({ first: 0, inFive: 1, wrong: 0 });
  });

  it('is read five records deep', () => {
    expect(judged(citing(S0, S0, S0, S0, S1)).inFive).toBe(1);
    expect(judged(citing(S0, S0, S0, S0, S0, S1)).inFive).toBe(0);
  });

  test.each<[string, Span, number]>([
    ['12 characters of the gold', [29, 60], 1],
    ['11 characters of the gold', [30, 60], 0],
    ['a short passage within the gold', [25, 30], 1],
    ['three sentences', [0, 62], 1],
    ['four sentences', [0, 83], 0],
    ['three sentences and 11 characters of a fourth', [0, 74], 1],
  ])('that cites %s', (_, passage, first) => {
    expect(judged(citing(passage)).first).toBe(first);
  });
});

describe('what is not answered', () => {
  it('is refused, neither right nor wrong, and offered if it shows the gold', () => {
    expect(judged(citing(S1), {}, 'closest')).toEqual({ first: 0, inFive: 0, offered: 1, wrong: 0, refused: 1 });
    expect(judged([], {}, 'nothing')).toEqual({ first: 0, inFive: 0, offered: 0, wrong: 0, refused: 1 });
  });

  it('is right for a trap, and an answer to one is false', () => {
    expect(judge(aTrap, { kind: 'closest', records: citing(S0) }, SENTENCES)).toEqual({ falseAnswer: 0 });
    expect(judge(aTrap, { kind: 'answer', records: citing(S0) }, SENTENCES)).toEqual({ falseAnswer: 1 });
  });
});

describe('a list', () => {
  it('is measured by the share of the gold in the first five records', () => {
    expect(judged(citing(S0, S1), { list: true, gold: [S0, S1, S2, S3] }).list).toBe(0.5);
    expect(judged(citing(S0, S1, S2, S3), { list: true, gold: [S0, S1] }).list).toBe(1);
  });

  it('is not measured where one thing is asked for', () => {
    expect(judged(citing(S1))).not.toHaveProperty('list');
  });
});

describe('a hedge', () => {
  const unconfirmed = { status: 'unconfirmed' } as const;
  const withStatus = (status: Question['status'] & string): Records => [{ id: 'r', status, passages: [S1] }];

  it('is shown by a status that is not certain', () => {
    for (const status of ['unconfirmed', 'planned', 'reported', 'disputed', 'assessment'] as const)
      expect(judged(withStatus(status), unconfirmed).hedged, status).toBe(1);
    for (const status of ['confirmed', 'negative'] as const) expect(judged(withStatus(status), unconfirmed).hedged, status).toBe(0);
  });

  it('is asked only of right answers to what the source hedges', () => {
    expect(judged(citing(S0), unconfirmed)).not.toHaveProperty('hedged');
    expect(judged(citing(S1))).not.toHaveProperty('hedged');
  });
});

describe('figures', () => {
  it('are means, in per cent, of the questions concerned', () => {
    const verdicts = [judged(citing(S1)), judged(citing(S0)), judged(citing(S1)), judge(aTrap, { kind: 'answer', records: [] }, SENTENCES)];
    expect(figuresOf(verdicts)).toMatchObject({ first: { percent: 66.7, of: 3 }, falseAnswer: { percent: 100, of: 1 } });
    expect(figuresOf(verdicts)).not.toHaveProperty('list');
  });

  it('of time are the median and the 99th percentile', () => {
    const times = Array.from({ length: 100 }, (_, i) => 100 - i);
    expect(timesOf(times)).toEqual({ median: 51, p99: 100 });
    expect(timesOf([])).toEqual({ median: 0, p99: 0 });
  });

  it('leave out what is a miss', () => {
    expect([judged(citing(S1)), judged(citing(S0)), judged([], {}, 'nothing')].map(isMiss)).toEqual([false, true, true]);
    expect(isMiss({ falseAnswer: 1 })).toBe(true);
    expect(isMiss({ falseAnswer: 0 })).toBe(false);
  });
});

describe('the sets', () => {
  const questions = setNames.flatMap(readSet);

  it('have ids of their own, and gold exactly where there is an answer', () => {
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
    expect(questions.filter(({ answerable, gold }) => answerable !== gold.length > 0).map(({ id }) => id)).toEqual([]);
  });

  it('have gold that is sentences of the source', () => {
    const known = new Set(sentences.map(String));
    expect(questions.filter(({ gold, also }) => [...gold, ...also].some((span) => !known.has(String(span)))).map(({ id }) => id)).toEqual([]);
  });
});
