/** What a chart shows, in sentences. */
import { dateRange } from '../../base/dates.ts';
import type { Base, Deal } from '../../base/schema.ts';
import { standingOf, whenOf } from '../select.ts';
import { denial, hedge, inWords } from '../wording.ts';
import type { Group } from './groups.ts';
import type { Shown } from './shown.ts';
import { records, titleOf } from './title.ts';

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
  const others = `${inWords(rest.length)} more ${by}${rest.length === 1 ? '' : 's'} with ${records(deals)}`;
  return [
    ...(rest.length > 0 ? [`Not drawn: ${others}, in the data file.`] : []),
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
