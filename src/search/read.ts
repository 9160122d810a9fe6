/** Words → units of meaning: names, ideas, numbers and what is left. Read alike from curated texts and from queries. */
import { ideasAt } from './ideas.ts';
import { type Grammar, grammarOf } from './lexicon/grammar.ts';
import type { Lexicon } from './lexicon.ts';
import { ordinary } from './ordinary.ts';
import { isStopword, senseOf } from './sense.ts';
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

/** What a misspelt word may have been: other folded words, best first. */
type Respell = (token: Token) => readonly Candidate[];

export interface Candidate {
  word: string;
  likeness: number;
}

export interface ReadOptions {
  lexicon: Lexicon;
  languages: readonly Language[];
  /** Tokens already read as dates. */
  taken?: readonly boolean[];
  /** Absent for curated texts, which are taken at their word. */
  respell?: Respell | undefined;
}

/** The spellings to try for a token: its own, then what it may be a misspelling of. */
function spellings(token: Token, { respell }: ReadOptions): Candidate[] {
  const own = { word: token.text, likeness: 1 };
  return respell ? [own, ...respell(token).slice(0, 3)] : [own];
}

/** Ways to spell a run of tokens, best first; bounded. */
function combinations(lists: readonly (readonly Candidate[])[]): readonly Candidate[] {
  if (lists.every((list) => list.length === 1)) {
    const spelt = lists.map(([first]) => first as Candidate);
    return [{ word: spelt.map(({ word }) => word).join(' '), likeness: spelt.reduce((all, { likeness }) => all * likeness, 1) }];
  }
  let runs: Candidate[] = [{ word: '', likeness: 1 }];
  for (const list of lists) {
    runs = runs
      .flatMap((run) => list.map(({ word, likeness }) => ({ word: run.word ? `${run.word} ${word}` : word, likeness: run.likeness * likeness })))
      .sort((a, b) => b.likeness - a.likeness)
      .slice(0, 12);
  }
  return runs;
}

/** A country's name this short that the base does not know must be written with a capital: `mali`, `chad` are words too. */
const SHORT_NAME = 5;
/** A run of misspelt words must still be this like a name. */
const LEAST_LIKE = 0.6;

type Spelled = (i: number) => readonly Candidate[] | undefined;

/** The most words that a name which starts at token i may have, however the tokens are spelt. */
function longestName(spelled: Spelled, i: number, lexicon: Lexicon): number {
  let longest = 1;
  const next = spelled(i + 1);
  if (next) {
    for (const { word } of spelled(i) ?? []) {
      if (!lexicon.opensName(word)) continue;
      for (const after of next) longest = Math.max(longest, lexicon.longestFrom(word, after.word));
    }
  }
  return longest;
}

/** The name of one word that token i is. */
function loneName(token: Token, spellings: readonly Candidate[], i: number, { lexicon, languages }: ReadOptions): NameUnit | undefined {
  const { raw, text, suffix } = token;
  const grammar = suffix ? grammarOf(suffix) : 'plain';
  const unit = (ids: readonly string[], likeness: number, as: Grammar = grammar): NameUnit => ({ kind: 'name', ids, grammar: as, likeness, at: [i, i + 1] });
  const code = lexicon.code(raw);
  if (code) return unit(code, 1);
  if (isStopword(text, languages)) return undefined;
  if (!lexicon.exact(text)) {
    const word = languages[0] === 'en' && ordinary(text) && !startsBig(raw);
    const verb = !startsBig(raw) && senseOf(text, languages).ideas !== undefined;
    const hit = word || verb ? undefined : lexicon.inflected(text, languages[0]);
    if (hit) return unit(hit.ids, 0.97, suffix ? grammar : hit.grammar);
    if (word) return undefined;
  }
  for (const { word, likeness } of spellings) {
    if (likeness < LEAST_LIKE) break;
    const ids = lexicon.exact(word);
    if (!ids || (word.length <= SHORT_NAME && lexicon.foreign(ids) && !/^\p{Lu}\p{Ll}/u.test(raw) && (languages[0] !== 'en' || ordinary(word)))) continue;
    return unit(ids, likeness);
  }
  return undefined;
}

