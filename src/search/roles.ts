/** Who gives and who takes in a question, and who is said to speak: read from verbs, prepositions, word order and case endings. */
import { ideasOf } from './ideas.ts';
import type { Lexicon } from './lexicon.ts';
import { isStopword, type NameUnit, numberOf } from './read.ts';
import type { Language, Token } from './text.ts';

/** `doer`: who does what a fact tells of. */
export type Role = 'giver' | 'taker' | 'speaker' | 'doer';

const GIVE = ['sell', 'supply', 'export'];
const TAKE = ['buy', 'import'];
const SPEAK = ['say', 'interview', 'criticise', 'praise'];
const THINGS = ['drone', 'weapon', 'deal', 'military', 'defence', 'equipment'];

interface Sentence {
  tokens: readonly Token[];
  names: readonly NameUnit[];
  lexicon: Lexicon;
  /** True when the token stands for one of these ideas. */
  means(index: number, ideas: readonly string[]): boolean;
  word(index: number): string;
  nameAt(index: number): NameUnit | undefined;
  /** True for a word that is no function word and no verb of trade. */
  content(index: number): boolean;
}

/** Countries, companies, organisations and regions trade; persons, systems and events do not. */
const trades = ({ lexicon }: Sentence, name: NameUnit) =>
  name.ids.some((id) => ['country', 'company', 'organisation', 'place'].includes(lexicon.named.get(id)?.type ?? ''));

/** English words that are nouns of trade, not verbs: `Kyrgyz purchases`, `sales to`. */
const NOUN_OF_TAKING = /^(?:purchases?|buys?|acquisitions?|orders?|procurements?|imports?|shopping)$/;
const NOUN_OF_GIVING = /^(?:sales?|exports?|deliver(?:y|ies)|transfers?|supplies|shipments?)$/;
/** Those that are never verbs. */
const ONLY_NOUN = /^(?:acquisitions?|procurements?|deliver(?:y|ies)|sales?|shopping)$/;
const AGENT_OF_GIVING = /^(?:suppliers?|sellers?|vendors?|providers?|exporters?|sources?)$/;
const AGENT_OF_TAKING = /^(?:customers?|buyers?|clients?|purchasers?|importers?|recipients?)$/;

/** `gave drones to`, but not `give a thumbs-up`: too common a word to be an idea of its own. */
/** `verdi`, `berdi`, `дал`: verbs of giving that serve many idioms; deeds of trade only beside goods. */
const LIGHT = /^(?:ver(?:ir|di|en|iyor|ib|mis)|ber(?:di|gen|ed|et|adi|gan)|dal[aio]?$|da[ey]t|dayut)/;
const GOODS: ReadonlySet<string> = new Set(['drone', 'weapon', 'equipment', 'missile', 'aircraft']);
const GIVING = /^(?:gives?|gave|given|giving)$/;
/** Agent nouns of trade in the other languages, folded: `satıcı`, `поставщик`. They, nouns of trade, orders and passives tell nothing of the name beside them. */
const AGENT =
  /^(?:sati[cj]i|ali[cj]i|tedarik[cs]i|satushy|alushy|zhetkizushi|satuuchu|aluuchu|sotuvchi|oluvchi|xaridor|musteri|mushteri|postavshchi|prodavets|prodavts|pokupatel|klient|importyor|eksportyor|zakaz|siparis|sifaris|tapsyrys|buyurtma|satil|satyl|sotil|alin|alyn|olin|veril|beril|satis|satish|satuv|savdo|sauda|sooda|ticaret|alim|alis|xarid|ihrac|ixrac|eksport|import)/;

/** The last index before `from` at which a verb of one of these ideas stands, not being part of a name. */
function verbBefore(sentence: Sentence, from: number, ideas: readonly string[]): number {
  for (let i = from - 1; i >= 0; i--) if (!sentence.nameAt(i) && sentence.means(i, ideas)) return i;
  return -1;
}

function verbAfter(sentence: Sentence, from: number, ideas: readonly string[]): number {
  for (let i = from; i < sentence.tokens.length; i++) if (!sentence.nameAt(i) && sentence.means(i, ideas)) return i;
  return -1;
}

