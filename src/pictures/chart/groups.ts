/** Deals put together by what a chart counts them by. */
import { dateRange } from '../../base/dates.ts';
import { type Base, type Deal, STATUSES } from '../../base/schema.ts';
import type { ChartBy, ChartFilters } from '../picture.ts';
import { nameOf, partiesOf, standingOf, whenOf, withParts } from '../select.ts';
import { capital } from '../wording.ts';

/** What one bar counts. */
export interface Group {
  name: string;
  /** The entity that all of it is supplied by, in a chart by supplier. */
  supplier?: string;
  /** Deals that happened, or may have. */
  counted: readonly Deal[];
  /** Records of what did not happen: shown beside the bar, never counted. */
  negative: readonly Deal[];
  /** What the source does not state: shown last, and never the finding. */
  unstated?: true;
}

/** First year of a record's date; undefined when it states none. */
export const yearOf = (deal: Deal): number | undefined => {
  const when = whenOf(deal);
  return when && Number(dateRange(when).from.slice(0, 4));
};

const groupOf = (name: string, deals: readonly Deal[]): Group => ({
  name,
  counted: deals.filter((deal) => standingOf(deal) !== 'negative'),
  negative: deals.filter((deal) => standingOf(deal) === 'negative'),
});

/** Firm ones before those that are not stated as fact, each supplier's together, the earliest first. */
export function arranged(group: Group, orderOf: (deal: Deal) => number): Group {
  const soft = (deal: Deal) => Number(standingOf(deal) === 'soft');
  const counted = group.counted.toSorted(
    (a, b) => soft(a) - soft(b) || orderOf(a) - orderOf(b) || (yearOf(a) ?? 9999) - (yearOf(b) ?? 9999) || a.id.localeCompare(b.id, 'en'),
  );
  return { ...group, counted };
}

function gathered<K>(deals: readonly Deal[], keysOf: (deal: Deal) => readonly K[]): Map<K, Deal[]> {
  const groups = new Map<K, Deal[]>();
  for (const deal of deals) for (const key of new Set(keysOf(deal))) groups.set(key, [...(groups.get(key) ?? []), deal]);
  return groups;
}

const largestFirst = (a: Group, b: Group): number => b.counted.length - a.counted.length || a.name.localeCompare(b.name, 'en');

/** By supplier or recipient; of a deal's parties only those that were asked for. */
function byParty(base: Base, deals: readonly Deal[], side: 'supplier' | 'recipient', wanted: readonly string[] | undefined): Group[] {
  const within = wanted && withParts(base, wanted);
  const isWanted = (id: string) => !within || within.has(id) || (wanted ?? []).some((one) => partiesOf(base, [one]).includes(id));
  const groups = gathered(deals, (deal) => {
    const parties = partiesOf(base, deal[side]);
    return parties.length === 0 ? [''] : parties.filter(isWanted);
  });
  const named = [...groups]
    .filter(([id]) => id !== '')
    .map(([id, own]) => ({ ...groupOf(nameOf(base, id), own), ...(side === 'supplier' ? { supplier: id } : {}) }));
  const nobody = groups.get('');
  return [...named.sort(largestFirst), ...(nobody ? [{ ...groupOf('Not stated', nobody), unstated: true as const }] : [])];
}

/** Every status in use, from the surest on. */
const byStatus = (deals: readonly Deal[]): Group[] => {
  const groups = gathered(deals, ({ status }) => [status]);
  return STATUSES.flatMap((status) => (groups.has(status) ? [groupOf(capital(status), groups.get(status) ?? [])] : []));
};

/** Most columns side by side; with more years each column is of several. Ticks would be about as many: these must not be more. */
const MOST_COLUMNS = 40;
const STEPS = [1, 2, 5, 10, 20, 50, 100, 500, 1000];

/** Columns from the first year to the last, empty ones too. Deals without a date are in none. */
export function byYear(deals: readonly Deal[]): { groups: Group[]; step: number } {
  const years = deals.flatMap((deal) => yearOf(deal) ?? []);
  const [first, last] = [years.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY), years.reduce((a, b) => Math.max(a, b), 0)];
  if (years.length === 0) return { groups: [], step: 1 };
  const step = STEPS.find((one) => Math.floor(last / one) - Math.floor(first / one) < MOST_COLUMNS) ?? 1000;
  const start = Math.floor(first / step) * step;
  const bins = gathered(deals, (deal) => {
    const year = yearOf(deal);
    return year === undefined ? [] : [Math.floor(year / step) * step];
  });
  const groups = Array.from({ length: Math.floor((last - start) / step) + 1 }, (_, index) => start + index * step).map((year) =>
    groupOf(String(year), bins.get(year) ?? []),
  );
  return { groups, step };
}

/** The bars of a chart in their order. */
export function groupsOf(base: Base, deals: readonly Deal[], by: ChartBy, filters: ChartFilters): Group[] {
  switch (by) {
    case 'recipient':
      return byParty(base, deals, 'recipient', filters.recipients ?? filters.regions);
    case 'supplier':
      return byParty(base, deals, 'supplier', filters.suppliers);
    case 'year':
      return byYear(deals).groups;
    case 'status':
      return byStatus(deals);
  }
}
