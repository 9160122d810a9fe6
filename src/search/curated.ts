/**
 * Curated texts → units: the same reading as a question's, taking every word as it is spelt. What a word means by itself is
 * remembered, since most words repeat; only words that may begin a longer name or phrase are read in their context.
 */
import { continuesPhrase, opensPhrase } from './ideas.ts';
import type { Lexicon } from './lexicon.ts';
import { type Candidate, contentAt, nameAt, type ReadOptions, type Unit } from './read.ts';
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

/** What a word means by itself in one language. */
interface Alone {
  /** Undefined until it was read where no longer name or phrase begins. */
  unit: number | undefined;
  /** True when a name or phrase of several words may begin with it: then the next word tells. */
  opens: boolean;
}

/** @param keyNumber the number of a key, new when need be. */
export function createCuratedReader(lexicon: Lexicon, keyNumber: (key: string) => number): CuratedReader {
  const vocabulary = new Set<string>();
  const { units, numberOf } = createUnits();
  /** By language and token. `split` hands out the same token for the same word. */
  const memories = new Map<Language, Map<Token, Alone>>();

  const meet = (memory: Map<Token, Alone>, token: Token, language: Language): Alone => {
    const { text } = token;
    const alone = { unit: undefined, opens: lexicon.opensName(text) || opensPhrase(text, language) };
    memory.set(token, alone);
    if (text.length >= 4 && !/\d/.test(text)) vocabulary.add(text);
    return alone;
  };

  const readAt = (tokens: readonly Token[], i: number, options: ReadOptions): { unit: number; length: number } => {
    const spelled = (at: number): readonly Candidate[] | undefined => {
      const token = tokens[at];
      return token && [{ word: token.text, likeness: 1 }];
    };
    const found = nameAt(tokens, spelled, i, options) ?? contentAt(tokens, i, options);
    const keys = found ? unitKeys(found) : [];
    return { unit: keys.length > 0 ? numberOf(keys.map(keyNumber)) : SILENT, length: found ? found.at[1] - found.at[0] : 1 };
  };

  const read: CuratedReader['read'] = (tokens, language) => {
    let memory = memories.get(language);
    if (!memory) {
      memory = new Map();
      memories.set(language, memory);
    }
    const options = { lexicon, languages: [language] };
    const found: number[] = [];
    for (let i = 0; i < tokens.length; ) {
      const token = tokens[i] as Token;
      const alone = memory.get(token) ?? meet(memory, token, language);
      const next = alone.opens ? (tokens[i + 1]?.text ?? '') : '';
      const together = alone.opens && (lexicon.longestFrom(token.text, next) > 1 || continuesPhrase(token.text, next, language));
      let unit = together ? undefined : alone.unit;
      let length = 1;
      if (unit === undefined) {
        ({ unit, length } = readAt(tokens, i, options));
        if (!together) alone.unit = unit;
      }
      if (unit !== SILENT) found.push(unit);
      i += length;
    }
    return found;
  };
  return { read, units, vocabulary };
}
