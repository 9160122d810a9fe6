/**
 * Curated texts → keys: the same reading as a question's, taking every word as it is spelt. What a word means by itself is
 * remembered, since most words repeat; only words that may begin a longer name or phrase are read in their context.
 */
import { opensPhrase } from './ideas.ts';
import type { Lexicon } from './lexicon.ts';
import { type Candidate, contentAt, nameAt, type Unit } from './read.ts';
import { type Language, type Token, words } from './text.ts';

/** The keys of one unit, best first: what an equal unit of a question looks up. */
export function unitKeys(unit: Unit): string[] {
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
  /** Key numbers of a text's units, in order. */
  read(text: string, language: Language): readonly (readonly number[])[];
  /** Folded words of at least four letters that were read. */
  vocabulary: ReadonlySet<string>;
}

const SILENT: readonly number[] = [];

/** @param numberOf the number of a key, new when need be. */
export function createCuratedReader(lexicon: Lexicon, numberOf: (key: string) => number): CuratedReader {
  const vocabulary = new Set<string>();
  /** By language: what a token means by itself. `split` hands out the same token for the same word. */
  const memories = new Map<Language, Map<Token, readonly number[]>>();

  const readAt = (tokens: readonly Token[], i: number, language: Language): { keys: readonly number[]; length: number } => {
    const options = { lexicon, languages: [language] };
    const spelled = (at: number): readonly Candidate[] | undefined => {
      const token = tokens[at];
      return token && [{ word: token.text, likeness: 1 }];
    };
    const unit = nameAt(tokens, spelled, i, options) ?? contentAt(tokens, i, options);
    return unit ? { keys: unitKeys(unit).map(numberOf), length: unit.at[1] - unit.at[0] } : { keys: SILENT, length: 1 };
  };

  const read: CuratedReader['read'] = (text, language) => {
    let memory = memories.get(language);
    if (!memory) {
      memory = new Map();
      memories.set(language, memory);
    }
    const tokens = words(text);
    const units: (readonly number[])[] = [];
    for (let i = 0; i < tokens.length; ) {
      const token = tokens[i] as Token;
      const next = tokens[i + 1]?.text ?? '';
      const together = lexicon.longestFrom(token.text, next) > 1 || opensPhrase(token.text, next, language);
      let keys = together ? undefined : memory.get(token);
      let length = 1;
      if (!keys) {
        ({ keys, length } = readAt(tokens, i, language));
        if (!together) memory.set(token, keys);
        if (token.text.length >= 4 && !/\d/.test(token.text)) vocabulary.add(token.text);
      }
      if (keys.length > 0) units.push(keys);
      i += length;
    }
    return units;
  };
  return { read, vocabulary };
}
