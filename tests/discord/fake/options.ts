/** What a user can fill in of a registered command, as Discord's own client would let them. */

import type { Channel, Command, CommandOption } from './types.ts';
import { contextOf } from './where.ts';
import type { World } from './world.ts';

type Value = string | number | boolean;
export type Values = Readonly<Record<string, Value | undefined>>;

export interface Filled {
  type: number;
  name: string;
  value?: Value;
  focused?: true;
  /** Of a subcommand. */
  options?: Filled[];
}

const NAMES = ['', 'slash command', 'user command', 'message command'];

const offered = (command: Command, channel: Channel): boolean =>
  (command.guild_id === undefined || command.guild_id === channel.guild_id) && (command.contexts?.includes(contextOf(channel)) ?? channel.type !== 3);

/**
 * The command of that name that Discord would offer in the channel: a server's own before the global one.
 * @throws When there is none.
 */
export function findCommand(world: World, type: number, name: string, channel: Channel): Command {
  const named = [...world.commands.values()].filter((command) => command.type === type && offered(command, channel));
  const found = named
    .filter((command) => command.name === (type === 1 ? name.split(' ')[0] : name))
    .toSorted((one, other) => Number(other.guild_id !== undefined) - Number(one.guild_id !== undefined))[0];
  if (!found) throw new Error(`no ${NAMES[type]} \`${name}\` is offered here; there are: ${named.map((command) => command.name).join(', ') || 'none'}`);
  return found;
}

/** A group's command of that name, as if it stood alone; `filled` is then put within the group. */
function commandWithin(command: Command, name: string): Command {
  const [, second] = name.split(' ');
  const subcommands = command.options?.filter(({ type }) => type === 1) ?? [];
  if (subcommands.length === 0 && second === undefined) return command;
  const found = subcommands.find((one) => one.name === second);
  if (!found) throw new Error(`/${command.name} has no subcommand \`${second}\`; there are: ${subcommands.map((one) => one.name).join(', ') || 'none'}`);
  return { ...command, name, options: found.options as Command['options'] & object };
}

const whole = (name: string, filled: Filled[]): Filled[] => {
  const [, second] = name.split(' ');
  return second === undefined ? filled : [{ type: 1, name: second, options: filled }];
};

/** JavaScript's types of values by Discord's types of options: 3 text, 4 whole number, 5 yes or no, 7 and 8 a channel's and a role's id, 10 number. */
const TYPES: Record<number, string> = { 3: 'string', 4: 'number', 5: 'boolean', 7: 'string', 8: 'string', 10: 'number' };

function objection({ type, max_length = 6000, choices }: CommandOption, value: Value): string | undefined {
  if (typeof value !== TYPES[type]) return `takes a ${TYPES[type]}`;
  if (typeof value === 'string' && value.length > max_length) return `takes ${max_length} characters at most`;
  if (choices?.length && !choices.some((choice) => choice.value === value)) return `takes one of ${choices.map((choice) => choice.value).join(', ')}`;
  return undefined;
}

const given = (values: Values): [string, Value][] =>
  Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as [string, Value]]));

function fillOne(command: Command, name: string, value: Value): Filled {
  const option = command.options?.find((one) => one.name === name);
  if (!option) throw new Error(`/${command.name} has no option \`${name}\`; there are: ${command.options?.map((one) => one.name).join(', ') ?? 'none'}`);
  const wrong = objection(option, value);
  if (wrong) throw new Error(`the option \`${name}\` of /${command.name} ${wrong}`);
  return { type: option.type, name, value };
}

/**
 * The options of a slash command, in the order in which they were given; within the subcommand where the name has one.
 * @throws When Discord's client would not send them.
 */
export function fill(registered: Command, name: string, values: Values): Filled[] {
  const command = commandWithin(registered, name);
  const missing = command.options?.find(({ required, name }) => required && values[name] === undefined);
  if (missing) throw new Error(`/${command.name} requires the option \`${missing.name}\``);
  return whole(
    name,
    given(values).map(([option, value]) => fillOne(command, option, value)),
  );
}

/**
 * The options of a command that is being typed: what is required may still be missing.
 * @throws When the option under the cursor takes no suggestions.
 */
export function fillFocused(registered: Command, name: string, focused: string, typed: string, values: Values): Filled[] {
  const command = commandWithin(registered, name);
  const option = command.options?.find((one) => one.name === focused);
  if (!option?.autocomplete) throw new Error(`the option \`${focused}\` of /${command.name} takes no suggestions`);
  const others = given(values).map(([one, value]) => fillOne(command, one, value));
  return whole(name, [...others, { type: option.type, name: focused, value: typed, focused: true }]);
}
