/** What an objector looks at: one record against one question. */
import type { FactRecord } from '../../base/schema.ts';
import type { Index } from '../index.ts';
import type { Lexicon } from '../lexicon.ts';
import type { Meaning, Named } from '../meaning.ts';
import type { Ranked } from '../rank.ts';

export interface Case {
  ranked: Ranked;
  record: FactRecord;
  meaning: Meaning;
  index: Index;
  lexicon: Lexicon;
}

/** Sentences for a reader; none when there is nothing to object. */
export type Objector = (subject: Case) => string[];

/** The name to use in a sentence: the entity's own, or what was typed when that is ambiguous. */
export function label(lexicon: Lexicon, { ids, said }: Named): string {
  const known = ids.map((id) => lexicon.named.get(id)?.name).filter((name) => name !== undefined);
  return known.length === 1 && known[0] ? known[0] : said;
}

/** Entities' names as a list in words; `not stated` as it stands. */
export const namesOf = (lexicon: Lexicon, ids: readonly string[] | string): string =>
  typeof ids === 'string' ? ids : ids.map((id) => lexicon.named.get(id)?.name ?? id).join(' and ');

/** A negative record corrects what a question about both of its sides takes for granted, and then need not state what was asked. */
export const corrects = ({ ranked, record }: Case): boolean =>
  record.status === 'negative' && ranked.names.length > 1 && ranked.names.every(({ stance }) => stance === 'agrees');
