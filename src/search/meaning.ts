/** A question, read: who and what it names and in which role, when, what it asks for, and the words that are left. */
import { type Asked, countedAt, givesOrders } from './asked.ts';
import { AUXILIARY, deedsOf } from './doers.ts';
import { languagesOf } from './language.ts';
import type { Lexicon } from './lexicon.ts';
import { isTitled, type Manner, type Written, withManner } from './manner.ts';
import { type NameUnit, type NumberUnit, readUnits, type WordUnit } from './read.ts';
import type { Readings } from './readings.ts';
import type { Preference } from './resolution.ts';
import { type Role, readRoles } from './roles.ts';
import type { Sense } from './sense.ts';
import { sufferersOf } from './sufferers.ts';
import { folded, type Language, LONGEST_QUERY, type Token, tokenise } from './text.ts';
import { asksInTurn, opensClosed, setsAside, wantsOf } from './wants.ts';
import type { When } from './when/span.ts';
import { readDates } from './when.ts';
import cues from './words/cues.json' with { type: 'json' };
import { BETWEEN } from './words/index.ts';

export type Named = NameUnit & { role: Role | undefined; said: string };
export type Word = WordUnit & { said: string; manner: Manner };
export type Quantity = NumberUnit & { said: string };

export type Dated = When & { said: string };

/** Of what is already so, or of what may come. */
export type Mood = 'done' | 'open';

export interface Meaning {
  tokens: readonly Token[];
  languages: readonly Language[];
  /** What each token is by itself; and the month, 1 to 12, that it may be a misspelling of, else 0. */
  senses: readonly Sense[];
  months: readonly number[];
  names: readonly Named[];
  words: readonly Word[];
  numbers: readonly Quantity[];
  dates: readonly Dated[];
  asked: ReadonlySet<Asked>;
  /** Tokens right behind a "how many": what is to be counted. */
  counted: ReadonlySet<number>;
  /** Deeds that the question asks to be confirmed: `did X attack Y`. */
  deeds: ReadonlySet<number>;
  /** First tokens of names that stand side by side: `X, Y and Z`; at least two, or none. */
  together: ReadonlySet<number>;
  /** First tokens of names that stand beside an "or": one of them is enough. */
  either: ReadonlySet<number>;
  /** First tokens of names that only tell when: `before the clashes between X and Y`. */
  anchors: ReadonlySet<number>;
  /** First tokens of names whose losses are asked for. */
  sufferers: ReadonlySet<number>;
  /** True when it wants a yes or a no. */
  closed: boolean;
  /** True when the question holds a word of negation. */
  negated: boolean;
  /** True when the text gives orders to the bot instead of asking. */
  orders: boolean;
  /** True when the question is about somebody's words. */
  speaks: boolean;
  /** True when it wants the very words: `quotes of X`. */
  verbatim: boolean;
  /** Whether it asks of what is already so or of what may come; undefined when it does not tell. */
  mood: Mood | undefined;
  preference: Preference;
}

interface ParseOptions {
  lexicon: Lexicon;
  readings: Readings;
  preference: Preference;
  today: string;
}

/** The first word behind a "how many" that is no name: what is counted. */
function countedIndex(tokens: readonly Token[], names: readonly NameUnit[]): Set<number> {
  const after = [...countedAt(tokens)].filter((i) => !names.some(({ at: [start, end] }) => i >= start && i < end));
  return new Set(after.slice(0, 1));
}

const JOINING = folded(BETWEEN.joining);
const EXCEPT_BEFORE = folded(BETWEEN.except_before);

const VERBATIM = folded(cues.verbatim);
const DONE = folded(cues.done);
const OPEN = folded(cues.open);

const HAS = /^(?:has|have) |^(?:is|are) there$/;

function moodOf(tokens: readonly Token[], words: readonly WordUnit[]): Mood | undefined {
  if (tokens.some(({ text }) => OPEN.has(text))) return 'open';
  const owned = words.some(({ ideas }) => ideas.includes('own')) || HAS.test(`${tokens[0]?.text} ${tokens[1]?.text}`);
  return owned || tokens.some(({ text }) => DONE.has(text)) ? 'done' : undefined;
}

