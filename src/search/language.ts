/** Which of the search's languages a query may be written in, from its letters and its function words. */
import { ordinary } from './ordinary.ts';
import { remember } from './remember.ts';
import { fold, LANGUAGES, type Language, type Token } from './text.ts';
import { NEGATIONS, STOPWORDS } from './words/index.ts';

/** Languages of each script, the likeliest first. */
const CYRILLIC: readonly Language[] = ['ru', 'kk', 'ky'];
const LATIN: readonly Language[] = ['en', 'tr', 'az', 'uz'];
const TURKIC_LATIN: readonly Language[] = ['tr', 'az', 'uz'];
/** Typed in Latin letters where no other keyboard is at hand; only on signs that outweigh those of all others. */
const TRANSLITERATED: readonly Language[] = ['ru', 'kk'];
/** Endings and letters of Russian words in Latin letters. */
const LATIN_RUSSIAN =
  /^[a-z]{2,}(?:ogo|skie|skikh|skih|skoy|ayut|aet|uyut|uet|yaet|yayut|nykh|tsya|lsya|iyu|niya|nie|ovat|ili|ala|ila|iki|kov|nov)$|shch|[^s]chto/;

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

/** Endings of Turkic words that English has not, and of Uzbek ones. */
const TURKIC_ENDING = /(?:mi|lar|ler|dan|den|nin|ning|lari|leri)$/;
const UZBEK_ENDING = /(?:ganmi|dimi|adimi|yaptimi|moqchi|moqda|moqdami|ning|lik|yapti)$/;
/** Shorter words end so by chance. */
const SHORTEST_ENDED = 7;

const FUNCTION_WORDS: ReadonlyMap<Language, ReadonlySet<string>> = new Map(
  LANGUAGES.map((language) => [language, new Set([...(STOPWORDS[language] ?? []), ...(NEGATIONS[language] ?? [])].map(fold))]),
);
const NONE: readonly Language[] = [];

/** What the letters of a word as typed tell. */
interface Signs {
  cyrillic: boolean;
  /** Three Latin letters in a row. */
  latin: boolean;
  /** Places in `LETTERS`. */
  letters: readonly number[];
}

const signsOf = remember(
  (raw): Signs => ({
    cyrillic: /\p{Script=Cyrillic}/u.test(raw),
    latin: /[a-z]{3}/i.test(raw),
    letters: LETTERS.flatMap(([letters], i) => (letters.test(raw) ? [i] : [])),
  }),
);

/** The languages in which a folded word is a function word. */
const languagesWith = remember((word): readonly Language[] => {
  const languages = LANGUAGES.filter((language) => FUNCTION_WORDS.get(language)?.has(word));
  return languages.length > 0 ? languages : NONE;
});

/** Lists of languages met before, so that the same languages are always the same list. */
const lists = new Map<string, readonly Language[]>();
function listOf(languages: readonly Language[]): readonly Language[] {
  const key = languages.join();
  const known = lists.get(key) ?? languages;
  lists.set(key, known);
  return known;
}

/** What speaks for each language: letters of its own, function words. */
function countSigns(tokens: readonly Token[], own: readonly Token[]): ReadonlyMap<Language, number> {
  const score = new Map<Language, number>();
  const add = (language: Language, points: number) => score.set(language, (score.get(language) ?? 0) + points);
  const letters = new Set(own.flatMap(({ raw }) => signsOf(raw).letters));
  for (const i of letters) for (const language of LETTERS[i]?.[1] ?? NONE) add(language, 2);
  for (const { text } of own) {
    if (text.length < SHORTEST_ENDED || ordinary(text) !== undefined) continue;
    if (TURKIC_ENDING.test(text)) for (const language of TURKIC_LATIN) add(language, 0.5);
    if (UZBEK_ENDING.test(text)) add('uz', 0.5);
  }
  for (const { text } of tokens) for (const language of languagesWith(text)) add(language, text.length > 2 ? 1 : 0.5);
  return score;
}

/** Russian or Kazakh in Latin letters; undefined unless more speaks for it than for any language that is written in them. */
function transliterated(own: readonly Token[], of: (language: Language) => number): Language | undefined {
  const most = Math.max(...LATIN.map(of));
  const russian = own.filter(({ raw, text }) => raw.length >= 4 && !ordinary(text) && LATIN_RUSSIAN.test(text)).length;
  const points = (language: Language): number => of(language) + (language === 'ru' ? russian : 0);
  return TRANSLITERATED.find((language) => points(language) >= 1 && points(language) > most);
}

/**
 * Languages to read a query in, likeliest first; at least one. The same languages are always the same list.
 * @param isName whether a folded word is a name by itself.
 * A query without any sign may be English or Turkic typed without diacritics, so both are kept.
 */
export function languagesOf(tokens: readonly Token[], isName: (word: string) => boolean): readonly Language[] {
  // A name keeps its own letters in every language: `Türkiye` does not make an English question Turkish.
  const own = tokens.filter(({ text }) => !isName(text));
  const cyrillic = (own.length > 0 ? own : tokens).some(({ raw }) => signsOf(raw).cyrillic);
  const score = countSigns(tokens, own);
  const of = (language: Language): number => score.get(language) ?? 0;
  const foreign = cyrillic ? undefined : transliterated(own, of);
  const ranked = foreign ? [foreign] : (cyrillic ? CYRILLIC : LATIN).toSorted((a, b) => of(b) - of(a));
  const best = of(ranked[0] as Language);
  const likely = ranked.filter((language) => best === 0 || of(language) >= best / 2);
  // English words stand in questions of every language.
  const alone = likely.includes('en') || (cyrillic && !tokens.some(({ raw }) => signsOf(raw).latin));
  return listOf(alone ? likely : [...likely, 'en']);
}
