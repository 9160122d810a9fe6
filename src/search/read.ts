/** Words → units of meaning: names, ideas, numbers and what is left. Read alike from curated texts and from queries. */
import { opensPhrase, phraseAt } from './ideas.ts';
import { type Grammar, grammarOf } from './lexicon/grammar.ts';
import type { Lexicon } from './lexicon.ts';
import { ordinary } from './ordinary.ts';
import { noteOn } from './remember.ts';
import { type Sense, senseOf } from './sense.ts';
import type { Respelling } from './spelling.ts';
import { type Language, startsBig, type Token } from './text.ts';

/** A thing named. Several ids when the name is ambiguous. */
export interface NameUnit {
  kind: 'name';
  ids: readonly string[];
  grammar: Grammar;
  /** 1 for the name as it is spelt, less for a misspelling. */
  likeness: number;
  at: [number, number];
}

/** A word or phrase that carries content: its own stems, and the ideas it stands for. */
export interface WordUnit {
  kind: 'word';
  /** Folded stems, one for each language it may be in; empty for a phrase. */
  stems: readonly string[];
  ideas: readonly string[];
  likeness: number;
  at: [number, number];
}

export interface NumberUnit {
  kind: 'number';
  value: number;
  at: [number, number];
}

export type Unit = NameUnit | WordUnit | NumberUnit;

/** A unit as it is wherever it stands. */
type Anywhere<U extends Unit> = U extends Unit ? Omit<U, 'at'> : never;

/** What a word is wherever it stands. */
interface Met {
  sense: Sense;
  /** Its own spelling, then what it may be a misspelling of, best first. */
  spellings: readonly Respelling[];
  /** The month, 1 to 12, that it may be a misspelling of; else 0. */
  month: number;
  /** Whether a name of several words, or a phrase, may begin with it. */
  opensName: boolean;
  opensPhrase: boolean;
  /** What it is alone: a name, else content; neither for a function word. */
  name: Anywhere<NameUnit> | undefined;
  content: Anywhere<WordUnit | NumberUnit> | undefined;
}

/** How texts of some languages are read. Words met before are remembered: most repeat. */
export interface Reading {
  lexicon: Lexicon;
  languages: readonly Language[];
  meet(token: Token): Met;
}

/** What a misspelt word may have been. */
export interface Guess {
  /** Other words, best first. */
  respell(token: Token, sense: Sense): readonly Respelling[];
  /** A month, 1 to 12; else 0. */
  month(word: string): number;
}

/** Other spellings of a word that are tried. */
const MOST_TRIED = 3;
/** A country's name this short that the base does not know must be written with a capital: `mali`, `chad` are words too. */
const SHORT_NAME = 5;
/** A run of misspelt words must still be this like a name. */
const LEAST_LIKE = 0.6;

/** The name that a word is alone. */
function loneName({ raw, text, suffix }: Token, spellings: readonly Respelling[], sense: Sense, lexicon: Lexicon, [first]: readonly Language[]): Met['name'] {
  const grammar = suffix ? grammarOf(suffix) : 'plain';
  const unit = (ids: readonly string[], likeness: number, as: Grammar = grammar): Met['name'] => ({ kind: 'name', ids, grammar: as, likeness });
  const code = lexicon.code(raw);
  if (code) return unit(code, 1);
  if (sense.stop) return undefined;
  if (!lexicon.exact(text)) {
    const word = first === 'en' && ordinary(text) && !startsBig(raw);
    const verb = !startsBig(raw) && sense.ideas !== undefined;
    const hit = word || verb ? undefined : lexicon.inflected(text, first);
    if (hit) return unit(hit.ids, 0.97, suffix ? grammar : hit.grammar);
    if (word) return undefined;
  }
  for (const { word, likeness } of spellings) {
    if (likeness < LEAST_LIKE) break;
    const ids = lexicon.exact(word);
    // In an inflecting language a word may come near some far country's name by chance.
    if (ids && likeness < 1 && first !== 'en' && !startsBig(raw) && lexicon.foreign(ids)) continue;
    if (!ids || (word.length <= SHORT_NAME && lexicon.foreign(ids) && !/^\p{Lu}\p{Ll}/u.test(raw) && (first !== 'en' || ordinary(word)))) continue;
    return unit(ids, likeness);
  }
  return undefined;
}

/** The content that a word is alone; none for a function word or a single letter. */
function loneContent({ text }: Token, [, best]: readonly Respelling[], { stop, number, stems, ideas }: Sense, languages: readonly Language[]): Met['content'] {
  if (stop || (text.length < 2 && !/\d/.test(text))) return undefined;
  if (number !== undefined) return { kind: 'number', value: number };
  if (ideas || !best) return { kind: 'word', stems, ideas: ideas ?? [], likeness: 1 };
  const respelt = senseOf(best.word, languages);
  if (respelt.number !== undefined) return { kind: 'number', value: respelt.number };
  return { kind: 'word', stems: respelt.stems, ideas: respelt.ideas ?? [], likeness: best.likeness };
}

/** What a token was met as by the latest readings. Of these only a sign is kept: a base that is no longer in use is not to stay for it. */
const metBefore = noteOn((): { by: object; met: Met }[] => []);
const MOST_READINGS = 8;

