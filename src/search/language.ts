/** Which of the search's languages a query may be written in, from its letters and its function words. */
import { ordinary } from './ordinary.ts';
import { noteOn } from './remember.ts';
import { fold, LANGUAGES, type Language, type Token } from './text.ts';
import { NEGATIONS, STOPWORDS } from './words/index.ts';

/** Languages of each script, the likeliest first. */
const CYRILLIC: readonly Language[] = ['ru', 'kk', 'ky'];
const LATIN: readonly Language[] = ['en', 'tr', 'az', 'uz'];
/** Turkic languages of the Cyrillic script. */
const STEPPE: readonly Language[] = ['ky', 'kk'];
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
/** Endings of Kazakh and Kyrgyz words in letters that Russian has too, and Russian words have not. */
const STEPPE_ENDING = /(?:дагы|деги|дегі|ууда|уудо|ганбы|генби|гонбу|[аеө]б[ыиу]|лардын|лердин|лардан|лерден|ларга|лерге|дардын|дарга|тардын)$/;
/** Words of at most so many letters are function words of many languages. */
const SHORT_WORD = 2;
/** Shorter words end so by chance. */
const SHORTEST_ENDED = 7;
const SHORTEST_RUSSIAN = 4;

/** Languages in which a folded word is a function word. */
const FUNCTION_WORDS = new Map<string, Language[]>();
for (const language of LANGUAGES)
  for (const word of new Set([...(STOPWORDS[language] ?? []), ...(NEGATIONS[language] ?? [])].map(fold)))
    FUNCTION_WORDS.set(word, [...(FUNCTION_WORDS.get(word) ?? []), language]);
const NONE: readonly Language[] = [];

const UZBEK: readonly Language[] = ['uz'];

/** What a word tells of its language. */
interface Signs {
  /** By its letters as typed; places in `LETTERS`, one bit each. */
  cyrillic: boolean;
  cyrillicUzbek: boolean;
  /** Three Latin letters in a row. */
  latin: boolean;
  letters: number;
  /** Languages in which it is a function word, and whether it is too short to tell them well apart. */
  languages: readonly Language[];
  short: boolean;
  /** Endings of languages other than English, in a word that is not English. */
  turkic: boolean;
  /** An ending of Kazakh or Kyrgyz. */
  steppe: boolean;
  uzbek: boolean;
  russian: boolean;
}

const PLAIN = /^[a-z0-9]*$/i;
const LATIN_WORD = /[a-z]{3}/i;

/** What the letters of a word as typed tell. Most are of ASCII, which tells nothing. */
function lettersOf(raw: string): Pick<Signs, 'cyrillic' | 'cyrillicUzbek' | 'latin' | 'letters'> {
  const latin = LATIN_WORD.test(raw);
  if (PLAIN.test(raw)) return { cyrillic: false, cyrillicUzbek: false, latin, letters: 0 };
  return {
    cyrillic: /\p{Script=Cyrillic}/u.test(raw),
    cyrillicUzbek: CYRILLIC_UZBEK.test(raw),
    latin,
    letters: LETTERS.reduce((bits, [letters], i) => (letters.test(raw) ? bits | (1 << i) : bits), 0),
  };
}

const signsOf = noteOn(({ raw, text }): Signs => {
  const strange = ordinary(text) === undefined;
  const ended = strange && text.length >= SHORTEST_ENDED;
  return {
    ...lettersOf(raw),
    languages: FUNCTION_WORDS.get(text) ?? NONE,
    short: text.length <= SHORT_WORD,
    turkic: ended && TURKIC_ENDING.test(text),
    steppe: raw.length >= SHORTEST_ENDED && STEPPE_ENDING.test(raw),
    uzbek: ended && UZBEK_ENDING.test(text),
    russian: strange && raw.length >= SHORTEST_RUSSIAN && LATIN_RUSSIAN.test(text),
  };
});

/** Whether a word tells more than that it is a function word. */
const isTelling = ({ cyrillic, letters, turkic, uzbek, russian }: Signs): boolean => cyrillic || letters !== 0 || turkic || uzbek || russian;

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

/** What speaks for each language: letters of its own, function words. @param own all words that are no names. */
function countSigns(all: readonly Signs[], own: readonly Signs[]): Score {
  const score: Score = { en: 0, tr: 0, ru: 0, az: 0, kk: 0, ky: 0, uz: 0 };
  const add = (languages: readonly Language[], halves: number): void => {
    for (const language of languages) score[language] += halves;
  };
  let letters = 0;
  for (const { letters: mine, turkic, uzbek, steppe } of own) {
    letters |= mine;
    if (turkic) add(TURKIC_LATIN, HALVES.ending);
    if (uzbek) score.uz += HALVES.ending;
    if (steppe) add(STEPPE, HALVES.word);
  }
  for (let i = 0; letters >> i; i++) if ((letters >> i) & 1) add(LETTERS[i]?.[1] ?? NONE, HALVES.letter);
  for (const { languages, short } of all) add(languages, short ? HALVES.shortWord : HALVES.word);
  return score;
}

/**
 * Russian, Kazakh or Kyrgyz, typed in Latin letters where no other keyboard is at hand; undefined unless more speaks for it than for any
 * language that is written in them.
 */
function transliterated(own: readonly Signs[], score: Score): Language | undefined {
  const most = Math.max(score.en, score.tr, score.az, score.uz, HALVES.word - 1);
  const russian = score.ru + HALVES.russian * own.filter((signs) => signs.russian).length;
  const points = (language: Language): number => (language === 'ru' ? russian : score[language]);
  return CYRILLIC.toSorted((a, b) => points(b) - points(a)).find((language) => points(language) > most);
}

/**
 * Languages to read a query in, likeliest first; at least one. The same languages are always the same list.
 * @param isName whether a folded word is a name by itself.
 * A query without any sign may be English or Turkic typed without diacritics, so both are kept.
 */
export function languagesOf(tokens: readonly Token[], isName: (word: string) => boolean): readonly Language[] {
  const all = tokens.map(signsOf);
  // A name keeps its own letters in every language: `Türkiye` does not make an English question Turkish.
  const own = all.some(isTelling) ? all.filter((_, i) => !isName((tokens[i] as Token).text)) : all;
  const cyrillic = (own.length > 0 ? own : all).some((signs) => signs.cyrillic);
  if (cyrillic && all.some(({ cyrillicUzbek }) => cyrillicUzbek)) return UZBEK;
  const score = countSigns(all, own);
  const foreign = cyrillic ? undefined : transliterated(own, score);
  const ranked = foreign ? [foreign] : (cyrillic ? CYRILLIC : LATIN).toSorted((a, b) => score[b] - score[a]);
  const best = score[ranked[0] as Language];
  const likely = ranked.filter((language) => best === 0 || score[language] >= best / 2);
  // English words stand in questions of every language.
  const alone = likely.includes('en') || (cyrillic && !all.some(({ latin }) => latin));
  return listOf(alone ? likely : [...likely, 'en']);
}
