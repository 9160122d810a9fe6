/** What to call an entity in a sentence for a reader. */
import type { Lexicon } from './lexicon.ts';
import type { Named } from './meaning.ts';

/** The name to use in a sentence: the entity's own, or what was typed when that is ambiguous. */
export function label(lexicon: Lexicon, { ids, said }: Named): string {
  const known = ids.map((id) => lexicon.named.get(id)?.name).filter((name) => name !== undefined);
  return known.length === 1 && known[0] ? known[0] : said;
}

/** Entities' names as a list in words; `not stated` as it stands. */
export const namesOf = (lexicon: Lexicon, ids: readonly string[] | string): string =>
  typeof ids === 'string' ? ids : ids.map((id) => lexicon.named.get(id)?.name ?? id).join(' and ');
