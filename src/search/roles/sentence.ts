/** A question as its roles are read from: words, names, and what the words between the names mean. */
import { ideasOf } from '../ideas.ts';
import type { Lexicon } from '../lexicon.ts';
import { isStopword, type NameUnit, numberOf } from '../read.ts';
import { fold, type Language, type Token } from '../text.ts';
import { ROLE_WORDS } from '../words/index.ts';

/** Ideas by which somebody gives, takes or speaks; things that are given. */
export const GIVE = ['sell', 'supply', 'export'];
export const TAKE = ['buy', 'import'];
export const SPEAK = ['say', 'interview', 'criticise', 'praise'];
export const THINGS = ['drone', 'weapon', 'deal', 'military', 'defence', 'equipment'];
/** Deeds and matters of trade, which are no content of their own. */
const TRADE = [...GIVE, ...TAKE, 'deal', 'sign'];
/** Goods that make a giving of any kind a deed of trade. */
const GOODS: ReadonlySet<string> = new Set(['drone', 'weapon', 'equipment', 'missile', 'aircraft']);
/** Countries, companies, organisations and regions trade; persons, systems and events do not. */
const TRADERS: ReadonlySet<string> = new Set(['country', 'company', 'organisation', 'place']);
/** Words behind a verb of giving among which its goods stand. */
const NEARBY = 3;

export interface Sentence {
  tokens: readonly Token[];
  names: readonly NameUnit[];
  lexicon: Lexicon;
  /** True when the token stands for one of these ideas. */
  means(index: number, ideas: readonly string[]): boolean;
  /** True when some token outside the names does. */
  tells(ideas: readonly string[]): boolean;
  /** The folded word of a token; empty beyond the ends. */
  word(index: number): string;
  nameAt(index: number): NameUnit | undefined;
  /** True for a word that is no name, no function word and no word of trade. */
  content(index: number): boolean;
  /** True for a name of somebody who may trade. */
  trades(name: NameUnit): boolean;
}

/** A list of words, folded. */
export const wordsOf = (list: readonly string[]): ReadonlySet<string> => new Set(list.map(fold));

const { en, inflected } = ROLE_WORDS;
/** Agent nouns and nouns of trade tell nothing of the name beside them; neither do orders and passives. */
const AGENTS = wordsOf([...en.agent_of_giving, ...en.agent_of_taking]);
const AGENT_STARTS = [...inflected.agents, ...inflected.nouns, ...inflected.passives].map(fold);
/** `verdi`, `berdi`, `дал`: verbs of giving that serve many idioms; deeds of trade only beside goods. */
const LIGHT_VERBS = wordsOf(inflected.light_verbs);
const LIGHT_STARTS = inflected.light_verb_starts.map(fold);
/** `gave drones to`, but not `give a thumbs-up`: too common a word to be an idea of its own. */
const GIVING = wordsOf(en.give);

const startsWithAny = (word: string, starts: readonly string[]): boolean => starts.some((start) => word.startsWith(start));
const isLight = (word: string): boolean => LIGHT_VERBS.has(word) || startsWithAny(word, LIGHT_STARTS);

export function createSentence(tokens: readonly Token[], names: readonly NameUnit[], lexicon: Lexicon, languages: readonly Language[]): Sentence {
  const at = new Map<number, NameUnit>();
  for (const name of names) for (let i = name.at[0]; i < name.at[1]; i++) at.set(i, name);
  const isGoods = ({ text }: Token): boolean => !!ideasOf(text, languages)?.some((idea) => GOODS.has(idea));
  const means: Sentence['means'] = (i, ideas) => {
    const word = tokens[i]?.text;
    if (word === undefined || AGENTS.has(word) || startsWithAny(word, AGENT_STARTS)) return false;
    if (isLight(word) && !tokens.some(isGoods)) return false;
    if (GIVING.has(word)) return ideas.includes('supply') && tokens.slice(i + 1, i + 1 + NEARBY).some(isGoods);
    return !!ideasOf(word, languages)?.some((idea) => ideas.includes(idea));
  };
  return {
    tokens,
    names,
    lexicon,
    means,
    tells: (ideas) => tokens.some((_, i) => !at.has(i) && means(i, ideas)),
    word: (i) => tokens[i]?.text ?? '',
    nameAt: (i) => at.get(i),
    content: (i) => {
      const word = tokens[i]?.text ?? '';
      return !at.has(i) && !isStopword(word, languages) && numberOf(word) === undefined && !means(i, TRADE);
    },
    trades: ({ ids }) => ids.some((id) => TRADERS.has(lexicon.named.get(id)?.type ?? '')),
  };
}
