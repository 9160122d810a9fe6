import { expect, test } from 'vitest';
import { commands } from '../../src/commands/dispatch.ts';
import { definitions, sameDefinitions } from '../../src/discord/definitions.ts';
import { commandsSchema } from '../../src/discord/schema/index.ts';
import { line } from './payload/issues.ts';
import { validate } from './payload/validate.ts';

const all = definitions(commands);

test('every command is one that Discord takes', async () => {
  expect(commandsSchema.safeParse(all).error).toBeUndefined();
  expect((await validate('PUT', '/applications/1/commands', all)).map(line)).toEqual([]);
  expect((await validate('PUT', '/applications/1/guilds/2/commands', definitions(commands, true))).map(line)).toEqual([]);
});

interface Registered {
  name: string;
  options: { name: string; type: number; name_localizations: object; options?: { name: string; name_localizations: object }[] }[];
  contexts: number[];
  integration_types: number[];
}
const slash = all.filter(({ type = 1 }) => type === 1) as Registered[];

test('every slash command can be asked privately, everywhere, in four languages; the digest’s are always private', () => {
  expect(slash.length).toBeGreaterThanOrEqual(3);
  for (const { name, options, contexts, integration_types } of slash) {
    if (name !== 'digest') expect(options.at(-1)).toMatchObject({ name: 'private', type: 5, required: false });
    expect({ contexts, integration_types }).toEqual({ contexts: [0, 1, 2], integration_types: [0, 1] });
    for (const option of options.flatMap((one) => [one, ...(one.options ?? [])])) expect(Object.keys(option.name_localizations)).toEqual(['tr', 'ru', 'uk']);
  }
});

test('commands of a group are registered as one, with a subcommand each', () => {
  const group = slash.filter(({ name }) => name === 'digest');
  expect(group).toHaveLength(1);
  const named = commands.filter((command) => command.group?.name === 'digest').map(({ name }) => name);
  expect(group[0]?.options.map(({ name, type }) => `${type} digest ${name}`)).toEqual(named.map((name) => `1 ${name}`));
  expect(group[0]?.options.flatMap(({ options = [] }) => options.filter(({ name }) => name === 'private'))).toEqual([]);
});

/** As Discord hands definitions back: in its own order, with its own additions and without what is as usual. */
const returned = (list: readonly object[]): object[] =>
  list.toReversed().map((definition, index) => {
    const { options = [], ...rest } = definition as { options?: { required?: boolean }[] };
    const bare = options.map(({ required, ...option }) => (required ? { required, ...option } : option));
    return {
      id: String(index),
      version: '1',
      application_id: '2',
      nsfw: false,
      default_member_permissions: null,
      dm_permission: true,
      ...rest,
      ...(bare.length > 0 && { options: bare }),
    };
  });

test('what Discord has already is known again, whatever it adds, leaves out and reorders', () => {
  expect(sameDefinitions(all, returned(all))).toBe(true);
  const guild = definitions(commands, true);
  expect(
    sameDefinitions(
      guild,
      returned(guild).map((definition) => ({ ...definition, contexts: null, integration_types: [0] })),
    ),
  ).toBe(true);
});

test('a changed word, option, translation or place is seen, and so is a command too many or too few', () => {
  const changed = (
    change: (list: { description?: string; options?: { max_length?: number }[]; name_localizations?: Record<string, string>; contexts?: number[] }[]) => void,
  ) => {
    const copy = structuredClone(all) as Parameters<typeof change>[0];
    change(copy);
    return sameDefinitions(all, returned(copy));
  };
  expect(changed(([first]) => Object.assign(first ?? {}, { description: 'another' }))).toBe(false);
  expect(changed(([first]) => Object.assign(first?.options?.[0] ?? {}, { max_length: 7 }))).toBe(false);
  expect(changed(([first]) => Object.assign(first?.name_localizations ?? {}, { tr: 'başka' }))).toBe(false);
  expect(changed(([first]) => Object.assign(first ?? {}, { contexts: [0] }))).toBe(false);
  expect(changed((list) => list.pop())).toBe(false);
  expect(changed((list) => list.push({ description: 'one more' }))).toBe(false);
});
