/** A rule about a base that needs to know how Discord shows it: whatever is asked fits a message, and no record is cut in its answer. */
import type { Finding, Rule } from '../base/checks/rule.ts';
import type { Draft, Item } from '../base/draft.ts';
import type { Base, Entity, FactRecord } from '../base/schema.ts';
import { comparison } from '../replies/comparison.ts';
import { concerned, profileOf, type Within } from '../replies/profile.ts';
import { recordLine, recordView } from '../replies/record.ts';
import type { RecordLine, Reply } from '../replies/reply.ts';
import { ancestors } from '../search/lexicon/within.ts';
import { isWhole, type Message, render } from './render/index.ts';
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

/** The longest request there can be, so that whatever is asked the answer still fits. */
const written = 'x'.repeat(256);

const shown = (reply: Reply, page = 0): Message => render(reply, { written, page, private: true });

/** What of a reply breaks Discord's limits, on its first pages; what comes later is made of the same lines. */
function unfit(item: Item, what: string, reply: Reply, pages = 3): Finding[] {
  const issues = Array.from({ length: pages }, (_, page) => messageSchema.safeParse(shown(reply, page)).error?.issues ?? []).flat();
  return issues
    .slice(0, 1)
    .map(({ path, message: wrong }) => ({ item, path: [], message: `${what} does not fit a Discord message: ${path.join('.')} ${wrong}` }));
}

interface Part {
  path: (string | number)[];
  /** What the reader calls it; a field of the base tells its own name. */
  name?: string;
  text: string;
}

/** A record's texts, and where its file has them. */
function partsOf(base: Base, record: FactRecord, today: string): Part[] {
  const { summary, note = '', citations } = record;
  const fields = recordView(base, record, today).fields.filter(({ unknown }) => !unknown);
  return [
    { path: ['summary'], text: summary },
    { path: ['note'], text: note },
    ...citations.map(({ exact }, index) => ({ path: ['citations', index, 'exact'], text: exact })),
    ...fields.map(({ name, value }) => ({ path: [], name, text: value })),
  ];
}

function recordFindings(base: Base, record: FactRecord, today: string): Finding[] {
  const view = recordView(base, record, today);
  const rest = { at: 0, of: 2, record: view, corrections: [], reasons: [], others: [] };
  const answer: Reply = { kind: 'record', ...rest };
  const [embed = {}] = shown(answer).embeds;
  const cut = partsOf(base, record, today).filter(({ text }) => !isWhole(text, embed));
  return [
    ...unfit(record, 'it', answer, 1),
    ...unfit(record, 'as the closest record it', { kind: 'closest', ...rest, why: ['It is not of 2021.'] }, 1),
    ...unfit(record, 'its full text', { kind: 'text', record: view }),
    ...cut.map(({ path, name, text }) => ({
      item: record,
      path,
      message: `${name === undefined ? '' : `“${name}” `}is cut in Discord: ${text.length} characters are too many beside the record’s other texts`,
      mend: 'shorten it, or make two records of it',
    })),
  ];
}

/** Records of a page, as lists have them. */
const PAGE = 5;

/** Every record among others. */
function listFindings(base: Base, records: readonly FactRecord[]): Finding[] {
  const lines = records.map((record) => recordLine(base, record));
  return records.flatMap((record, index) => {
    if (index % PAGE > 0) return [];
    const page = lines.slice(index, index + PAGE) as [RecordLine, ...RecordLine[]];
    return unfit(record, 'a list from it on', { kind: 'list', title: `${records.length} records`, records: page, corrections: [], reasons: [] }, 1);
  });
}

/** Every profile, and each entity beside the one of which the base tells most. */
function entityFindings(base: Base, records: readonly FactRecord[]): Finding[] {
  const above = ancestors(base.entities);
  const within: Within = (id) => above.get(id) ?? [];
  const known = new Map<string, FactRecord[]>([...base.entities.keys()].map((id) => [id, []]));
  for (const record of records) for (const id of concerned(record, within)) known.get(id)?.push(record);
  const told = (entity: Entity) => ({ entity, records: known.get(entity.id) ?? [] });
  const all = [...base.entities.values()].map(told).sort((a, b) => b.records.length - a.records.length);
  const [most] = all;
  return all.flatMap((one) => [
    ...unfit(one.entity, 'its profile', { kind: 'profile', profile: profileOf(base, one.entity, one.records, within) }),
    ...(most && most !== one ? unfit(one.entity, `its comparison with ${most.entity.name}`, comparison(base, [one, most], within)) : []),
  ]);
}

/** Records that cite what the base lacks are for the rule of references. */
const isSourced = (base: Base, { citations }: FactRecord): boolean => citations.every(({ source }) => base.sources.has(source));

export const rendering: Rule = {
  name: 'rendering',
  description: 'Every record, list, profile and comparison fits a Discord message, and no record is cut in its answer.',
  severity: 'warning',
  check: (draft, { today = '9999-12-31' }) => {
    const base = baseOf(draft);
    const records = base.records.filter((record) => isSourced(base, record));
    return [...records.flatMap((record) => recordFindings(base, record, today)), ...listFindings(base, records), ...entityFindings(base, records)];
  },
};
