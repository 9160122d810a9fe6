/** The record knows nothing of somebody or something that the question names in words of its own. */
import { LIMITS } from '../weights.ts';
import type { Objector } from './case.ts';

export const objectToWords: Objector = ({ ranked, meaning }) => {
  const strangers = ranked.words.filter(
    ({ word, value, hearsay }) => (value < LIMITS.explained || (hearsay && ranked.ask < LIMITS.sameAsk)) && word.manner === 'name' && word.ideas.length === 0,
  );
  const uncounted = ranked.words.filter(({ word, value }) => value < LIMITS.explained && meaning.counted.has(word.at[0]));
  return [
    ...strangers.map(({ word }) => `The base knows nothing of “${word.said}”.`),
    ...uncounted.map(({ word }) => `The source gives no number of “${word.said}”.`),
  ];
};
