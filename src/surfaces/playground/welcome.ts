/** What the first screen says, all of it from the base. */
import { isoWords } from '../../base/dates.ts';
import type { Base } from '../../base/schema.ts';
import type { Context } from '../../commands/command.ts';
import { examples } from './examples.ts';
import { packedJson } from './pages.ts';

function describe({ base, search }: Context, today: string) {
  const bases = base.infos.map(({ id, title, description, revised }) => ({ id, title, description, revised: isoWords(revised) }));
  const unconfirmed = base.records.filter(({ status }) => status === 'unconfirmed').length;
  return { bases, records: base.records.length, sources: base.sources.size, unconfirmed, examples: examples({ base, search }, today) };
}

/** Found once for each state of the base and each day: the questions are tried, which takes a moment. @param today ISO 8601 */
export function createWelcome(context: Context, today: () => string): () => ReturnType<typeof packedJson> {
  let last: { base: Base; day: string; told: ReturnType<typeof packedJson> } | undefined;
  return () => {
    const day = today();
    if (last?.base !== context.base || last.day !== day) last = { base: context.base, day, told: packedJson(describe(context, day)) };
    return last.told;
  };
}
