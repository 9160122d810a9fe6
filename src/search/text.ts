/**
 * Normalising: one spelling for what people type in any of the search's languages and scripts.
 * NFKC, Turkish i's, diacritics, transliteration, apostrophes, tokens, light stems.
 */
import anyAscii from 'any-ascii';
import { stemmer } from 'stemmer';
import { endingsOff } from './endings.ts';
import { remember } from './remember.ts';

/** Languages with words of their own in `words/`; others still match by names and by the asks' own words. */
export const LANGUAGES = ['en', 'tr', 'ru', 'az', 'kk', 'ky', 'uz'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A word as typed and as compared. */
export interface Token {
  /** As typed, without a suffix after an apostrophe. */
  raw: string;
  /** Folded: lower-case ASCII letters and digits. */
  text: string;
  /** Folded case suffix behind an apostrophe (`Türkiye'den` → `den`), else empty. */
  suffix: string;
  /** What was found out of it before; see `noteOn`. */
  notes: unknown[];
}

/** True for a word that begins with a capital. */
export function startsBig(raw: string): boolean {
  const code = raw.charCodeAt(0);
  return code < 128 ? code >= 65 && code <= 90 : /^\p{Lu}/u.test(raw);
}

const APOSTROPHES = /['’‘ʼʻ`´ʿ′]/g;
const APOSTROPHE = /^['’‘ʼʻ`´ʿ′]$/;

/** Folded characters seen before; scripts have few. Those of the nearer alphabets by code, since most are. */
const foldedCharacters = new Map<string, string>();
const nearCharacters: (string | undefined)[] = new Array<string | undefined>(0x530).fill(undefined);

/** One character → lower-case ASCII letters and digits, a space for what is neither, nothing for apostrophes and marks. */
function foldCharacter(character: string): string {
  if (APOSTROPHE.test(character)) return '';
  if (character === 'İ' || character === 'I' || character === 'ı') return 'i';
  const plain = character.normalize('NFKD').replace(/\p{M}+/gu, '');
  if (plain === '') return '';
  const ascii = anyAscii(plain)
    .replace(/['`"]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ');
  return ascii === '' && /[\p{L}]/u.test(plain) ? '' : ascii || ' ';
}

/**
 * Folds any text to lower-case ASCII words separated by single spaces.
 * Turkish İ and ı become i (`'İ'.toLowerCase()` is two characters); NFKD leaves ı, ə, ł, ø and Cyrillic, which any-ascii maps.
 */
export function fold(text: string): string {
  if (/^[a-z0-9]*$/i.test(text)) return text.toLowerCase();
  let folded = '';
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= nearCharacters.length) return tidy(folded + foldFar(text.slice(i)));
    let ascii = nearCharacters[code];
    if (ascii === undefined) {
      ascii = foldCharacter(text.charAt(i));
      nearCharacters[code] = ascii;
    }
    folded += ascii;
  }
  return tidy(folded);
}

const tidy = (folded: string): string => (folded.includes(' ') ? folded.replace(/ {2,}/g, ' ').trim() : folded);

function foldFar(text: string): string {
  let folded = '';
  for (const character of text) {
    let ascii = foldedCharacters.get(character);
    if (ascii === undefined) {
      ascii = foldCharacter(character);
      if (foldedCharacters.size > 20_000) foldedCharacters.clear();
      foldedCharacters.set(character, ascii);
    }
    folded += ascii;
  }
  return folded;
}

/** A list of words, folded. */
export const folded = (words: readonly string[]): ReadonlySet<string> => new Set(words.map(fold));

/** Case suffixes that Turkish and Azerbaijani set off with an apostrophe, folded; and the English possessive. */
const APOSTROPHE_SUFFIX =
  /^(?:s|d?[ae]n|t[ae]n|d[ae]|t[ae]|y?[aeiu]|n?[iu]n|s?[iu]|n[iu]|[iu]n[iu]n|s[iu]n[iu]n|[iu]nd[ae]n?|s[iu]nd[ae]n?|l[ae]r?|yl[ae]|[dt][ae]ki(?:n[aei]n?|l[ae]r[a-z]{0,3})?|nin|nun|dan|den|tan|ten|ya|ye|na|ne|ni|nu|ki|ning|ga|ge|qa|dir|n?[iu]nk[iu](?:l[ae]r)?(?:n?[iu]|[ae]|n[ae]n?|n?d[ae]n?)?)$/;

// biome-ignore lint/suspicious/noControlCharactersInRegex: the ASCII range is what is meant
const ASCII = /^[\x00-\x7f]*$/;
const ASCII_WORD = /[a-z0-9]+(?:['`][a-z]+)*/gi;
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’‘ʼʻ`´ʿ′][\p{L}\p{M}]+)*/gu;

/** Longest text that is read, in UTF-16 units; the rest of a longer one is ignored. */
export const LONGEST_QUERY = 500;
/** Most words of a query that are read. */
const MOST_TOKENS = 60;
/** A longer run of letters is no word of any of these languages. */
const LONGEST_WORD = 40;

/** Words that are remembered; most repeat. */
const MOST_SPLIT = 40_000;

/** A run of letters → tokens: a suffix behind an apostrophe is set off; scripts without spaces may fold to several words. The same run gives the same tokens. */
const split = remember((match): readonly Token[] => {
  const at = match.search(APOSTROPHES);
  const tail = at > 1 ? fold(match.slice(at + 1)) : '';
  const cut = tail !== '' && APOSTROPHE_SUFFIX.test(tail);
  const raw = cut ? match.slice(0, at) : match;
  const folded = fold(raw);
  const suffix = cut ? tail : '';
  const texts = folded.includes(' ') ? folded.split(' ').filter(Boolean) : folded === '' ? [] : [folded];
  return texts.map((text) => ({ raw, text, suffix, notes: [] }));
}, MOST_SPLIT);

/** Splits a text into words, of at most 40 characters each. */
function tokensOf(text: string, most: number): Token[] {
  const tokens: Token[] = [];
  // Most texts are of ASCII, for which a plainer expression does.
  const matches = ASCII.test(text) ? text.match(ASCII_WORD) : text.normalize('NFKC').match(WORD);
  for (const match of matches ?? []) {
    if (tokens.length >= most) break;
    if (match.length <= LONGEST_WORD) for (const token of split(match)) tokens.push(token);
  }
  return tokens;
}

/** The words of a query, at most 60. */
export const tokenise = (text: string): Token[] => tokensOf(text, MOST_TOKENS);

/** All words of a curated text, whose length the schema bounds. */
export const words = (text: string): Token[] => tokensOf(text, Number.POSITIVE_INFINITY);

/** Words whose stems are remembered: a large base has many. */
const MOST_STEMS = 200_000;

/** Porter's stem of a folded English word. */
const englishStem = remember((word) => (/^[a-z]{4,}$/.test(word) ? stemmer(word) : word), MOST_STEMS);

/** Case, number, possessive and common verb endings of Turkic languages, folded (Latin and transliterated Cyrillic). */
const TURKIC =
  'a acag acak aceg acek da dan dar de den der di dig din ding dir du dug dun dung dur dy dyg dyi dyig dyin dying dyn dyng dyr dyu dyug dyun dyung dyy ' +
  'dyyg dyyn dyyng e ecag ecak eceg ecek ga ge gha ghe gi i ilan ilen imiz imuz imyz ip iyor ka ke lar lari laru lary ler leri leru lery lik liq lir ' +
  'lor luk luq lyk lyq m mak maq mek meq mis mus mys n na nan ne nen ni nig nin ning nu nug nun nung ny nyg nyi nyig nyin nying nyn nyng nyu nyug nyun ' +
  'nyung nyy nyyg nyyn nyyng o qa qe si su sy ta tan tar te ten ter ti tin ting tir tu tun tung tur ty tyin tying tyn tyng tyr tyun tyung tyyn tyyng u ' +
  'ulan ulen umiz umuz umyz up uyor y ya ye yi ylan ylen ymiz ymuz ymyz yp yu';
/** Stem of a folded Turkish, Azerbaijani, Kazakh, Kyrgyz or Uzbek word: endings off, at least four letters kept. */
export const turkicStem = endingsOff(TURKIC, 4);

/** Endings of Russian and Ukrainian nouns, adjectives and verbs, as any-ascii transliterates them. */
const SLAVIC =
  'a akh al ali am ami at aya e ee ego em emu et ev ey eyu i ie iem ikh il ila ili imi it iy iya iyakh iyam iyami iyu l la las li lis lo losi lsya o oe ' +
  'ogo om omu ov oy oyu s sya t tsa tsya u ut uyu y ya yakh yam yami yat yaya ye ykh ymi yu yut yuyu yy';
/** Stem of a folded (transliterated) Russian word: endings off, at least four letters kept. */
export const slavicStem = endingsOff(SLAVIC, 2);

const STEMMERS: Record<Language, (word: string) => string> = {
  en: englishStem,
  ru: slavicStem,
  tr: turkicStem,
  az: turkicStem,
  kk: turkicStem,
  ky: turkicStem,
  uz: turkicStem,
};

/** The stemmer of a language code; words of a language without one are compared whole. */
export const stemmerOf = (language: string): ((word: string) => string) => STEMMERS[language as Language] ?? ((word) => word);

/** Most different single-character edits under which a word of this length may still be a misspelling. */
export const mostEdits = (length: number): number => (length >= 8 ? 2 : length >= 4 ? 1 : 0);

/**
 * The consonant frame of a folded word, alike for different transliterations: `dzhidda` and `jeddah`, `barysov` and `baryssov`.
 */
export function skeleton(word: string): string {
  return word
    .replace(/dzh|zh|dj/g, 'j')
    .replace(/[sz]ch|sch|sh|ch|ts|tz|c(?=[eiy])/g, 's')
    .replace(/kh/g, 'h')
    .replace(/gh/g, 'g')
    .replace(/ph/g, 'f')
    .replace(/th/g, 't')
    .replace(/[qc]/g, 'k')
    .replace(/x/g, 'ks')
    .replace(/w/g, 'v')
    .replace(/z/g, 's')
    .replace(/[aeiouy]+h?(?=$|[^aeiouy])|[aeiouy]+/g, 'a')
    .replace(/(.)\1+/g, '$1');
}
