/** The question asks for a deal between parties that the record does not join. */
import type { Deal } from '../../base/schema.ts';
import { TRAIT } from '../index.ts';
import { label } from '../labels.ts';
import type { Meaning, Named } from '../meaning.ts';
import type { Ranked } from '../rank.ts';
import { onlyTrade, speaksOfTrade } from '../trade.ts';
import { LIMITS } from '../weights.ts';
import type { Case, Objector } from './case.ts';
import { alternatives, holdsForWhole } from './names.ts';
import { isParty, isTrader } from './party.ts';

/** Whether the question names who gives and who takes. */
const isTwoSided = ({ names }: Ranked): boolean => names.some(({ name }) => name.role === 'giver') && names.some(({ name }) => name.role === 'taker');

function objectToDeal(record: Deal, subject: Case): string[] {
  const { ranked, lexicon } = subject;
  const spared = alternatives(subject);
  const displaced = ranked.names.find(({ name, role }) => (name.role === 'giver' || name.role === 'taker') && role === 'silent' && name.ids.length === 1);
  if (displaced && (isTwoSided(ranked) || ranked.ask < LIMITS.sameAsk) && !isParty(record, displaced.name, lexicon))
    return [subject.isTraded() ? `${label(lexicon, displaced.name)} is no party to it.` : noSuchTrade(subject)];
  const outside = ranked.names.find(
    ({ name, strength, role }) =>
      !subject.meaning.anchors.has(name.at[0]) &&
      !spared.has(name) &&
      role === 'silent' &&
      strength > 0 &&
      name.ids.length === 1 &&
      isTrader(lexicon, name) &&
      !isParty(record, name, lexicon) &&
      !holdsForWhole(name, subject),
  );
  // Who is told of in the record with all the others is its circumstance.
  const told = ranked.names.length > 2 && ranked.names.every(({ stance, hearsay }) => stance === 'agrees' && !hearsay);
  const forgiven = outside && !outside.hearsay && (told || ranked.ask >= LIMITS.nearAsk);
  return outside && !forgiven ? [`The base has no such deal with ${label(lexicon, outside.name)}.`] : [];
}

/** `The base has no deal in which Kyrgyzstan supplies Türkiye.` */
function noSuchTrade({ ranked, lexicon }: Case): string {
  const of = (role: 'giver' | 'taker') => ranked.names.filter(({ name }) => name.role === role).map(({ name }) => label(lexicon, name));
  const [givers, takers] = [of('giver').join(' and '), of('taker').join(' and ')];
  if (givers && takers) return `The base has no deal in which ${givers} supplies ${takers}.`;
  return givers ? `The base has no deal in which ${givers} supplies.` : `The base has no deal in which ${takers} receives.`;
}

/** A negative that is told of each of the question's names, or of what it belongs to. */
const deniesWhole = (subject: Case): boolean =>
  subject.record.status === 'negative' && subject.ranked.names.every(({ name, stance }) => stance === 'agrees' || holdsForWhole(name, subject));

const IN = 'in';
/** `turmoil in X`: where, and not who. */
const isSetting = ({ at: [start], role }: Named, { tokens }: Meaning): boolean => role === undefined && tokens[start - 1]?.text === IN;

/** A record of another type answers a question of who supplies whom only when it tells of trade itself. */
function objectToOther(subject: Case): string[] {
  const { ranked, meaning, lexicon, index } = subject;
  if (!subject.isTraded()) return [noSuchTrade(subject)];
  if (ranked.ask >= LIMITS.sameAsk) return [];
  const told = ((index.traits[ranked.number] as number) & TRAIT.trade) !== 0;
  const traders = ranked.names.filter(({ name }) => isTrader(lexicon, name) && !isSetting(name, meaning));
  const directed = traders.some(({ name }) => name.role === 'giver' || name.role === 'taker');
  const alike = directed && traders.every(({ name }) => name.role === traders[0]?.name.role);
  // Two who give, or two who take, are no pair.
  const wanted = traders.length > 1 && (directed ? !alike : onlyTrade(meaning));
  return wanted && !told ? [`The base has no deal of ${traders.map(({ name }) => label(lexicon, name)).join(' and ')} like this.`] : [];
}

export const objectToPair: Objector = (subject) => {
  if (!speaksOfTrade(subject.meaning) || deniesWhole(subject)) return [];
  return subject.record.type === 'deal' ? objectToDeal(subject.record, subject) : objectToOther(subject);
};
