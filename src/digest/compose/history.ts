/** What a digest's readers have been told, so that the next edition tells something else. */
import type { Base, FactRecord, Status } from '../../base/schema.ts';
import type { Edition } from '../../replies/edition.ts';
import { fingerprint } from './fingerprint.ts';
import { recordsIn } from './regions.ts';
import { ROTATING, type Rotating } from './rotation.ts';

/** A record as its readers last knew it. */
export interface Told {
  print: string;
  status: Status;
  /** ISO 8601 day of its last verification. */
  verified: string;
}

/** A plain value, to be kept with the subscription. */
export interface History {
  /** Local date of the last edition, in ISO 8601; absent before the first. */
  last?: string;
  /** By record id. */
  told: Readonly<Record<string, Told>>;
  /** Ids shown in each section's present round, in the order of showing. */
  shown: Readonly<Partial<Record<Rotating, readonly string[]>>>;
}

/** Before the first edition. */
export const NO_HISTORY: History = { told: {}, shown: {} };

export const toldOf = (record: FactRecord): Told => ({ print: fingerprint(record), status: record.status, verified: record.verified.on });

/** After a first edition everything counts as told; after others, what was known before and what this one told. */
function toldAfter(base: Base, history: History, edition: Edition): History['told'] {
  const news = new Set(edition.sections.filter(({ part }) => part === 'news').flatMap(({ items }) => items.map(({ line }) => line.id)));
  const entries = recordsIn(base, edition.region.id).flatMap((record): [string, Told][] => {
    const now = toldOf(record);
    const before = Object.hasOwn(history.told, record.id) ? history.told[record.id] : undefined;
    if (history.last === undefined || news.has(record.id) || before?.print === now.print) return [[record.id, now]];
    return before ? [[record.id, before]] : [];
  });
  return Object.fromEntries(entries);
}

/** An id that comes again has begun a new round. */
const roundAfter = (shown: readonly string[], id: string): readonly string[] => (shown.includes(id) ? [id] : [...shown, id]);

function shownAfter({ shown }: History, { sections }: Edition): History['shown'] {
  const rounds = ROTATING.map((part) => {
    const ids = sections.filter((section) => section.part === part).flatMap(({ items }) => items.map(({ line }) => line.id));
    return [part, ids.reduce(roundAfter, shown[part] ?? [])] as const;
  });
  return Object.fromEntries(rounds);
}

/**
 * The history with an edition in it. Keep it only once the edition was delivered: until then the next attempt must tell the same.
 * @param base the one that the edition was composed from.
 */
export const historyAfter = (base: Base, history: History, edition: Edition): History => ({
  last: edition.date,
  told: toldAfter(base, history, edition),
  shown: shownAfter(history, edition),
});
