import { expect, test } from 'vitest';
import { STATUSES } from '../../src/base/schema.ts';
import { statusWords } from '../../src/replies/status.ts';
import { aDeal, aFact, aQuote } from '../build.ts';

test('no two statuses look or read alike', () => {
  const all = STATUSES.map((status) => statusWords(aDeal({ status }), 'Meray Ozat'));
  for (const part of ['icon', 'label', 'sentence'] as const) expect(new Set(all.map((words) => words[part])).size).toBe(STATUSES.length);
});

test('an assessment is the author’s, by name', () => {
  const words = statusWords(aFact({ status: 'assessment' }), 'Meray Ozat');
  expect(words.label).toBe('Assessment by Meray Ozat');
  expect(words.sentence).toContain('judgement of the author, Meray Ozat');
});

test('what is reported is not confirmed by the source itself', () => {
  expect(statusWords(aFact({ status: 'reported' }), 'Meray Ozat').sentence).toContain('does not confirm it itself');
});

test.each(['confirmed', 'reported'] as const)('a quote that is %s does not make what was said a fact', (status) => {
  expect(statusWords(aQuote({ status }), 'Meray Ozat').sentence).toContain('does not vouch for what they claim');
  expect(statusWords(aQuote({ status, form: 'paraphrased' }), 'Meray Ozat').sentence).toContain('in its own words');
});
