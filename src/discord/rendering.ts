/** A rule about a base that needs to know how Discord shows it: every record fits a message, whole. */
import type { Finding, Rule } from '../base/checks/rule.ts';
import type { Draft } from '../base/draft.ts';
import type { Base, FactRecord } from '../base/schema.ts';
import { recordView } from '../replies/record.ts';
import { escaped } from './markdown.ts';
import { type Message, render } from './render/index.ts';
import { messageSchema } from './schema/index.ts';

/** A draft as the replies want it. */
const baseOf = ({ info, sources, entities, records }: Draft): Base => ({
  infos: [info],
  sources: new Map(sources.map((source) => [source.id, source])),
  entities: new Map(entities.map((entity) => [entity.id, entity])),
  records,
  byId: new Map(records.map((record) => [record.id, record])),
  place: () => undefined,
});

/** The longest request there can be, so that whatever is asked the record still fits. */
const written = 'x'.repeat(256);

function shown(base: Base, record: FactRecord, today: string): Message {
  const view = recordView(base, record, today);
  return render({ kind: 'record', at: 0, of: 2, record: view, corrections: [], reasons: [], others: [] }, { written, page: 0, private: true });
}

/** Where a record has a long text, and the text. */
const textsOf = ({ summary, note = '', citations }: FactRecord): [path: (string | number)[], text: string][] => [
  [['summary'], summary],
  [['note'], note],
  ...citations.map(({ exact }, index): [(string | number)[], string] => [['citations', index, 'exact'], exact]),
];

function findingsOf(base: Base, record: FactRecord, today: string): Finding[] {
  const message = shown(base, record, today);
  const unfit = messageSchema.safeParse(message).error?.issues ?? [];
  const text = message.embeds.map(({ description }) => description).join('\n');
  const cut = textsOf(record).filter(([, part]) => !text.includes(escaped(part)));
  return [
    ...unfit.map(({ path, message: wrong }) => ({ item: record, path: [], message: `does not fit a Discord message: ${path.join('.')} ${wrong}` })),
    ...cut.map(([path, part]) => ({
      item: record,
      path,
      message: `is cut in Discord: ${part.length} characters are too many beside the record’s other texts`,
      mend: 'shorten it, or make two records of it',
    })),
  ];
}

/** Records that cite what the base lacks are for the rule of references. */
const isWhole = (base: Base, { citations }: FactRecord): boolean => citations.every(({ source }) => base.sources.has(source));

export const rendering: Rule = {
  name: 'rendering',
  description: 'Every record fits a Discord message without a cut.',
  severity: 'warning',
  check: (draft, { today = '9999-12-31' }) => {
    const base = baseOf(draft);
    return base.records.filter((record) => isWhole(base, record)).flatMap((record) => findingsOf(base, record, today));
  },
};
