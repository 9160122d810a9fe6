/** Names → entities: every entity of the base with its aliases, and every country of the world whether the base knows it or not. */
import type { Entity } from '../base/schema.ts';
import { ordinary } from './ordinary.ts';
import { fold, slavicStem, turkicStem } from './text.ts';
import { COUNTRIES, STOPWORDS } from './words/index.ts';

/** A named thing as the search sees it. */
interface Named {
  id: string;
  name: string;
  type: Entity['type'];
  /** False for a country that no record and no curator mentions. */
  inBase: boolean;
  /** Ids of the regions, companies and countries it belongs to, nearest first. */
  within: readonly string[];
}

/** The grammatical case in which a name stands, as far as it tells who gives and who takes. */
export type Case = 'from' | 'to' | 'of' | 'by' | 'in' | 'object' | 'plain';

interface NameHit {
  ids: readonly string[];
  grammar: Case;
}

export interface Lexicon {
  /** All entities by id. */
  named: ReadonlyMap<string, Named>;
  /** True when a name of several words may start with this folded word. */
  opensName(word: string): boolean;
  /** Most words in a name that may start with these two folded words; 1 when none does. */
  longestFrom(word: string, next: string): number;
  /** Entities of this exact folded name, spaces kept or dropped. */
  exact(name: string): readonly string[] | undefined;
  /** Entities of a name of several words, each perhaps inflected. */
  inflectedRun(words: readonly string[]): NameHit | undefined;
  /** Entities of an inflected one-word name, with the case of the ending. */
  inflected(word: string): NameHit | undefined;
  /** Entities of a code such as `UZ` or `USA`: upper-case as typed, or lower-case where no word of any language is the same. */
  code(raw: string): readonly string[] | undefined;
  /** Every single folded word that stands in a name. */
  nameWords: readonly string[];
  /** True when the word stands in the name of an entity of the base, not only in one of the world's countries. */
  inBaseName(word: string): boolean;
  /** True when every one of these entities is a country that the base does not know. */
  foreign(ids: readonly string[]): boolean;
}

const LOCALES = ['en', 'ru', 'tr', 'az', 'kk', 'ky', 'uz'] as const;
const WORDS_OF_ANY_LANGUAGE = new Set(Object.values(STOPWORDS).flat().map(fold));

/** A country's names in the search's languages, from ICU. */
function localNames(iso: string): string[] {
  return LOCALES.flatMap((locale) => regionNames(locale).of(iso) ?? []);
}
const displayNames = new Map<string, Intl.DisplayNames>();
function regionNames(locale: string): Intl.DisplayNames {
  let names = displayNames.get(locale);
  if (!names) {
    names = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' });
    displayNames.set(locale, names);
  }
  return names;
}

/** Endings of an inflected name, folded, and what they tell. Longest first. */
const ENDINGS: readonly (readonly [RegExp, Case])[] = [
  [/^(?:d[aeo]n|t[aeo]n|n[aeo]n)$/, 'from'],
  [/^(?:gh?[ae]|q[ae]|k[ae]|y[ae]|n[ae]|yu|u|e|a)$/, 'to'],
  [/^(?:n[iuy]ng?|d[iuy]ng?|t[iuy]ng?|y?[iuy]n|[iuy]ng)$/, 'of'],
  [/^(?:om|em|ey|ami|yami|ei|oy|oyu|eyu)$/, 'by'],
  [/^(?:d[ae]|t[ae]|akh|yakh|ye|d[ae]gh?[iy]|d[ae]ki|t[ae]gh?[iy]|t[ae]ki)$/, 'in'],
  [/^(?:[mpb]en|yl[ae]|l[ae]|lar|ler|dar|der|tar|ter)$/, 'plain'],
  [/^(?:n[iuy]|d[iuy]|t[iuy]|y[iuy]|[iuy])$/, 'object'],
];

/** What a case ending tells; `a` and `e` are read by script elsewhere. */
export function caseOf(ending: string): Case {
  for (const [pattern, grammar] of ENDINGS) if (pattern.test(ending)) return grammar;
  return 'plain';
}

const isEnding = (ending: string): boolean => ending === 's' || ENDINGS.some(([pattern]) => pattern.test(ending));

