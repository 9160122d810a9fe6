/** Which of the search's languages a query may be written in, from its letters and its function words. */
import { ordinary } from './ordinary.ts';
import { remember } from './remember.ts';
import { fold, LANGUAGES, type Language, type Token } from './text.ts';
import { NEGATIONS, STOPWORDS } from './words/index.ts';

/** Languages of each script, the likeliest first. */
const CYRILLIC: readonly Language[] = ['ru', 'kk', 'ky'];
const LATIN: readonly Language[] = ['en', 'tr', 'az', 'uz'];
const TURKIC_LATIN: readonly Language[] = ['tr', 'az', 'uz'];
/** Letters that among these languages only Uzbek in Cyrillic has. */
const CYRILLIC_UZBEK = /[ўҳ]/i;
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
const SHORTEST_RUSSIAN = 4;

const FUNCTION_WORDS: ReadonlyMap<Language, ReadonlySet<string>> = new Map(
  LANGUAGES.map((language) => [language, new Set([...(STOPWORDS[language] ?? []), ...(NEGATIONS[language] ?? [])].map(fold))]),
);
const NONE: readonly Language[] = [];

const UZBEK: readonly Language[] = ['uz'];

/** What the letters of a word as typed tell. */
interface Signs {
  cyrillic: boolean;
  /** Three Latin letters in a row. */
  latin: boolean;
  /** Places in `LETTERS`, one bit each. */
  letters: number;
}

const signsOf = remember(
  (raw): Signs => ({
    cyrillic: /\p{Script=Cyrillic}/u.test(raw),
    latin: /[a-z]{3}/i.test(raw),
    letters: LETTERS.reduce((bits, [letters], i) => (letters.test(raw) ? bits | (1 << i) : bits), 0),
  }),
);

/** What a folded word tells of its language. */
interface Tells {
  /** Languages in which it is a function word. */
  languages: readonly Language[];
  /** Endings of languages other than English, in a word that is not English. */
  turkic: boolean;
  uzbek: boolean;
  russian: boolean;
}

const tellsOf = remember((word): Tells => {
  const strange = ordinary(word) === undefined;
  const ended = strange && word.length >= SHORTEST_ENDED;
  return {
    languages: LANGUAGES.filter((language) => FUNCTION_WORDS.get(language)?.has(word)),
    turkic: ended && TURKIC_ENDING.test(word),
    uzbek: ended && UZBEK_ENDING.test(word),
    russian: strange && LATIN_RUSSIAN.test(word),
  };
});

/** Lists of languages met before, so that the same languages are always the same list. */
const lists = new Map<string, readonly Language[]>();
function listOf(languages: readonly Language[]): readonly Language[] {
  const key = languages.join();
  const known = lists.get(key) ?? languages;
  lists.set(key, known);
  return known;
}

/** How much speaks for each language, in halves: an array of whole numbers is read fastest. */
type Score = Record<Language, number>;
/** Halves for a sign of each kind. */
const HALVES = { letter: 4, word: 2, shortWord: 1, ending: 1, russian: 2 } as const;
/** Words of at most so many letters are function words of many languages. */
const SHORT_WORD = 2;

/** What speaks for each language: letters of its own, function words. */
function countSigns(tokens: readonly Token[], own: readonly Token[]): Score {
  const score: Score = { en: 0, tr: 0, ru: 0, az: 0, kk: 0, ky: 0, uz: 0 };
  const add = (languages: readonly Language[], halves: number): void => {
    for (const language of languages) score[language] += halves;
  };
  let letters = 0;
  for (const { raw, text } of own) {
    letters |= signsOf(raw).letters;
    const { turkic, uzbek } = tellsOf(text);
    if (turkic) add(TURKIC_LATIN, HALVES.ending);
    if (uzbek) score.uz += HALVES.ending;
  }
  for (let i = 0; letters >> i; i++) if ((letters >> i) & 1) add(LETTERS[i]?.[1] ?? NONE, HALVES.letter);
  for (const { text } of tokens) add(tellsOf(text).languages, text.length > SHORT_WORD ? HALVES.word : HALVES.shortWord);
  return score;
}

/**
 * Russian, Kazakh or Kyrgyz, typed in Latin letters where no other keyboard is at hand; undefined unless more speaks for it than for any
 * language that is written in them.
 */
function transliterated(own: readonly Token[], score: Score): Language | undefined {
  const most = Math.max(score.en, score.tr, score.az, score.uz, HALVES.word - 1);
  const isRussian = ({ raw, text }: Token): boolean => raw.length >= SHORTEST_RUSSIAN && tellsOf(text).russian;
  const russian = score.ru + HALVES.russian * own.filter(isRussian).length;
  const points = (language: Language): number => (language === 'ru' ? russian : score[language]);
  return CYRILLIC.toSorted((a, b) => points(b) - points(a)).find((language) => points(language) > most);
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
  if (cyrillic && tokens.some(({ raw }) => CYRILLIC_UZBEK.test(raw))) return UZBEK;
  const score = countSigns(tokens, own);
  const foreign = cyrillic ? undefined : transliterated(own, score);
  const ranked = foreign ? [foreign] : (cyrillic ? CYRILLIC : LATIN).toSorted((a, b) => score[b] - score[a]);
  const best = score[ranked[0] as Language];
  const likely = ranked.filter((language) => best === 0 || score[language] >= best / 2);
  // English words stand in questions of every language.
  const alone = likely.includes('en') || (cyrillic && !tokens.some(({ raw }) => signsOf(raw).latin));
  return listOf(alone ? likely : [...likely, 'en']);
}
