/** A question, read: who and what it names and in which role, when, what it asks for, and the words that are left. */
import { type Asked, askedFor, countedAt, givesOrders } from './asked.ts';
import { ideasOf } from './ideas.ts';
import { languagesOf } from './language.ts';
import type { Lexicon } from './lexicon.ts';
import { ordinary } from './ordinary.ts';
import { isNegation, type NameUnit, type NumberUnit, readUnits, type WordUnit } from './read.ts';
import type { Preference } from './resolution.ts';
import { type Role, readRoles } from './roles.ts';
import type { Respelling, Spelling } from './spelling.ts';
import { type Language, LONGEST_QUERY, type Token, tokenise } from './text.ts';
import { readDates, type When } from './when.ts';

export type Named = NameUnit & { role: Role | undefined; said: string };
export type Word = WordUnit & {
  said: string;
  /** What kind of stranger the word is when the base does not have it. */
  manner: 'name' | 'noun' | 'other' | 'foreign';
};
export type Quantity = NumberUnit & { said: string };

export type Dated = When & { said: string };

export interface Meaning {
  tokens: readonly Token[];
  languages: readonly Language[];
  names: readonly Named[];
  words: readonly Word[];
  numbers: readonly Quantity[];
  dates: readonly Dated[];
  asked: ReadonlySet<Asked>;
  /** Tokens right behind a "how many": what is to be counted. */
  counted: ReadonlySet<number>;
  /** First tokens of names that stand side by side: `X, Y and Z`; at least two, or none. */
  together: ReadonlySet<number>;
  /** First tokens of names that stand beside an "or": one of them is enough. */
  either: ReadonlySet<number>;
  /** True when the question holds a word of negation. */
  negated: boolean;
  /** True when the text gives orders to the bot instead of asking. */
  orders: boolean;
  /** True when the question is about somebody's words. */
  speaks: boolean;
  preference: Preference;
}

interface ParseOptions {
  lexicon: Lexicon;
  spelling: Spelling;
  preference: Preference;
  today: string;
}

/** The first word behind a "how many" that is no name: what is counted. */
function countedIndex(tokens: readonly Token[], names: readonly NameUnit[]): Set<number> {
  const after = [...countedAt(tokens)].filter((i) => !names.some(({ at: [start, end] }) => i >= start && i < end));
  return new Set(after.slice(0, 1));
}

/** Words that only join names, folded. */
const JOINING = new Set([
  'and',
  'n',
  'vs',
  'versus',
  'the',
  'with',
  'i',
  'ili',
  's',
  've',
  'ile',
  'ila',
  'va',
  'men',
  'pen',
  'menen',
  'zhane',
  'jane',
  'bilan',
  'or',
]);

/** The names that follow one another with nothing but joining words between. */
function sideBySide(text: string, tokens: readonly Token[], names: readonly NameUnit[], lexicon: Lexicon): Set<number> {
  const typeOf = ({ ids }: NameUnit) => lexicon.named.get(ids[0] ?? '')?.type;
  const found = new Set<number>();
  names.forEach((name, i) => {
    const next = names[i + 1];
    if (!next || !tokens.slice(name.at[1], next.at[0]).every(({ text }) => JOINING.has(text))) return;
    // "Turkish Baykar" is one thing told twice: names with nothing between must be of a kind, in an enumeration.
    if (next.at[0] === name.at[1] && !(text.includes(',') && typeOf(name) === typeOf(next))) return;
    found.add(name.at[0]).add(next.at[0]);
  });
  return found;
}

