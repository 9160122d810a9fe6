/** What `ask`, `deal` and `quote` share: a free question, with a preference among kinds of record. */
import type { FactRecord } from '../base/schema.ts';
import { answer } from '../replies/answer.ts';
import type { Preference, Resolution } from '../search/resolution.ts';
import type { Command, Context, Request } from './command.ts';

/** Whoever has a record's id, from a list or a footnote, means that record. */
const byId = (query: string, record: FactRecord): Resolution => ({
  kind: 'answer',
  list: false,
  matches: [{ record, agreement: 1, reasons: [{ said: query, means: 'the record of this id', how: 'name' }], corrections: [] }],
});

function resolve(preference: Preference, { options, today }: Request, { base, search }: Context): Resolution {
  const query = (options.query ?? '').trim();
  const named = base.byId.get(query);
  return named ? byId(query, named) : search.resolve(query, { preference, today });
}

/** The part of a command that answers a free question. */
export function question(preference: Preference): Required<Pick<Command, 'resolve' | 'execute'>> {
  return {
    resolve: (request, context) => resolve(preference, request, context),
    execute: (request, context) => answer(context.base, resolve(preference, request, context), { today: request.today, preference }),
  };
}
