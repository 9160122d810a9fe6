/** An English name's role, by the words right before and after it and by the verbs around. */
import type { NameUnit } from '../read.ts';
import type { Role } from '../roles.ts';
import { folded } from '../text.ts';
import { ROLE_WORDS } from '../words/index.ts';
import { DEEDS, GIVE, type Sentence, TAKE, THINGS } from './sentence.ts';

const { en } = ROLE_WORDS;
/** Nouns of trade, not verbs: `Kyrgyz purchases`, `sales to`; some are never verbs. */
const NOUN_OF_TAKING = folded(en.noun_of_taking);
const NOUN_OF_GIVING = folded(en.noun_of_giving);
const NEVER_VERB = folded(en.never_verb);
const AGENT_OF_GIVING = folded(en.agent_of_giving);
const AGENT_OF_TAKING = folded(en.agent_of_taking);
const GIVES_TO_NEXT = folded(en.gives_to_next);
const BE = folded(en.be);
/** Who arms itself takes. */
const REFLEXIVE = folded(en.reflexive);
const NEW_CLAUSE = folded(en.new_clause);
const ASKING_SUBJECT = folded(en.asking_subject);
const BEFORE_NAME = folded(en.before_name);
/** Words for what is somebody else's than the name behind them. */
const OWN: ReadonlySet<string> = new Set(['its', 'their', 'his', 'her']);

/** What is traded or done where somebody trades: deeds and things, deeds and deals; and things that are sold. */
const TRADE = DEEDS.union(THINGS);
const DEALING = DEEDS.union(new Set(['deal']));
const GOODS: ReadonlySet<string> = new Set(['drone', 'weapon', 'equipment']);
/** Who makes them, as a noun behind them. */
const MAKING: ReadonlySet<string> = new Set(['company', 'produce', 'factory', 'build']);
const ARM = /^arm(?:s|ed|ing)?$/;
const AGAINST = folded(en.arms_against);
/** Words between a name and its verb. */
const REACH = 5;
/** Words that may stand between a name and its noun: `Kyrgyz drone deal purchases`. */
const ADJECTIVAL = 3;

/** The last index before `from` at which a verb of trade stands, not being part of a name; -1 for none. */
function verbBefore({ nameAt, means }: Sentence, from: number): number {
  for (let i = from - 1; i >= 0; i--) if (!nameAt(i) && means(i, DEEDS)) return i;
  return -1;
}

function verbAfter({ nameAt, means, tokens }: Sentence, from: number): number {
  for (let i = from; i < tokens.length; i++) if (!nameAt(i) && means(i, DEEDS)) return i;
  return -1;
}

/** `from X`, where what is behind does not make X a mere origin: `from X's side`, `from X officials`. */
function roleBehindFrom({ tokens, means, content, nameAt }: Sentence, { at: [, end] }: NameUnit): Role | undefined {
  // `from X's side`, `from the X–Y contest`
  if (tokens[end - 1]?.suffix === 's' || nameAt(end)) return undefined;
  if (end < tokens.length && !means(end, THINGS) && content(end)) return undefined;
  // `casualties from X's drone strikes`, but `from X's drone makers`
  if (means(end, GOODS) && end + 1 < tokens.length && content(end + 1) && !means(end + 1, MAKING)) return undefined;
  return tokens.some((_, i) => means(i, TRADE)) ? 'giver' : undefined;
}

function roleBehindBy(sentence: Sentence, before: number): Role | undefined {
  const verb = verbBefore(sentence, before);
  if (verb < 0) return undefined;
  return sentence.means(verb, TAKE) ? 'taker' : 'giver';
}

/** `supplier of X`, `customers of X`. */
function roleBehindAgent(agent: string): Role | undefined {
  if (AGENT_OF_GIVING.has(agent)) return 'taker';
  return AGENT_OF_TAKING.has(agent) ? 'giver' : undefined;
}

/** Behind a participle that is no deed of trade. */
const isTiedTo = ({ word, content }: Sentence, to: number): boolean => word(to - 1).endsWith('ed') && content(to - 1);

/** `X to Y` alone, or with words of trade: not `how close is X to Y`. */
const isOfTrade = ({ tokens, means, content }: Sentence): boolean => tokens.some((_, i) => means(i, TRADE)) || !tokens.some((_, i) => content(i));