/** Discord mentions, links and custom emoji are no words. */
const MARKUP = /<[@#:!&a-zA-Z0-9_]+>|https?:\/\/\S+|@(?:everyone|here)\b/g;

const CYRILLIC = /\p{Script=Cyrillic}/u;
/** Endings of surnames from the Caucasus, Central Asia and the Slavic world, folded. */
const SURNAME = /^[a-z]{3,}(?:ov|ova|ev|eva|yev|yeva|yov|yova|iyev|uly|oglu|oghlu|zade|yan|enko|adze|shvili|skiy|sky|skii)$/;

/** A word written as a name: with a capital where not every word has one, or with a surname's ending. */
const looksLikeName = ({ raw, text }: Token, titled: boolean): boolean =>
  (/^\p{Lu}\p{Ll}/u.test(raw) && !titled) || (SURNAME.test(text) && !CYRILLIC.test(raw));

/** `State Department`: two words with capitals, side by side, that no name of the lexicon has taken. */
function isProper(tokens: readonly Token[], index: number): boolean {
  const capital = (i: number) => i > 0 && /^\p{Lu}\p{Ll}{3}/u.test(tokens[i]?.raw ?? '');
  return capital(index) && (capital(index - 1) || capital(index + 1));
}

/** `CSTO`: an organisation's letters that no list knows. */
const isAcronym = ({ raw, text }: Token, shouted: boolean, languages: readonly Language[]): boolean =>
  !shouted && /^\p{Lu}{3,6}$/u.test(raw) && !ordinary(text) && ideasOf(text, languages) === undefined;

function mannerOf(token: Token, index: number, languages: readonly Language[], titled: boolean, speaks: boolean): Word['manner'] {
  const english = languages[0] === 'en';
  const kind = /^[a-z]+$/.test(token.text) ? ordinary(token.text) : undefined;
  if (kind && english) return kind;
  const capital = /^\p{Lu}\p{Ll}/u.test(token.raw) && !titled && (english || index > 0 || speaks);
  // Written small, a surname's ending tells only where somebody is said to speak.
  if (capital || (speaks && SURNAME.test(token.text) && !CYRILLIC.test(token.raw))) return 'name';
  if (!english) return 'foreign';
  return kind ?? 'other';
}

/** `besides X`, `X dışında`: a name that the question sets aside. */
const EXCEPT_BEFORE = new Set(['besides', 'except', 'excluding', 'than', 'beyond', 'krome', 'pomimo']);
const EXCEPT_AFTER = new Set(['disinda', 'haric', 'baska', 'savayi', 'basqa', 'bolek', 'bashqa', 'tashqari', 'bolok']);
const excluded = ({ at: [start, end] }: NameUnit, tokens: readonly Token[]): boolean =>
  EXCEPT_BEFORE.has(tokens[start - 1]?.text ?? '') ||
  (tokens[start - 1]?.text === 'from' && tokens[start - 2]?.text === 'apart') ||
  EXCEPT_AFTER.has(tokens[end]?.text ?? '');

/** Reads a question. Bounded: 500 characters, 60 words. */
export function readMeaning(query: string, { lexicon, spelling, preference, today }: ParseOptions): Meaning {
  const text = query.slice(0, LONGEST_QUERY).replace(MARKUP, ' ');
  const tokens = tokenise(text);
  const languages = languagesOf(tokens, (word) => lexicon.exact(word) !== undefined);
  const dates = readDates(text, tokens, today, spelling.month);
  const taken = tokens.map((_, i) => dates.some(({ at: [start, end] }) => i >= start && i < end));
  const titled = tokens.filter(({ raw }) => /^\p{Lu}/u.test(raw)).length > tokens.length * 0.6;
  // Who is written like a name is misspelt as a name or not at all.
  const readAs = (token: Token): readonly Respelling[] => {
    const others = spelling.respell(token.text, languages);
    return looksLikeName(token, titled) ? others.filter(({ word }) => lexicon.inBaseName(word)) : others;
  };
  const units = readUnits(tokens, { lexicon, languages, taken, respell: readAs });
  const said = ([start, end]: [number, number]) =>
    tokens
      .slice(start, end)
      .map(({ raw }) => raw)
      .join(' ');
  const names = units.filter((unit): unit is NameUnit => unit.kind === 'name' && !excluded(unit, tokens));
  const asked = askedFor(tokens);
  const ideas = new Set(units.flatMap((unit) => (unit.kind === 'word' ? unit.ideas : [])));
  if (asked.has('count') && (ideas.has('pay') || ideas.has('price'))) asked.add('price');
  if (ideas.has('model')) asked.add('model');
  const speaks = preference === 'quote' || asked.has('speaker') || ideas.has('say');
  const shouted = text === text.toUpperCase();
  if (text.includes('%')) asked.add('share');
  const beside = (index: number) =>
    names.some(({ at: [start, end], ids }) => index === start - 1 && end - start === 1 && ids.some((id) => lexicon.named.get(id)?.type === 'person'));
  const roles = readRoles(tokens, names, lexicon, languages, preference === 'quote' || asked.has('speaker'));
  return {
    tokens,
    languages,
    names: names.map((name) => ({ ...name, role: roles.get(name), said: said(name.at) })),
    words: units
      .filter((unit): unit is WordUnit => unit.kind === 'word')
      .map((word): Word => {
        const token = tokens[word.at[0]] as Token;
        const lone = word.at[1] - word.at[0] === 1;
        const acronym = lone && (isAcronym(token, shouted, languages) || (!titled && languages[0] === 'en' && isProper(tokens, word.at[0])));
        const manner = acronym ? 'name' : mannerOf(token, word.at[0], languages, titled, speaks);
        const unknown = word.ideas.length === 0 && word.likeness === 1 && token.text.length > 3 && !ordinary(token.text);
        return { ...word, ideas: acronym ? [] : word.ideas, said: said(word.at), manner: unknown && beside(word.at[0]) ? 'name' : manner };
      }),
    numbers: units.filter((unit): unit is NumberUnit => unit.kind === 'number').map((unit) => ({ ...unit, said: said(unit.at) })),
    dates: dates.map((date) => ({ ...date, said: said(date.at) })),
    asked,
    counted: countedIndex(tokens, names),
    together: sideBySide(text, tokens, names, lexicon),
    either: new Set(asked.has('or') ? names.map(({ at: [start] }) => start).filter((_start, _i, all) => all.length > 1) : []),
    negated: tokens.some(({ text: word }) => isNegation(word, languages)),
    orders: givesOrders(tokens),
    speaks,
    preference,
  };
}