/** @param guess absent for curated texts, which are taken at their word. */
export function createReading(lexicon: Lexicon, languages: readonly Language[], guess?: Guess): Reading {
  const meetFirst = (token: Token): Met => {
    const { text } = token;
    const own = { word: text, likeness: 1 };
    const sense = senseOf(text, languages);
    const spellings = guess ? [own, ...guess.respell(token, sense).slice(0, MOST_TRIED)] : [own];
    const name = loneName(token, spellings, sense, lexicon, languages);
    return {
      sense,
      spellings,
      month: guess?.month(text) ?? 0,
      opensName: spellings.some(({ word }) => lexicon.opensName(word)),
      opensPhrase: languages.some((language) => opensPhrase(text, language)),
      name,
      content: name ? undefined : loneContent(token, spellings, sense, languages),
    };
  };
  const sign = {};
  const meet: Reading['meet'] = (token) => {
    const before = metBefore(token);
    for (const { by, met } of before) if (by === sign) return met;
    const met = meetFirst(token);
    if (before.length === MOST_READINGS) before.shift();
    before.push({ by: sign, met });
    return met;
  };
  return { lexicon, languages, meet };
}

/** Ways to spell a run of words, best first; bounded. */
function combinations(lists: readonly (readonly Respelling[])[]): readonly Respelling[] {
  if (lists.every((list) => list.length === 1)) {
    const spelt = lists.map(([first]) => first as Respelling);
    return [{ word: spelt.map(({ word }) => word).join(' '), likeness: spelt.reduce((all, { likeness }) => all * likeness, 1) }];
  }
  let runs: Respelling[] = [{ word: '', likeness: 1 }];
  for (const list of lists) {
    runs = runs
      .flatMap((run) => list.map(({ word, likeness }) => ({ word: run.word ? `${run.word} ${word}` : word, likeness: run.likeness * likeness })))
      .sort((a, b) => b.likeness - a.likeness)
      .slice(0, 12);
  }
  return runs;
}

/** The most words that a name which starts with a word may have, however it and the next one are spelt. */
function longestName({ opensName, spellings }: Met, next: Met, lexicon: Lexicon): number {
  let longest = 1;
  if (opensName) for (const { word } of spellings) for (const after of next.spellings) longest = Math.max(longest, lexicon.longestFrom(word, after.word));
  return longest;
}

/** The name of several words that a run of tokens from i on is. */
function longName(tokens: readonly Token[], run: readonly Met[], i: number, { lexicon }: Reading): NameUnit | undefined {
  const end = i + run.length;
  const { suffix } = tokens[end - 1] as Token;
  const grammar = suffix ? grammarOf(suffix) : 'plain';
  for (const { word, likeness } of combinations(run.map(({ spellings }) => spellings))) {
    if (likeness < LEAST_LIKE) break;
    const ids = lexicon.exact(word);
    if (ids) return { kind: 'name', ids, grammar, likeness, at: [i, end] };
  }
  const inflected = lexicon.inflectedRun(tokens.slice(i, end).map(({ text }) => text));
  return inflected && { kind: 'name', ids: inflected.ids, grammar: suffix ? grammar : inflected.grammar, likeness: 0.97, at: [i, end] };
}

/** The longest name of several words that starts at token i. */
function longNameAt(tokens: readonly Token[], i: number, met: Met, reading: Reading, taken?: readonly boolean[]): NameUnit | undefined {
  const next = tokens[i + 1];
  if (!met.opensName || !next || taken?.[i + 1]) return undefined;
  for (let length = Math.min(longestName(met, reading.meet(next), reading.lexicon), tokens.length - i); length > 1; length--) {
    if (taken?.slice(i, i + length).includes(true)) continue;
    const name = longName(tokens, tokens.slice(i, i + length).map(reading.meet), i, reading);
    if (name) return name;
  }
  return undefined;
}

/**
 * What starts at token i: the longest name, else the longest phrase, else what the word is alone; nothing for a function word.
 * @param taken tokens already read as dates; i is none of them.
 */
export function unitAt(tokens: readonly Token[], i: number, reading: Reading, taken?: readonly boolean[]): Unit | undefined {
  const met = reading.meet(tokens[i] as Token);
  const longer = longNameAt(tokens, i, met, reading, taken);
  if (longer) return longer;
  const at: [number, number] = [i, i + 1];
  if (met.name) return { ...met.name, at };
  const phrase = met.opensPhrase ? phraseAt(tokens, i, reading.languages) : undefined;
  if (phrase) return { kind: 'word', stems: [], ideas: phrase.ideas, likeness: 1, at: [i, i + phrase.length] };
  return met.content && { ...met.content, at };
}

/** Reads tokens into units, left to right; function words and taken tokens are passed over. */
export function readUnits(tokens: readonly Token[], reading: Reading, taken: readonly boolean[]): Unit[] {
  const units: Unit[] = [];
  for (let i = 0; i < tokens.length; ) {
    const unit = taken[i] ? undefined : unitAt(tokens, i, reading, taken);
    if (unit) units.push(unit);
    i = unit?.at[1] ?? i + 1;
  }
  return units;
}
