/** How sure the source is, in words that a reader can repeat. */
import type { FactRecord, Status } from '../base/schema.ts';
import type { StatusWords } from './reply.ts';

/** Plain characters, one column wide, told apart in black and white. */
const ICONS: Record<Status, string> = { confirmed: '✓', reported: '»', unconfirmed: '?', disputed: '≠', planned: '○', assessment: '✎', negative: '✕' };

const LABELS: Record<Exclude<Status, 'assessment'>, string> = {
  confirmed: 'Confirmed',
  reported: 'Reported',
  unconfirmed: 'Unconfirmed',
  disputed: 'Disputed',
  planned: 'Planned',
  negative: 'Negative',
};

const SENTENCES: Record<Exclude<Status, 'assessment'>, string> = {
  confirmed: 'The source states this as fact.',
  reported: 'The source passes this on from others and does not confirm it itself.',
  unconfirmed: 'The source itself calls this unconfirmed or unclear; it is not to be repeated as fact.',
  disputed: 'The source gives accounts of this that disagree.',
  planned: 'The source tells of a plan, an intention or work under way, not of something done.',
  negative: 'The source states that something did not happen or is not so.',
};

/** Quoting somebody is no warrant for what was said. */
function quoteSentence(form: 'direct' | 'paraphrased'): string {
  const how = form === 'direct' ? 'The source quotes these words' : 'The source gives this in its own words, as what the speaker said';
  return `${how}; it does not vouch for what they claim.`;
}

/**
 * The status of a record in words.
 * @param author who wrote the record's source: an assessment is told as theirs, by name.
 */
export function statusWords(record: FactRecord, author: string): StatusWords {
  const { status } = record;
  const icon = ICONS[status];
  if (status === 'assessment') {
    return { status, icon, label: `Assessment by ${author}`, sentence: `This is the judgement of the author, ${author}, not an established fact.` };
  }
  const quoted = record.type === 'quote' && (status === 'confirmed' || status === 'reported');
  return { status, icon, label: LABELS[status], sentence: quoted ? quoteSentence(record.form) : SENTENCES[status] };
}
