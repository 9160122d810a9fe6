/** The question asks for a deal between parties that the record does not join. */
import { type Deal, isUnstated } from '../../base/schema.ts';
import type { Lexicon } from '../lexicon.ts';
import type { Meaning, Named } from '../meaning.ts';
import { speaksOfTrade, TRADE } from '../rank.ts';
import { LIMITS } from '../weights.ts';
import { type Case, label, type Objector } from './case.ts';

/** What is traded: such a word beside words of trade adds nothing. */
const GOODS: ReadonlySet<string> = new Set(['drone', 'weapon', 'equipment', 'military', 'defence']);
const TRADERS: ReadonlySet<string> = new Set(['country', 'company', 'place']);

/** True when the question has no content but names and words of trade: it wants a deal. */
const onlyTrade = ({ words }: Meaning): boolean => words.every(({ ideas }) => ideas.some((idea) => TRADE.has(idea) || GOODS.has(idea)));

const isTrader = (lexicon: Lexicon, { ids }: Named): boolean => ids.some((id) => TRADERS.has(lexicon.named.get(id)?.type ?? ''));

/** Whether a name is a side of a deal, or something that a side belongs to. */
const isParty = (record: Deal, { ids }: Named, lexicon: Lexicon): boolean =>
  [record.supplier, record.recipient, record.maker].some(
    (side) => !isUnstated(side) && side.some((id) => ids.includes(id) || (lexicon.named.get(id)?.within ?? []).some((above) => ids.includes(above))),
  );

function objectToDeal(record: Deal, { ranked, lexicon }: Case): string[] {
  const outside = ranked.names.find(
    ({ name, strength, role }) => role === 'silent' && strength > 0 && isTrader(lexicon, name) && !isParty(record, name, lexicon),
  );
  const forgiven = outside && !outside.hearsay && ranked.ask >= LIMITS.nearAsk;
  return outside && !forgiven ? [`The base has no such deal with ${label(lexicon, outside.name)}.`] : [];
}

/** A record of another type answers a question of who supplies whom only when it tells of trade itself. */
function objectToOther({ ranked, meaning, lexicon }: Case): string[] {
  if (ranked.ask >= LIMITS.sameAsk) return [];
  const told = ranked.words.some(({ word, value, hearsay }) => value >= LIMITS.explained && !hearsay && word.ideas.some((idea) => TRADE.has(idea)));
  const traders = ranked.names.filter(({ name }) => isTrader(lexicon, name));
  const directed = traders.some(({ name }) => name.role === 'giver' || name.role === 'taker');
  const wanted = directed || (traders.length > 1 && onlyTrade(meaning));
  return wanted && !told ? [`The base has no deal of ${traders.map(({ name }) => label(lexicon, name)).join(' and ')} like this.`] : [];
}

export const objectToPair: Objector = (subject) => {
  if (!speaksOfTrade(subject.meaning)) return [];
  return subject.record.type === 'deal' ? objectToDeal(subject.record, subject) : objectToOther(subject);
};
