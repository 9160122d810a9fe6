/** Which records agree best with a question's meaning, and in what they agree, disagree or keep silent. */
import type { FactRecord } from '../base/schema.ts';
import { type Index, TRAIT } from './index.ts';
import { lookUp, type NumberLookup, type Parts, type WordLookup } from './lookup.ts';
import type { Dated, Meaning, Mood, Quantity, Word } from './meaning.ts';
import { phraseLikeness, spokenPairs } from './phrase.ts';
import { FIELD } from './postings.ts';
import { type Choice, shortlist, tellsNumber } from './shortlist.ts';
import { fieldValue, judgeDate, judgeName, type NameStance, type Stance } from './stance.ts';
import { onlyTrade, speaksOfTrade } from './trade.ts';
import { WEIGHTS } from './weights.ts';

/** How a record stands to each part of a question. */
interface Details {
  names: readonly NameStance[];
  /** `hearsay`: only the record's asks have it, not the record. */
  words: readonly { word: Word; weight: number; value: number; hearsay: boolean }[];
  numbers: readonly { number: Quantity; stance: Stance }[];
  dates: readonly { date: Dated; stance: Stance }[];
}

export interface Ranked extends Details {
  /** Record number in the index. */
  number: number;
  /** Share of the question's weight that the record explains, 0 to 1. */
  cover: number;
  /** Likeness of the question to the nearest of the record's asks, 0 to 1. */
  ask: number;
  /** Share of the question's neighbouring words that stand side by side in a passage, 0 to 1: a remembered phrase. */
  phrase: number;
  /** Likeness of the question's wording to the record's, letter by letter, 0 to 1. */
  wording: number;
  /** What the ranking sorts by. */
  score: number;
}

/** Whether a status tells of what is so or of what may come. */
const MOODS: Partial<Record<FactRecord['status'], Mood>> = { confirmed: 'done', reported: 'done', planned: 'open', assessment: 'open' };

/** A negative is wanted first by who asks who does not, perhaps by another denial, and hardly by a question that does not name both sides. */
function negativeBonus(meaning: Meaning, names: number): number {
  if (meaning.negated) return onlyTrade(meaning) && !meaning.closed ? WEIGHTS.whoNot : WEIGHTS.denied;
  return names < 2 ? WEIGHTS.negative : 0;
}

/** What kind of record the question seems to want, beyond its words. */
function bonusOf(record: FactRecord | undefined, { names }: Details, meaning: Meaning, trade: boolean): number {
  if (!record) return 0;
  let bonus = 0;
  if (meaning.preference === record.type) bonus += WEIGHTS.preferred;
  if (trade && record.type === 'deal') bonus += WEIGHTS.deal;
  if (record.type === 'quote' && meaning.speaks) bonus += record.form === 'direct' ? WEIGHTS.kind : WEIGHTS.deal;
  if (record.type === 'quote' && record.form === 'direct' && meaning.verbatim) bonus += WEIGHTS.kind;
  if (meaning.mood !== undefined && MOODS[record.status] === meaning.mood) bonus += WEIGHTS.mood;
  if (record.status === 'negative') bonus += negativeBonus(meaning, names.length);
  for (const { name, role } of names) if (role === 'agrees') bonus += name.role ? WEIGHTS.role : WEIGHTS.system;
  return bonus;
}

function judgeWord({ postings }: Index, record: number, { word, weight, keys }: WordLookup): Details['words'][number] {
  let value = 0;
  let hearsay = true;
  for (const { posting, q } of keys) {
    const mask = postings.mask(posting, record);
    value = Math.max(value, q * fieldValue(mask));
    if (mask & ~FIELD.ask) hearsay = false;
  }
  return { word, weight, value, hearsay };
}

function judgeNumber(index: Index, record: number, lookup: NumberLookup): Details['numbers'][number] {
  const { number } = lookup;
  if (tellsNumber(index, record, lookup)) return { number, stance: 'agrees' };
  return { number, stance: (index.traits[record] as number) & TRAIT.figures ? 'differs' : 'silent' };
}

const detailsOf = (index: Index, record: number, { names, words, numbers, dates }: Parts): Details => ({
  names: names.map((lookup) => judgeName(index, record, lookup)),
  words: words.map((lookup) => judgeWord(index, record, lookup)),
  numbers: numbers.map((lookup) => judgeNumber(index, record, lookup)),
  dates: dates.map((lookup) => ({ date: lookup.date, stance: judgeDate(index, record, lookup) })),
});

/** How many names and dates of the question a record lacks or has otherwise. */
function countAgainst({ names, dates }: Details): number {
  let count = 0;
  for (const { stance } of names) if (stance !== 'agrees') count++;
  for (const { stance } of dates) if (stance !== 'agrees') count++;
  return count;
}

/** Ranks the records that come near a question, best first. */
export function rankRecords(index: Index, meaning: Meaning, choice: Choice): Ranked[] {
  const parts = lookUp(index, meaning);
  if (parts.total === 0) return [];
  const trade = speaksOfTrade(meaning);
  const spoken = spokenPairs(index, meaning);
  // What is usual among a record's asks tells which record is meant; a list wants them all.
  const usualWeight = meaning.asked.has('list') ? 0 : WEIGHTS.usual;
  const askedAs = index.asks.question([...parts.names, ...parts.words, ...parts.numbers]);
  const wordedLike = index.wording.question(meaning.tokens);
  const ranked = shortlist(index, meaning, parts, choice).map(({ number, cover }): Ranked => {
    const details = detailsOf(index, number, parts);
    // A record without asks is judged by what it says alone.
    const { nearest: ask, usual } = askedAs(number) ?? { nearest: cover, usual: cover };
    const wording = wordedLike(number);
    const phrase = phraseLikeness(index, number, spoken);
    const bonus = bonusOf(index.records[number], details, meaning, trade);
    const score =
      WEIGHTS.cover * cover +
      WEIGHTS.ask * ask +
      usualWeight * usual +
      WEIGHTS.phrase * phrase +
      WEIGHTS.wording * wording +
      bonus -
      WEIGHTS.against * countAgainst(details);
    const { names, words, numbers, dates } = details;
    return { number, cover, ask, phrase, wording, score, names, words, numbers, dates };
  });
  return ranked.sort((a, b) => b.score - a.score || a.number - b.number);
}