function ancestors(entities: ReadonlyMap<string, Entity>): Map<string, string[]> {
  const parents = new Map<string, string[]>();
  const add = (child: string, parent: string) => parents.set(child, [...(parents.get(child) ?? []), parent]);
  for (const entity of entities.values()) {
    for (const member of entity.members) add(member, entity.id);
    for (const owner of entity.of) add(entity.id, owner);
  }
  const all = new Map<string, string[]>();
  for (const id of entities.keys()) {
    const seen = new Set<string>();
    const queue = [...(parents.get(id) ?? [])];
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      if (next === id || seen.has(next)) continue;
      seen.add(next);
      queue.push(...(parents.get(next) ?? []));
    }
    all.set(id, [...seen]);
  }
  return all;
}

/** Every country with its names; base entities of the same code take them over. */
function worldEntities(taken: ReadonlySet<string>): Entity[] {
  return Object.entries(COUNTRIES)
    .filter(([iso]) => !taken.has(iso))
    .map(([iso, { capital = [], demonym = [], names = [] }]) => ({
      id: `world-${iso.toLowerCase()}`,
      type: 'country' as const,
      name: regionNames('en').of(iso) ?? iso,
      iso,
      aliases: [...capital, ...demonym, ...names],
      members: [],
      of: [],
    }));
}

/** Shorter stems of countries that the base does not know are ordinary words' stems too. */
const FOREIGN_STEM = 6;
/** What an ending leaves of a name of one word, at least; in letters. */
const SHORTEST_STEM = 4;
/** Letters that a name's first word must begin with, whatever its ending. */
const OPENING = 3;
/** Most letters that an ending adds to a word of a name. */
const LONGEST_ENDING = 5;
/** What stays of a word through its cases: `Центральная Азия`, `Центральной Азии`. */
const rootOf = (word: string): string => word.slice(0, Math.max(OPENING, word.length >= 8 ? word.length - 4 : word.length - 2));

/** One word of a name of several: what stays through its cases, and its full length. */
interface Part {
  word: string;
  root: string;
  length: number;
}
interface Run {
  parts: readonly Part[];
  id: string;
}
/** A short word, or an English one, has no endings here. */
function fits(part: Part, word: string): boolean {
  if (word === part.word) return true;
  if (part.length <= OPENING || !word.startsWith(part.root) || word.length - part.length > LONGEST_ENDING || ordinary(word) !== undefined) return false;
  // What follows a short word must be an ending, or `Анкаранын` would begin `Анка дрону`.
  return part.length >= LONG_PART || (word.startsWith(part.word) && isEnding(word.slice(part.length)));
}
/** From this length on a word of a name may change its own last letters. */
const LONG_PART = 5;

