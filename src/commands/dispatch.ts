/** The one way in: whatever a surface receives becomes a reply here. */
import type { Reply } from '../replies/reply.ts';
import type { Resolution } from '../search/resolution.ts';
import type { Command, Context, Request } from './command.ts';
import { commands } from './index.ts';

/** Nobody asks in more UTF-16 units than this; what stands beyond is cut. */
export const LONGEST_OPTION = 1000;

const byName: ReadonlyMap<string, Command> = new Map(commands.map((command) => [command.name, command]));

/** Cuts without leaving half a character behind. */
const cut = (text: string): string => text.slice(0, LONGEST_OPTION).toWellFormed();

function trimmed(request: Request): Request {
  return { ...request, options: Object.fromEntries(Object.entries(request.options).map(([name, value]) => [name, cut(value)])) };
}

const unknownCommand = (name: string): Reply => ({
  kind: 'notice',
  title: `There is no command “${name.slice(0, 40)}”.`,
  lines: commands.map((command) => `/${command.name}: ${command.description}`),
});

/** Answers a request. An unknown command is a reply like any other. */
export async function dispatch(request: Request, context: Context): Promise<Reply> {
  const command = byName.get(request.command);
  return command ? command.execute(trimmed(request), context) : unknownCommand(request.command);
}

/** What the reply to a request would rest on; undefined when the command is unknown or asks nothing. */
export function resolution(request: Request, context: Context): Resolution | undefined {
  return byName.get(request.command)?.resolve?.(trimmed(request), context);
}
