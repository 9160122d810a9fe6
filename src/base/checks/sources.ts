import type { Rule } from './rule.ts';

export const sources: Rule = {
  name: 'sources',
  description: 'Every source is cited by some record.',
  severity: 'warning',
  check(draft) {
    const unknown = draft.unread.has('record') || draft.refused.size > 0;
    if (unknown) return [];
    const cited = new Set(draft.records.flatMap(({ citations }) => citations.map(({ source }) => source)));
    return draft.sources
      .filter(({ id }) => !cited.has(id))
      .map((source) => ({ item: source, path: [], message: 'is cited by no record', mend: 'curate it or take it out' }));
  },
};
