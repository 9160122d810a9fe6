/** The shipped base and its search, built once for a test file. */
import type { FactRecord } from '../../src/base/schema.ts';
import type { Preference, Resolution } from '../../src/search/resolution.ts';
import { shipped, TODAY } from '../eval/sets.ts';

export const { base, search } = await shipped();

/** Asks the shipped base. */
export const ask = (query: string, preference: Preference = 'ask', today: string = TODAY): Resolution => search.resolve(query, { preference, today });

export const recordsOf = (resolution: Resolution): FactRecord[] => ('matches' in resolution ? resolution.matches.map(({ record }) => record) : []);
export const idsOf = (resolution: Resolution): string[] => recordsOf(resolution).map(({ id }) => id);
/** The reasons of a resolution that is no answer, as one text. */
export const whyOf = (resolution: Resolution): string => ('why' in resolution ? resolution.why.join(' ') : '');
