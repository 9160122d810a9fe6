/** Everything the base has on one entity, sorted by what it tells and how sure the source is. */
import { dateRange } from '../base/dates.ts';
import { type Base, type Entity, type FactRecord, isUnstated, type Stated } from '../base/schema.ts';
import { recordLine } from './record.ts';
import type { Profile, Section } from './views.ts';

/** Ids of the regions, companies and countries that an entity belongs to. */
export type Within = (id: string) => readonly string[];

/** What a record tells of an entity. The order is that of the sections. */
const PARTS = ['received', 'supplied', 'made', 'system', 'unsure', 'planned', 'negative', 'said', 'saidOf', 'facts', 'others', 'judged'] as const;
export type Part = (typeof PARTS)[number];

const stated = (ids: Stated<readonly string[]>): readonly string[] => (isUnstated(ids) ? [] : ids);

/** Those who deal or speak in a record: they stand for the country, company or region that they belong to. */
const actors = (record: FactRecord): readonly string[] => {
  switch (record.type) {
    case 'deal':
      return [...stated(record.supplier), ...stated(record.recipient), ...stated(record.maker)];
    case 'quote':
      return stated(record.speaker);
    case 'fact':
      return [];
  }
};

/** Everybody and everything else that a record names. */
const named = (record: FactRecord): readonly string[] => {
  switch (record.type) {
    case 'deal':
      return [...stated(record.systems), ...record.about];
    case 'quote':
      return record.about;
    case 'fact':
      return [...record.subject, ...record.object, ...record.about];
  }
};

/** Ids of every entity in whose profile a record stands. */
export function concerned(record: FactRecord, within: Within): Set<string> {
  const acting = actors(record);
  return new Set([...acting, ...acting.flatMap(within), ...named(record)]);
}

/** What a record that is firm tells of an entity. */
function firmPart(record: FactRecord, id: string, within: Within): Part {
  const isIn = (ids: Stated<readonly string[]>): boolean => stated(ids).some((one) => one === id || within(one).includes(id));
  switch (record.type) {
    case 'deal':
      if (isIn(record.recipient)) return 'received';
      if (isIn(record.supplier)) return 'supplied';
      if (isIn(record.maker)) return 'made';
      return stated(record.systems).includes(id) ? 'system' : 'others';
    case 'quote':
      return isIn(record.speaker) ? 'said' : 'saidOf';
    case 'fact':
      return 'facts';
  }
}

/** What a record tells of an entity that it concerns; what is not firm is told as such before anything else. */
function partOf(record: FactRecord, id: string, within: Within): Part {
  if (record.type === 'quote') return firmPart(record, id, within);
  switch (record.status) {
    case 'unconfirmed':
    case 'disputed':
      return 'unsure';
    case 'planned':
      return 'planned';
    case 'negative':
      return 'negative';
    case 'assessment':
      return 'judged';
    case 'confirmed':
    case 'reported':
      return firmPart(record, id, within);
  }
}

function titleOf(part: Part, { name, type }: Entity): string {
  const titles: Record<Part, string> = {
    received: 'Deals as recipient',
    supplied: 'Deals as supplier',
    made: 'Deals as maker',
    system: `Deals that name ${name}`,
    unsure: 'Unconfirmed or disputed: not to be repeated as fact',
    planned: 'Planned or under way, not done',
    negative: 'What did not happen or is not so',
    said: type === 'person' ? 'Said' : `Said by ${name}, or by its people`,
    saidOf: `Said of ${name}`,
    facts: 'Facts and figures',
    others: `Other deals that mention ${name}`,
    judged: 'Judgements and forecasts of the source’s author',
  };
  return titles[part];
}

/** First day of a record's date; the undated come last. */
const firstDay = ({ date }: FactRecord): string => (isUnstated(date) ? '9999' : dateRange(date).from);

/** Records by what they tell, each part in the order of dates. */
export function byPart(records: readonly FactRecord[], id: string, within: Within): Map<Part, FactRecord[]> {
  const sorted = records.toSorted((a, b) => firstDay(a).localeCompare(firstDay(b)));
  const groups = Map.groupBy(sorted, (record) => partOf(record, id, within));
  return new Map(PARTS.flatMap((part) => (groups.has(part) ? [[part, groups.get(part) ?? []]] : [])));
}

/** Records of one section; who wants more asks more closely. */
const MOST_LISTED = 200;

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`;

/** What the base says an entity is. */
function aboutOf({ role, of, members, note }: Entity, base: Base): string | undefined {
  const names = (ids: readonly string[]): string => ids.map((id) => base.entities.get(id)?.name ?? id).join(', ');
  const belongs = role === undefined && of.length > 0 ? `Counted with ${names(of)}` : '';
  const holds = members.length > 0 ? `Counts in ${names(members)}` : '';
  const parts = [role ?? '', belongs, holds, note ?? ''].filter(Boolean).map(sentence);
  return parts.length > 0 ? parts.join(' ') : undefined;
}

/**
 * The profile of an entity.
 * @param records those that concern it; see {@link concerned}.
 */
export function profileOf(base: Base, entity: Entity, records: readonly FactRecord[], within: Within): Profile {
  const about = aboutOf(entity, base);
  const sections = [...byPart(records, entity.id, within)].flatMap(([part, found]): Section[] => {
    const [first, ...rest] = found.slice(0, MOST_LISTED).map((record) => recordLine(base, record));
    const cut = found.length > MOST_LISTED ? `, the first ${MOST_LISTED} of ${found.length.toLocaleString('en')}` : '';
    return first ? [{ title: `${titleOf(part, entity)}${cut}`, records: [first, ...rest] }] : [];
  });
  return { id: entity.id, name: entity.name, type: entity.type, ...(about !== undefined && { about }), records: records.length, sections };
}
