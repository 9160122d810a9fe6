/** Commands as Discord wants them registered. */
import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { Command, Group, Localised, OptionDefinition } from '../commands/command.ts';
import { PRIVATE } from './interaction.ts';

/** Servers, direct messages with the bot, and any other chat of somebody who installed the application for themselves. */
const EVERYWHERE = {
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
};

const localised = ({ name, description }: { name: Localised; description: Localised }) => ({
  name_localizations: { ...name },
  description_localizations: { ...description },
});

/** Those in which something can be posted: text, announcements, and threads of either, open or closed to others. */
const POSTED_IN = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
] as const;

function optionOf([name, option]: readonly [string, OptionDefinition]): APIApplicationCommandBasicOption {
  const { description, required, longest, suggests, kind } = option;
  const told = { name, description, ...localised(option.localised), required };
  if (kind === 'channel') return { type: ApplicationCommandOptionType.Channel, ...told, channel_types: [...POSTED_IN] };
  if (kind === 'role') return { type: ApplicationCommandOptionType.Role, ...told };
  if (kind === 'flag') return { type: ApplicationCommandOptionType.Boolean, ...told };
  const text = { type: ApplicationCommandOptionType.String as const, ...told, max_length: longest };
  return suggests ? { ...text, autocomplete: true } : text;
}

const privateOption: APIApplicationCommandBasicOption = {
  type: ApplicationCommandOptionType.Boolean,
  name: PRIVATE,
  description: 'Show the answer to you alone',
  ...localised({
    name: { tr: 'özel', ru: 'лично', uk: 'особисто' },
    description: { tr: 'Yanıtı yalnızca siz görün', ru: 'Показать ответ только вам', uk: 'Показати відповідь лише вам' },
  }),
  required: false,
};

/** Discord wants the required options first. */
const inOrder = (options: Command['options']) => Object.entries(options).sort(([, a], [, b]) => Number(b.required) - Number(a.required));

/** An answer that is always private offers no choice. */
const optionsOf = ({ options, quiet }: Command): APIApplicationCommandBasicOption[] => [
  ...inOrder(options).map(optionOf),
  ...(quiet === 'always' ? [] : [privateOption]),
];

/** One of a group, by the last word of its name. */
const subcommandOf = (command: Command, { name }: Group): APIApplicationCommandSubcommandOption => ({
  type: ApplicationCommandOptionType.Subcommand,
  name: command.name.slice(name.length + 1),
  description: command.description,
  ...localised(command.localised),
  options: optionsOf(command),
});

function groupOf(group: Group, commands: readonly Command[], where: Partial<typeof EVERYWHERE>): RESTPostAPIApplicationCommandsJSONBody {
  const options = commands.filter((command) => command.group?.name === group.name).map((command) => subcommandOf(command, group));
  return { type: ApplicationCommandType.ChatInput, name: group.name, description: group.description, ...localised(group.localised), options, ...where };
}

function definitionOf(command: Command, where: Partial<typeof EVERYWHERE>): RESTPostAPIApplicationCommandsJSONBody[] {
  if (command.type === 'button') return [];
  const { name, title, description } = command;
  if (command.type === 'message') {
    return [{ type: ApplicationCommandType.Message, name: title ?? name, name_localizations: { ...command.localised.name }, ...where }];
  }
  return [{ type: ApplicationCommandType.ChatInput, name, description, ...localised(command.localised), options: optionsOf(command), ...where }];
}

/** Everything to be registered; a group as one, where its first command stands. @param guild for one server alone, where Discord knows no contexts. */
export function definitions(commands: readonly Command[], guild = false): RESTPostAPIApplicationCommandsJSONBody[] {
  const where = guild ? {} : EVERYWHERE;
  const firstOf = (group: Group): Command | undefined => commands.find((command) => command.group?.name === group.name);
  return commands.flatMap((command) => {
    const { group } = command;
    if (!group) return definitionOf(command, where);
    return command === firstOf(group) ? [groupOf(group, commands, where)] : [];
  });
}

/** What Discord leaves out or fills in when it hands definitions back. A subcommand's type is the same number as a command's, and goes on both sides. */
const DEFAULTS: Readonly<Record<string, unknown>> = { required: false, autocomplete: false, type: 1 };
/** Keys of ours; all others are Discord's own bookkeeping. */
const KEYS: ReadonlySet<string> = new Set([
  ...['type', 'name', 'name_localizations', 'description', 'description_localizations', 'options', 'choices', 'value'],
  ...['required', 'autocomplete', 'min_length', 'max_length', 'channel_types'],
]);
const PLACES: ReadonlySet<string> = new Set(['contexts', 'integration_types']);
/** Lists whose order says nothing. */
const UNORDERED: ReadonlySet<string> = new Set([...PLACES, 'channel_types']);

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (typeof value === 'object' && Object.keys(value).length === 0);

/** A definition with sorted keys and without what says nothing. Localisations have keys of their own. */
function normal(value: unknown, isKept: (key: string) => boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => normal(item, isKept));
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key, inner]) => isKept(key) && !isEmpty(inner) && DEFAULTS[key] !== inner);
  const sorted = kept.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([key, inner]) => [key, normalPart(key, inner, isKept)]));
}

function normalPart(key: string, value: unknown, isKept: (key: string) => boolean): unknown {
  if (UNORDERED.has(key) && Array.isArray(value)) return value.toSorted();
  return normal(value, key.endsWith('_localizations') ? () => true : isKept);
}

/**
 * Whether Discord has the commands already, whatever the order and its own additions.
 * @param theirs as Discord gives them, with all localisations.
 */
export function sameDefinitions(ours: readonly object[], theirs: readonly object[]): boolean {
  // Those of one server have no places; Discord tells some all the same.
  const placed = ours.some((definition) => 'contexts' in definition);
  const text = (definition: object) => JSON.stringify(normal(definition, (key) => KEYS.has(key) || (placed && PLACES.has(key))));
  const [one, other] = [ours.map(text).toSorted(), theirs.map(text).toSorted()];
  return one.length === other.length && one.every((definition, index) => definition === other[index]);
}
