/** Words → ideas: the language-independent concepts of `words/concepts`, found by whole word, stem, phrase or, outside English, by prefix. */
import { fold, type Language, stemmerOf, type Token } from './text.ts';
import { CONCEPTS } from './words/index.ts';

export interface IdeaHit {
  ideas: readonly string[];
  /** Number of words read. */
  length: number;
}

interface Words {
  /** Folded word or stem → ideas. */
  single: Map<string, string[]>;
  /** First letters of the single words that others may run on from. */
  starts: Set<string>;
  /** Stems of a phrase, joined by spaces → ideas. */
  phrases: Map<string, string[]>;
  /** Stems of a phrase's first two words → most words in such a phrase. */
  openings: Map<string, Map<string, number>>;
}

/** In an inflecting language a word may run on from a listed one of this length … */
const SHORTEST_PREFIX = 4;
const SHORTEST_STEM = 5;
/** … by at most this many letters. */
const LONGEST_ENDING = 5;

const add = (map: Map<string, string[]>, key: string, idea: string) => {
  const ideas = map.get(key);
  if (!ideas) map.set(key, [idea]);
  else if (!ideas.includes(idea)) ideas.push(idea);
};

function readWords(language: Language): Words {
  const words: Words = { single: new Map(), starts: new Set(), phrases: new Map(), openings: new Map() };
  const stem = stemmerOf(language);
  for (const [idea, forms] of Object.entries(CONCEPTS[language] ?? {})) {
    for (const form of forms) {
      const parts = fold(form).split(' ').filter(Boolean);
      const [first] = parts;
      if (first === undefined) continue;
      if (parts.length === 1) {
        add(words.single, first, idea);
        const root = stem(first);
        // A short stem, or one far from its word, is another word's stem too.
        if (language === 'en' || (root.length >= SHORTEST_STEM && first.length - root.length <= 2)) add(words.single, root, idea);
      } else {
        add(words.phrases, parts.map(stem).join(' '), idea);
        const [head = '', next = ''] = parts.map(stem);
        const lengths = words.openings.get(head) ?? new Map<string, number>();
        lengths.set(next, Math.max(lengths.get(next) ?? 1, parts.length));
        words.openings.set(head, lengths);
      }
    }
  }
  for (const word of words.single.keys()) if (word.length >= SHORTEST_PREFIX) words.starts.add(word.slice(0, SHORTEST_PREFIX));
  return words;
}

const loaded = new Map<Language, Words>();
const wordsOf = (language: Language): Words => {
  let words = loaded.get(language);
  if (!words) {
    words = readWords(language);
    loaded.set(language, words);
  }
  return words;
};

const NONE: readonly string[] = [];

function lookUp(word: string, language: Language): readonly string[] {
  const { single, starts } = wordsOf(language);
  // Outside English a stem is what a word begins with.
  if (language !== 'en' && word.length > SHORTEST_PREFIX && !starts.has(word.slice(0, SHORTEST_PREFIX))) return NONE;
  const hit = single.get(word) ?? single.get(stemmerOf(language)(word));
  if (hit || language === 'en') return hit ?? NONE;
  for (let cut = 1; cut <= LONGEST_ENDING && word.length - cut >= SHORTEST_PREFIX; cut++) {
    const shorter = single.get(word.slice(0, -cut));
    if (shorter) return shorter;
  }
  return NONE;
}

/** The ideas of the longest phrase of several words that starts at token i, in the likeliest language that has it. */
export function phraseAt(tokens: readonly Token[], i: number, languages: readonly Language[]): IdeaHit | undefined {
  for (const language of languages) {
    const { phrases, openings } = wordsOf(language);
    const stem = stemmerOf(language);
    const opening = stem(tokens[i]?.text ?? '');
    const following = openings.get(opening);
    if (!following) continue;
    const longest = following.get(stem(tokens[i + 1]?.text ?? '')) ?? 1;
    for (let length = Math.min(longest, tokens.length - i); length >= 2; length--) {
      let key = opening;
      for (let k = 1; k < length; k++) key += ` ${stem(tokens[i + k]?.text ?? '')}`;
      const ideas = phrases.get(key);
      if (ideas) return { ideas, length };
    }
  }
  return undefined;
}

/** True when some phrase of this language begins with this folded word. */
export const opensPhrase = (word: string, language: Language): boolean => wordsOf(language).openings.has(stemmerOf(language)(word));

/** Most words in a phrase of this language that begins with these two folded words; 1 when none does. */
export function longestPhrase(word: string, next: string, language: Language): number {
  const stem = stemmerOf(language);
  return wordsOf(language).openings.get(stem(word))?.get(stem(next)) ?? 1;
}

/** The ideas of one folded word in the first of these languages that has any. */
export function ideasOf(word: string, languages: readonly Language[]): readonly string[] | undefined {
  for (const language of languages) {
    const ideas = lookUp(word, language);
    if (ideas.length > 0) return ideas;
  }
  return undefined;
}

/** Every single folded English word that means an idea, for finding misspelt ones. */
export const ideaWords = (language: Language): string[] => [...wordsOf(language).single.keys()].filter((word) => word.length >= 4);