/** An English name's role, by the words right before and after it. */
function englishRole(sentence: Sentence, name: NameUnit): Role | undefined {
  const { word, nameAt, means, tokens } = sentence;
  const [start, end] = name.at;
  let before = start - 1;
  while (['the', 'a', 'some', 'all'].includes(word(before))) before--;
  const trade = tokens.some((_, i) => means(i, [...GIVE, ...TAKE, 'deal']));
  switch (word(before)) {
    case 'from':
      if (tokens[end - 1]?.suffix === 's') return undefined;
      if (end < tokens.length && !means(end, THINGS) && sentence.content(end)) return undefined;
      return trade || tokens.some((_, i) => means(i, THINGS)) ? 'giver' : undefined;
    case 'for':
      return tokens.some((_, i) => means(i, GIVE)) ? 'taker' : undefined;
    case 'to':
      return trade || nameAt(before - 1) ? 'taker' : undefined;
    case 'by': {
      const verb = verbBefore(sentence, before, [...GIVE, ...TAKE]);
      return verb < 0 ? undefined : means(verb, TAKE) ? 'taker' : 'giver';
    }
    case 'of':
    case 'with':
      if (AGENT_OF_GIVING.test(word(before - 1))) return 'taker';
      if (AGENT_OF_TAKING.test(word(before - 1))) return 'giver';
      return undefined;
  }
  if (AGENT_OF_GIVING.test(word(end)) || AGENT_OF_TAKING.test(word(end))) return undefined;
  // "did X sell Y drones": a name right behind the verb of giving takes.
  if (/^(?:sell|sells|sold|selling|supply|supplies|supplied|supplying|arms|arming|armed|gives?|gave|giving)$/.test(word(before)) && before >= 0) {
    const subject =
      sentence.names.some((other) => other !== name && other.at[1] <= before && trades(sentence, other)) ||
      /^(?:who|whoever|which|company)$/.test(word(before - 1));
    if (subject && !means(end, ['drone', 'weapon', 'equipment'])) return 'taker';
  }
  let next = end;
  while (next < tokens.length && (means(next, THINGS) || nameAt(next)) && next - end < 3) next++;
  const adjectival = next > end;
  if (NOUN_OF_TAKING.test(word(next))) return adjectival ? undefined : 'taker';
  if (NOUN_OF_GIVING.test(word(next))) return word(next + 1) === 'to' ? 'giver' : word(next + 1) === 'from' ? 'taker' : undefined;
  if (adjectival) return word(end) === 'to' ? 'giver' : undefined;
  const verb = verbAfter(sentence, end, [...GIVE, ...TAKE]);
  const between = sentence.names.some((other) => other !== name && trades(sentence, other) && other.at[0] >= end && other.at[0] < verb);
  const clause =
    verb >= 0 && verb - end <= 5 && !between && !tokens.slice(end, verb).some(({ text }) => ['who', 'that', 'which', 'and', 'or', 'by', 'of'].includes(text));
  if (clause && !ONLY_NOUN.test(word(verb)) && !AGENT_OF_GIVING.test(word(verb)) && !AGENT_OF_TAKING.test(word(verb))) {
    const passive = /^(?:was|were|is|are|been|being|be|get|gets|got)$/.test(word(verb - 1)) && /(?:ed|old|ought)$/.test(word(verb));
    const takes = means(verb, TAKE) && !means(verb, GIVE);
    if (passive) return takes ? 'giver' : 'taker';
    return takes ? 'taker' : 'giver';
  }
  if (word(end) === 'to' && nameAt(end + 1)) return 'giver';
  return undefined;
}

/** A name's role in a language of case endings; `subject` is the one name without an ending that speaks of a giver or taker. */
function inflectedRole(sentence: Sentence, name: NameUnit, subject: NameUnit | undefined): Role | undefined {
  const { word, tokens, means } = sentence;
  const gives = tokens.some((_, i) => !sentence.nameAt(i) && means(i, GIVE));
  const takes = tokens.some((_, i) => !sentence.nameAt(i) && means(i, TAKE));
  const trade = gives || takes || tokens.some((_, i) => means(i, ['deal']));
  const before = word(name.at[0] - 1);
  if (['u', 'iz', 'ot'].includes(before)) return 'giver';
  if (['dlya'].includes(before)) return 'taker';
  if (['v', 'vo'].includes(before)) return gives && !takes ? 'taker' : undefined;
  if (!trade) return undefined;
  if (name.grammar === 'from') return 'giver';
  if (name.grammar === 'to') return gives || !takes ? 'taker' : undefined;
  if (name.grammar === 'by') return takes && !gives ? 'taker' : gives && !takes ? 'giver' : undefined;
  if (name !== subject || gives === takes) return undefined;
  return gives ? 'giver' : 'taker';
}

const ABOUT_BEFORE = new Set(['on', 'about', 're']);
const ABOUT_AFTER = new Set(['hakkinda', 'haqqinda', 'barede', 'turaly', 'tuuraluu', 'haqida', 'pro', 'o', 'ob', 'jonunde', 'zhoninde']);

