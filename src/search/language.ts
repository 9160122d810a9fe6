/** Which of the search's languages a query may be written in, from its letters and its function words. */
import { fold, LANGUAGES, type Language, type Token } from './text.ts';
import { NEGATIONS, STOPWORDS } from './words/index.ts';

const CYRILLIC = /\p{Script=Cyrillic}/u;
const LATIN_TURKIC: readonly Language[] = ['tr', 'az', 'uz'];

/** Letters that only some of the languages write. */
const LETTERS: readonly (readonly [RegExp, readonly Language[]])[] = [
  [/ə/i, ['az']],
  [/[ığşİ]/, ['tr', 'az']],
  [/[öüç]/i, ['tr', 'az']],
  [/[oOgG][‘ʻ’'`][a-zA-Z]/, ['uz']],
  [/[әқғұһі]/i, ['kk']],
  [/[ңөү]/i, ['kk', 'ky']],
  [/[щыэё]/i, ['ru']],
];

const FUNCTION_WORDS: ReadonlyMap<Language, ReadonlySet<string>> = new Map(
  LANGUAGES.map((language) => [language, new Set([...(STOPWORDS[language] ?? []), ...(NEGATIONS[language] ?? [])].map(fold))]),
);

/**
 * Languages to read a query in, likeliest first; at least one.
 * @param isName whether a folded word is a name by itself.
 * A query without any sign may be English or Turkic typed without diacritics, so both are kept.
 */
export function languagesOf(tokens: readonly Token[], isName: (word: string) => boolean): Language[] {
  const all = tokens.map(({ raw }) => raw).join(' ');
  // A name keeps its own letters in every language: `Türkiye` does not make an English question Turkish.
  const text = tokens.flatMap((token) => (isName(token.text) ? [] : [token.raw])).join(' ');
  const cyrillic = CYRILLIC.test(text || all);
  const possible = cyrillic ? (['ru', 'kk', 'ky'] as const) : (['en', ...LATIN_TURKIC] as const);
  const score = new Map<Language, number>(possible.map((language) => [language, 0]));
  const add = (language: Language, points: number) => score.has(language) && score.set(language, (score.get(language) ?? 0) + points);
  for (const [letters, languages] of LETTERS) if (letters.test(text)) for (const language of languages) add(language, 2);
  for (const { text: word } of tokens) for (const language of possible) if (FUNCTION_WORDS.get(language)?.has(word)) add(language, word.length > 2 ? 1 : 0.5);
  const first: Language = cyrillic ? 'ru' : 'en';
  const ranked = [...possible].sort((a, b) => (score.get(b) ?? 0) - (score.get(a) ?? 0) || (a === first ? -1 : b === first ? 1 : 0));
  const best = score.get(ranked[0] as Language) ?? 0;
  const likely = ranked.filter((language) => best === 0 || (score.get(language) ?? 0) >= best / 2);
  // English words stand in questions of every language.
  return likely.includes('en') || (cyrillic && !/[a-z]{3}/i.test(all)) ? likely : [...likely, 'en'];
}
