/** What kind of word one is: a name that the base may not know, a noun, another word. */
import type { Lexicon } from './lexicon.ts';
import { ordinary, ordinaryToken } from './ordinary.ts';
import type { NameUnit, Unit, WordUnit } from './read.ts';
import { senseOf } from './sense.ts';
import { type Language, startsBig, type Token } from './text.ts';
import { MODELLED, SUPPLYING } from './trade.ts';

/** What kind of stranger a word is when the base does not have it. */
export type Manner = 'name' | 'noun' | 'other' | 'foreign';

/** A question as far as the manner of its words hangs on it. */
export interface Written {
  /** The question as typed. */
  text: string;
  tokens: readonly Token[];
  units: readonly Unit[];
  languages: readonly Language[];
  lexicon: Lexicon;
  /** True when most words begin with a capital, which then tells nothing. */
  titled: boolean;
  /** True when the question is about somebody's words. */
  speaks: boolean;
}

const SPEECH: ReadonlySet<string> = new Set(['say']);
const CYRILLIC = /\p{Script=Cyrillic}/u;
/** Endings of surnames from the Caucasus, Central Asia and the Slavic world, folded. */
const SURNAME = /^[a-z]{3,}(?:ov|ova|ev|eva|yev|yeva|yov|yova|iyev|uly|oglu|oghlu|zade|yan|enko|adze|shvili|skiy|sky|skii)$/;
/** Shorter words are too many to be names by their place alone. */
const SHORTEST_NAME = 4;
/** Share of words with a capital above which capitals tell nothing. */
const TITLED = 0.6;

/** True for a capital and a small letter behind it. */
const isCapitalised = (raw: string): boolean => startsBig(raw) && /^\p{Lu}\p{Ll}/u.test(raw);

