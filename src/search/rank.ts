/** Which records agree best with a question's meaning, and in what they agree, disagree or keep silent. */
import type { FactRecord } from '../base/schema.ts';
import { candidates } from './candidates.ts';
import type { Index } from './index.ts';
import { type Lookup, lookupDate, lookupName, lookupNumber, lookupWord } from './lookup.ts';
import type { Dated, Meaning, Named, Quantity, Word } from './meaning.ts';
import { phraseLikeness, spokenPairs } from './phrase.ts';
import { FIELD } from './postings.ts';
import { fieldValue, isWithin, judgeDate, judgeName, type Stance } from './stance.ts';
import { speaksOfTrade } from './trade.ts';
import { WEIGHTS } from './weights.ts';

export interface Ranked {
  /** Record number in the index. */
  number: number;
  /** Share of the question's weight that the record explains, 0 to 1. */
  cover: number;
  /** Likeness of the question to the nearest of the record's asks, 0 to 1. */
  ask: number;
  /** Share of the question's neighbouring words that stand side by side in a passage, 0 to 1: a remembered phrase. */
  phrase: number;
  /** What the ranking sorts by. */
  score: number;
  /** `hearsay`: only the record's asks have it, not the record. */
  names: readonly { name: Named; stance: Stance; role: Stance; strength: number; hearsay: boolean }[];
  words: readonly { word: Word; weight: number; value: number; hearsay: boolean }[];
  numbers: readonly { number: Quantity; stance: Stance }[];
  dates: readonly { date: Dated; stance: Stance }[];
}

/** What kind of record the question seems to want, beyond its words. */
function bonusOf(record: FactRecord | undefined, { names }: Pick<Ranked, 'names'>, meaning: Meaning, trade: boolean): number {
  if (!record) return 0;
  let bonus = 0;
  if (meaning.preference === record.type) bonus += WEIGHTS.kind;
  if (trade && record.type === 'deal') bonus += WEIGHTS.deal;
  if (record.type === 'quote' && meaning.speaks) bonus += record.form === 'direct' ? WEIGHTS.kind : WEIGHTS.deal;
  if (record.status === 'negative' && names.length < 2) bonus += WEIGHTS.negative;
  return bonus + WEIGHTS.role * names.filter(({ role }) => role === 'agrees').length;
}

/** A question's parts with their look-ups, each list parallel to the meaning's. */
interface Parts {
  names: readonly Lookup[];
  words: readonly Lookup[];
  numbers: readonly Lookup[];
  dates: readonly Lookup[];
  /** Weight of all parts. */
  total: number;
}

function partsOf(index: Index, { names, words, numbers, dates }: Meaning): Parts {
  const parts = {
    names: names.map((name) => lookupName(index, name)),
    words: words.map((word) => lookupWord(index, word)),
    numbers: numbers.map((number) => lookupNumber(index, number)),
    dates: dates.map((date) => lookupDate(index, date)),
  };
  const total = [...parts.names, ...parts.words, ...parts.numbers, ...parts.dates].reduce((sum, { weight }) => sum + weight, 0);
  return { ...parts, total };
}

function judgeWord(index: Index, record: number, word: Word, { keys, weight }: Lookup): Ranked['words'][number] {
  let value = 0;
  let hearsay = true;
  for (const { posting, q } of keys) {
    const mask = index.postings.mask(posting, record);
    if (!mask) continue;
    value = Math.max(value, q * fieldValue(mask));
    if (mask & ~FIELD.ask) hearsay = false;
  }
  return { word, weight, value, hearsay };
}

/** A number that only an ask has may be there to be corrected. */
const tellsNumber = (index: Index, record: number, keys: Lookup['keys']): boolean =>
  keys.some(({ posting }) => (index.postings.mask(posting, record) & ~FIELD.ask) !== 0);

function judgeNumber(index: Index, record: number, number: Quantity, { keys }: Lookup): Ranked['numbers'][number] {
  const agrees = tellsNumber(index, record, keys);
  return { number, stance: agrees ? 'agrees' : (index.records[record]?.figures.length ?? 0) > 0 ? 'differs' : 'silent' };
}

