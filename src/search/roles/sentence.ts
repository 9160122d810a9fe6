/** A question as its roles are read from: words, names, and what the words between the names mean. */
import type { Lexicon } from '../lexicon.ts';
import type { NameUnit } from '../read.ts';
import { remember } from '../remember.ts';
import type { Sense } from '../sense.ts';
import { fold, folded, type Token } from '../text.ts';
import { ROLE_WORDS } from '../words/index.ts';

/** Ideas by which somebody gives, takes or speaks; things that are given. */
type Ideas = ReadonlySet<string>;
export const GIVE: Ideas = new Set(['sell', 'supply', 'export']);
export const TAKE: Ideas = new Set(['buy', 'import']);
export const SPEAK: Ideas = new Set(['say', 'interview', 'criticise', 'praise']);
export const THINGS: Ideas = new Set(['drone', 'weapon', 'deal', 'military', 'defence', 'equipment']);
/** Deeds of trade; and with its matters, which are no content of their own. */
export const DEEDS: Ideas = GIVE.union(TAKE);
const TRADE: Ideas = new Set([...DEEDS, 'deal', 'sign']);
/** Goods that make a giving of any kind a deed of trade. */
export const GOODS: Ideas = new Set(['drone', 'weapon', 'equipment', 'missile', 'aircraft']);
const EQUIPMENT: Ideas = new Set(['equipment']);
/** Countries, companies, organisations and regions trade; persons, systems and events do not. */
const TRADERS: ReadonlySet<string> = new Set(['country', 'company', 'organisation', 'place']);
/** Words behind a verb of giving among which its goods stand. */
const NEARBY = 3;

export interface Sentence {
  tokens: readonly Token[];
  names: readonly NameUnit[];
  lexicon: Lexicon;
  /** True when the token stands for one of these ideas. */
  means(index: number, ideas: Ideas): boolean;
  /** True when some token outside the names does. */
  tells(ideas: Ideas): boolean;
  /** The folded word of a token; empty beyond the ends. */
  word(index: number): string;
  nameAt(index: number): NameUnit | undefined;
  /** True for a word that is no name, no function word and no word of trade. */
  content(index: number): boolean;
  /** True for a name of somebody who may trade. */
  trades(name: NameUnit): boolean;
}

const { en, inflected } = ROLE_WORDS;
/** Agent nouns and nouns of trade tell nothing of the name beside them; neither do orders and passives. */
const AGENTS = folded([...en.agent_of_giving, ...en.agent_of_taking, ...inflected.whole_nouns]);
const AGENTS_ALONE = inflected.agents.map(fold);
const AGENT_STARTS = [...AGENTS_ALONE, ...[...inflected.nouns, ...inflected.passives].map(fold)];
/** `verdi`, `berdi`, `дал`: verbs of giving that serve many idioms; deeds of trade only beside goods. */
const LIGHT_VERBS = folded(inflected.light_verbs);
const LIGHT_STARTS = inflected.light_verb_starts.map(fold);
/** `gave drones to`, but not `give a thumbs-up`: too common a word to be an idea of its own. */
const GIVING = folded(en.give);

/** Kinds of words whose ideas are not taken at their word. */
type Kind = 'agent' | 'light' | 'giving' | 'plain';

const startsWithAny = (word: string, starts: readonly string[]): boolean => starts.some((start) => word.startsWith(start));

const kindOf = remember((word): Kind => {
  if (AGENTS.has(word) || startsWithAny(word, AGENT_STARTS)) return 'agent';
  if (GIVING.has(word)) return 'giving';
  return LIGHT_VERBS.has(word) || startsWithAny(word, LIGHT_STARTS) ? 'light' : 'plain';
});

/** A noun for who gives or takes, rather than what is given. */
export const isAgent = (word: string): boolean => AGENTS.has(word) || AGENTS_ALONE.some((start) => word.startsWith(start));

/** @param senses what each token is by itself. */
export function createSentence(tokens: readonly Token[], senses: readonly Sense[], names: readonly NameUnit[], lexicon: Lexicon): Sentence {
  const at = new Map<number, NameUnit>();
  for (const name of names) for (let i = name.at[0]; i < name.at[1]; i++) at.set(i, name);
  const hasIdea = (i: number, ideas: Ideas): boolean => senses[i]?.ideas?.some((idea) => ideas.has(idea)) === true;
  /** `armed forces`: no deed. */
  const isForces = (i: number): boolean => tokens[i]?.text === 'armed' && tokens[i + 1]?.text === 'forces';
  const isGoods = (i: number): boolean => hasIdea(i, GOODS);
  /** Whether some token from one place to before another is what is given. */
  const hasGoods = (from = 0, end = tokens.length): boolean => {
    for (let i = from; i < Math.min(end, tokens.length); i++) if (isGoods(i)) return true;
    return false;
  };
  const isContent = (i: number): boolean => {
    const sense = senses[i];
    return !at.has(i) && !sense?.stop && sense?.number === undefined;
  };
  /** A noun that is neither a name nor what is given. */
  const isMatter = (i: number): boolean => tokens[i] !== undefined && !isGoods(i) && isContent(i);
  /** `üstünlük verir`, `взял верх`: a verb of giving makes an idiom with the noun beside it, unless that is what is given. */
  const isIdiom = (i: number): boolean => {
    if (!LIGHT_VERBS.has(tokens[i]?.text ?? '')) return isMatter(i - 1);
    return isMatter(i + 1) && !at.has(i + 2) && !isGoods(i + 2);
  };
  const means: Sentence['means'] = (i, ideas) => {
    const word = tokens[i]?.text;
    if (word === undefined || !(hasIdea(i, ideas) || (ideas.has('supply') && GIVING.has(word)))) return false;
    switch (kindOf(word)) {
      case 'agent':
        return false;
      case 'light':
        return hasIdea(i, ideas) && hasGoods() && !isIdiom(i);
      case 'giving':
        return ideas.has('supply') && hasGoods(i + 1, i + 1 + NEARBY);
      case 'plain':
        // What may be a thing as well, `жабдық`, is taken for the thing.
        return hasIdea(i, ideas) && !isForces(i) && !(ideas !== THINGS && hasIdea(i, EQUIPMENT));
    }
  };
  return {
    tokens,
    names,
    lexicon,
    means,
    tells: (ideas) => tokens.some((_, i) => !at.has(i) && means(i, ideas)),
    word: (i) => tokens[i]?.text ?? '',
    nameAt: (i) => at.get(i),
    content: (i) => isContent(i) && !means(i, TRADE),
    trades: ({ ids }) => ids.some((id) => TRADERS.has(lexicon.named.get(id)?.type ?? '')),
  };
}
