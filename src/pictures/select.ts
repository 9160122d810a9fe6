/** Which records a picture draws, and what each of them may be drawn as. */
import { dateRange } from '../base/dates.ts';
import { type Base, type Deal, type FactDate, type FactRecord, isUnstated, type Stated, type Status } from '../base/schema.ts';
import type { Filters } from './picture.ts';
import type { Firmness } from './theme.ts';

/** The ids that a field states; none when the source does not say. */
export const stated = (ids: Stated<readonly string[]>): readonly string[] => (isUnstated(ids) ? [] : ids);

/** How a deal is drawn: `firm`, `soft` (hatched, dashed) or as what did not happen, which is never counted as a deal. */
export type Standing = Firmness | 'negative';
const SOFT: ReadonlySet<Status> = new Set(['unconfirmed', 'disputed', 'planned', 'assessment']);

/** What tells how sure a source is of a deal or a fact. */
export type Told = { status: Status; kind: string };

/** Talks are no transfer, however sure the source is that there were talks. */
export function standingOf({ status, kind }: Told): Standing {
  if (status === 'negative') return 'negative';
  return SOFT.has(status) || kind === 'negotiation' ? 'soft' : 'firm';
}

/** These entities with all that belongs to them: a region's countries, a country's companies and people, and theirs. */
export function withParts(base: Base, ids: readonly string[]): ReadonlySet<string> {
  const found = new Set(ids);
  // A set that grows while it is read goes on to what was added.
  for (const id of found) {
    for (const member of base.entities.get(id)?.members ?? []) found.add(member);
    for (const entity of base.entities.values()) if (entity.of.includes(id)) found.add(entity.id);
  }
  return found;
}

/** Countries that an entity stands for: itself, or those a company, person or system belongs to. None for a region. */
function countriesOf(base: Base, id: string): readonly string[] {
  const seen = new Set([id]);
  for (const one of seen) if (base.entities.get(one)?.type !== 'country') for (const owner of base.entities.get(one)?.of ?? []) seen.add(owner);
  return [...seen].filter((one) => base.entities.get(one)?.type === 'country');
}

/** Parties as a picture shows them: companies under their countries, each once, in the record's order. A region or an unknown owner stays itself. */
export function partiesOf(base: Base, ids: Stated<readonly string[]>): readonly string[] {
  return [
    ...new Set(
      stated(ids).flatMap((id) => {
        const countries = countriesOf(base, id);
        return countries.length > 0 ? countries : [id];
      }),
    ),
  ];
}

/** When a record's matter took place: for a deal also when it was signed or, failing that, delivered. */
export function whenOf(record: FactRecord): FactDate | undefined {
  const dates = record.type === 'deal' ? [record.date, record.signed, record.delivered] : [record.date];
  return dates.find((date): date is FactDate => !isUnstated(date));
}

/** Every entity that a record names in a field of its own. */
function namesIn(record: FactRecord): readonly string[] {
  switch (record.type) {
    case 'deal':
      return [...stated(record.supplier), ...stated(record.recipient), ...stated(record.maker), ...stated(record.systems)];
    case 'quote':
      return [...stated(record.speaker), ...record.about];
    case 'fact':
      return [...record.subject, ...record.object, ...record.about];
  }
}

const isDuring = (record: FactRecord, { from, until }: Filters): boolean => {
  if (from === undefined && until === undefined) return true;
  const when = whenOf(record);
  if (!when) return false;
  const days = dateRange(when);
  return days.from <= (until ?? '9999-12-31') && days.to >= (from ?? '0000-01-01');
};

type Fits = (ids: readonly string[]) => boolean;

/** Records of the base that fit, in its order. */
export function selected(base: Base, filters: Filters): FactRecord[] {
  const any = (wanted: readonly string[] | undefined) => {
    const parts = wanted && withParts(base, wanted);
    return (ids: readonly string[]) => !parts || ids.some((id) => parts.has(id));
  };
  const [named, inRegion, supplied, received] = [filters.names, filters.regions, filters.suppliers, filters.recipients].map(any) as [Fits, Fits, Fits, Fits];
  return base.records.filter((record) => {
    if (filters.status !== undefined && record.status !== filters.status) return false;
    if (!named(namesIn(record)) || !isDuring(record, filters)) return false;
    if (record.type === 'deal') return inRegion(stated(record.recipient)) && supplied(stated(record.supplier)) && received(stated(record.recipient));
    return inRegion(namesIn(record)) && filters.suppliers === undefined && filters.recipients === undefined;
  });
}

/** The deals among them. */
export const dealsIn = (base: Base, filters: Filters): Deal[] => selected(base, filters).filter((record) => record.type === 'deal');

/** An entity's name; the id of one that the base does not describe. */
export const nameOf = (base: Base, id: string): string => base.entities.get(id)?.name ?? id;
