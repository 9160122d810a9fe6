/**
 * Curated texts → units: the same reading as a question's, taking every word as it is spelt. What a word means by itself is
 * remembered, since most words repeat; only words that may begin a longer name or phrase are read in their context.
 */
import { longestPhrase, opensPhrase } from './ideas.ts';
import type { Lexicon } from './lexicon.ts';
import { createReading, type Reading, type Unit, unitAt } from './read.ts';
import type { Language, Token } from './text.ts';

/** The keys of one unit, best first: what an equal unit of a question looks up. */
function unitKeys(unit: Unit): string[] {
  switch (unit.kind) {
    case 'name':
      return unit.ids.map((id) => `e:${id}`);
    case 'number':
      return [`n:${unit.value}`];
    case 'word':
      return [...unit.stems.map((stem) => `t:${stem}`), ...unit.ideas.map((idea) => `i:${idea}`)];
  }
}

export interface CuratedReader {
  /** Numbers of the units that a text's words make, in order. */
  read(tokens: readonly Token[], language: Language): number[];
  /** By unit number, the numbers of its keys; never none. */
  units: readonly (readonly number[])[];
  /** Folded words of at least four letters that were read. */
  vocabulary: ReadonlySet<string>;
}

/** Numbers units that have the same keys alike. */
function createUnits() {
  const units: (readonly number[])[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (keys: readonly number[]): number => {
    const text = keys.join();
    let number = numbers.get(text);
    if (number === undefined) {
      number = units.push(keys) - 1;
      numbers.set(text, number);
    }
    return number;
  };
  return { units, numberOf };
}

/** In place of a unit's number, for words that say nothing. */
const SILENT = -1;

/** What begins at a word: the unit's number, and how many words it takes. */
interface Begun {
  unit: number;
  length: number;
}

/** What is known of a word in one language. */
interface Known {
  /** What it means by itself; undefined until it was read where no longer name or phrase begins. */
  alone: Begun | undefined;
  /**
   * For a word that may begin a name or phrase of several, by the word behind it: the most words that these two may begin, and, if
   * that is no more than the two, what they mean.
   */
  together: Map<Token | undefined, { longest: number; begun: Begun | undefined }> | undefined;
}

/** @param keyNumber the number of a key, new when need be. */
export function createCuratedReader(lexicon: Lexicon, keyNumber: (key: string) => number): CuratedReader {
  const vocabulary = new Set<string>();
  const { units, numberOf } = createUnits();

  const readAt = (tokens: readonly Token[], i: number, reading: Reading): Begun => {
    const found = unitAt(tokens, i, reading);
    const keys = found ? unitKeys(found) : [];
    return { unit: keys.length > 0 ? numberOf(keys.map(keyNumber)) : SILENT, length: found ? found.at[1] - found.at[0] : 1 };
  };

  /** Reads texts of one language. */
  const readerOf = (language: Language) => {
    const reading = createReading(lexicon, [language]);
    /** `split` hands out the same token for the same word. */
    const memory = new Map<Token, Known>();
    const meet = (token: Token): Known => {
      const { text } = token;
      const opens = lexicon.opensName(text) || opensPhrase(text, language);
      const met: Known = { alone: undefined, together: opens ? new Map() : undefined };
      memory.set(token, met);
      if (text.length >= 4 && !/\d/.test(text)) vocabulary.add(text);
      return met;
    };
    const readTogether = (tokens: readonly Token[], i: number, together: NonNullable<Known['together']>): Begun | undefined => {
      const [{ text }, next] = [tokens[i] as Token, tokens[i + 1]];
      let known = together.get(next);
      if (!known) {
        const longest = Math.max(lexicon.longestFrom(text, next?.text ?? ''), longestPhrase(text, next?.text ?? '', language));
        known = { longest, begun: longest === 2 ? readAt(tokens, i, reading) : undefined };
        together.set(next, known);
      }
      return known.longest > 2 ? readAt(tokens, i, reading) : known.begun;
    };
    return (tokens: readonly Token[]): number[] => {
      const found: number[] = [];
      for (let i = 0; i < tokens.length; ) {
        const token = tokens[i] as Token;
        const met = memory.get(token) ?? meet(token);
        let begun = met.together && readTogether(tokens, i, met.together);
        if (!begun) {
          met.alone ??= readAt(tokens, i, reading);
          begun = met.alone;
        }
        if (begun.unit !== SILENT) found.push(begun.unit);
        i += begun.length;
      }
      return found;
    };
  };

  const byLanguage = new Map<Language, ReturnType<typeof readerOf>>();
  const read: CuratedReader['read'] = (tokens, language) => {
    let reader = byLanguage.get(language);
    if (!reader) {
      reader = readerOf(language);
      byLanguage.set(language, reader);
    }
    return reader(tokens);
  };
  return { read, units, vocabulary };
}
