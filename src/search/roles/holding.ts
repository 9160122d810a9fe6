/**
 * `Does X have Turkish drones`, `are there Turkish drones in X`, `did X buy Turkish drones`: who has or buys goods of an origin takes what
 * the origin gave. So a record on other goods of X, or on Turkish drones elsewhere, does not answer.
 */
import type { NameUnit } from '../read.ts';
import type { Role } from '../roles.ts';
import { folded } from '../text.ts';
import { ROLE_WORDS } from '../words/index.ts';
import { GIVE, GOODS, type Sentence, TAKE } from './sentence.ts';

const HAVE = folded(ROLE_WORDS.en.have);
const BE = folded(ROLE_WORDS.en.be);
const INFLECTED_HAVE = folded(ROLE_WORDS.inflected.have);
const THERE = 'there';
const IN = 'in';

/** Those whose goods are told by their name; a region's may be anybody's in it. */
const MAKERS: ReadonlySet<string> = new Set(['country', 'company']);

/** The name whose goods they are: it stands right before them. */
const originOf = ({ names, means, lexicon }: Sentence): NameUnit | undefined =>
  names.find(({ ids, at: [, end] }) => means(end, GOODS) && ids.some((id) => MAKERS.has(lexicon.named.get(id)?.type ?? '')));

/** `X has …`, `does X have …`, `has X …`, `are there … in X`. */
function holdsInEnglish({ word }: Sentence, { at: [start, end] }: NameUnit, deeds: ReadonlyMap<number, number>): boolean {
  const deed = deeds.get(start);
  if (deed !== undefined && deed >= end && HAVE.has(word(deed))) return true;
  if (HAVE.has(word(0)) && start === 1) return true;
  return BE.has(word(0)) && word(1) === THERE && word(start - 1) === IN;
}

/** The roles of a question that asks whether somebody has goods of an origin, or got them; undefined for another question. */
export function readHolding(sentence: Sentence, english: boolean, deeds: ReadonlyMap<number, number>): ReadonlyMap<NameUnit, Role> | undefined {
  const origin = originOf(sentence);
  const others = sentence.names.filter((name) => name !== origin && sentence.trades(name));
  const [holder] = others;
  if (!origin || !holder || others.length > 1) return undefined;
  // `did X buy Iranian drones`; in a case of its own X is not who buys.
  const takes = holder.grammar === 'plain' && sentence.tells(TAKE) && !sentence.tells(GIVE);
  const holds = english ? holdsInEnglish(sentence, holder, deeds) : sentence.tokens.some(({ text }) => INFLECTED_HAVE.has(text));
  return takes || holds
    ? new Map([
        [origin, 'giver'],
        [holder, 'taker'],
      ])
    : undefined;
}