/** What stands before a word that begins a sentence or a quotation: nothing, or such a mark. */
const BEFORE_OPENING = /(?:^\s*|[.?!…:;]\s+|["«“„(]\s*)$/u;

/** Whether a word opens a sentence wherever it stands in a text: its capital tells nothing. */
function opensSentence(text: string, raw: string): boolean {
  const first = text.indexOf(raw);
  for (let at = first; at >= 0; at = text.indexOf(raw, at + 1)) if (!BEFORE_OPENING.test(text.slice(0, at))) return false;
  return first >= 0;
}

/** Opening and closing ones. */
const QUOTATION_MARKS = ['""', '«»', '“”', '„“'] as const;
/** «Акынджы»: a word in quotation marks of its own is what something is called. */
const isQuotedAlone = (text: string, raw: string): boolean => QUOTATION_MARKS.some(([open, close]) => text.includes(`${open}${raw}${close}`));

/** The first word may be a name all the same: `Putin said`; not so `Соберите`. */
const opensText = (text: string, raw: string): boolean => text.trimStart().startsWith(raw);
const IMPERATIVE = /(?:ите|йте|ьте)$/u;

const isSurname = ({ raw, text }: Token): boolean => SURNAME.test(text) && !CYRILLIC.test(raw);

/** True when most words begin with a capital. */
export const isTitled = (tokens: readonly Token[]): boolean => tokens.filter(({ raw }) => startsBig(raw)).length > tokens.length * TITLED;

/** A word written as a name: with a capital where not every word has one, or with a surname's ending. */
export const looksLikeName = (token: Token, titled: boolean): boolean => (!titled && isCapitalised(token.raw)) || isSurname(token);

/** `State Department`: two words with capitals, side by side, that no name of the lexicon has taken. */
function isProper({ tokens, titled, languages }: Written, index: number): boolean {
  const capital = (i: number) => i > 0 && startsBig(tokens[i]?.raw ?? '') && /^\p{Lu}\p{Ll}{3}/u.test(tokens[i]?.raw ?? '');
  return !titled && languages[0] === 'en' && capital(index) && (capital(index - 1) || capital(index + 1));
}

/** Ideas that are written with a capital, too: an office, a body. */
const TITLES: ReadonlySet<string> = new Set(['president', 'minister', 'spokesman', 'ceo', 'head', 'ambassador', 'royal', 'parliament', 'government', 'drone']);

/** `Akıncı'yı`, `Пушкина`: written as a name within a sentence, whatever idea its letters come near. */
const isForeignName = ({ ideas, at: [start, end] }: WordUnit, { raw }: Token, { text, titled, languages }: Written): boolean =>
  languages[0] !== 'en' &&
  !titled &&
  end - start === 1 &&
  ideas.length > 0 &&
  isCapitalised(raw) &&
  !opensSentence(text, raw) &&
  !ideas.some((idea) => TITLES.has(idea));

/** `CSTO`: an organisation's letters that no list knows. */
const isAcronym = ({ raw, text }: Token, { text: all, languages }: Written): boolean =>
  startsBig(raw) && /^\p{Lu}{3,6}$/u.test(raw) && all !== all.toUpperCase() && !ordinary(text) && senseOf(text, languages).ideas === undefined;

/** A word that carries no idea and, being alone, may be a name. */
const mayBeName = ({ ideas, at: [start, end] }: WordUnit, { text }: Token): boolean => ideas.length === 0 && end - start === 1 && text.length >= SHORTEST_NAME;

/** `mirziyoyev`'s first name: an unknown word right before a person's surname. */
const isFirstName = (word: WordUnit, token: Token, { units, lexicon }: Written): boolean =>
  mayBeName(word, token) &&
  word.likeness === 1 &&
  !ordinaryToken(token) &&
  // In a text that writes names with a capital, a small word is none.
  (startsBig(token.raw) || !CYRILLIC.test(token.raw)) &&
  units.some(
    (unit): unit is NameUnit =>
      unit.kind === 'name' && unit.at[0] === word.at[1] && unit.at[1] - unit.at[0] === 1 && unit.ids.some((id) => lexicon.named.get(id)?.type === 'person'),
  );

const means = (units: readonly Unit[], isThere: (unit: Unit) => boolean, ideas: ReadonlySet<string>): boolean =>
  units.some((unit) => unit.kind === 'word' && isThere(unit) && unit.ideas.some((idea) => ideas.has(idea)));

/** `akinci drones`, `bought akinci`: a model, written small, that the dictionary does not know, or knows as a thing such as a heron. */
function isModel(word: WordUnit, token: Token, { units, languages }: Written): boolean {
  if (languages[0] !== 'en' || !mayBeName(word, token) || !/^[a-z]+$/.test(token.text)) return false;
  const kind = ordinaryToken(token);
  if (kind !== 'other' && means(units, ({ at: [start] }) => start === word.at[1], MODELLED)) return true;
  return kind === undefined && means(units, ({ at: [, end] }) => end === word.at[0], SUPPLYING);
}

/** `лавров сказал`: beside a verb of speech; elsewhere the ending is that of a plural, `дронов`. */
const isSmallSpeaker = ({ at: [start, end], ideas }: WordUnit, { raw, text }: Token, units: readonly Unit[]): boolean =>
  ideas.length === 0 && CYRILLIC.test(raw) && SURNAME.test(text) && means(units, (unit) => unit.at[0] === end || unit.at[1] === start, SPEECH);

function mannerOf(word: WordUnit, token: Token, { text, languages, titled, speaks, units }: Written): Manner {
  const english = languages[0] === 'en';
  const kind = /^[a-z]+$/.test(token.text) ? ordinaryToken(token) : undefined;
  if (kind && english) return kind;
  // Turkic languages set an ending off with an apostrophe from names alone: `İstanbul'da`.
  const setOff = !english && token.suffix !== '';
  const capital =
    !titled &&
    isCapitalised(token.raw) &&
    (setOff ||
      isQuotedAlone(text, token.raw) ||
      !opensSentence(text, token.raw) ||
      (opensText(text, token.raw) && (english || (speaks && !IMPERATIVE.test(token.raw)))));
  // Written small, a surname's ending tells only where somebody is said to speak.
  if (capital || (speaks && isSurname(token)) || isSmallSpeaker(word, token, units)) return 'name';
  return english ? (kind ?? 'other') : 'foreign';
}

/** A word with its manner; an organisation's letters stand for no idea. */
export function withManner(word: WordUnit, written: Written): WordUnit & { manner: Manner } {
  const [start, end] = word.at;
  const token = written.tokens[start] as Token;
  if (end - start === 1 && (isAcronym(token, written) || isProper(written, start))) return { ...word, ideas: [], manner: 'name' };
  if (isForeignName(word, token, written)) return { ...word, ideas: [], manner: 'name' };
  const named = isFirstName(word, token, written) || isModel(word, token, written);
  return { ...word, manner: named ? 'name' : mannerOf(word, token, written) };
}
