/** A statement against one record: what agrees, what differs, and what the record does not speak to. */
import type { FactRecord } from '../../base/schema.ts';
import type { Meaning } from '../../search/meaning.ts';
import type { Search } from '../../search/resolution.ts';
import type { Attribution } from './attribution.ts';
import { compareNames, compareOrder, compareSpeaker, compareSystems } from './parties.ts';
import { type Comparison, type Subject, TRADERS } from './subject.ts';
import { type Told, tellsOf } from './tells.ts';
import { compareDates, compareNumbers, compareSweep, compareWords } from './values.ts';

const DENIED = 'The source and the message do not say “not” of the same thing: read the passage.';
const TRADING: ReadonlySet<string> = new Set(['buy', 'sell', 'supply', 'import', 'export']);

const blank = (record: FactRecord, told: Told): Comparison => ({
  record,
  told,
  agreed: { names: 0, others: 0, counts: 0, specific: 0 },
  differs: [],
  open: { names: [], traders: 0, counts: [], words: [], doubts: [] },
});

/** Holds a statement against a record. */
export function compare(text: string, meaning: Meaning, by: Attribution, record: FactRecord, search: Search): Comparison {
  const told = tellsOf(record, search);
  const out = blank(record, told);
  const subject: Subject = { text, meaning, by, record, told, search };
  compareNames(subject, out);
  compareSpeaker(subject, out);
  compareNumbers(subject, out);
  compareWords(subject, out);
  compareDates(subject, out);
  compareSweep(subject, out);
  compareOrder(subject, out);
  compareSystems(subject, out);
  // A deal's own fields say who did what; a fact's words may deny what they are about.
  if (record.type === 'fact' && record.status !== 'negative' && told.denies !== meaning.negated) out.open.doubts.push(DENIED);
  return out;
}

/** Words of buying and supplying. */
export const tradeWords = ({ words }: Meaning): Meaning['words'] => words.filter(({ ideas }) => ideas.some((idea) => TRADING.has(idea)));

/** Whether a statement speaks of buying or supplying. */
export const speaksOfTrade = (meaning: Meaning): boolean => tradeWords(meaning).length > 0;

/** Two traders and a word of trade: only a deal tells who supplies whom. */
export const isTrade = (meaning: Meaning, search: Search): boolean =>
  speaksOfTrade(meaning) && meaning.names.filter(({ ids }) => ids.some((id) => TRADERS.has(search.typeOf(id) ?? ''))).length > 1;
