/** What a chart shows, in sentences. */
import { dateRange } from '../../base/dates.ts';
import type { Base, Deal } from '../../base/schema.ts';
import type { ChartBy } from '../picture.ts';
import { standingOf, whenOf } from '../select.ts';
import { aside, between, capital, denial, hedge, inWords, listed } from '../wording.ts';
import type { Group } from './groups.ts';

/** All that a finding is about. */
export interface Shown {
  by: ChartBy;
  /** Every group, drawn or not, in order. */
  groups: readonly Group[];
  /** Those drawn. */
  drawn: readonly Group[];
  /** Distinct deals among all groups: counted, and of what did not happen. */
  counted: readonly Deal[];
  negative: readonly Deal[];
  /** Deals that state no date: left out of a chart by year. */
  undated: readonly Deal[];
  /** How many years a column is of. */
  step: number;
}

const records = (n: number, adjective = ''): string => `${inWords(n)} ${adjective}deal ${n === 1 ? 'record' : 'records'}`;

interface Leaders {
  names: string[];
  /** How many each of them has. */
  n: number;
  deals: Deal[];
}

/** The largest groups, all of one size. Who is not stated leads nothing. */
function leaders(groups: readonly Group[]): Leaders {
  const named = groups.filter(({ unstated, counted }) => !unstated && counted.length > 0);
  const n = Math.max(0, ...named.map(({ counted }) => counted.length));
  const first = named.filter(({ counted }) => counted.length === n);
  return { names: first.map(({ name }) => name), n, deals: [...new Set(first.flatMap(({ counted }) => counted))] };
}

/** A title says how sure the source is of what it names: it is read first and repeated first. */
const hedged = (title: string, deals: readonly Deal[]): string => {
  const doubt = aside(deals);
  return doubt ? `${title}, ${doubt}` : title;
};

function oneDeal(base: Base, deal: Deal): string {
  const doubt = aside([deal]);
  return `One deal record${doubt ? ` (${doubt})` : ''}: ${between(base, deal)}`;
}

function partyTitle(base: Base, { groups, counted }: Shown, role: 'recipient' | 'supplier'): string {
  const { names, n, deals } = leaders(groups);
  const [total, first] = [counted.length, counted[0]];
  if (total === 1 && first) return oneDeal(base, first);
  if (names.length === 0) return hedged(`No ${role} is stated in ${records(total)}`, counted);
  if (names.length > 1 && n === 1) return hedged(`${capital(records(total))} with ${inWords(names.length)} ${role}s`, counted);
  if (names.length === 1 && n === total) return hedged(`${names[0]} is the ${role} in all ${records(total)}`, counted);
  if (names.length === 1) return hedged(`${names[0]} is the ${role} in ${inWords(n)} of ${records(total)}`, deals);
  return names.length <= 3
    ? hedged(`${listed(names)} are each ${role} in ${inWords(n)} of ${records(total)}`, deals)
    : hedged(`${capital(inWords(names.length))} ${role}s lead with ${inWords(n)} of ${records(total)} each`, deals);
}

function yearTitle({ groups, counted, step }: Shown): string {
  const { names, n, deals } = leaders(groups);
  const total = counted.length;
  const dated = records(total, 'dated ');
  const years = names.map((name) => (step === 1 ? name : `${name} to ${Number(name) + step - 1}`));
  if (n === total) return hedged(`${capital(dated)}, ${total === 1 ? '' : 'all '}of ${years[0]}`, deals);
  if (years.length === 1 && n * 2 <= total)
    return hedged(`${step === 1 ? `${years[0]} has` : `The years ${years[0]} have`} the most: ${inWords(n)} of ${dated}`, deals);
  if (years.length === 1) return hedged(`Most are of ${years[0]}: ${inWords(n)} of ${dated}`, deals);
  return years.length <= 3
    ? hedged(`${listed(years)} have ${inWords(n)} of ${dated} each`, deals)
    : hedged(`${capital(dated)}, at most ${inWords(n)} ${step === 1 ? 'a year' : `in ${inWords(step)} years`}`, counted);
}

