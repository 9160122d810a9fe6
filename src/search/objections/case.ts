/** What an objector looks at: one record against one question. */
import type { FactRecord } from '../../base/schema.ts';
import type { Index } from '../index.ts';
import type { Lexicon } from '../lexicon.ts';
import type { Meaning } from '../meaning.ts';
import { FIELD } from '../postings.ts';
import type { Ranked } from '../rank.ts';

export interface Case {
  ranked: Ranked;
  record: FactRecord;
  meaning: Meaning;
  index: Index;
  lexicon: Lexicon;
  /** Whether the base has any deal in which the question's givers supply its takers. */
  isTraded(): boolean;
}

/** Sentences for a reader; none when there is nothing to object. */
export type Objector = (subject: Case) => string[];

/** A negative record corrects what a question about both of its sides takes for granted, and then need not state what was asked. */
export const corrects = ({ ranked, record }: Case): boolean =>
  record.status === 'negative' && ranked.names.length > 1 && ranked.names.every(({ stance }) => stance === 'agrees');

/** Whether a record itself, and not only its asks, tells of an idea. */
export function tellsIdea({ ranked, index: { postings } }: Case, idea: string): boolean {
  const posting = postings.get('i', idea);
  return posting !== undefined && (postings.mask(posting, ranked.number) & ~FIELD.ask) !== 0;
}
