import type { Item } from '../draft.ts';
import type { Rule } from './rule.ts';

export const ids: Rule = {
  name: 'ids',
  description: 'Each id is used once among records, once among sources and once among entities.',
  severity: 'error',
  check: (draft) =>
    [draft.records, draft.sources, draft.entities].flatMap((items: readonly Item[]) => {
      const seen = new Map<string, Item>();
      return items.flatMap((item) => {
        const first = seen.get(item.id);
        if (!first) seen.set(item.id, item);
        return first
          ? [
              {
                item,
                path: ['id'],
                message: `\`${item.id}\` is already used at ${draft.at(first).file}:${draft.at(first).line}`,
                mend: 'rename one of the two',
              },
            ]
          : [];
      });
    }),
};
