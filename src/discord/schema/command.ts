/** Commands as this program registers them. D interactions/application-commands.mdx; numbers of `type` are Discord's. */
import { z } from 'zod';
import { commandLength } from '../lengths.ts';
import { CHOICE, COMMAND, LOCALES, NAME } from '../limits.ts';
import { text, unique } from './parts.ts';

const localised = <T extends z.ZodType>(value: T) => z.partialRecord(z.enum(LOCALES), value).nullish();

const slashName = z
  .string()
  .regex(NAME, 'is no name of a command or an option')
  .refine((name) => name === name.toLowerCase(), 'is not lower case');
const described = { description: text(COMMAND.description), description_localizations: localised(text(COMMAND.description)) };
const named = { name: slashName, name_localizations: localised(slashName), ...described };

type Named = { name: string; name_localizations?: Partial<Record<string, string>> | null | undefined };

/** Names are unique among their neighbours, in every language. Where a language has no name of its own, the English one shows. */
function namesOf(items: readonly Named[]): string[] {
  const languages = new Set(items.flatMap(({ name_localizations }) => Object.keys(name_localizations ?? {})));
  return ['', ...languages].flatMap((language) =>
    items.map(({ name, name_localizations }) => `${name_localizations?.[language] ?? name}${language && ` (${language})`}`),
  );
}

const choice = z.strictObject({
  name: text(CHOICE.name),
  name_localizations: localised(text(CHOICE.name)),
  value: text(CHOICE.value),
});

/** Choices as they are registered, and as they are suggested while a user types. Discord's own description lets values of 6000 pass. */
export const choicesSchema = z
  .array(choice)
  .max(CHOICE.choices)
  .superRefine(unique('the name', namesOf))
  .superRefine(unique('the value', (choices) => choices.map(({ value }) => value)));

const textOption = z
  .strictObject({
    type: z.literal(3),
    ...named,
    required: z.boolean().optional(),
    min_length: z.int().min(0).max(COMMAND.text).optional(),
    max_length: z.int().min(1).max(COMMAND.text).optional(),
    autocomplete: z.boolean().optional(),
    choices: choicesSchema.optional(),
  })
  .refine(({ autocomplete, choices }) => !(autocomplete && choices?.length), 'has both choices and suggestions')
  .refine(({ min_length = 0, max_length = COMMAND.text }) => min_length <= max_length, 'is longer at least than at most');

/** Whole numbers (4), yes or no (5), numbers (10). */
const plainOption = z.strictObject({ type: z.literal([4, 5, 10]), ...named, required: z.boolean().optional() });

/** A channel, of these types alone where they are told. */
const channelOption = z.strictObject({ type: z.literal(7), ...named, required: z.boolean().optional(), channel_types: z.array(z.int()).min(1).optional() });
const roleOption = z.strictObject({ type: z.literal(8), ...named, required: z.boolean().optional() });

const options = z
  .array(z.discriminatedUnion('type', [textOption, plainOption, channelOption, roleOption]))
  .max(COMMAND.options)
  .superRefine(unique('the name', namesOf))
  .refine((list) => !list.some(({ required }, at) => required && at > 0 && !list[at - 1]?.required), 'has a required option after an optional one');

/** A command has options or subcommands, never both. */
const subcommands = z
  .array(z.strictObject({ type: z.literal(1), ...named, options: options.optional() }))
  .min(1)
  .max(COMMAND.options)
  .superRefine(unique('the name', namesOf));

const several = (...values: number[]) =>
  z
    .array(z.literal(values))
    .min(1)
    .superRefine(unique('the value', (list) => list.map(String)));

const shared = {
  /** A bit set, as text. Discord's own description says number, wrongly. */
  default_member_permissions: z.string().regex(/^\d+$/).nullish(),
  nsfw: z.boolean().optional(),
  /** 0 servers, 1 users. Global commands only. */
  integration_types: several(0, 1).optional(),
  /** 0 servers, 1 the bot's direct messages, 2 other private channels. Global commands only. */
  contexts: several(0, 1, 2).nullish(),
};

const slashCommand = z.strictObject({ type: z.literal(1), ...named, options: z.union([options, subcommands]).optional(), ...shared });
/** Commands on a user (2) or a message (3) are names alone, in which spaces and capitals may stand. */
const menuName = text(COMMAND.name);
const menuCommand = z.strictObject({
  type: z.literal([2, 3]),
  name: menuName,
  name_localizations: localised(menuName),
  description: z.literal('').optional(),
  ...shared,
});

/** One command, for registration. */
export const commandSchema = z
  .discriminatedUnion('type', [slashCommand, menuCommand])
  .refine((command) => commandLength(command) <= COMMAND.total, `is over ${COMMAND.total} long in all`);

const ofType = (type: number, commands: readonly { type: number }[]) => commands.filter((command) => command.type === type);

/** All commands of an application, or of it in one guild. */
export const commandsSchema = z
  .array(commandSchema)
  .superRefine(
    unique('the name', (commands) =>
      [1, 2, 3].flatMap((type) => namesOf(commands.filter((command) => command.type === type)).map((name) => `${name} [${type}]`)),
    ),
  )
  .refine(
    (commands) => Object.entries(COMMAND.perType).every(([type, most]) => ofType(Number(type), commands).length <= most),
    'has more commands of a type than Discord takes',
  );
