/** Values offered for options of pictures: names in a role, statuses and years, each with the records that picking it would leave. */
import type { Base, FactRecord } from '../../base/schema.ts';
import type { Filters } from '../../pictures/picture.ts';
import { selected } from '../../pictures/select.ts';
import type { Context, Request, Suggestion } from '../command.ts';
import { facetsOf, type Numbers } from './facets.ts';
import { entityOffers, statusOffers, suggest } from './suggest.ts';

/** Positions of the records that other options leave; undefined when they leave all. */
function positions(base: Base, filters: Filters): ReadonlySet<number> | undefined {
  if (Object.keys(filters).length === 0) return undefined;
  const left = new Set<FactRecord>(selected(base, filters));
  return new Set(base.records.flatMap((record, number) => (left.has(record) ? [number] : [])));
}

type Side = 'supplier' | 'recipient' | 'system';
type Asking = Pick<Request, 'locale'>;

/** Who stands on these sides of a deal. @param others what the other options leave */
export function offerNames(typed: string, sides: readonly [Side, ...Side[]], others: Filters, { locale }: Asking, context: Context): Suggestion[] {
  const { roles } = facetsOf(context, 'deal');
  const [first, ...more] = sides.map((side) => roles[side]);
  const all = new Map<string, Numbers>(first);
  for (const role of more) for (const [id, numbers] of role) all.set(id, [...new Set([...(all.get(id) ?? []), ...numbers])]);
  return suggest(typed, entityOffers(context.base, all, positions(context.base, others)), { locale });
}

export function offerStatuses(typed: string, others: Filters, { locale }: Asking, context: Context): Suggestion[] {
  return suggest(typed, statusOffers(facetsOf(context, 'deal').statuses, locale, positions(context.base, others)), { locale });
}

/** Years from or until which there is something to draw. @param end whether a year's records and those before count, or those after */
export function offerYears(typed: string, end: 'from' | 'until', others: Filters, { locale }: Asking, context: Context): Suggestion[] {
  const years = [...facetsOf(context, 'deal').years.keys()].filter((year) => year.startsWith(typed.trim()));
  const offers = years.map((year) => {
    const filters = { ...others, [end]: end === 'from' ? `${year}-01-01` : `${year}-12-31` };
    return { value: year, name: year, aliases: [], records: selected(context.base, filters).length };
  });
  return suggest('', offers, { locale }).toSorted((a, b) => b.value.localeCompare(a.value));
}
