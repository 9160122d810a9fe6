/** What the options leave in a picture, in words. */
import { isoWords } from '../base/dates.ts';
import type { Base } from '../base/schema.ts';
import type { Filters } from './picture.ts';
import { nameOf } from './select.ts';
import { capital, listed } from './wording.ts';

const days = ({ from, until }: Filters): string | undefined => {
  if (from !== undefined && until !== undefined) return `${isoWords(from)} to ${isoWords(until)}`;
  if (from !== undefined) return `from ${isoWords(from)}`;
  return until === undefined ? undefined : `until ${isoWords(until)}`;
};

/** `Recipients in Central Asia, supplier Iran, until July 2023.`; nothing when nothing is left out. */
export function scopeWords(base: Base, filters: Filters): string | undefined {
  const names = (ids: readonly string[] | undefined) =>
    ids &&
    listed(
      ids.map((id) => nameOf(base, id)),
      3,
    ).replace(/ and ([^,]*)$/, ' or $1');
  const [named, region, supplier, recipient] = [filters.names, filters.regions, filters.suppliers, filters.recipients].map(names);
  const parts = [
    named && `records about ${named}`,
    region && `recipients in ${region}`,
    supplier && `supplier ${supplier}`,
    recipient && `recipient ${recipient}`,
    filters.status && `status ${filters.status}`,
    days(filters),
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : `${capital(parts.join(', '))}.`;
}
