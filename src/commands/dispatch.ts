/** The one way in: whatever a surface receives becomes a reply here. */
import type { Base } from '../base/schema.ts';
import type { Reply } from '../replies/reply.ts';
import type { Resolution } from '../search/resolution.ts';
import type { Context, OptionDefinition, Request, Suggestion } from './command.ts';
import { entityNamed } from './filters/facets.ts';
import { commands } from './index.ts';
import { listed } from './listed.ts';
import { boundedOptions, commandOf, written } from './written.ts';

export { commands } from './index.ts';
export { LONGEST_WRITTEN, readWritten, written } from './written.ts';

/** More matches than this nobody pages through. */
const LAST_MATCH = 99;

const unknownCommand = (name: string): Reply => ({
  kind: 'notice',
  title: `There is no command “${name.slice(0, 40).toWellFormed()}”.`,
  lines: listed(commands)
    .filter(({ type }) => type === 'slash')
    .map((command) => `/${command.name}: ${command.description}`),
});

/**
 * The request as it is answered: its known options, cut to what can be shown and read back.
 * Whoever shows a request shows this one; bounding it again changes nothing.
 */
export function bounded(request: Request): Request {
  const command = commandOf(request.command);
  if (!command) return request;
  const { at, ...rest } = request;
  const whole = at !== undefined && Number.isSafeInteger(at) ? Math.min(Math.max(at, 0), LAST_MATCH) : 0;
  return { ...rest, options: boundedOptions(command, request), ...(whole > 0 && { at: whole }) };
}

/** The title of a source, if the title leads back to it. */
function sourceNamed({ sources }: Base, id: string, longest: number): string | undefined {
  const title = sources.get(id)?.title;
  if (title === undefined || title.length > longest) return undefined;
  return [...sources.values()].filter((other) => other.title === title).length === 1 ? title : undefined;
}

/** A picked id as its entity's name, if the name leads back to the id. */
function readable(value: string, { suggests, longest }: OptionDefinition, { base }: Context): string {
  const name = suggests ? base.entities.get(value)?.name : undefined;
  const isName = name !== undefined && name.length <= longest && entityNamed(base, name) === value;
  return isName ? name : ((suggests ? sourceNamed(base, value, longest) : undefined) ?? value);
}

/**
 * The request in writing, as it stands over its answer: `/deal supplier: Türkiye`, where `turkiye` was picked.
 * Read back with {@link readWritten}, it asks for the same.
 */
export function shown(request: Request, context: Context): string {
  const { command, options } = bounded(request);
  const definitions = commandOf(command)?.options ?? {};
  const named = Object.entries(options).map(([name, value]) => {
    const definition = definitions[name];
    return [name, definition ? readable(value, definition, context) : value];
  });
  return written(bounded({ ...request, options: Object.fromEntries(named) }));
}

/** Answers a request. An unknown command is a reply like any other. */
export async function dispatch(request: Request, context: Context): Promise<Reply> {
  const command = commandOf(request.command);
  return command ? command.execute(bounded(request), context) : unknownCommand(request.command);
}

/** What the reply to a request would rest on; undefined when the command is unknown or asks nothing. */
export function resolution(request: Request, context: Context): Resolution | undefined {
  return commandOf(request.command)?.resolve?.(bounded(request), context);
}

/** What an option could be, best first, 25 at most, while it is being typed; none for an unknown command or option. */
export async function suggestions(request: Request, option: string, context: Context): Promise<readonly Suggestion[]> {
  return commandOf(request.command)?.suggest?.(option, bounded(request), context) ?? [];
}
