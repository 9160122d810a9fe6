/** What a query resolves to, as plain values. */
import type { Entity, FactRecord } from '../base/schema.ts';
import type { Meaning } from './meaning.ts';

/** Which command asked: a preference among kinds of record, not a wall. */
export type Preference = 'ask' | 'deal' | 'quote';

/** One way in which a query agreed with a record: `kirgizistan → Kyrgyzstan (recipient)`. */
export interface Reason {
  /** The query's own words. */
  said: string;
  /** What they were taken to mean, in words for a reader. */
  means: string;
  how: 'name' | 'spelling' | 'role' | 'date' | 'number' | 'idea' | 'word' | 'asked' | 'kind';
}

/** A record with how well its meaning agrees with the query's. */
export interface Match {
  record: FactRecord;
  /** Agreement of meaning, 0 to 1; comparable within one resolution only. */
  agreement: number;
  reasons: Reason[];
  /** Where the record corrects what the query took for granted: `You said 7 villages; the source says 5.` */
  corrections: string[];
}

/**
 * `answer`: the matches agree with what was asked, best first.
 * `closest`: nothing agrees; the nearest records, which are not an answer, and why not.
 * `nothing`: nothing in the base comes near, and why.
 */
export type Resolution =
  | { kind: 'answer'; list: boolean; matches: [Match, ...Match[]] }
  | { kind: 'closest'; why: [string, ...string[]]; matches: [Match, ...Match[]] }
  | { kind: 'nothing'; why: [string, ...string[]] };

/** Matches returned when nobody says how many. */
export const USUAL_LIMIT = 25;

export interface ResolveOptions {
  /** Default `ask`. */
  preference?: Preference;
  /** The reader's today, for "last July" and "this year"; an ISO 8601 day. */
  today: string;
  /** Most matches returned; `USUAL_LIMIT` unless told. */
  limit?: number;
  /** Positions in the base's records; only these are looked at. */
  among?: ReadonlySet<number>;
}

/** A searchable base. Build once with `createSearch(base)`; `resolve` is pure and never throws. */
export interface Search {
  resolve(query: string, options: ResolveOptions): Resolution;
  /** What a text names, dates and counts, without looking for records. */
  read(text: string, options: Pick<ResolveOptions, 'today' | 'preference'>): Meaning;
  /** Ids of the regions, companies and countries that an entity belongs to, nearest first. */
  within(id: string): readonly string[];
  /** What kind of thing an entity is. */
  typeOf(id: string): Entity['type'] | undefined;
  /** An entity's name, also that of a country which the base does not know. */
  nameOf(id: string): string | undefined;
}
