/** What a timeline shows, in sentences. */
import { dateWords, isoWords } from '../../base/dates.ts';
import type { Base, Deal, Fact, FactRecord } from '../../base/schema.ts';
import { yearOf } from '../chart/groups.ts';
import type { Filters } from '../picture.ts';
import { nameOf, standingOf, whenOf } from '../select.ts';
import { aside, capital, denial, doubtOf, hedge, inWords, listed, statusWords } from '../wording.ts';
import { whatOf } from './bars.ts';
import type { Lane } from './lanes.ts';

/** All that a finding is about. */
export interface Shown {
  lanes: readonly Lane[];
  /** Lanes that were left out, by name, with their deals. */
  left: readonly (readonly [string, readonly Deal[]])[];
  /** Dated deals that happened, or may have; of what did not happen; and events. Drawn or not. */
  deals: readonly Deal[];
  negative: readonly Deal[];
  events: readonly Fact[];
  undated: readonly FactRecord[];
  /** Whether bars have no labels and events no numbers, because there are so many. */
  compact: boolean;
  numbered: boolean;
  /** Whether a bar has a tip, as its time goes on beyond what is drawn. */
  cut: boolean;
}

const counted = (n: number, one: string): string => `${inWords(n)} ${one}${n === 1 ? '' : 's'}`;
/** What did not happen is shown, and counted as no event. */
const happened = (events: readonly Fact[]): Fact[] => events.filter((event) => standingOf(event) !== 'negative');
const both = (parts: readonly (readonly [number, string])[]): string => listed(parts.filter(([n]) => n > 0).map(([n, one]) => counted(n, one)));

/** The one year with the most deals, when there is one and it has a quarter of them or more. */
function fullestYear(deals: readonly Deal[]): { year: string; own: Deal[] } | undefined {
  const years = Map.groupBy(deals, (deal) => String(yearOf(deal)));
  const [first, second] = [...years].sort(([, a], [, b]) => b.length - a.length);
  const [year = '', own = []] = first ?? [];
  return second && own.length > second[1].length && own.length * 4 >= deals.length ? { year, own } : undefined;
}

/** `2021 to 2023`, by year. */
function years(records: readonly FactRecord[]): string {
  const all = records.flatMap((record) => whenOf(record)?.on.slice(0, 4) ?? []).sort();
  const [first, last] = [all[0] ?? '', all.at(-1) ?? ''];
  return first === last ? `in ${first}` : `from ${first} to ${last}`;
}

/** `one dated deal record (unconfirmed) and two events`. */
function inBrief({ deals, negative, events }: Shown): string {
  const some = (records: readonly (Deal | Fact)[], one: string) => {
    const doubt = aside(records);
    return records.length === 0 ? [] : [`${counted(records.length, one)}${doubt ? ` (${doubt})` : ''}`];
  };
  const parts = [...some(deals, 'dated deal record'), ...some(happened(events), 'event')];
  if (parts.length > 0) return listed(parts);
  return `${counted(negative.length + events.length, 'record')} of ${negative.length > 0 ? 'no deal' : 'what did not happen'}`;
}

/** The finding in one line. */
export function titleOf(base: Base, shown: Shown, filters: Filters): string {
  const { deals, negative, events } = shown;
  const about = filters.names ?? filters.regions;
  const lead = about
    ? `${listed(
        about.map((id) => nameOf(base, id)),
        3,
      )}: `
    : '';
  const begun = (text: string) => `${lead}${lead === '' ? capital(text) : text}`;
  const fullest = fullestYear(deals);
  if (!fullest || deals.length <= 3) return begun(`${inBrief(shown)} ${years([...deals, ...negative, ...events])}`);
  const doubt = aside(fullest.own);
  return begun(`${inWords(fullest.own.length)} of ${counted(deals.length, 'dated deal record')} are of ${fullest.year}${doubt ? `, ${doubt}` : ''}`);
}

/** That some events did not happen; nothing when there are none. */
function eventDenial(events: readonly Fact[]): string[] {
  const n = events.length - happened(events).length;
  return n === 0 ? [] : [`Not counted: ${counted(n, 'event')} that did not happen.`];
}

function leftOut({ left, undated }: Shown): string[] {
  const deals = new Set(left.flatMap(([, own]) => own)).size;
  const without = both([
    [undated.filter(({ type }) => type === 'deal').length, 'deal record'],
    [undated.filter(({ type }) => type === 'fact').length, 'event'],
  ]);
  return [
    ...(left.length > 0 ? [`Not drawn: ${counted(left.length, 'more recipient')} with ${counted(deals, 'deal record')}, in the data file.`] : []),
    ...(undated.length > 0 ? [`Not drawn: ${without} without a date.`] : []),
  ];
}

/** What a reader must know to read it. */
export function notesOf(base: Base, shown: Shown): string[] {
  const { negative, compact, events, numbered, cut } = shown;
  return [
    ...leftOut(shown),
    ...[denial(base, negative)].filter((one) => one !== undefined),
    ...eventDenial(events),
    ...(cut ? ['A tip shows where a time goes on.'] : []),
    ...(compact ? ['There are so many that bars stand without their names.'] : []),
    ...(events.length > 0 && !numbered ? [`What the ${inWords(events.length)} events are stands in the data file.`] : []),
    'Several records may tell of the same deal.',
  ];
}

const told = (base: Base, { name, bars }: Lane): string => {
  const parts = bars.map(({ of }) => {
    const when = whenOf(of);
    const doubt = doubtOf(of);
    return `${whatOf(base, of)} (${when ? dateWords(when) : ''}${doubt ? `, ${doubt}` : ''})`;
  });
  return `${name}: ${parts.slice(0, 8).join('; ')}${parts.length > 8 ? `; and ${parts.length - 8} more` : ''}.`;
};

/** Sentences that state the whole of it. */
export function wordsOf(base: Base, shown: Shown, filters: Filters, scope: string | undefined): string[] {
  const { deals, negative, events } = shown;
  const span = [...deals, ...negative, ...events].flatMap((record) => whenOf(record)?.on ?? []).sort();
  const drawn = both([
    [deals.length, 'dated deal record'],
    [happened(events).length, 'event'],
  ]);
  return [
    `${titleOf(base, shown, filters)}.`,
    ...(scope ? [scope] : []),
    ...(span.length > 1
      ? [`${capital(drawn || 'nothing that happened')}, the first of ${isoWords(span[0] ?? '')}, the last of ${isoWords(span.at(-1) ?? '')}.`]
      : []),
    ...[hedge(deals), hedge(happened(events), 'event')].filter((one) => one !== undefined),
    ...notesOf(base, shown),
  ];
}

/** What stands in each lane, and the events, for a reader who does not see the picture. */
export const detailsOf = (base: Base, { lanes, events }: Shown): string[] => [
  ...lanes.map((lane) => told(base, lane)),
  ...events.slice(0, 8).map((event) => {
    const when = whenOf(event);
    return `Event, ${[when ? dateWords(when) : '', statusWords(event) ?? ''].filter(Boolean).join(', ')}: ${event.summary}`;
  }),
];