/** `Haluk Bayraktar on Kyrgyzstan`: the person is asked for words on the other. */
const isTopicOf = ({ word, tokens }: Sentence, { at: [, end] }: NameUnit): boolean =>
  ABOUT_BEFORE.has(word(end)) || tokens.slice(end).some(({ text }) => ABOUT_AFTER.has(text));

/** The question itself leaves the direction open. */
const EITHER_WAY = [['way', 'round'], ['way', 'around'], ['vice', 'versa'], ['naoborot'], ['tersi'], ['tersine'], ['eksine'], ['kerisinshe'], ['tersinche']];

/** "Who" as the doer. `komu`, `kime` ask for the taker, and then an unmarked name is the giver all the same. */
const WHO = new Set(['kim', 'kto', 'who']);

/**
 * Gives names their roles. A name without a clear role has none: direction is judged only where the question states it.
 * @returns a role for each name that has one.
 */
export function readRoles(
  tokens: readonly Token[],
  names: readonly NameUnit[],
  lexicon: Lexicon,
  languages: readonly Language[],
  quoted: boolean,
  deeds: ReadonlyMap<number, number>,
): Map<NameUnit, Role> {
  const at = new Map<number, NameUnit>();
  for (const name of names) for (let i = name.at[0]; i < name.at[1]; i++) at.set(i, name);
  const sentence: Sentence = {
    tokens,
    names,
    lexicon,
    means: (i, ideas) => {
      const word = tokens[i]?.text;
      if (word === undefined || AGENT.test(word) || AGENT_OF_GIVING.test(word) || AGENT_OF_TAKING.test(word)) return false;
      if (LIGHT.test(word) && !tokens.some(({ text }) => ideasOf(text, languages)?.some((idea) => GOODS.has(idea)))) return false;
      if (GIVING.test(word))
        return ideas.includes('supply') && tokens.slice(i + 1, i + 4).some(({ text }) => ideasOf(text, languages)?.some((idea) => GOODS.has(idea)));
      return !!ideasOf(word, languages)?.some((idea) => ideas.includes(idea));
    },
    word: (i) => tokens[i]?.text ?? '',
    nameAt: (i) => at.get(i),
    content: (i) =>
      !at.has(i) &&
      !isStopword(tokens[i]?.text ?? '', languages) &&
      numberOf(tokens[i]?.text ?? '') === undefined &&
      !sentence.means(i, [...GIVE, ...TAKE, 'deal', 'sign']),
  };
  const roles = new Map<NameUnit, Role>();
  const speaks = quoted || tokens.some((_, i) => !at.has(i) && sentence.means(i, SPEAK));
  const unmarked = names.filter((name) => trades(sentence, name) && (name.grammar === 'plain' || name.grammar === 'of') && !sentence.means(name.at[1], THINGS));
  const asksWho = tokens.some(({ text }) => WHO.has(text));
  // The genitive is the subject of a clause within: `türklərin … silahlandırması`.
  const marked = names.some(({ grammar }) => grammar === 'to' || grammar === 'from');
  // "X dronları Y-ə satıb": beside a name with its case, an unmarked one is the subject even before what is sold.
  const bare = marked ? names.find((name) => trades(sentence, name) && name.grammar === 'plain') : undefined;
  const subject = asksWho ? undefined : (unmarked.find(({ grammar }) => grammar === 'of') ?? unmarked[0] ?? bare);
  // "Did X switch from Y to Z" tells of what X uses, not of who supplies whom.
  const switches = tokens.some((_, i) => sentence.means(i, ['switch']));
  const eitherWay = EITHER_WAY.some((words) => tokens.some((_, i) => words.every((word, k) => tokens[i + k]?.text === word)));
  for (const name of names) {
    const person = name.ids.some((id) => lexicon.named.get(id)?.type === 'person');
    if (person) {
      if (speaks || isTopicOf(sentence, name)) roles.set(name, 'speaker');
      continue;
    }
    if (switches || eitherWay || !trades(sentence, name)) continue;
    const cased = name.grammar === 'from' || name.grammar === 'to' || name.grammar === 'by';
    const role =
      languages[0] === 'en'
        ? ((cased ? inflectedRole(sentence, name, undefined) : undefined) ?? englishRole(sentence, name))
        : inflectedRole(sentence, name, subject);
    if (role) roles.set(name, role);
    else if (deeds.has(name.at[0])) roles.set(name, 'doer');
  }
  return roles;
}