/** `Astana'yla Taşkent`: joined by the ending of the first. */
const isJoined = ({ grammar, at: [, end] }: NameUnit, { at: [start] }: NameUnit): boolean => grammar === 'with' && end === start;

/** The names that follow one another with nothing but joining words between. */
function sideBySide(text: string, tokens: readonly Token[], names: readonly NameUnit[], lexicon: Lexicon): Set<number> {
  const typeOf = ({ ids }: NameUnit) => lexicon.named.get(ids[0] ?? '')?.type;
  const found = new Set<number>(asksInTurn(tokens, names) ? names.map(({ at: [start] }) => start) : []);
  names.forEach((name, i) => {
    const next = names[i + 1];
    if (!next || !tokens.slice(name.at[1], next.at[0]).every(({ text }) => JOINING.has(text))) return;
    // "Turkish Baykar" is one thing told twice: names with nothing between must be of a kind, in an enumeration.
    if (next.at[0] === name.at[1] && !isJoined(name, next) && !(text.includes(',') && typeOf(name) === typeOf(next))) return;
    found.add(name.at[0]).add(next.at[0]);
  });
  return found;
}

/** Discord mentions, links and custom emoji are no words. */
const MARKUP = /<[@#:!&a-zA-Z0-9_]+>|https?:\/\/\S+|@(?:everyone|here)\b/g;

/** `besides X`, `X dışında`: a name that the question sets aside. */
const excluded = ({ at: [start, end] }: NameUnit, tokens: readonly Token[]): boolean =>
  EXCEPT_BEFORE.has(tokens[start - 1]?.text ?? '') ||
  (tokens[start - 1]?.text === 'from' && tokens[start - 2]?.text === 'apart') ||
  (tokens[start - 1]?.text === 'of' && tokens[start - 2]?.text === 'instead') ||
  setsAside(tokens[end]);

/** Deeds to be confirmed, `did X attack`: the question opens with an auxiliary and its subject stands before the deed. */
const confirmedDeeds = ([first]: readonly Token[], deeds: ReadonlyMap<number, number>): Set<number> =>
  new Set(AUXILIARY.test(first?.text ?? '') ? [...deeds].filter(([name, deed]) => name < deed).map(([, deed]) => deed) : []);

/** Which tokens are of a date. */
const takenBy = (dates: readonly When[], tokens: readonly Token[]): boolean[] =>
  tokens.map((_, i) => dates.some(({ at: [start, end] }) => i >= start && i < end));

const CLOSED = folded(cues.closed);

/** A question that opens with its verb, or has a particle or a tag of doubt: `did X …`, `… mi`, `ли`, `right?`. */
const isClosed = (tokens: readonly Token[]): boolean => opensClosed(tokens) || tokens.some(({ text }) => CLOSED.has(text));

const ANCHOR_BEFORE = folded(BETWEEN.anchor_before);
const ANCHOR_AFTER = folded(BETWEEN.anchor_after);
const ANCHOR_END = folded(BETWEEN.anchor_end);
/** Words that a clause of time may hold before a name, and between a name and its postposition. */
const ANCHOR_REACH = { before: 7, behind: 2 } as const;

/** Whether a name stands in a clause that began with `before` or the like; a date of its own, or an `against`, ends the clause. */
function isBehindAnchor(tokens: readonly Token[], start: number, isDate: (i: number) => boolean): boolean {
  for (let i = start - 1; i >= Math.max(0, start - ANCHOR_REACH.before); i--) {
    const word = tokens[i]?.text ?? '';
    if (ANCHOR_BEFORE.has(word)) return !isDate(i) && !isDate(i + 1);
    if (ANCHOR_END.has(word) || isDate(i)) return false;
  }
  return false;
}

/** Names in a clause of time, behind a preposition or before a postposition. A question has others too, or asks of these. */
function anchorsOf(tokens: readonly Token[], names: readonly NameUnit[], dates: readonly When[]): Set<number> {
  const isDate = (i: number): boolean => dates.some(({ at: [start, end] }) => i >= start && i < end);
  const isBefore = (end: number): boolean => tokens.slice(end, end + ANCHOR_REACH.behind).some(({ text }) => ANCHOR_AFTER.has(text));
  const anchored = names.filter(({ at: [start, end] }) => isBehindAnchor(tokens, start, isDate) || isBefore(end));
  return new Set(anchored.length < names.length ? anchored.map(({ at: [start] }) => start) : []);
}

/** Names that stand beside an "or", or have a particle of doubt each: `Ankara'yla mı, Tahran'la mı`. */
function alternatives(tokens: readonly Token[], asked: ReadonlySet<Asked>, names: readonly NameUnit[]): Set<number> {
  const doubted = names.filter(({ at: [, end] }) => CLOSED.has(tokens[end]?.text ?? ''));
  const either = asked.has('or') ? names : doubted;
  return new Set(either.length > 1 ? either.map(({ at: [start] }) => start) : []);
}

/** What of a query is read: 500 characters, without markup. */
const textOf = (query: string): string => query.slice(0, LONGEST_QUERY).replace(MARKUP, ' ');

/** The same question with its dates counted from another day; what else it says does not hang on the day. */
export const asOfDay = (meaning: Meaning, query: string, today: string): Meaning => ({
  ...meaning,
  dates: readDates(textOf(query), meaning.tokens, today, meaning.months).map((date) => ({ ...date, said: wordsAt(meaning.tokens, date.at) })),
});

/** Reads a question. Bounded: 500 characters, 60 words. */
export function readMeaning(query: string, { lexicon, readings, preference, today }: ParseOptions): Meaning {
  const text = textOf(query);
  const tokens = tokenise(text);
  const languages = languagesOf(tokens, (word) => lexicon.exact(word) !== undefined);
  const titled = isTitled(tokens);
  const reading = readings(languages, titled);
  const met = tokens.map(reading.meet);
  const [senses, months] = [met.map(({ sense }) => sense), met.map(({ month }) => month)];
  const dates = readDates(text, tokens, today, months);
  const units = readUnits(tokens, reading, takenBy(dates, tokens));
  const names = units.filter((unit): unit is NameUnit => unit.kind === 'name' && !excluded(unit, tokens));
  const words = units.filter((unit): unit is WordUnit => unit.kind === 'word');
  const counted = countedIndex(tokens, names);
  const asked = wantsOf({ text, tokens, names, words, counted });
  const speaks = preference === 'quote' || asked.has('speaker') || words.some(({ ideas }) => ideas.includes('say'));
  const deeds = languages[0] === 'en' ? deedsOf(tokens, names) : new Map<number, number>();
  const roles = readRoles(tokens, senses, names, {
    lexicon,
    languages,
    quoted: preference === 'quote' || asked.has('speaker'),
    regains: words.some(({ ideas }) => ideas.includes('regain')),
    deeds,
  });
  const written: Written = { text, tokens, units, languages, lexicon, titled, speaks };
  const saying = <Part extends { at: [number, number] }>(part: Part): Part & { said: string } => ({ ...part, said: wordsAt(tokens, part.at) });
  return {
    tokens,
    languages,
    senses,
    months,
    names: names.map((name) => saying({ ...name, role: roles.get(name) })),
    words: words.map((word) => saying(withManner(word, written))),
    numbers: units.filter((unit) => unit.kind === 'number').map(saying),
    dates: dates.map(saying),
    asked,
    counted,
    deeds: confirmedDeeds(tokens, deeds),
    together: sideBySide(text, tokens, names, lexicon),
    either: alternatives(tokens, asked, names),
    anchors: anchorsOf(tokens, names, dates),
    sufferers: sufferersOf(tokens, senses, names),
    closed: isClosed(tokens),
    negated: senses.some(({ negation }) => negation),
    orders: givesOrders(tokens),
    speaks,
    verbatim: tokens.some(({ text }) => VERBATIM.has(text)),
    mood: moodOf(tokens, words),
    preference,
  };
}

const wordsAt = (tokens: readonly Token[], [start, end]: [number, number]): string =>
  tokens
    .slice(start, end)
    .map(({ raw }) => raw)
    .join(' ');
