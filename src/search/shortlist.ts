/** Which records get the closer look: those that explain most of a question, and are worded most like it. */
import { candidates } from './candidates.ts';
import { type Index, TRAIT } from './index.ts';
import type { Lookup, Parts } from './lookup.ts';
import type { Meaning } from './meaning.ts';
import { FIELD } from './postings.ts';
import { fieldValue, isWithin, judgeDate, nameStrength } from './stance.ts';
import { speaksOfTrade } from './trade.ts';
import { WEIGHTS } from './weights.ts';

/** A number that only an ask has may be there to be corrected. */
export function tellsNumber({ postings }: Index, record: number, { keys }: Lookup): boolean {
  for (const { posting } of keys) if (postings.mask(posting, record) & ~FIELD.ask) return true;
  return false;
}

/** How much of a word a record has, by the best field that any of the word's keys stands in, 0 to 1. */
function wordValue({ postings }: Index, record: number, { keys }: Lookup): number {
  let best = 0;
  for (const { posting, q } of keys) {
    const mask = postings.mask(posting, record);
    if (mask !== 0) best = Math.max(best, q * fieldValue(mask));
  }
  return best;
}

/** Share of the question's weight that a record explains, 0 to 1. */
function coverOf(index: Index, record: number, { names, words, numbers, dates, total }: Parts): number {
  let sum = 0;
  for (const name of names) sum += name.weight * nameStrength(index, record, name);
  for (const word of words) sum += word.weight * wordValue(index, record, word);
  for (const number of numbers) {
    if (tellsNumber(index, record, number)) sum += number.weight;
    else if ((index.traits[record] as number) & TRAIT.figures) sum += number.weight * WEIGHTS.otherNumber;
  }
  for (const date of dates) if (judgeDate(index, record, date) === 'agrees') sum += date.weight * (isWithin(index, record, date) ? 1 : WEIGHTS.widerDate);
  return sum / total;
}

/** A record with what it explains. */
export interface Candidate {
  /** Record number in the index. */
  number: number;
  /** Share of the question's weight that the record explains, 0 to 1. */
  cover: number;
  /** What the list is sorted by. */
  score: number;
}

const isBetter = (one: Candidate, than: Candidate): boolean => one.score > than.score || (one.score === than.score && one.number < than.number);

/** Puts a record on a list of the best, best first, ties by number; the last one falls off a full list. */
function putOn(list: Candidate[], most: number, candidate: Candidate): void {
  let place = list.length < most ? list.length : most - 1;
  for (; place > 0 && isBetter(candidate, list[place - 1] as Candidate); place--) list[place] = list[place - 1] as Candidate;
  list[place] = candidate;
}

/** So few records are all looked at. */
const FEW = 400;

/** Which records a shortlist is made of. */
export interface Choice {
  /** Its most entries. */
  most: number;
  /** Numbers of the only records to be looked at; all when absent. */
  among?: ReadonlySet<number> | undefined;
}

const UNKNOWN = (): number => 0;

/** The records that explain most of a question and are worded most like it, best first. A list wants whatever explains it, however worded. */
export function shortlist(index: Index, meaning: Meaning, parts: Parts, { most, among }: Choice): Candidate[] {
  const { preference, tokens, asked } = meaning;
  const wordedLike = index.wording.tellsAll && !asked.has('list') ? index.wording.question(tokens) : UNKNOWN;
  const preferred = preference !== 'ask' ? TRAIT[preference] : speaksOfTrade(meaning) ? TRAIT.deal : 0;
  const found = among && among.size <= FEW ? among : candidates(index, [...parts.names, ...parts.words, ...parts.numbers, ...parts.dates]);
  const list: Candidate[] = [];
  for (const number of found) {
    if (among && !among.has(number)) continue;
    const cover = coverOf(index, number, parts);
    const score = cover + ((index.traits[number] as number) & preferred ? WEIGHTS.preferred : 0) + WEIGHTS.worded * wordedLike(number);
    const last = list[most - 1];
    if (last && (score < last.score || (score === last.score && number > last.number))) continue;
    putOn(list, most, { number, cover, score });
  }
  return list;
}