function statusTitle(base: Base, { counted }: Shown): string {
  const sure = counted.filter((deal) => deal.status === 'confirmed' && standingOf(deal) === 'firm').length;
  const sources = new Set(counted.flatMap(({ citations }) => citations.map(({ source }) => source))).size;
  const states = sources > 1 ? 'The sources state' : 'The source states';
  if (counted.length === 1 && counted[0]) return oneDeal(base, counted[0]);
  if (sure === counted.length) return `${states} all ${records(sure)} as fact`;
  return `${states} ${sure === 0 ? 'none' : inWords(sure)} of ${records(counted.length)} as fact`;
}

/** The finding in one line. */
export function titleOf(base: Base, shown: Shown): string {
  const { by, counted, negative } = shown;
  if (counted.length === 0)
    return negative.length === 0
      ? 'No deal record with a date'
      : `No deal: ${inWords(negative.length)} ${negative.length === 1 ? 'record' : 'records'} of what did not happen`;
  switch (by) {
    case 'recipient':
    case 'supplier':
      return partyTitle(base, shown, by);
    case 'year':
      return yearTitle(shown);
    case 'status':
      return statusTitle(base, shown);
  }
}

const numbers = ({ name, counted, negative }: Group, told: boolean): string => {
  const soft = counted.filter((deal) => standingOf(deal) === 'soft').length;
  const aside = [soft > 0 && told ? `${soft} not stated as fact` : undefined, negative.length > 0 ? `${negative.length} of no deal` : undefined].filter(
    (one) => one !== undefined,
  );
  return `${name}: ${counted.length}${aside.length > 0 ? ` (${aside.join(', ')})` : ''}`;
};

/** Groups that a sentence names; the table has all. */
const MOST_TOLD = 12;

function leftOut({ groups, drawn, undated, by }: Shown): string[] {
  const rest = groups.slice(drawn.length);
  const deals = new Set(rest.flatMap(({ counted }) => counted)).size;
  const also = rest.length === 1 ? `1 more ${by} with ${records(deals)} is` : `${rest.length} more ${by}s with ${records(deals)} are`;
  return [
    ...(rest.length > 0 ? [`Not drawn: ${also} in the data file.`.replace(/ (is|are) in/, ', in')] : []),
    ...(undated.length > 0 ? [`Not drawn: ${records(undated.length)} without a date.`] : []),
  ];
}

/** Whether a deal's time is of more than one year. */
function isLong(deal: Deal): boolean {
  const when = whenOf(deal);
  const days = when && dateRange(when);
  return days !== undefined && days.from.slice(0, 4) !== days.to.slice(0, 4);
}

/** What a reader must know to read it: how it counts, and what it leaves out. */
export function notesOf(base: Base, shown: Shown): string[] {
  const { groups, counted, negative, by, step } = shown;
  const twice = (by === 'recipient' || by === 'supplier') && groups.reduce((sum, group) => sum + group.counted.length, 0) > counted.length;
  return [
    ...leftOut(shown),
    ...[denial(base, negative)].filter((one) => one !== undefined),
    ...(twice ? [`A record with several ${by}s counts for each.`] : []),
    ...(by === 'year' && counted.some(isLong) ? ['A record of several years counts for its first.'] : []),
    ...(step > 1 ? [`Each column is of ${inWords(step)} years, named by its first.`] : []),
    'Several records may tell of the same deal.',
  ];
}

/** Sentences that state the whole of it. */
export function wordsOf(base: Base, shown: Shown, scope: string | undefined): string[] {
  const told = shown.drawn.filter(({ counted, negative }) => counted.length + negative.length > 0);
  const more = told.length > MOST_TOLD ? `; and ${told.length - MOST_TOLD} more` : '';
  const counts = told.slice(0, MOST_TOLD).map((group) => numbers(group, shown.by !== 'status'));
  return [
    `${titleOf(base, shown)}.`,
    ...(scope ? [scope] : []),
    ...(counts.length > 0 ? [`Deal records by ${shown.by}: ${counts.join('; ')}${more}.`] : []),
    ...[hedge(shown.counted)].filter((one) => one !== undefined),
    ...notesOf(base, shown),
  ];
}
