/** Questions of trade: who buys, sells, supplies what. */
import type { Meaning } from './meaning.ts';

/** Ideas of trade. */
export const TRADE: ReadonlySet<string> = new Set(['buy', 'sell', 'supply', 'import', 'export', 'deal', 'customer', 'sign']);
/** Deeds that a thing follows at once: `bought X`. */
export const SUPPLYING: ReadonlySet<string> = new Set(['buy', 'sell', 'supply', 'import', 'export']);
/** Things that come in models: `X drones`. */
export const MODELLED: ReadonlySet<string> = new Set(['drone']);
/** What is traded: such a word beside words of trade adds nothing. */
const GOODS: ReadonlySet<string> = new Set(['drone', 'weapon', 'equipment', 'military', 'defence']);
/** What trades, told as a kind: `which countries`. */
const PARTIES: ReadonlySet<string> = new Set(['country', 'state', 'company', 'government']);

/** True when the question speaks of buying, selling or dealing. */
export const speaksOfTrade = ({ words, names }: Meaning): boolean =>
  words.some(({ ideas }) => ideas.some((idea) => TRADE.has(idea))) || names.some(({ role }) => role === 'giver' || role === 'taker');

/** True when the question has no content but names and words of trade: it wants a deal. */
export const onlyTrade = ({ words }: Meaning): boolean =>
  words.every(({ ideas }) => ideas.some((idea) => TRADE.has(idea) || GOODS.has(idea) || PARTIES.has(idea)));
