/** The record lacks a name or has it in another role. */
import type { Deal, FactRecord } from '../../base/schema.ts';
import { label, namesOf } from '../labels.ts';
import type { Named } from '../meaning.ts';
import { ROLES } from '../postings.ts';
import type { Ranked } from '../rank.ts';
import { LIMITS } from '../weights.ts';
import type { Case, Objector } from './case.ts';
import { isParty, isTrader } from './party.ts';

type Entry = Ranked['names'][number];

/** Kinds of entity that are parts of the country or company they belong to. */
const PARTS: ReadonlySet<string> = new Set(['company', 'system']);

/** A negative about the whole holds for its parts: who buys no Turkish drones buys none of Baykar's. */
export function holdsForWhole({ ids }: Named, { record, ranked, index: { postings }, lexicon }: Case): boolean {
  if (record.status !== 'negative') return false;
  const wholes = ids.flatMap((id) => {
    const entity = lexicon.named.get(id);
    return entity && PARTS.has(entity.type) ? entity.within : [];
  });
  return wholes.some((id) => {
    const posting = postings.get('e', id);
    return posting !== undefined && (postings.mask(posting, ranked.number) & ROLES) !== 0;
  });
}

/** The base's own subject stands in so many records that its absence from one says nothing; so does a name that is also a common word for a thing. */
function isLoose({ ids }: Named, { index: { postings }, lexicon }: Case): boolean {
  const share = Math.max(0, ...ids.map((id) => postings.frequency('e', id))) / Math.max(1, postings.size);
  return (postings.size >= LIMITS.subjectFrom && share >= LIMITS.subject) || (ids.length > 1 && ids.some((id) => lexicon.named.get(id)?.type === 'system'));
}

/** Whether the record lacks a name. What only an ask names counts when the question is like an ask, and never for a person. */
function isAbsent({ name, stance, hearsay }: Entry, subject: Case): boolean {
  const person = name.ids.every((id) => subject.lexicon.named.get(id)?.type === 'person');
  if (subject.meaning.anchors.has(name.at[0])) return false;
  const absent = stance === 'silent' || (hearsay && (person || subject.ranked.ask < LIMITS.hearsay));
  return absent && !holdsForWhole(name, subject) && !isLoose(name, subject);
}

function otherRole(record: FactRecord, name: Named, { ranked, lexicon }: Case): string {
  const who = label(lexicon, name);
  if (record.type === 'quote') return `These are the words of ${namesOf(lexicon, record.speaker)}, not of ${who}.`;
  if (record.type === 'fact') return `The record tells it of ${namesOf(lexicon, record.subject)}, not of ${who}.`;
  const other = ranked.names.find((entry) => entry.name.role === (name.role === 'giver' ? 'taker' : 'giver'));
  const whom = other ? ` ${label(lexicon, other.name)}` : '';
  return name.role === 'giver'
    ? `The base has no deal in which ${who} supplies${whom}; here ${namesOf(lexicon, record.supplier)} supplies.`
    : `The base has no deal in which ${who} receives${whom && ` from${whom}`}; here ${namesOf(lexicon, record.recipient)} receives.`;
}

const NONE: ReadonlySet<Named> = new Set();

/** `X or Y`: one of them is enough. */
export const alternatives = ({ ranked, meaning }: Case): ReadonlySet<Named> => {
  if (meaning.either.size === 0) return NONE;
  const either = ranked.names.filter(({ name }) => meaning.either.has(name.at[0]));
  const some = either.some(({ stance, role, hearsay }) => stance === 'agrees' && role !== 'differs' && !hearsay);
  return new Set(some ? either.map(({ name }) => name) : []);
};

/** Nothing of what is asked beside the names is told by the record itself. */
const tellsNoWord = ({ words }: Ranked): boolean => words.length > 0 && words.every(({ value, hearsay }) => hearsay || value < LIMITS.explained);

/** A deal of none of those traders whom the question names. */
const isOfOthers = (record: Deal, { ranked, lexicon }: Case): boolean =>
  ranked.names.every(({ name }) => !isTrader(lexicon, name) || !isParty(record, name, lexicon));

/** The question asks of a deed, and the record tells of a deal of others: it only mentions who is asked about. */
function isBystander({ name, stance, role }: Entry, subject: Case): boolean {
  const { ranked, record, lexicon } = subject;
  if (record.type !== 'deal' || stance !== 'agrees' || role !== 'silent' || ranked.ask >= LIMITS.sameAsk) return false;
  return name.role === 'doer' || (isTrader(lexicon, name) && isOfOthers(record, subject) && tellsNoWord(ranked));
}

export const objectToNames: Objector = (subject) => {
  const spared = alternatives(subject);
  return subject.ranked.names.flatMap((entry) => {
    if (spared.has(entry.name)) return [];
    if (entry.role === 'differs') return [otherRole(subject.record, entry.name, subject)];
    if (isBystander(entry, subject)) return [`It does not tell this of ${label(subject.lexicon, entry.name)}.`];
    return isAbsent(entry, subject) ? [`It does not mention ${label(subject.lexicon, entry.name)}.`] : [];
  });
};
