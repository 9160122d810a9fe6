/** What to offer when nothing answers: whose words they are, or the nearest records, and why not. */
import { isUnstated } from '../base/schema.ts';
import type { Judge, Judged } from './judge.ts';
import type { Meaning } from './meaning.ts';
import { namesOf } from './objections/case.ts';
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
function trueSpeaker(meaning: Meaning, { judge, lexicon }: Judge, limit: number): Offer | undefined {
  const claimed = meaning.names.filter(({ role }) => role === 'speaker');
  const strangers = meaning.words.filter(({ manner, ideas }) => manner === 'name' && ideas.length === 0);
  if (claimed.length + strangers.length === 0 || !meaning.speaks) return undefined;
  const words = meaning.words.filter((word) => !strangers.includes(word));
  const names = meaning.names.filter((name) => !claimed.includes(name));
  const found = judge({ ...meaning, words, names }, limit).find(
    (entry) => entry.record.type === 'quote' && entry.evidence >= LIMITS.side && isSurelyMeant(entry),
  );
  if (found?.record.type !== 'quote' || isUnstated(found.record.speaker)) return undefined;
  const { speaker } = found.record;
  if (claimed.some(({ ids }) => ids.some((id) => speaker.includes(id)))) return undefined;
  const who = [...claimed, ...strangers].map(({ said }) => said).join(' ');
  return { why: [`These are the words of ${namesOf(lexicon, speaker)}, not of ${who}.`], nearest: [found] };
}

/** The nearest records that are no answer, with the reasons; undefined when nothing comes near. */
export function offerFor(judged: readonly Judged[], meaning: Meaning, judge: Judge, limit: number): Offer | undefined {
  const speaker = trueSpeaker(meaning, judge, limit);
  if (speaker) return speaker;
  const [nearest, ...others] = judged;
  if (!nearest || nearest.evidence < LIMITS.near) return undefined;
  const [reason = 'No record says this closely enough.', ...more] = [...new Set(nearest.against)];
  return { why: [reason, ...more], nearest: [nearest, ...others.slice(0, Math.min(MOST_OFFERED, limit) - 1)] };
}
