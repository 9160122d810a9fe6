/** Who trades, and who is a side of a deal. */
import { type Deal, isUnstated } from '../../base/schema.ts';
import type { Lexicon } from '../lexicon.ts';
import type { Named } from '../meaning.ts';

/** Kinds of entity that trade. */
const TRADERS: ReadonlySet<string> = new Set(['country', 'company', 'place']);

/** Whether a name is of somebody who may be a side of a deal. */
export const isTrader = (lexicon: Lexicon, { ids }: Named): boolean => ids.some((id) => TRADERS.has(lexicon.named.get(id)?.type ?? ''));

/** Whether a name is a side of a deal, or something that a side belongs to. */
export const isParty = (record: Deal, { ids }: Named, lexicon: Lexicon): boolean =>
  [record.supplier, record.recipient, record.maker].some(
    (side) => !isUnstated(side) && side.some((id) => ids.includes(id) || (lexicon.named.get(id)?.within ?? []).some((above) => ids.includes(above))),
  );
