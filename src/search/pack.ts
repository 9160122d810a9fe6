/** A base's index, computed ahead as plain data: what `src/cache.ts` keeps from one start to the next. */
import type { Base } from '../base/schema.ts';
import type { PackedIndex } from './index.ts';
import { packIndex } from './indexing.ts';
import { createLexicon } from './lexicon.ts';
import { packSpelling } from './spelling.ts';

/** Everything that takes long to compute from a base. */
export function packSearch(base: Base): PackedIndex {
  const lexicon = createLexicon(base.entities);
  const index = packIndex(base, lexicon);
  return { ...index, spelling: packSpelling(lexicon, index.vocabulary) };
}
