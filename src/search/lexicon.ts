/** Names → entities: every entity of the base with its aliases, and every country of the world whether the base knows it or not. */
import type { Entity } from '../base/schema.ts';
import type { Grammar } from './lexicon/grammar.ts';
import { createNames } from './lexicon/names.ts';
import { ancestors } from './lexicon/within.ts';
import { localNames, worldEntities } from './lexicon/world.ts';
import { fold, type Language } from './text.ts';
import { STOPWORDS } from './words/index.ts';

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

interface NameHit {
  ids: readonly string[];
  grammar: Grammar;
}

export interface Lexicon {
  /** All entities by id. */
  named: ReadonlyMap<string, Named>;
  /** True for a region, country or company to which other entities belong. */
  isWhole(id: string): boolean;
  /** True when a name of several words may start with this folded word. */
  opensName(word: string): boolean;
  /** Most words in a name that may start with these two folded words; 1 when none does. */
  longestFrom(word: string, next: string): number;
  /** Entities of this exact folded name, spaces kept or dropped. */
  exact(name: string): readonly string[] | undefined;
  /** Entities of a name of several words, each perhaps inflected. */
  inflectedRun(words: readonly string[]): NameHit | undefined;
  /** Entities of an inflected one-word name, with the case of the ending. */
  inflected(word: string, language: Language | undefined): NameHit | undefined;
  /** Entities of a code such as `UZ` or `USA`: upper-case as typed, or lower-case where no word of any language is the same. */
  code(raw: string): readonly string[] | undefined;
  /** Every single folded word that stands in a name. */
  nameWords: readonly string[];
  /** True when the word stands in the name of an entity of the base, not only in one of the world's countries. */
  inBaseName(word: string): boolean;
  /** True when every one of these entities is a country that the base does not know. */
  foreign(ids: readonly string[]): boolean;
}

const TURKIC: ReadonlySet<Language> = new Set(['tr', 'az', 'kk', 'ky', 'uz']);

const WORDS_OF_ANY_LANGUAGE = new Set(Object.values(STOPWORDS).flat().map(fold));

/** Everything an entity is called: a person also by the surname, a country also in every language of the search. */
function callsOf({ name, aliases, iso, type }: Entity): ReadonlySet<string> {
  const local = iso ? [iso, ...localNames(iso)] : [];
  const surname = type === 'person' ? name.split(/\s+/).slice(-1) : [];
  return new Set([name, ...aliases, ...local, ...surname]);
}

/** Builds the lexicon of a base's entities plus the world's countries. */
export function createLexicon(entities: ReadonlyMap<string, Entity>): Lexicon {
  const within = ancestors(entities);
  const wholes = new Set([...within.values()].flat());
  const named = new Map<string, Named>();
  const names = createNames();
  const add = (entity: Entity, inBase: boolean): void => {
    const { id, name, type } = entity;
    named.set(id, { id, name, type, inBase, within: within.get(id) ?? [] });
    for (const call of callsOf(entity)) names.add(call, id, inBase);
  };
  for (const entity of entities.values()) add(entity, true);
  const known = new Set([...entities.values()].flatMap(({ iso }) => (iso ? [iso] : [])));
  // A curated name wins over a country that the base does not know.
  const world = worldEntities(known).map((country) => ({ ...country, aliases: country.aliases.filter((alias) => !names.has(fold(alias))) }));
  for (const country of world) add(country, false);

  const isKnown = (id: string): boolean => named.get(id)?.inBase === true;
  const code: Lexicon['code'] = (raw) => {
    if (!/^\p{L}{2,3}$/u.test(raw)) return undefined;
    const key = fold(raw);
    const ids = names.codes.get(key);
    if (!ids || raw === raw.toUpperCase()) return ids;
    // `kaz` and `tur` are words; so is many a code that begins its country's name.
    const usual = ids.some((id) => isKnown(id) && !(key.length === 3 && fold(named.get(id)?.name ?? '').startsWith(key)));
    return !WORDS_OF_ANY_LANGUAGE.has(key) && usual ? ids : undefined;
  };
  return {
    named,
    isWhole: (id) => wholes.has(id),
    opensName: names.runs.open,
    longestFrom: names.runs.longestFrom,
    exact: (name) => names.exact.get(name),
    inflected: (word, language) => names.inflected(word, language !== undefined && TURKIC.has(language), isKnown),
    inflectedRun: names.runs.find,
    code,
    nameWords: [...names.words],
    inBaseName: (word) => names.baseWords.has(word),
    foreign: (ids) => !ids.some(isKnown),
  };
}
