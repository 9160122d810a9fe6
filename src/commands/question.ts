/** What the commands of a free question share: an id is that record, anything else goes to the search. */
import type { FactRecord } from '../base/schema.ts';
import { answer } from '../replies/answer.ts';
import type { Reply } from '../replies/reply.ts';
import type { Preference, Resolution } from '../search/resolution.ts';
import type { Context, Request } from './command.ts';

/** Whoever has a record's id, from a list or a footnote, means that record. */
const byId = (query: string, record: FactRecord): Resolution => ({
  kind: 'answer',
  list: false,
  matches: [{ record, agreement: 1, reasons: [{ said: query, means: 'the record of this id', how: 'name' }], corrections: [] }],
});

function resolve(preference: Preference, query: string, { today }: Request, { base, search }: Context): Resolution {
  const named = base.byId.get(query.trim());
  return named ? byId(query.trim(), named) : search.resolve(query.trim(), { preference, today });
}

type Answering<T> = (query: string, request: Request, context: Context) => T;

/** The part of a command that answers a free question. */
export function question(preference: Preference): { resolve: Answering<Resolution>; reply: Answering<Reply> } {
  return {
    resolve: (query, request, context) => resolve(preference, query, request, context),
    reply: (query, request, context) =>
      answer(context.base, resolve(preference, query, request, context), { today: request.today, at: request.at ?? 0, preference }),
  };
}
