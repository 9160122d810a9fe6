/** What is new or changed since the last edition, told by what readers were told, never by dates of files. */
import { count } from '../../base/count.ts';
import { isoWords } from '../../base/dates.ts';
import type { Base, Entity, FactRecord } from '../../base/schema.ts';
import type { EditionItem, EditionSection } from '../../replies/edition.ts';
import { recordLine } from '../../replies/record.ts';
import { type History, type Told, toldOf } from './history.ts';

/** Records told in one edition; the others follow in the next ones, so that none is passed over. */
const MOST = 4;

interface News {
  record: FactRecord;
  tag: string;
}

const before = ({ told }: History, { id }: FactRecord): Told | undefined => (Object.hasOwn(told, id) ? told[id] : undefined);

/** Corrections first: somebody may have repeated what stood there before. */
function newsOf(records: readonly FactRecord[], history: History): News[] {
  const changed = records.flatMap((record): News[] => {
    const known = before(history, record);
    if (!known || known.print === toldOf(record).print) return [];
    return [{ record, tag: known.status === record.status ? 'changed' : `changed; was ${known.status}` }];
  });
  const added = records.filter((record) => !before(history, record)).map((record): News => ({ record, tag: 'new' }));
  return [...changed, ...added];
}

/** Records that were verified again and stand as they stood. */
const checkedAgain = (records: readonly FactRecord[], history: History): number =>
  records.filter((record) => {
    const known = before(history, record);
    return known?.print === toldOf(record).print && known.verified < record.verified.on;
  }).length;

const has = (n: number, noun: string, verb: string): string => `${count(n, noun)} ${n === 1 ? 'was' : 'were'} ${verb}.`;

/** `3 new and 1 changed since 21 November 2026. 2 more follow in the next edition.` */
function leadOf(news: readonly News[], since: string): string[] {
  const n = (isOne: (tag: string) => boolean): number => news.filter(({ tag }) => isOne(tag)).length;
  const counts = [
    [n((tag) => tag === 'new'), 'new'],
    [n((tag) => tag !== 'new'), 'changed'],
  ] as const;
  const told = counts.flatMap(([number, word]) => (number > 0 ? [`${number} ${word}`] : [])).join(' and ');
  const left = news.length - MOST;
  return [`${told} since ${isoWords(since)}.`, ...(left > 0 ? [`${left} more ${left === 1 ? 'follows' : 'follow'} in the next edition.`] : [])];
}

const section = (lead: readonly string[], items: EditionItem[] = []): EditionSection => ({
  part: 'news',
  title: 'New or changed',
  lead: lead.join(' '),
  items,
});

/** The first edition has nothing to compare with, and says what there is instead of calling all of it new. */
function firstSection(records: readonly FactRecord[], { name }: Entity): EditionSection {
  const sources = new Set(records.flatMap(({ citations }) => citations.map(({ source }) => source))).size;
  return section([
    `The first edition: the base has ${count(records.length, 'record')} on ${name}, from ${count(sources, 'source')}.`,
    'What is added or changed from now on is told here.',
  ]);
}

/** The section of news: always there, and honest when there are none. @param records those of the region. */
export function newsSection(base: Base, region: Entity, records: readonly FactRecord[], history: History): EditionSection {
  const { last } = history;
  const withdrawn = Object.keys(history.told).filter((id) => !base.byId.has(id)).length;
  const gone = withdrawn > 0 ? [has(withdrawn, 'record', 'withdrawn from the base')] : [];
  if (records.length === 0) return section([`The base has no record on ${region.name} yet.`, ...gone]);
  if (last === undefined) return firstSection(records, region);
  const news = newsOf(records, history);
  const checked = checkedAgain(records, history);
  const again = checked > 0 ? [has(checked, 'record', 'verified again, unchanged')] : [];
  const lead = news.length > 0 ? leadOf(news, last) : [`Nothing new or changed since ${isoWords(last)}.`];
  return section(
    [...lead, ...gone, ...again],
    news.slice(0, MOST).map(({ record, tag }) => ({ line: recordLine(base, record), tag })),
  );
}