/** What the preposition before a name tells; `undefined` inside for a preposition that tells nothing, outside for none. */
function roleByPreposition(sentence: Sentence, name: NameUnit, before: number): { role: Role | undefined } | undefined {
  const { word, tokens, means, nameAt } = sentence;
  switch (word(before)) {
    case 'from':
      return { role: roleBehindFrom(sentence, name) };
    case 'for':
      return { role: tokens.some((_, i) => means(i, GIVE)) ? 'taker' : undefined };
    case 'to':
      // `credited to Turkish makers`, `tethered to NATO` tell nothing of trade.
      if (means(name.at[1], THINGS) || isTiedTo(sentence, before)) return { role: undefined };
      return { role: (nameAt(before - 1) && isOfTrade(sentence)) || tokens.some((_, i) => means(i, DEALING)) ? 'taker' : undefined };
    case 'by':
      return { role: roleBehindBy(sentence, before) };
    case 'of':
    case 'with':
      return { role: roleBehindAgent(word(before - 1)) };
    default:
      return undefined;
  }
}

/** "Did X sell Y drones": a name right behind the verb of giving takes. */
function isGivenTo({ word, names, trades, means }: Sentence, name: NameUnit, before: number): boolean {
  if (before < 0 || !GIVES_TO_NEXT.has(word(before))) return false;
  const subject = names.some((other) => other !== name && other.at[1] <= before && trades(other)) || ASKING_SUBJECT.has(word(before - 1));
  return subject && !means(name.at[1], GOODS);
}

/** `X drone purchases`: the name tells of the noun; `rest` is where that noun stands. */
function roleByNoun({ word }: Sentence, noun: number, adjectival: boolean, others: boolean): { role: Role | undefined } | undefined {
  // `its Turkish order`: of somebody else.
  if (NOUN_OF_TAKING.has(word(noun))) return { role: adjectival ? undefined : others ? 'giver' : 'taker' };
  if (!NOUN_OF_GIVING.has(word(noun))) return undefined;
  const next = word(noun + 1);
  return { role: next === 'to' ? 'giver' : next === 'from' ? 'taker' : undefined };
}

/** `X is arming`, `arm up against`: nobody stands behind whom X might arm. */
const armsItself = ({ word, tokens }: Sentence, verb: number): boolean => ARM.test(word(verb)) && (verb === tokens.length - 1 || AGAINST.has(word(verb + 1)));

/** `X bought`, `X was sold`: the verb of trade whose subject the name is. */
function roleByVerb(sentence: Sentence, name: NameUnit): Role | undefined {
  const { word, means, names, trades, tokens } = sentence;
  const [, end] = name.at;
  const verb = verbAfter(sentence, end);
  if (verb < 0 || verb - end > REACH || NEVER_VERB.has(word(verb))) return undefined;
  if (names.some((other) => other !== name && trades(other) && other.at[0] >= end && other.at[0] < verb)) return undefined;
  if (tokens.slice(end, verb).some(({ text }) => NEW_CLAUSE.has(text))) return undefined;
  const passive = BE.has(word(verb - 1)) && /(?:ed|old|ought)$/.test(word(verb));
  const takes = (means(verb, TAKE) && !means(verb, GIVE)) || REFLEXIVE.has(word(verb + 1)) || armsItself(sentence, verb);
  return takes === passive ? 'giver' : 'taker';
}

/** An English name's role; none where the question does not tell it. */
export function englishRole(sentence: Sentence, name: NameUnit): Role | undefined {
  const { word, nameAt, means, tokens } = sentence;
  const [start, end] = name.at;
  let before = start - 1;
  while (BEFORE_NAME.has(word(before))) before--;
  const told = roleByPreposition(sentence, name, before);
  if (told) return told.role;
  if (AGENT_OF_GIVING.has(word(end)) || AGENT_OF_TAKING.has(word(end))) return undefined;
  if (isGivenTo(sentence, name, before)) return 'taker';
  let noun = end;
  while (noun < tokens.length && (means(noun, THINGS) || nameAt(noun)) && noun - end < ADJECTIVAL) noun++;
  const adjectival = noun > end;
  // `X's TB2 order`
  const owned = tokens[end - 1]?.suffix === 's';
  const nounRole = roleByNoun(sentence, noun, adjectival && !owned, OWN.has(word(before)));
  if (nounRole) return nounRole.role;
  if (adjectival) return word(end) === 'to' ? 'giver' : undefined;
  return roleByVerb(sentence, name) ?? (word(end) === 'to' && nameAt(end + 1) && isOfTrade(sentence) ? 'giver' : undefined);
}
