import { countWords, sentencesOf } from '../passages.ts';
import type { Rule } from './rule.ts';

const MOST_WORDS = 60;
const MOST_SENTENCES = 3;

export const passages: Rule = {
  name: 'passages',
  description: `A passage is the shortest run that carries its record: at most ${MOST_SENTENCES} sentences and ${MOST_WORDS} words.`,
  severity: 'warning',
  check(draft) {
    const languages = new Map(draft.sources.map(({ id, language }) => [id, language]));
    return draft.records.flatMap((record) =>
      record.citations.flatMap(({ source, exact }, index) => {
        const language = languages.get(source) ?? 'en';
        const words = countWords(exact, language);
        const sentences = sentencesOf({ number: 1, start: 0, end: exact.length, text: exact }, language).length;
        if (words <= MOST_WORDS && sentences <= MOST_SENTENCES) return [];
        return [
          {
            item: record,
            path: ['citations', index, 'exact'],
            message: `has ${words} words in ${sentences} sentence${sentences === 1 ? '' : 's'}`,
            mend: 'cite the shortest run that carries the record, or split the record',
          },
        ];
      }),
    );
  },
};
