/** What to offer when nothing answers: whose words they are, or the nearest records, and why not. */
import { isUnstated } from '../base/schema.ts';
import type { Judge, Judged } from './judge.ts';
import { label, namesOf } from './labels.ts';
import type { Meaning } from './meaning.ts';
import { speaksOfTrade } from './trade.ts';
import { LIMITS } from './weights.ts';

export interface Offer {
  why: [string, ...string[]];
  nearest: [Judged, ...Judged[]];
}

/** Records offered at most. */
const MOST_OFFERED = 5;

/** The words are remembered, or asked for much as the curators expected: then whose they are is worth telling. */
const isSurelyMeant = ({ ranked }: Judged): boolean => ranked.phrase > 0 || ranked.ask >= LIMITS.hearsay;

/** The quote whose words the question puts into another mouth, with its true speaker told. */
function trueSpeaker(meaning: Meaning, { judge, lexicon }: Judge): Offer | undefined {
  const claimed = meaning.names.filter(({ role }) => role === 'speaker');
  const strangers = meaning.words.filter(({ manner, ideas }) => manner === 'name' && ideas.length === 0);
  if (claimed.length + strangers.length === 0 || !meaning.speaks) return undefined;
  const words = meaning.words.filter((word) => !strangers.includes(word));
  const names = meaning.names.filter((name) => !claimed.includes(name));
  const found = judge({ ...meaning, words, names }).find((entry) => entry.record.type === 'quote' && entry.evidence >= LIMITS.side && isSurelyMeant(entry));
  if (found?.record.type !== 'quote' || isUnstated(found.record.speaker)) return undefined;
  const { speaker } = found.record;
  if (claimed.some(({ ids }) => ids.some((id) => speaker.includes(id)))) return undefined;
  const who = [...claimed.map((name) => label(lexicon, name)), ...strangers.map(({ said }) => said)].join(' ');
  return { why: [`These are the words of ${namesOf(lexicon, speaker)}, not of ${who}.`], nearest: [found] };
}

const OTHER_WAY = { giver: 'taker', taker: 'giver' } as const;

/** The deal of the same parties the other way round, for a question that swaps them. */
function swapped(meaning: Meaning, { judge, lexicon }: Judge): Offer | undefined {
  const directed = meaning.names.filter(({ role }) => role === 'giver' || role === 'taker');
  const [one, two] = directed;
  if (!one || !two || one.role === two.role) return undefined;
  const names = meaning.names.map((name) => (name.role === 'giver' || name.role === 'taker' ? { ...name, role: OTHER_WAY[name.role] } : name));
  const found = judge({ ...meaning, names }).find(
    ({ record, ranked, against }) => record.type === 'deal' && against().length === 0 && ranked.names.every(({ role }) => role !== 'differs'),
  );
  if (!found) return undefined;
  const [giver, taker] = one.role === 'giver' ? [one, two] : [two, one];
  return {
    why: [`The base has no deal in which ${label(lexicon, giver)} supplies ${label(lexicon, taker)}. It has one the other way round.`],
    nearest: [found],
  };
}

/** What the record leaves unsaid, for a refusal without a graver reason. */
function unsaid({ ranked }: Judged): string {
  const strangers = ranked.words.filter(({ value }) => value < LIMITS.explained).sort((a, b) => b.weight - a.weight);
  const [first] = strangers;
  return first ? `It says nothing of “${first.word.said}”.` : 'It does not say this closely enough.';
}

/** Whether a record is of all those whom the question names, in the parts that it gives them. */
const isOfThose = ({ ranked: { names } }: Judged): boolean => names.every(({ name, stance, role }) => stance === 'agrees' && (!name.role || role === 'agrees'));

/** For a question of trade, what lacks only what was asked for is nearer than what others traded, however alike the words. */
const nearestFirst = (judged: readonly Judged[], meaning: Meaning): Judged[] =>
  speaksOfTrade(meaning) ? judged.toSorted((a, b) => Number(isOfThose(b)) - Number(isOfThose(a))) : [...judged];

/** The nearest records that are no answer, with the reasons; undefined when nothing comes near. */
export function offerFor(judged: readonly Judged[], meaning: Meaning, judge: Judge, limit: number): Offer | undefined {
  const speaker = trueSpeaker(meaning, judge);
  if (speaker) return speaker;
  const other = swapped(meaning, judge);
  if (other) return other;
  const [best] = judged;
  const named = meaning.dates.length > 0 || best?.ranked.names.some(({ stance }) => stance === 'agrees');
  if (!best || (best.evidence < LIMITS.near && !named)) return undefined;
  const [nearest = best, ...others] = nearestFirst(judged.slice(0, Math.min(MOST_OFFERED, limit)), meaning);
  const [reason = unsaid(nearest), ...more] = [...new Set(nearest.against())];
  return { why: [reason, ...more], nearest: [nearest, ...others] };
}
