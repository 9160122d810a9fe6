import { isQuoted } from '../quotations.ts';
import type { Citation, Quote } from '../schema.ts';
import type { Finding, Rule } from './rule.ts';

/** Whether a citation, read with its prefix and suffix, sets the words in quotation marks; undefined when it does not hold them. */
function setsInMarks({ exact, prefix = '', suffix = '' }: Citation, words: string): boolean | undefined {
  const at = exact.indexOf(words);
  if (at === -1) return undefined;
  const start = prefix.length + at;
  return isQuoted(prefix + exact + suffix, { start, end: start + words.length });
}

function complain(quote: Quote): Omit<Finding, 'item'>[] {
  const standings = quote.citations.map((citation) => setsInMarks(citation, quote.words)).filter((standing) => standing !== undefined);
  const marked = standings.includes(true);
  if (standings.length === 0)
    return [{ path: ['words'], message: 'do not stand in the passage', mend: 'copy them letter for letter from `exact`, without the quotation marks' }];
  if (quote.form === 'direct' && !marked) {
    return [
      {
        path: ['words'],
        message: 'are `direct`, but not inside quotation marks in the passage',
        mend: 'run `exact` over both marks, or make the form `paraphrased`',
      },
    ];
  }
  if (quote.form === 'paraphrased' && marked)
    return [{ path: ['words'], message: 'are `paraphrased`, but inside quotation marks in the passage', mend: 'make the form `direct`' }];
  return [];
}

export const quotes: Rule = {
  name: 'quotes',
  description: "A quote's words stand in its passage, inside quotation marks when they are direct and only then.",
  severity: 'error',
  check: (draft) => draft.records.flatMap((record) => (record.type === 'quote' ? complain(record).map((finding) => ({ item: record, ...finding })) : [])),
};
