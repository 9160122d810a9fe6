import type { Draft } from '../draft.ts';
import type { FactRecord } from '../schema.ts';
import { foldText } from './fold.ts';
import type { Finding, Rule } from './rule.ts';

function tooFew({ info }: Draft, record: FactRecord): Finding[] {
  return Object.entries(info.asks).flatMap(([language, least]) => {
    const count = record.asks[language]?.length ?? 0;
    return count >= least
      ? []
      : [{ item: record, path: ['asks', language], message: `has ${count} of the ${least} that base.yaml asks for`, mend: 'add how else people would ask' }];
  });
}

/** Asks that were met before, in this record or an earlier one. */
function repeated(draft: Draft): Finding[] {
  const seen = new Map<string, FactRecord>();
  return draft.records.flatMap((record) =>
    Object.entries(record.asks).flatMap(([language, asks]) =>
      asks.flatMap((ask, index): Finding[] => {
        const key = foldText(ask);
        const first = seen.get(key);
        if (!first) seen.set(key, record);
        if (!first) return [];
        const where = first === record ? 'twice here' : `at ${first.id} too, ${draft.at(first).file}:${draft.at(first).line}`;
        return [{ item: record, path: ['asks', language, index], message: `\`${ask}\` stands ${where}`, mend: 'keep it where it is answered best' }];
      }),
    ),
  );
}

export const asks: Rule = {
  name: 'asks',
  description: 'Each record has as many asks as base.yaml wants, and no ask stands twice.',
  severity: 'warning',
  check: (draft) => [...draft.records.flatMap((record) => tooFew(draft, record)), ...repeated(draft)],
};
