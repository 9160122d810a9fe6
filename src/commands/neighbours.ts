import type { Base, FactRecord } from '../base/schema.ts';
import { recordLine } from '../replies/record.ts';
import type { Reply } from '../replies/reply.ts';
import { defineCommand } from './command.ts';
import { noSuchRecord, RECORD_OPTION } from './record-option.ts';

const isCitedAlike = (a: FactRecord, b: FactRecord): boolean =>
  a.citations.some((one) => b.citations.some((other) => one.source === other.source && one.paragraph === other.paragraph));

const isRelated = (a: FactRecord, b: FactRecord): boolean =>
  [a.related, a.tension].some((ids) => ids.includes(b.id)) || [b.related, b.tension].some((ids) => ids.includes(a.id));

/** Records on the same matter first, as the curators have it, then those of the same paragraph. */
function neighboursOf(base: Base, record: FactRecord): FactRecord[] {
  const others = base.records.filter((other) => other !== record);
  const related = others.filter((other) => isRelated(record, other));
  return [...related, ...others.filter((other) => !related.includes(other) && isCitedAlike(record, other))];
}

function reply(base: Base, record: FactRecord): Reply {
  const [first, ...rest] = neighboursOf(base, record).map((other) => recordLine(base, other));
  if (!first) return { kind: 'notice', title: 'No other record shares its passage or its matter.', lines: [] };
  return { kind: 'list', title: `Beside “${recordLine(base, record).heading}”`, records: [first, ...rest], corrections: [], reasons: [] };
}

/** Other records of the same matter or passage. */
export const neighbours = defineCommand({
  name: 'neighbours',
  type: 'button',
  description: 'Other records of the same matter or passage',
  heading: 'Neighbours',
  localised: {
    name: { tr: 'komşular', ru: 'рядом', uk: 'поруч' },
    description: {
      tr: 'Aynı konudaki veya bölümdeki başka kayıtlar',
      ru: 'Другие записи о том же или из того же места',
      uk: 'Інші записи про те саме або з того самого місця',
    },
  },
  options: { record: RECORD_OPTION },
  execute: (given, _request, { base }) => {
    const record = base.byId.get(given.record);
    return record ? reply(base, record) : noSuchRecord(given.record);
  },
});