/** Weight of the question that a record explains, without the details. */
function explained(index: Index, record: number, meaning: Meaning, parts: Parts): number {
  const { postings } = index;
  let sum = 0;
  for (let i = 0; i < parts.names.length; i++) {
    const lookup = parts.names[i] as Lookup;
    sum += lookup.weight * judgeName(index, record, meaning.names[i] as Named, lookup).value;
  }
  for (const { weight, keys } of parts.words) {
    let value = 0;
    for (const { posting, q } of keys) {
      const mask = postings.mask(posting, record);
      if (mask) value = Math.max(value, q * fieldValue(mask));
    }
    sum += weight * value;
  }
  const counts = (index.records[record]?.figures.length ?? 0) > 0;
  for (const { weight, keys } of parts.numbers) {
    if (tellsNumber(index, record, keys)) sum += weight;
    else if (counts) sum += weight * WEIGHTS.otherNumber;
  }
  for (let i = 0; i < parts.dates.length; i++) {
    const lookup = parts.dates[i] as Lookup;
    const date = meaning.dates[i] as Dated;
    if (judgeDate(index, record, date, lookup) === 'agrees') sum += lookup.weight * (isWithin(index, record, date) ? 1 : WEIGHTS.widerDate);
  }
  return sum;
}

/** So few records are all looked at. */
const FEW = 400;

/** The candidates that explain most, best first; ties by record number. */
function shortlist(
  index: Index,
  meaning: Meaning,
  parts: Parts,
  trade: boolean,
  most: number,
  among?: ReadonlySet<number>,
): { number: number; cover: number }[] {
  const few = among !== undefined && among.size <= FEW;
  const found = few ? among : candidates(index, [...parts.names, ...parts.words, ...parts.numbers, ...parts.dates]);
  const scored: { number: number; cover: number; score: number }[] = [];
  for (const number of found) {
    if (among && !among.has(number)) continue;
    const cover = explained(index, number, meaning, parts) / parts.total;
    const type = index.records[number]?.type;
    const wanted = meaning.preference === 'ask' ? trade && type === 'deal' : type === meaning.preference;
    scored.push({ number, cover, score: wanted ? cover + WEIGHTS.kind : cover });
  }
  return scored.sort((a, b) => b.score - a.score || a.number - b.number).slice(0, most);
}

/**
 * Ranks the records that come near a question, best first.
 * @param most records that get the closer look, and so the most that are returned.
 * @param among numbers of the only records to be ranked; all when absent.
 */
export function rankRecords(index: Index, meaning: Meaning, most: number, among?: ReadonlySet<number>): Ranked[] {
  const parts = partsOf(index, meaning);
  if (parts.total === 0) return [];
  const trade = speaksOfTrade(meaning);
  const spoken = spokenPairs(index, meaning);
  const askedAs = index.asks.question([...parts.names, ...parts.words, ...parts.numbers]);
  const ranked = shortlist(index, meaning, parts, trade, most, among).map(({ number, cover }): Ranked => {
    const details = {
      names: meaning.names.map((name, i) => {
        const { value, ...rest } = judgeName(index, number, name, parts.names[i] as Lookup);
        return { name, strength: value, ...rest };
      }),
      words: meaning.words.map((word, i) => judgeWord(index, number, word, parts.words[i] as Lookup)),
      numbers: meaning.numbers.map((quantity, i) => judgeNumber(index, number, quantity, parts.numbers[i] as Lookup)),
      dates: meaning.dates.map((date, i) => ({ date, stance: judgeDate(index, number, date, parts.dates[i] as Lookup) })),
    };
    // A record without asks is judged by what it says alone.
    const ask = askedAs(number) ?? cover;
    const phrase = phraseLikeness(index, number, spoken);
    const against = [...details.names, ...details.dates].filter(({ stance }) => stance !== 'agrees').length;
    const bonus = bonusOf(index.records[number], details, meaning, trade);
    const score = WEIGHTS.cover * cover + WEIGHTS.ask * ask + WEIGHTS.phrase * phrase + bonus - WEIGHTS.against * against;
    return { number, cover, ask, phrase, score, ...details };
  });
  return ranked.sort((a, b) => b.score - a.score || a.number - b.number);
}
