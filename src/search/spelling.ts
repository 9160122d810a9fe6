/** What a misspelt word may have been, among the names, the records' words, the English ideas and the months. */
import { countBits } from './bits.ts';
import { ideaWords } from './ideas.ts';
import type { Index } from './index.ts';
import type { Lexicon } from './lexicon.ts';
import { likenessOf, openWords, type PackedWords, packWords } from './near.ts';
import { ordinary } from './ordinary.ts';
import { remember } from './remember.ts';
import { type Sense, senseOf } from './sense.ts';
import { type Language, mostEdits, skeleton } from './text.ts';
import { isTimeWord, monthNumber, monthsFrom, monthWords } from './when.ts';

/** Another spelling, and how alike the two are, 0 to 1. */
export interface Respelling {
  word: string;
  likeness: number;
}

export interface Spelling {
  /** Best first; none for a word that is spelt right. @param sense what the word is in these languages. */
  respell(word: string, languages: readonly Language[], sense: Sense): readonly Respelling[];
  /** Month, 1 to 12, of a misspelt month name; else 0. */
  month(word: string): number;
}

/** A misspelling of a country that the base does not know must be this close and this long. */
const FOREIGN = { likeness: 0.85, length: 6 } as const;

/** A misspelt month must be this like its name, and of so many letters. */
const MONTH = 0.8;
const SHORTEST_MONTH = 5;
/** Against rounding. */
const SLACK = 1e-9;
/** A word of these languages is no misspelt month. */
const MONTH_LANGUAGES: readonly Language[] = ['en', 'ru', 'tr'];
const NONE: readonly Respelling[] = [];
/** A name of at most five letters needs this likeness: too many words are near it. */
const SHORT = { likeness: 0.85, length: 5 } as const;

/** A name that begins with another letter needs this likeness. */
const OTHER_LETTER = 0.7;

/** Letters by which a month and its misspelling may differ in length, and different ones that they may have between them. */
const MOST_MORE = 2;
const MOST_APART = 4;
const FIRST_LETTER = 97;

/** The different letters of a word, one bit each. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let i = 0; i < word.length; i++) letters |= 1 << (word.charCodeAt(i) - FIRST_LETTER);
  return letters;
}

/** The months that begin with a letter, as they are compared. */
const monthsOf = remember((letter) => monthsFrom(letter).map((name) => ({ name, letters: lettersOf(name), frame: skeleton(name) })));

/** Whether a word may be a month misspelt; letters that one of them has too many are errors. False for most words: nothing more need be known of them. */
function mayBeMonth(word: string): boolean {
  if (word.length < SHORTEST_MONTH) return false;
  const letters = lettersOf(word);
  return monthsOf(word.charAt(0)).some((month) => {
    const more = Math.abs(month.name.length - word.length);
    if (more > MOST_MORE || countBits(letters ^ month.letters) > MOST_APART) return false;
    if (more === 0 && month.frame === skeleton(word)) return true;
    return more <= (1 - MONTH) * Math.max(month.name.length, word.length) + SLACK && likenessOf(word, month.name) >= MONTH;
  });
}

/** All words that a misspelt one may have been, ready to be found. */
export function packSpelling(lexicon: Lexicon, vocabulary: Index['vocabulary']): PackedWords {
  const names = new Set(lexicon.nameWords);
  // Names may be misspelt by two letters; of the many ordinary words one is enough.
  const reach = (word: string): number => (names.has(word) ? mostEdits(word.length) : Math.min(1, mostEdits(word.length)));
  return packWords([...new Set([...lexicon.nameWords, ...vocabulary, ...ideaWords('en'), ...monthWords])], reach);
}

/** Prepares the spelling of a base. The neighbourhood of all words is built at the first misspelt one, if the index does not bring it. */
export function createSpelling(lexicon: Lexicon, index: Index): Spelling {
  const foreign = new Set(lexicon.nameWords.filter((word) => !lexicon.inBaseName(word) && !index.vocabulary.has(word)));
  let opened: { words: readonly string[]; near: ReturnType<typeof openWords> } | undefined;
  const open = () => {
    const packed = index.spelling ?? packSpelling(lexicon, index.vocabulary);
    return { words: packed.words, near: openWords(packed) };
  };
  const nearest = remember((word): readonly Respelling[] => {
    opened ??= open();
    const { words, near } = opened;
    return near(word)
      .map(({ index: at, likeness }) => ({ word: words[at] as string, likeness }))
      .filter(({ word: other, likeness }) => other.length > SHORT.length || likeness >= SHORT.likeness || !lexicon.inBaseName(other))
      .filter(({ word: other, likeness }) => other[0] === word[0] || likeness >= OTHER_LETTER || !lexicon.inBaseName(other))
      .filter(({ word: other, likeness }) => !foreign.has(other) || (other.length >= FOREIGN.length && likeness >= FOREIGN.likeness && other[0] === word[0]));
  });
  const known = (word: string, languages: readonly Language[], { stop, number, ideas, stems }: Sense): boolean => {
    if (stop || number !== undefined || ideas !== undefined || isTimeWord(word)) return true;
    if (lexicon.exact(word) !== undefined || lexicon.inBaseName(word)) return true;
    return (languages.includes('en') && ordinary(word) !== undefined) || stems.some((stem) => index.postings.has('t', stem));
  };
  return {
    respell: (word, languages, sense) => (known(word, languages, sense) ? NONE : nearest(word)),
    month: remember((word) => {
      if (isTimeWord(word) || !mayBeMonth(word) || known(word, MONTH_LANGUAGES, senseOf(word, MONTH_LANGUAGES))) return 0;
      const [best] = nearest(word);
      return best && best.likeness >= MONTH && best.word[0] === word[0] ? monthNumber(best.word) : 0;
    }),
  };
}
