/** What is compared, and what comes of it. */
import { type FactRecord, isUnstated, type Stated } from '../../base/schema.ts';
import type { Meaning } from '../../search/meaning.ts';
import type { Search } from '../../search/resolution.ts';
import type { Attribution } from './attribution.ts';
import type { Told } from './tells.ts';

/** One thing on which the two differ, in the words of each. */
interface Difference {
  message: string;
  source: string;
}

export interface Comparison {
  record: FactRecord;
  told: Told;
  /** How many names, and how many other things, agree; how many of those are numbers, and how many of either belong to this matter and few others. */
  agreed: { names: number; others: number; counts: number; specific: number };
  differs: Difference[];
  /** What the message states and the record leaves open. */
  open: {
    names: string[];
    /** How many of the names are of those who deal. */
    traders: number;
    /** Numbers and dates. */
    counts: string[];
    words: string[];
    /** Sentences on what else is open. */
    doubts: string[];
  };
}

export type Name = Meaning['names'][number];

/** One statement beside one record. */
export interface Subject {
  text: string;
  meaning: Meaning;
  /** Who is said to say it. */
  by: Attribution;
  record: FactRecord;
  told: Told;
  search: Search;
}

/** Kinds of entity that deal with one another. */
export const TRADERS: ReadonlySet<string> = new Set(['country', 'company', 'place']);

/** Names in a sentence. */
export const nameWords = ({ search }: Subject, ids: Stated<readonly string[]>): string =>
  isUnstated(ids) ? ids : ids.map((id) => search.nameOf(id) ?? id).join(' and ');

/** Whether a name means one of these, or what one of these belongs to. */
export const isAmong = ({ search }: Subject, { ids }: Name, others: Stated<readonly string[]>): boolean =>
  !isUnstated(others) && others.some((one) => ids.includes(one) || search.within(one).some((above) => ids.includes(above)));

/** Whether a name is one of such things. */
export const isOf = ({ search }: Subject, { ids }: Name, types: ReadonlySet<string>): boolean => ids.some((id) => types.has(search.typeOf(id) ?? ''));
