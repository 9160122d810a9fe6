import { expect, test } from 'vitest';
import { reasonWords } from '../../src/replies/reasons.ts';
import type { Reason } from '../../src/search/resolution.ts';
import { aBase, anEntity } from '../build.ts';

const base = aBase();
const entities = new Map(base.entities);
entities.set('turkiye', anEntity({ id: 'turkiye', name: 'Türkiye', aliases: ['Turkey', 'Ankara', 'Турция'] }));
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
  ['Турции', 'Türkiye', 'name', '“Турции” → Türkiye (a name)'],
  ['jan 2023', 'January 2023', 'date', '“jan 2023” → January 2023 (a date)'],
  ['2021', '2021', 'date', '“2021” (a date)'],
  ['seven', '7', 'number', '“seven” → 7 (a number)'],
  ['purchase', 'buy', 'idea', '“purchase” → buy (the same idea)'],
  ['drones', 'drone', 'idea', '“drones” (the same word)'],
  ['salary', 'salary', 'word', '“salary” (the same word)'],
  ['asks for a price or value', 'asks for a price or value', 'asked', 'The question asks for a price or value'],
])('%s meaning %s by %s', (said, means, how, words) => expect(told(said, means, how)).toBe(words));
