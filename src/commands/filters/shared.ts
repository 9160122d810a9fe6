/** What `deal` and `quote` do alike: read the options, narrow the records, suggest values. */
import { answer } from '../../replies/answer.ts';
import type { Reply } from '../../replies/reply.ts';
import type { Resolution } from '../../search/resolution.ts';
import type { Context, Request } from '../command.ts';
import { question } from '../question.ts';
import { type Condition, joined } from './conditions.ts';
import { narrow, type Wanted } from './narrow.ts';
import type { Suggesting } from './suggest.ts';

/** One option with its value and the way to read it. */
export interface Given {
  value: string | undefined;
  read(value: string): Condition | undefined;
}

/** The conditions that the options state; what states none joins the free words. */
export function conditionsOf(query: string | undefined, options: readonly Given[]): { conditions: Condition[]; query: string } {
  const conditions: Condition[] = [];
  const words = [query ?? ''];
  for (const { value, read } of options) {
    if (value === undefined || value === '') continue;
    const condition = read(value);
    if (condition) conditions.push(condition);
    else words.push(value);
  }
  return { conditions, query: words.join(' ').trim() };
}

/** What the options and the words resolve to; the search alone where there are words and nothing else. */
export function resolveWanted(wanted: Wanted, request: Request, context: Context): Resolution {
  const { conditions, query, preference } = wanted;
  return conditions.length === 0 ? question(preference).resolve(query, request, context) : narrow(wanted, request, context);
}

/** How many records picking a value would give, with the words and all other options. */
function countWanted(wanted: Wanted, request: Request, context: Context): number {
  const resolution = resolveWanted(wanted, request, context);
  if (resolution.kind !== 'answer') return 0;
  // A record of another kind may answer as well, and is not what the option picks.
  const held = new Set([...joined(wanted.conditions)].map((number) => context.base.records[number]));
  return resolution.matches.filter(({ record }) => held.has(record)).length;
}

/** How suggestions for an option are told and counted: with words, only the search knows what a value would give. @param wanted with a value in it */
export const suggesting = (query: string | undefined, wanted: (value: string) => Wanted, request: Request, context: Context): Suggesting => ({
  locale: request.locale,
  ...(query && { recount: (value) => countWanted(wanted(value), request, context) }),
});

/** The reply to that. */
export function replyWanted(wanted: Wanted, request: Request, context: Context): Reply {
  const { preference } = wanted;
  return answer(context.base, resolveWanted(wanted, request, context), { today: request.today, at: request.at ?? 0, preference });
}