/** The name of several words that a run of tokens from i on is. */
function longName(tokens: readonly Token[], run: readonly (readonly Candidate[])[], i: number, { lexicon }: ReadOptions): NameUnit | undefined {
  const end = i + run.length;
  const { suffix } = tokens[end - 1] as Token;
  const grammar = suffix ? grammarOf(suffix) : 'plain';
  for (const { word, likeness } of combinations(run)) {
    if (likeness < LEAST_LIKE) break;
    const ids = lexicon.exact(word);
    if (ids) return { kind: 'name', ids, grammar, likeness, at: [i, end] };
  }
  const inflected = lexicon.inflectedRun(tokens.slice(i, end).map(({ text }) => text));
  return inflected && { kind: 'name', ids: inflected.ids, grammar: suffix ? grammar : inflected.grammar, likeness: 0.97, at: [i, end] };
}

/** The name that starts at token i, the longest first; none when no name does. */
export function nameAt(tokens: readonly Token[], spelled: Spelled, i: number, options: ReadOptions): NameUnit | undefined {
  const { lexicon, taken } = options;
  for (let length = Math.min(longestName(spelled, i, lexicon), tokens.length - i); length > 1; length--) {
    const run = Array.from({ length }, (_, k) => (taken?.[i + k] ? undefined : spelled(i + k))).filter((list) => list !== undefined);
    const name = run.length === length ? longName(tokens, run, i, options) : undefined;
    if (name) return name;
  }
  const [token, alone] = [tokens[i], taken?.[i] ? undefined : spelled(i)];
  return token && alone && loneName(token, alone, i, options);
}

function wordAt(tokens: readonly Token[], i: number, { languages, respell }: ReadOptions): WordUnit | NumberUnit {
  const token = tokens[i] as Token;
  const at: [number, number] = [i, i + 1];
  const hit = ideasAt(tokens, i, languages);
  if (hit && hit.length > 1) return { kind: 'word', stems: [], ideas: hit.ideas, likeness: 1, at: [i, i + hit.length] };
  const { number, stems } = senseOf(token.text, languages);
  if (number !== undefined) return { kind: 'number', value: number, at };
  const [best] = hit ? [] : (respell?.(token) ?? []);
  if (!best) return { kind: 'word', stems, ideas: hit?.ideas ?? [], likeness: 1, at };
  const respelt = senseOf(best.word, languages);
  if (respelt.number !== undefined) return { kind: 'number', value: respelt.number, at };
  return { kind: 'word', stems: respelt.stems, ideas: respelt.ideas ?? [], likeness: best.likeness, at };
}

/** Reads tokens into units, left to right, names before ideas before words; function words and taken tokens are passed over. */
export function readUnits(tokens: readonly Token[], options: ReadOptions): Unit[] {
  const { taken } = options;
  const lists = tokens.map((token, i) => (taken?.[i] ? undefined : spellings(token, options)));
  const units: Unit[] = [];
  for (let i = 0; i < tokens.length; ) {
    const unit = taken?.[i] ? undefined : (nameAt(tokens, (at) => lists[at], i, options) ?? contentAt(tokens, i, options));
    if (unit) units.push(unit);
    i = unit?.at[1] ?? i + 1;
  }
  return units;
}

/** The word or phrase of content that starts at token i; none for a function word or a single letter. */
export function contentAt(tokens: readonly Token[], i: number, options: ReadOptions): WordUnit | NumberUnit | undefined {
  const { languages } = options;
  const { text } = tokens[i] as Token;
  const phrase = (ideasAt(tokens, i, languages)?.length ?? 1) > 1;
  if (!phrase && (isStopword(text, languages) || (text.length < 2 && !/\d/.test(text)))) return undefined;
  return wordAt(tokens, i, options);
}
