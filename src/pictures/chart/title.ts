/** A chart's finding in one line, never surer than its records. */
import type { Base, Deal } from '../../base/schema.ts';
import { standingOf } from '../select.ts';
import { aside, between, capital, inWords, listed } from '../wording.ts';
import type { Group } from './groups.ts';
import type { Shown } from './shown.ts';

/** `one deal record`, `31 dated deal records`. */
export const records = (n: number, adjective = ''): string => `${inWords(n)} ${adjective}deal ${n === 1 ? 'record' : 'records'}`;

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
