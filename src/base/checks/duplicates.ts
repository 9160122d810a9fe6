import type { FactRecord } from '../schema.ts';
import { entitiesOf } from './entities.ts';
import { foldText } from './fold.ts';
import type { Finding, Rule } from './rule.ts';

/** What two records must share to say the same: passages, kind and everybody named, in their roles. */
function matterOf(record: FactRecord): string {
  const passages = record.citations.map(({ source, paragraph, exact }) => `${source} ${paragraph} ${foldText(exact)}`).toSorted();
  const kind = record.type === 'quote' ? `${record.form} ${foldText(record.words)}` : record.kind;
  const figures = record.figures.map(({ value, unit, of }) => `${value} ${unit} ${of ?? ''}`);
  return JSON.stringify([record.type, kind, passages, entitiesOf(record), figures]);
}

export const duplicates: Rule = {
  name: 'duplicates',
  description: 'No two records say the same of the same passage, and no two have the same summary.',
  severity: 'error',
  check(draft) {
    const seen = { matter: new Map<string, FactRecord>(), summary: new Map<string, FactRecord>() };
    return draft.records.flatMap((record): Finding[] => {
      const [matter, summary] = [matterOf(record), foldText(record.summary)];
      const [sameMatter, sameSummary] = [seen.matter.get(matter), seen.summary.get(summary)];
      seen.matter.set(matter, sameMatter ?? record);
      seen.summary.set(summary, sameSummary ?? record);
      const first = sameMatter ?? sameSummary;
      if (!first) return [];
      const message = sameMatter ? `says the same as \`${first.id}\`, of the same passage` : `has the same words as \`${first.id}\``;
      return [
        {
          item: record,
          path: sameMatter ? ['citations'] : ['summary'],
          message,
          mend: `make one of the two; the other is at ${draft.at(first).file}:${draft.at(first).line}`,
        },
      ];
    });
  },
};
