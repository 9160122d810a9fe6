import type { Rule } from './rule.ts';

export const reviews: Rule = {
  name: 'reviews',
  description: 'No record is past its review date, and none was verified in the future.',
  severity: 'warning',
  check: (draft, { today }) =>
    draft.records.flatMap((record) => {
      if (today === undefined) return [];
      const { verified, review_by } = record;
      if (verified.on > today)
        return [{ item: record, path: ['verified', 'on'], message: `\`${verified.on}\` is still to come`, mend: 'write the day of the last check' }];
      if (review_by === undefined || review_by >= today) return [];
      return [
        {
          item: record,
          path: ['review_by'],
          message: `\`${review_by}\` has passed`,
          mend: 'read the record against its source again, then move `verified` and `review_by` on',
        },
      ];
    }),
};
