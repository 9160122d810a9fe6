/** What the commands that draw do alike: options → filters, the picture with its records, and what to say when there is none. */
import { STATUSES, type Status } from '../../base/schema.ts';
import type { Filters } from '../../pictures/picture.ts';
import { scopeWords } from '../../pictures/scope.ts';
import { type Drawing, drawHere } from '../../pictures/studio.ts';
import { exampleAsks } from '../../replies/examples.ts';
import { pictureReply } from '../../replies/picture.ts';
import type { Reply } from '../../replies/reply.ts';
import type { Context, Request } from '../command.ts';
import { entityMeant, isReply } from '../entities.ts';
import { entitiesIn, statusIn } from './conditions.ts';

/** What an option leaves in the picture, or what to say about it instead. */
type Read<T> = T | Reply;

/** Ids of the base's entities that a value names: of several one is enough. A name that the base lacks is a reply. */
export function namesMeant(value: string, request: Request, context: Context): Read<readonly string[]> {
  const ids = entitiesIn(value, context, request.today).flatMap((found) => found.ids);
  const known = [...new Set(ids)].filter((id) => context.base.entities.has(id));
  if (known.length > 0) return known;
  const meant = entityMeant(value, context, request);
  return isReply(meant) ? meant : [meant.entity.id];
}

export function statusMeant(value: string, request: Request, context: Context): Read<Status> {
  const status = statusIn(value, context, request.today);
  return status ?? { kind: 'notice', title: `“${value}” is no status.`, lines: [`The statuses are ${STATUSES.join(', ')}.`] };
}

/** The first or the last day of a date as people write it: `2022`, `early 2022`, `last July`. */
export function dayMeant(value: string, end: 'from' | 'to', { today }: Request, { search }: Context): Read<string> {
  const days = search.read(value, { today }).dates.flatMap((date) => date[end] ?? []);
  const day = end === 'from' ? days.toSorted()[0] : days.toSorted().at(-1);
  return day ?? { kind: 'notice', title: `“${value}” is no date with a year.`, lines: ['Give a year, such as 2022, or a date, such as January 2023.'] };
}

/** Options as filters; the reply of the first that can't be read. Options that are not given leave nothing out. */
export function filtersOf<F extends Filters>(read: { [K in keyof F]: Read<NonNullable<F[K]>> | undefined }): Read<F> {
  const values = Object.entries<Read<unknown> | undefined>(read).filter(([, value]) => value !== undefined);
  const reply = values.find(([, value]) => typeof value === 'object' && value !== null && 'kind' in value);
  return (reply ? reply[1] : Object.fromEntries(values)) as Read<F>;
}

/** That nothing fits, with what was asked for, and questions that the base does answer. */
function nothingFits(what: string, filters: Filters, { base }: Context): Reply {
  const scope = scopeWords(base, filters)?.replace(/^./, (letter) => letter.toLowerCase());
  const isTimed = filters.from !== undefined || filters.until !== undefined;
  return {
    kind: 'nothing',
    why: [
      scope === undefined ? `The base has no ${what}.` : `The base has no ${what} that fits: ${scope}`,
      ...(isTimed ? ['What has no date is left out when a time is given.'] : []),
    ],
    hints: exampleAsks(base),
  };
}

/** Whether options could be read. */
const isFilters = <F extends Filters>(read: Read<F>): read is F => !('kind' in read);

/** What options leave, for suggestions beside them; all where they can't be read. */
export const leftBy = (read: Read<Filters>): Filters => (isFilters(read) ? read : {});

const NOT_NOW: Reply = {
  kind: 'notice',
  title: 'The picture could not be drawn just now.',
  lines: ['It took too long, or too many wait for theirs. Try again in a minute; /deal lists deals in words.'],
};

/** What is drawn: `what` names it in the singular, for when there is none. */
type What = Pick<Drawing, 'name'> & { what: string };

/** The picture of what the filters leave. */
export async function drawn({ name, what }: What, filters: Read<Filters>, { theme = 'dark', today }: Request, context: Context): Promise<Reply> {
  if (!isFilters(filters)) return filters;
  const { base, draw } = context;
  const drawing: Drawing = { name, filters, theme, today };
  // Whoever has a thread for it has also told what went wrong in it.
  const picture = await (draw ? draw(base, drawing).catch(() => NOT_NOW) : drawHere(base, drawing));
  if (picture && 'kind' in picture) return picture;
  return picture ? pictureReply(base, name, theme, picture) : nothingFits(what, filters, context);
}
