/** Whether the base has any deal in which the question's givers supply its takers. */
import type { Index } from '../index.ts';
import type { Meaning } from '../meaning.ts';
import { FIELD, type Posting } from '../postings.ts';

/** Records looked through for a deal of two parties; a base in which both trade more is taken to have one. */
const MOST_DEALS = 5000;

/** A party of the question: the lists of records that may have it, and the field in which they must. */
interface Side {
  field: number;
  found: readonly Posting[];
}

function sidesOf({ names }: Meaning, { postings }: Index): Side[] {
  return names.flatMap(({ ids, role }) => {
    if (role !== 'giver' && role !== 'taker') return [];
    return [{ field: role === 'giver' ? FIELD.supplier : FIELD.recipient, found: ids.flatMap((id) => postings.get('e', id) ?? []) }];
  });
}

const lengthOf = ({ found: [first] }: Side): number => first?.records.length ?? 0;

/** Whether the base has a deal in which every giver of a question supplies and every taker receives. True when it names none. */
export function isTraded(meaning: Meaning, index: Index): boolean {
  const [rarest, ...others] = sidesOf(meaning, index).sort((a, b) => lengthOf(a) - lengthOf(b));
  if (!rarest) return true;
  const { mask } = index.postings;
  const holds = ({ field, found }: Side, record: number) => found.some((posting) => (mask(posting, record) & field) !== 0);
  return rarest.found.some(({ records, masks, fields }) => {
    if ((fields & rarest.field) === 0) return false;
    if (records.length > MOST_DEALS) return true;
    return records.some((record, i) => ((masks[i] as number) & rarest.field) !== 0 && others.every((other) => holds(other, record)));
  });
}
