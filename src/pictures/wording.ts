/** Sentences that pictures share: counts, hedges, and the description for who does not see them. */
import { type Base, type Deal, STATUSES, type Status } from '../base/schema.ts';
import { isRewritten } from './fonts.ts';
import { LONGEST_ALT } from './picture.ts';
import { nameOf, partiesOf, standingOf, type Told } from './select.ts';

const SMALL = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

/** A number as a sentence has it: `seven`, `31`. */
export const inWords = (n: number): string => SMALL[n] ?? String(n);

/** With a capital letter, to begin a sentence. */
export const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

/** `Iran`, `Iran and China`, `Iran, China and Russia`; of more than `most` the first, and how many more. */
export function listed(names: readonly string[], most = 6): string {
  const shown = names.length > most ? [...names.slice(0, most - 1), `${names.length - most + 1} more`] : names;
  return shown.length < 2 ? (shown[0] ?? '') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

/** Who supplies whom, in words: `Türkiye to Kyrgyzstan`, with what the source does not state said so. */
export function between(base: Base, { supplier, recipient }: Pick<Deal, 'supplier' | 'recipient'>): string {
  const side = (ids: readonly string[], none: string) =>
    ids.length === 0
      ? none
      : listed(
          ids.map((id) => nameOf(base, id)),
          3,
        );
  return `${side(partiesOf(base, supplier), 'a supplier not stated')} to ${side(partiesOf(base, recipient), 'a recipient not stated')}`;
}

/** `unconfirmed`, `the author’s judgement`: what a deal is that is not stated as fact; nothing for one that is, or for talks that took place. */
export const doubtOf = (deal: Told): string | undefined =>
  standingOf(deal) === 'soft' && !isTalks(deal) ? (SOFT_WORDS[deal.status] ?? deal.status) : undefined;

/** The same of any record that is not plainly confirmed: `reported`, `did not happen`. */
export const statusWords = ({ status }: Told): string | undefined =>
  status === 'confirmed' ? undefined : status === 'negative' ? 'did not happen' : (SOFT_WORDS[status] ?? status);

const SOFT_WORDS: Partial<Record<Status, string>> = { assessment: 'the author’s judgement' };
const softStatuses = (deals: readonly Told[]): { status: string; n: number }[] => {
  const soft = deals.filter((deal) => standingOf(deal) === 'soft');
  const named = STATUSES.map((status) => ({ status: SOFT_WORDS[status] ?? status, n: soft.filter((deal) => deal.status === status && !isTalks(deal)).length }));
  return [...named, { status: 'under negotiation', n: soft.filter(isTalks).length }].filter(({ n }) => n > 0);
};
/** Talks that the source states as fact are still talks. */
const isTalks = ({ status, kind }: Told): boolean => kind === 'negotiation' && (status === 'confirmed' || status === 'reported');

/** What hatching means in this picture: `Unconfirmed or planned`; nothing when all is firm. */
export function softLabel(deals: readonly Told[]): string | undefined {
  const words = softStatuses(deals).map(({ status }) => status);
  if (words.length === 0) return undefined;
  return capital(words.length === 1 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`);
}

/** `Six of the 28 deal records are not stated as fact: five unconfirmed and one planned.`; nothing when all are. @param what one of them is. */
export function hedge(deals: readonly Told[], what = 'deal record'): string | undefined {
  const statuses = softStatuses(deals);
  const n = statuses.reduce((sum, one) => sum + one.n, 0);
  if (n === 0) return undefined;
  if (deals.length === 1) return `The one ${what} is not stated as fact: it is ${statuses[0]?.status}.`;
  const told = n === 1 ? `it is ${statuses[0]?.status}` : listed(statuses.map((one) => `${inWords(one.n)} ${one.status}`));
  const all = `of the ${inWords(deals.length)} ${what}s`;
  return n === deals.length
    ? `None ${all} is stated as fact: ${told}.`
    : `${capital(inWords(n))} ${all} ${n === 1 ? 'is' : 'are'} not stated as fact: ${told}.`;
}

/** The same in a title, behind what is said of these deals: `unconfirmed`, `four of them not stated as fact`; nothing when all are. */
export function aside(deals: readonly Told[]): string | undefined {
  const statuses = softStatuses(deals);
  const n = statuses.reduce((sum, one) => sum + one.n, 0);
  if (n === 0) return undefined;
  if (n === deals.length) return statuses.length === 1 ? (n === 1 ? statuses[0]?.status : `all ${statuses[0]?.status}`) : 'none stated as fact';
  return `${inWords(n)} of them not stated as fact`;
}

/** What says that there was no deal, by its parties; nothing when there is none. */
export function denial(base: Base, negatives: readonly Deal[]): string | undefined {
  if (negatives.length === 0) return undefined;
  const parties = listed([...new Set(negatives.map((deal) => between(base, deal)))], 4);
  return `Not counted: ${inWords(negatives.length)} ${negatives.length === 1 ? 'record' : 'records'} of what did not happen (${parties}).`;
}

/** Says that some names stand in other letters than their own; nothing when none does. */
export const lettersNote = (names: readonly string[]): string[] =>
  names.some(isRewritten) ? ['Names in letters that this picture’s font lacks are written in Latin ones.'] : [];

/** As many whole sentences as a description may have, the first ones first. */
export function altOf(sentences: readonly string[]): string {
  const rest = 'The text beside the picture tells the rest.';
  let alt = '';
  for (const [index, sentence] of sentences.entries()) {
    const longer = alt === '' ? sentence : `${alt} ${sentence}`;
    const room = index === sentences.length - 1 ? LONGEST_ALT : LONGEST_ALT - rest.length - 1;
    if (longer.length > room) return (alt === '' ? `${sentence.slice(0, room - 2).toWellFormed()}… ` : `${alt} `) + rest;
    alt = longer;
  }
  return alt;
}
