/** Registered commands, of everywhere and of one server. D interactions/application-commands.mdx. */
import { type Answer, done, ok, refuse } from '../answer.ts';
import type { Command, CommandOption } from '../types.ts';
import type { World } from '../world.ts';
import { type Call, type Route, route } from './route.ts';

type Sent = Partial<Command> & Pick<Command, 'name'>;

/** Discord states localisations, even none, and leaves out what is off. */
const kept = ({ required, autocomplete, choices, options, ...option }: CommandOption): CommandOption => ({
  name_localizations: null,
  description_localizations: null,
  ...option,
  ...(required && { required }),
  ...(autocomplete && { autocomplete }),
  ...(options?.length && { options: options.map(kept) }),
  ...(choices?.length && { choices: choices.map((choice) => ({ name_localizations: null, ...choice })) }),
});

/** A command as Discord gives it back. Where it may be used is told of global commands only. */
function stored(world: World, sent: Sent, guild: string | undefined, old: Command | undefined): Command {
  const { options, contexts = null, integration_types = [0], ...rest } = sent;
  return {
    name_localizations: null,
    description_localizations: null,
    default_member_permissions: null,
    dm_permission: true,
    nsfw: false,
    description: '',
    ...rest,
    type: sent.type ?? 1,
    ...(guild === undefined ? { contexts, integration_types } : { contexts: null, integration_types: [0], guild_id: guild }),
    ...(options && { options: options.map(kept) }),
    id: old?.id ?? world.newId(),
    application_id: world.application.id,
    version: world.newId(),
  };
}

const scope = (world: World, guild: string | undefined): Command[] => [...world.commands.values()].filter((command) => command.guild_id === guild);

function put(world: World, sent: Sent, guild: string | undefined): Command {
  const old = scope(world, guild).find(({ name, type }) => name === sent.name && type === (sent.type ?? 1));
  const command = stored(world, sent, guild, old);
  world.commands.set(command.id, command);
  return command;
}

/** Replaces all commands of a scope; those whose type and name stay keep their ids. */
export function replaceCommands(world: World, sent: readonly Sent[], guild?: string): Command[] {
  const now = sent.map((one) => put(world, one, guild));
  for (const { id } of scope(world, guild)) if (!now.some((command) => command.id === id)) world.commands.delete(id);
  return now;
}

const LOCALISED = new Set(['name_localizations', 'description_localizations']);

/** Without `with_localizations` a list tells none, at no depth: who compares it with what was sent sees differences that are none. */
const unlocalised = <T>(value: T): T => JSON.parse(JSON.stringify(value, (key, inner: unknown) => (LOCALISED.has(key) ? undefined : inner))) as T;

function list({ world, params: { guild }, query }: Call): Answer {
  const commands = scope(world, guild);
  return ok(query.get('with_localizations') === 'true' ? commands : unlocalised(commands));
}

const one = (handle: (call: Call, command: Command) => Answer) => (call: Call) => {
  const command = call.world.commands.get(call.params.command ?? '');
  return command && command.guild_id === call.params.guild ? handle(call, command) : refuse(10063);
};

function change({ world, params: { guild }, body }: Call, command: Command): Answer {
  const changed = stored(world, { ...command, ...(body as Partial<Command>) }, guild, command);
  world.commands.set(command.id, changed);
  return ok(changed);
}

function remove({ world }: Call, { id }: Command): Answer {
  world.commands.delete(id);
  return done;
}

/** An application has its own commands alone, and in a server only where it is installed. */
const own = (handle: Route['handle']) => (call: Call) => {
  const { application, guild } = call.params;
  if (application !== call.world.application.id) return refuse(20012);
  return guild === undefined || call.world.guilds.has(guild) ? handle(call) : refuse(50001);
};

const ALL = '/applications/:application(?:/guilds/:guild)?/commands';
const ONE = `${ALL}/:command`;

export const commands = [
  route('commands.list', 'GET', ALL, own(list)),
  route(
    'commands.replace',
    'PUT',
    ALL,
    own(({ world, params: { guild }, body }) => ok(replaceCommands(world, body as Sent[], guild))),
  ),
  route(
    'command.create',
    'POST',
    ALL,
    own(({ world, params: { guild }, body }) => ok(put(world, body as Sent, guild), 201)),
  ),
  route('command.get', 'GET', ONE, own(one((_, command) => ok(command)))),
  route('command.change', 'PATCH', ONE, own(one(change))),
  route('command.delete', 'DELETE', ONE, own(one(remove))),
] as const;
