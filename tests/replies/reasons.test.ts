import { expect, test } from 'vitest';
import { reasonWords } from '../../src/replies/reasons.ts';
import type { Reason } from '../../src/search/resolution.ts';
import { createSearch } from '../../src/search/resolve.ts';
import { aBase, anEntity, TODAY } from '../build.ts';

const base = aBase();
const entities = new Map(base.entities);
entities.set('turkiye', anEntity({ id: 'turkiye', name: 'Türkiye', aliases: ['Turkey', 'Ankara', 'Турция'] }));
entities.set('kyrgyzstan', anEntity({ id: 'kyrgyzstan', name: 'Kyrgyzstan', aliases: ['Kirgizia', 'Kirghizstan'] }));
entities.set('tb2', anEntity({ id: 'tb2', name: 'Bayraktar TB2', type: 'system', aliases: ['TB2'] }));
entities.set('tajikistan', anEntity({ id: 'tajikistan', name: 'Tajikistan', aliases: ['Tadzhikistan'] }));
const told = (said: string, means: string, how: Reason['how']) => reasonWords({ ...base, entities }, { said, means, how });

test.each<[string, string, Reason['how'], string]>([
  ['Kyrgyzstan', 'Kyrgyzstan', 'name', '“Kyrgyzstan” (a name)'],
  ['kyrgyzstan', 'Kyrgyzstan (recipient)', 'role', '“kyrgyzstan” (as recipient)'],
  ['turkiye', 'Türkiye (supplier)', 'role', '“turkiye” (as supplier)'],
  ['ankara', 'Türkiye', 'name', '“ankara” → Türkiye (another name)'],
  ['tadzhikistan', 'Tajikistan', 'name', '“tadzhikistan” → Tajikistan (another spelling)'],
  ['tadjikistan', 'Tajikistan', 'name', '“tadjikistan” → Tajikistan (spelt nearly so)'],
  ['tadjikistan', 'Tajikistan (recipient)', 'role', '“tadjikistan” → Tajikistan (as recipient; spelt nearly so)'],
  ['kirgizistn', 'Kyrgyzstan', 'spelling', '“kirgizistn” → Kyrgyzstan (spelt nearly so)'],
  ['kirgizistan', 'Kyrgyzstan (recipient)', 'role', '“kirgizistan” → Kyrgyzstan (as recipient; spelt nearly so)'],
  ['tb2', 'Bayraktar TB2', 'name', '“tb2” → Bayraktar TB2 (another name)'],
  ['kirgizistan', 'Kyrgyzstan or Bishkek', 'name', '“kirgizistan” → Kyrgyzstan or Bishkek (a name)'],
  ['Kırgızistan', 'Kyrgyzstan', 'name', '“Kırgızistan” → Kyrgyzstan (spelt nearly so)'],
  ['Турции', 'Türkiye', 'name', '“Турции” → Türkiye (a name)'],
  ['jan 2023', 'January 2023', 'date', '“jan 2023” → January 2023 (a date)'],
  ['2021', '2021', 'date', '“2021” (a date)'],
  ['seven', '7', 'number', '“seven” → 7 (a number)'],
  ['purchase', 'buy', 'idea', '“purchase” → buy (the same idea)'],
  ['drones', 'drone', 'idea', '“drones” (the same word)'],
  ['salary', 'salary', 'word', '“salary” (the same word)'],
  ['asks for a price or value', 'asks for a price or value', 'asked', 'The question asks for a price or value'],
])('%s meaning %s by %s', (said, means, how, words) => expect(told(said, means, how)).toBe(words));

test('what the search says is asked for makes a sentence', () => {
  const found = createSearch(base).resolve('how much did Kyrgyzstan pay for Anka', { today: TODAY });
  const reasons = found.kind === 'nothing' ? [] : found.matches[0].reasons.map((reason) => reasonWords(base, reason));
  expect(reasons).toContain('The question asks for a price or value');
});
