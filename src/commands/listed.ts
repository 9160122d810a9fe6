/** Commands as a reader meets them in a list. */
import type { Command } from './command.ts';

export interface Listed {
  name: string;
  type: 'slash' | 'message';
  description: string;
}

/** Second words of a group's commands: `subscribe`. */
const wordsOf = (group: string, commands: readonly Command[]): string[] =>
  commands.filter((command) => command.group?.name === group).map(({ name }) => name.slice(group.length + 1));

/** One on messages goes by its title; those of a group stand in one line. */
export function listed(commands: readonly Command[]): Listed[] {
  const lines = commands.flatMap(({ name, title, type, description, group }): Listed[] => {
    if (type === 'button') return [];
    if (!group) return [{ name: title ?? name, type, description }];
    return [{ name: group.name, type, description: `${group.description}: ${wordsOf(group.name, commands).join(', ')}` }];
  });
  return [...new Map(lines.map((line) => [`${line.type} ${line.name}`, line])).values()];
}
