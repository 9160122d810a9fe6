/** Who gives and who takes in a question, who is said to speak and who does what is told. */
import type { Lexicon } from './lexicon.ts';
import type { NameUnit } from './read.ts';
import { englishRole } from './roles/english.ts';
import { readHolding } from './roles/holding.ts';
import { inflectedRole, subjectOf } from './roles/inflected.ts';
import { createSentence, type Sentence, SPEAK } from './roles/sentence.ts';
import type { Sense } from './sense.ts';
import { fold, folded, type Language, type Token } from './text.ts';
import { ROLE_WORDS } from './words/index.ts';

/** `doer`: who does what a fact tells of. */
export type Role = 'giver' | 'taker' | 'speaker' | 'doer';

const ABOUT_BEFORE = folded(ROLE_WORDS.about_before);
const ABOUT_AFTER = folded(ROLE_WORDS.about_after);
/** The question itself leaves the direction open. */
const EITHER_WAY = Map.groupBy(
  ROLE_WORDS.either_way.map((phrase) => fold(phrase).split(' ')),
  ([first]) => first,
);
const SWITCH: ReadonlySet<string> = new Set(['switch']);
/** Cases that tell a direction, in a question of any language. */
const CASED: ReadonlySet<string> = new Set(['from', 'to', 'by']);

/** `Haluk Bayraktar on Kyrgyzstan`: the person is asked for words on the other. */
const isTopicOf = ({ word, tokens }: Sentence, { at: [, end] }: NameUnit): boolean =>
  ABOUT_BEFORE.has(word(end)) || tokens.slice(end).some(({ text }) => ABOUT_AFTER.has(text));

/** "Did X switch from Y to Z" tells of what X uses, not of who supplies whom. */
const isOpen = ({ tokens, means, word }: Sentence): boolean =>
  tokens.some(({ text }, i) => means(i, SWITCH) || EITHER_WAY.get(text)?.some((words) => words.every((part, k) => word(i + k) === part)));

const isPerson = ({ lexicon }: Sentence, { ids }: NameUnit): boolean => ids.some((id) => lexicon.named.get(id)?.type === 'person');

interface RoleOptions {
  lexicon: Lexicon;
  languages: readonly Language[];
  /** True when the question asks for somebody's words. */
  quoted: boolean;
  /** True when somebody is told to have won something back. */
  regains: boolean;
  /** Names that do a deed, by their first tokens. */
  deeds: ReadonlyMap<number, number>;
}

/**
 * Gives names their roles. A name without a clear role has none: direction is judged only where the question states it.
 * @returns a role for each name that has one.
 */
export function readRoles(
  tokens: readonly Token[],
  senses: readonly Sense[],
  names: readonly NameUnit[],
  { lexicon, languages, quoted, regains, deeds }: RoleOptions,
): Map<NameUnit, Role> {
  const sentence = createSentence(tokens, senses, names, lexicon);
  const speaks = quoted || sentence.tells(SPEAK);
  const open = isOpen(sentence);
  const english = languages[0] === 'en';
  const subject = english ? undefined : subjectOf(sentence, languages[0] !== 'ru');
  const plain = names.filter(({ grammar }) => grammar === 'plain');
  const winner = !english && regains && plain.length === 1 ? plain[0] : undefined;
  const held = readHolding(sentence, english, deeds);
  const tradeRole = (name: NameUnit): Role | undefined => {
    if (!english) return inflectedRole(sentence, name, subject);
    return (CASED.has(name.grammar) ? inflectedRole(sentence, name, undefined) : undefined) ?? englishRole(sentence, name);
  };
  const roleOf = (name: NameUnit): Role | undefined => {
    if (isPerson(sentence, name)) return speaks || isTopicOf(sentence, name) ? 'speaker' : undefined;
    if (open || !sentence.trades(name)) return undefined;
    if (name === winner) return 'doer';
    return held?.get(name) ?? tradeRole(name) ?? (deeds.has(name.at[0]) ? 'doer' : undefined);
  };
  return new Map(
    names.flatMap((name): [NameUnit, Role][] => {
      const role = roleOf(name);
      return role ? [[name, role]] : [];
    }),
  );
}
