/** The question asks for one side's losses, and the record tells of another's. */
import { isUnstated } from '../../base/schema.ts';
import { label, namesOf } from '../labels.ts';
import { type Case, type Objector, tellsIdea } from './case.ts';

/** Ideas of what a side may suffer. */
const SUFFERED = ['casualty', 'death', 'damage'] as const;

const tellsOfLosses = (subject: Case): boolean => SUFFERED.some((idea) => tellsIdea(subject, idea));

export const objectToSufferer: Objector = (subject) => {
  const { record, meaning, lexicon } = subject;
  if (meaning.sufferers.size === 0 || record.type !== 'fact' || isUnstated(record.object) || !tellsOfLosses(subject)) return [];
  const { object } = record;
  const other = meaning.names.find(({ ids, at: [start] }) => meaning.sufferers.has(start) && !ids.some((id) => object.includes(id)));
  return other ? [`It tells of what ${namesOf(lexicon, object)} suffered, not of ${label(lexicon, other)}.`] : [];
};
