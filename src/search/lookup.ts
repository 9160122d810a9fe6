/** Parts of a question → keys and weights. */
import { isShort } from '../base/dates.ts';
import { dayNumber } from './days.ts';
import type { Index } from './index.ts';
import type { Dated, Meaning, Named, Quantity, Word } from './meaning.ts';
import { type Kind, type Posting, toldOf } from './postings.ts';
import { stemmerOf } from './text.ts';
import { WEIGHTS } from './weights.ts';
import { monthName } from './when/span.ts';

/** A key of a part, with how well it stands for it, 0 to 1. */
interface Key {
  posting: Posting;
  q: number;
}

/** One part of a question, ready to be looked up. */
export interface Lookup {
  weight: number;
  keys: readonly Key[];
}

export interface NameLookup extends Lookup {
  name: Named;
}

export interface WordLookup extends Lookup {
  word: Word;
}

export interface NumberLookup extends Lookup {
  number: Quantity;
}

/** A date, ready to be held against the days of records; see `dayNumber`. */
export interface DateLookup extends Lookup {
  date: Dated;
  /** Undefined for a month of any year. */
  days: { from: number; to: number; short: boolean /** Several years, or one whole year. */; years: boolean } | undefined;
  /** The name of the month it begins in. */
  month: Posting | undefined;
}

/** A question's parts, ready to be looked up. */
export interface Parts {
  names: readonly NameLookup[];
  words: readonly WordLookup[];
  numbers: readonly NumberLookup[];
  dates: readonly DateLookup[];
  /** Weight of all parts. */
  total: number;
}

/** An idea stands a little behind the word itself. */
const IDEA = 0.9;
/** No word weighs less. */
const LEAST = 0.08;
/** Years of a span that are looked up, and the last year that is. */
const MOST_YEARS = 6;
const LAST_YEAR = 2200;

function addKey(keys: Key[], { postings }: Index, kind: Kind, name: string, q: number): void {
  const posting = postings.get(kind, name);
  if (posting) keys.push({ posting, q });
}

/** How often the most frequent of these keys occurs; 0 for none. */
function mostFrequent(keys: readonly Key[]): number {
  let most = 0;
  for (const { posting } of keys) most = Math.max(most, toldOf(posting));
  return most;
}

function lookupName(index: Index, name: Named): NameLookup {
  const { ids, likeness } = name;
  const keys: Key[] = [];
  for (const id of ids) addKey(keys, index, 'e', id, 0.5 + 0.5 * likeness);
  const frequency = mostFrequent(keys);
  return { name, weight: frequency ? WEIGHTS.name + (1 - WEIGHTS.name) * index.postings.weight(frequency) : 1, keys };
}

function lookupWord(index: Index, word: Word): WordLookup {
  const { stems, ideas, likeness, manner } = word;
  const keys: Key[] = [];
  for (const stem of stems) addKey(keys, index, 't', stem, likeness);
  for (const idea of ideas) addKey(keys, index, 'i', idea, likeness * IDEA);
  if (keys.length === 0) return { word, weight: ideas.length > 0 ? WEIGHTS.stranger.noun : WEIGHTS.stranger[manner], keys };
  return { word, weight: Math.max(LEAST, index.postings.weight(mostFrequent(keys))), keys };
}

function lookupNumber(index: Index, number: Quantity): NumberLookup {
  const keys: Key[] = [];
  addKey(keys, index, 'n', String(number.value), 1);
  return { number, weight: WEIGHTS.number, keys };
}

const monthPosting = ({ postings }: Index, day: string): Posting | undefined =>
  postings.get('t', stemmerOf('en')(monthName(Number(day.slice(5, 7))).toLowerCase()));

/** A span of several years, or of one whole year. */
const isOfYears = (from: string, to: string): boolean => !to.startsWith(from.slice(0, 4)) || (from.endsWith('-01-01') && to.endsWith('-12-31'));

function lookupDate(index: Index, date: Dated): DateLookup {
  const { from, to } = date;
  const weight = WEIGHTS.date;
  if (from === undefined || to === undefined) return { date, weight, keys: [], days: undefined, month: undefined };
  const keys: Key[] = [];
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  for (let year = Math.max(first, 1); year <= Math.min(last, first + MOST_YEARS - 1, LAST_YEAR); year++) {
    addKey(keys, index, 'y', String(year), 1);
    addKey(keys, index, 'n', String(year), 0.9);
  }
  const days = { from: dayNumber(from), to: dayNumber(to), short: isShort({ from, to }), years: isOfYears(from, to) };
  return { date, weight, keys, days, month: monthPosting(index, from) };
}

/** Looks up every part of a question. */
export function lookUp(index: Index, meaning: Meaning): Parts {
  const names = meaning.names.map((name) => lookupName(index, name));
  const words = meaning.words.map((word) => lookupWord(index, word));
  const numbers = meaning.numbers.map((number) => lookupNumber(index, number));
  const dates = meaning.dates.map((date) => lookupDate(index, date));
  let total = 0;
  for (const parts of [names, words, numbers, dates]) for (const { weight } of parts) total += weight;
  return { names, words, numbers, dates, total };
}
