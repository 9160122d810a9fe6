import type { Rule } from './rule.ts';

/**
 * Words by which an English source withdraws from what it says. A trailing `*` stands for any ending.
 * `may` counts in lower case only: May is a month. `can` does not count: it speaks of ability more often than of doubt.
 */
const HEDGES = `
  might, could, perhaps, maybe, possibly, probably, presumably, supposedly, purported*, apparently, reportedly, likely, unlikely,
  unclear, uncertain, unconfirmed, unverified, alleged*, rumour*, rumor*, seem*, appear, appears, appear to, appeared to,
  suggest, suggests, suggested, suggesting`
  .split(',')
  .map((word) => word.trim());

const PATTERN = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${HEDGES.map((word) => word.replace('*', '\\p{L}*')).join('|')})(?![\\p{L}\\p{N}])`, 'giu');
const MAY = /(?<![\p{L}\p{N}])may(?![\p{L}\p{N}])/gu;

/** The hedge words of a text, in lower case, as they come. */
export const hedgesIn = (text: string): string[] => [...text.matchAll(PATTERN), ...text.matchAll(MAY)].map(([word]) => word.toLowerCase());

export const hedges: Rule = {
  name: 'hedges',
  description: 'What the passage hedges is not told as confirmed.',
  severity: 'error',
  check: (draft) =>
    draft.records
      .filter(({ status }) => status === 'confirmed')
      .flatMap((record) => {
        const found = [...new Set(record.citations.flatMap(({ exact }) => hedgesIn(exact)))];
        if (found.length === 0) return [];
        const words = found.map((word) => `\`${word}\``).join(', ');
        return [{ item: record, path: ['status'], message: `is \`confirmed\`, but the passage says ${words}`, mend: 'choose a status that keeps the hedge' }];
      }),
};