/** Builds the lexicon of a base's entities plus the world's countries. */
export function createLexicon(entities: ReadonlyMap<string, Entity>): Lexicon {
  const within = ancestors(entities);
  const named = new Map<string, Named>();
  const names = new Map<string, string[]>();
  const stems = new Map<string, { ids: string[]; forms: string[] }>();
  /** Names of several words, by the first letters of the first. */
  const runs = new Map<string, Run[]>();
  const codes = new Map<string, string[]>();
  const nameWords = new Set<string>();
  const baseWords = new Set<string>();
  const put = <K>(map: Map<K, string[]>, key: K, id: string) => {
    const ids = map.get(key);
    if (!ids) map.set(key, [id]);
    else if (!ids.includes(id)) ids.push(id);
  };
  const addName = (alias: string, id: string, inBase: boolean) => {
    const trimmed = alias.trim();
    if (/^\p{Lu}{2,3}$/u.test(trimmed)) {
      put(codes, fold(trimmed), id);
      return;
    }
    const name = fold(trimmed);
    if (name.length < 2) return;
    const parts = name.split(' ');
    if (parts.length > 5) return;
    const [head = ''] = parts;
    if (parts.length > 1) {
      const opening = head.slice(0, OPENING);
      const run = { parts: parts.map((word) => ({ word, root: rootOf(word), length: word.length })), id };
      const alike = runs.get(opening);
      if (alike) alike.push(run);
      else runs.set(opening, [run]);
    }
    put(names, name, id);
    if (parts.length > 1) put(names, parts.join(''), id);
    for (const part of parts) {
      if (part.length > 2) {
        nameWords.add(part);
        if (inBase) baseWords.add(part);
      }
    }
    if (parts.length > 1 && parts.length < 4) nameWords.add(parts.join(''));
    if (parts.length === 1 && name.length >= (inBase ? 4 : 7)) {
      for (const stem of new Set([slavicStem(name), turkicStem(name), name])) {
        if (!inBase && stem.length < FOREIGN_STEM) continue;
        const known = stems.get(stem) ?? { ids: [], forms: [] };
        if (!known.ids.includes(id)) known.ids.push(id);
        known.forms.push(name);
        stems.set(stem, known);
      }
    }
  };
  const add = (entity: Entity, inBase: boolean) => {
    named.set(entity.id, { id: entity.id, name: entity.name, type: entity.type, inBase, within: within.get(entity.id) ?? [] });
    const local = entity.iso ? [entity.iso, ...localNames(entity.iso)] : [];
    const surname = entity.type === 'person' ? entity.name.split(/\s+/).slice(-1) : [];
    // Many a country is called the same in several languages.
    for (const alias of new Set([entity.name, ...entity.aliases, ...local, ...surname])) addName(alias, entity.id, inBase);
  };
  const taken = new Set<string>();
  for (const entity of entities.values()) {
    if (entity.iso) taken.add(entity.iso);
    add(entity, true);
  }
  // A curated name wins over a country that the base does not know.
  const curated = new Set(names.keys());
  const curatedStems = new Set(stems.keys());
  for (const country of worldEntities(taken)) {
    add({ ...country, aliases: country.aliases.filter((alias) => !curated.has(fold(alias)) && !curatedStems.has(fold(alias))) }, false);
  }
  /** First letters of all that an inflected name may begin with; most words have others. */
  const starts = new Set([...names.keys(), ...stems.keys()].filter((name) => name.length >= SHORTEST_STEM).map((name) => name.slice(0, SHORTEST_STEM)));
  const inflected = (word: string): NameHit | undefined => {
    if (word.length <= SHORTEST_STEM || !starts.has(word.slice(0, SHORTEST_STEM))) return undefined;
    for (let cut = 1; cut <= 5 && word.length - cut >= SHORTEST_STEM; cut++) {
      const ids = names.get(word.slice(0, -cut));
      const ending = word.slice(word.length - cut);
      if (ids && (word.length - cut >= 5 || ids.some((id) => named.get(id)?.inBase)) && isEnding(ending)) return { ids, grammar: caseOf(ending) };
    }
    for (const stem of new Set([slavicStem(word), turkicStem(word)])) {
      const known = stem.length >= SHORTEST_STEM ? stems.get(stem) : undefined;
      if (!known) continue;
      const form = known.forms.find((name) => Math.abs(name.length - word.length) <= 5);
      if (form) return { ids: known.ids, grammar: caseOf(word.slice(stem.length)) };
    }
    return undefined;
  };
  /** The names of several words that may start with a word; most words start none. */
  const starting = new Map<string, readonly Run[]>();
  const runsFrom = (word: string): readonly Run[] => {
    let found = starting.get(word);
    if (!found) {
      found = (runs.get(word.slice(0, OPENING)) ?? []).filter(({ parts: [head] }) => head !== undefined && fits(head, word));
      if (starting.size >= 100_000) starting.clear();
      starting.set(word, found);
    }
    return found;
  };
  const inflectedRun = (words: readonly string[]): NameHit | undefined => {
    const [head = ''] = words;
    const last = words.at(-1) ?? '';
    const found = runsFrom(head).filter(({ parts }) => parts.length === words.length && parts.every((part, k) => fits(part, words[k] ?? '')));
    if (found.length === 0) return undefined;
    const length = found[0]?.parts.at(-1)?.length ?? last.length;
    return { ids: [...new Set(found.map(({ id }) => id))], grammar: caseOf(last.slice(Math.min(length, last.length))) };
  };
  const longestFrom = (word: string, next: string): number => {
    let longest = 1;
    for (const { parts } of runsFrom(word)) if (parts.length > longest && parts[1] && fits(parts[1], next)) longest = parts.length;
    return longest;
  };
  const code = (raw: string): readonly string[] | undefined => {
    if (!/^\p{L}{2,3}$/u.test(raw)) return undefined;
    const key = fold(raw);
    const ids = codes.get(key);
    if (!ids) return undefined;
    const shouted = raw === raw.toUpperCase();
    if (shouted) return ids;
    // `kaz` and `tur` are words; so is many a code that begins its country's name.
    const usual = ids.some((id) => named.get(id)?.inBase && !(key.length === 3 && fold(named.get(id)?.name ?? '').startsWith(key)));
    return !WORDS_OF_ANY_LANGUAGE.has(key) && usual ? ids : undefined;
  };
  return {
    named,
    opensName: (word) => runsFrom(word).length > 0,
    longestFrom,
    exact: (name) => names.get(name),
    inflected,
    inflectedRun,
    code,
    nameWords: [...nameWords],
    inBaseName: (word) => baseWords.has(word),
    foreign: (ids) => ids.every((id) => !named.get(id)?.inBase),
  };
}
