/** What a folded word is by itself, whatever stands around it: a function word, a negation, a number, stems, ideas. */
import { ideasOf } from './ideas.ts';
import { fold, type Language, stemmerOf } from './text.ts';
import { NEGATIONS, NUMBERS, STOPWORDS } from './words/index.ts';

const foldedBy = (lists: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, ReadonlySet<string>> =>
  new Map(Object.entries(lists).map(([language, list]) => [language, new Set(list.map(fold))]));
const STOP = foldedBy(STOPWORDS);
const NEGATION = foldedBy(NEGATIONS);
const ANY_STOP = new Set([...STOP.values()].flatMap((words) => [...words]));
const ANY_NEGATION = new Set([...NEGATION.values()].flatMap((words) => [...words]));
const NUMBER_OF = new Map(Object.entries(NUMBERS).flatMap(([value, names]) => names.map((name): [string, number] => [fold(name), Number(value)])));

/** True for a function word of any language: too weak to be a name's code. */
export const isAnyStopword = (word: string): boolean => ANY_STOP.has(word);

/** The number a folded word states: digits, or a number word. */
export function numberOf(word: string): number | undefined {
  if (/^\d{1,9}$/.test(word)) return Number(word);
  return NUMBER_OF.get(word);
}

/** What a word is in some languages. */
export interface Sense {
  /** A function word of one of the languages. */
  stop: boolean;
  /** A word of negation in one of the languages. */
  negation: boolean;
  /** Its stem in each language, each once. */
  stems: readonly string[];
  /** What it stands for in the first language that tells. */
  ideas: readonly string[] | undefined;
  number: number | undefined;
}

/** Its stems, each once. Languages that share a stemmer share a stem. */
function stemsOf(word: string, languages: readonly Language[]): string[] {
  const stems: string[] = [];
  let last: ReturnType<typeof stemmerOf> | undefined;
  for (const language of languages) {
    const stemmer = stemmerOf(language);
    const stem = stemmer === last ? undefined : stemmer(word);
    if (stem !== undefined && !stems.includes(stem)) stems.push(stem);
    last = stemmer;
  }
  return stems;
}

/** What a folded word is in these languages. */
export function senseOf(word: string, languages: readonly Language[]): Sense {
  const denies = ANY_NEGATION.has(word);
  return {
    stop: denies || (ANY_STOP.has(word) && languages.some((language) => STOP.get(language)?.has(word))),
    negation: denies && languages.some((language) => NEGATION.get(language)?.has(word)),
    stems: stemsOf(word, languages),
    ideas: ideasOf(word, languages),
    number: numberOf(word),
  };
}
