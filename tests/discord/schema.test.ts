/** What the schemas of our payloads take and refuse, above all where Discord's own description is silent. */
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { commandLength, embedsLength } from '../../src/discord/lengths.ts';
import {
  callbackSchema,
  channelMessageSchema,
  choicesSchema,
  commandSchema,
  commandsSchema,
  editSchema,
  messageSchema,
} from '../../src/discord/schema/index.ts';

/** What is wrong with it, a line each: `components.0: …`. */
const wrong = (schema: z.ZodType, value: unknown): string[] =>
  schema.safeParse(value).error?.issues.map(({ path, message }) => (path.length ? `${path.join('.')}: ${message}` : message)) ?? [];
const long = (length: number): string => 'ü'.repeat(length);
const button = (custom_id: string, more = {}) => ({ type: 2, style: 2, label: 'Next', custom_id, ...more });
const link = (url: string, more = {}) => ({ type: 2, style: 5, label: 'Read', url, ...more });
const row = (...components: unknown[]) => ({ type: 1, components });
const select = (values: string[], more = {}) => ({ type: 3, custom_id: 'open', options: values.map((value) => ({ label: 'One', value })), ...more });
const withRows = (...components: unknown[]) => wrong(messageSchema, { content: 'hi', components });
const withEmbeds = (...embeds: unknown[]) => wrong(messageSchema, { embeds });

describe('a message', () => {
  it('may be words, embeds, rows of components or files, but never nothing', () => {
    expect(wrong(messageSchema, { content: 'hi' })).toEqual([]);
    expect(withEmbeds({ title: 'hi' })).toEqual([]);
    expect(wrong(messageSchema, { attachments: [{ id: '0', filename: 'chart.png' }] })).toEqual([]);
    expect(wrong(messageSchema, { content: ' ', embeds: [], components: [] })).toEqual(['shows nothing']);
  });

  it('holds 2000 UTF-16 units', () => {
    expect(wrong(messageSchema, { content: long(2000) })).toEqual([]);
    expect(wrong(messageSchema, { content: '𐰴'.repeat(1001) })).toEqual(['content: is over 2000 long']);
  });

  it('has no part that this program never sends', () => {
    expect(wrong(messageSchema, { content: 'hi', contents: 'hi' })).toEqual(['Unrecognized key: "contents"']);
  });

  it('is ephemeral only as an answer', () => {
    expect(wrong(messageSchema, { content: 'hi', flags: 64 })).toEqual([]);
    expect(wrong(editSchema, { content: 'hi', flags: 64 })).toEqual(['flags: sets a flag that is not for this request']);
    expect(wrong(channelMessageSchema, { content: 'hi', flags: 64 })).toHaveLength(1);
  });

  it('needs a nonce to enforce', () => {
    expect(wrong(channelMessageSchema, { content: 'hi', nonce: 'n'.repeat(25), enforce_nonce: true })).toEqual([]);
    expect(wrong(channelMessageSchema, { content: 'hi', enforce_nonce: true })).toHaveLength(1);
    expect(wrong(channelMessageSchema, { content: 'hi', nonce: 'n'.repeat(26) })).toHaveLength(1);
  });

  it('either allows all mentions of a kind or names some', () => {
    const mentions = (allowed_mentions: unknown) => wrong(messageSchema, { content: 'hi', allowed_mentions });
    expect(mentions({ parse: [] })).toEqual([]);
    expect(mentions({ parse: ['roles'], users: ['80'] })).toEqual([]);
    expect(mentions({ parse: ['users'], users: ['80'] })).toEqual(['allowed_mentions: both allows all users and names some']);
    expect(mentions({ users: ['80', '80'] })).toEqual(['allowed_mentions.users: has the id `80` twice']);
  });

  it('may be emptied by an edit', () => {
    expect(wrong(editSchema, { content: null, embeds: [], components: [] })).toEqual([]);
  });
});

describe('embeds', () => {
  it('are 6000 long at most, all together', () => {
    const half = {
      title: long(200),
      description: long(2000),
      fields: [{ name: long(100), value: long(500) }],
      footer: { text: long(150) },
      author: { name: long(50) },
    };
    expect(embedsLength([half, half])).toBe(6000);
    expect(withEmbeds(half, half)).toEqual([]);
    expect(withEmbeds(half, { ...half, title: long(201) })).toEqual(['embeds: is 6001 long in all, over 6000']);
  });

  it.each([
    ['title', { title: long(257) }],
    ['description', { description: long(4097) }],
    ['fields', { fields: Array.from({ length: 26 }, () => ({ name: 'a', value: 'b' })) }],
    ['field’s name', { fields: [{ name: long(257), value: 'b' }] }],
    ['field’s value', { fields: [{ name: 'a', value: long(1025) }] }],
    ['footer', { footer: { text: long(2049) } }],
    ['author', { author: { name: long(257) } }],
    ['address', { title: 'a', url: `https://example.org/${long(2048)}` }],
    ['colour', { title: 'a', color: 0x1000000 }],
  ])('have a limit for the %s', (_, embed) => {
    expect(withEmbeds(embed)).toHaveLength(1);
  });

  it('have no blank texts and are not empty', () => {
    expect(withEmbeds({ fields: [{ name: 'Seller', value: ' ' }] })).toEqual(['embeds.0.fields.0.value: is blank']);
    expect(withEmbeds({ title: '' })).toEqual(['embeds.0.title: is blank']);
    expect(withEmbeds({ color: 1 })).toEqual(['embeds.0: shows nothing']);
  });

  it('lead to the web only, and show the web’s or their message’s pictures', () => {
    expect(withEmbeds({ title: 'a', url: 'javascript:alert(1)' })).toEqual(['embeds.0.url: is no http or https address']);
    expect(withEmbeds({ title: 'a', url: 'attachment://a.png' })).toHaveLength(1);
    expect(withEmbeds({ image: { url: 'attachment://chart.png' }, thumbnail: { url: 'https://example.org/a.png' } })).toEqual([]);
    expect(withEmbeds({ image: { url: 'data:image/png;base64,AAAA' } })).toHaveLength(1);
  });

  it('have addresses of their own, since Discord shows one of those that share one', () => {
    expect(withEmbeds({ title: 'a', url: 'https://example.org/' }, { title: 'b', url: 'https://example.org/' })).toEqual([
      'embeds: has the address `https://example.org/` twice',
    ]);
  });
});

describe('components', () => {
  it('stand in five rows, five buttons or one select in each', () => {
    const five = (at: number) => row(...[1, 2, 3, 4, 5].map((id) => button(`${at}.${id}`)));
    expect(withRows(five(1), five(2), five(3), five(4), row(select(['a'])))).toEqual([]);
    expect(withRows(...[1, 2, 3, 4, 5, 6].map(five))).toHaveLength(1);
    expect(withRows(row(...[1, 2, 3, 4, 5, 6].map((id) => button(String(id)))))).toHaveLength(1);
    expect(withRows(row(button('a'), select(['a'])))).toEqual(['components.0.components: has a select that is not alone in its row']);
    expect(withRows(row())).toHaveLength(1);
    expect(withRows(button('a'))).not.toEqual([]);
  });

  it('have ids of their own, across rows', () => {
    expect(withRows(row(button('a')), row(button('a')))).toEqual(['components: has the custom_id `a` twice']);
    expect(withRows(row(link('https://example.org'), link('https://example.org')))).toEqual([]);
  });

  it('have an id, or an address if they are links, and never both', () => {
    expect(withRows(row({ type: 2, style: 1, label: 'Next' }))).toHaveLength(1);
    expect(withRows(row(button('')))).toHaveLength(1);
    expect(withRows(row(button(long(101))))).toHaveLength(1);
    expect(withRows(row(link('https://example.org', { custom_id: 'a' })))).toHaveLength(1);
    expect(withRows(row({ type: 2, style: 5, label: 'Read' }))).toHaveLength(1);
    expect(withRows(row(link(`https://example.org/${long(500)}`)))).toHaveLength(1);
    expect(withRows(row(link('ftp://example.org')))).toHaveLength(1);
  });

  it('show a label or an emoji', () => {
    expect(withRows(row({ type: 2, style: 1, custom_id: 'a', emoji: { name: '▶' } }))).toEqual([]);
    expect(withRows(row({ type: 2, style: 1, custom_id: 'a' }))).toEqual(['components.0.components.0: has neither label nor emoji']);
    expect(withRows(row(button('a', { label: long(81) })))).toHaveLength(1);
  });

  it('offer each value once, and at least as many as may be chosen', () => {
    const five = [...'abcde'];
    expect(withRows(row(select(five, { min_values: 0, max_values: 5 })))).toEqual([]);
    expect(withRows(row(select(['a', 'a'])))).toEqual(['components.0.components.0.options: has the value `a` twice']);
    expect(withRows(row(select(five, { max_values: 6 })))).toHaveLength(1);
    expect(withRows(row(select(five, { min_values: 2 })))).toHaveLength(1);
    expect(withRows(row(select(Array.from({ length: 26 }, (_, at) => String(at)))))).toHaveLength(1);
  });
});

describe('choices', () => {
  it('are 25 at most, 100 long at most, and differ', () => {
    const choices = (length: number) => Array.from({ length }, (_, at) => ({ name: `Name ${at}`, value: `value-${at}` }));
    expect(wrong(choicesSchema, choices(25))).toEqual([]);
    expect(wrong(choicesSchema, choices(26))).toHaveLength(1);
    expect(wrong(choicesSchema, [{ name: long(100), value: long(100) }])).toEqual([]);
    expect(wrong(choicesSchema, [{ name: long(101), value: 'a' }])).toHaveLength(1);
    expect(wrong(choicesSchema, [{ name: 'a', value: long(101) }])).toHaveLength(1);
    expect(wrong(choicesSchema, [{ name: ' ', value: 'a' }])).toEqual(['0.name: is blank']);
    expect(wrong(choicesSchema, [...choices(1), ...choices(1)])).toEqual(['has the name `Name 0` twice', 'has the value `value-0` twice']);
  });
});

describe('a command', () => {
  const option = (name: string, more = {}) => ({ type: 3, name, description: 'What', ...more });
  const command = (more = {}) => ({ type: 1, name: 'ask', description: 'Ask', ...more });
  const withOptions = (...options: unknown[]) => wrong(commandSchema, command({ options }));

  it('has a lower-case name of letters, in any script', () => {
    expect(wrong(commandSchema, command({ name_localizations: { tr: 'karşılaştır', ru: 'сравнить', hi: 'पूछो', uk: "об'єкт" } }))).toEqual([]);
    for (const name of ['Ask', 'ask me', '', long(33), 'ask!']) expect(wrong(commandSchema, command({ name }))).not.toEqual([]);
  });

  it('is localised into languages that Discord has', () => {
    expect(wrong(commandSchema, command({ name_localizations: { az: 'sor' } }))).toHaveLength(1);
    expect(wrong(commandSchema, command({ description_localizations: { tr: ' ' } }))).toEqual(['description_localizations.tr: is blank']);
  });

  it('on a message or a user is a name alone, in which spaces and capitals may stand', () => {
    expect(wrong(commandSchema, { type: 3, name: 'Check against the base', contexts: [0, 1, 2], integration_types: [0, 1] })).toEqual([]);
    expect(wrong(commandSchema, { type: 3, name: 'Check', description: 'Checks' })).toHaveLength(1);
    expect(wrong(commandSchema, { type: 2, name: 'Check', options: [] })).toHaveLength(1);
  });

  it('asks for what is required first, under names of their own', () => {
    expect(withOptions(option('a', { required: true }), option('b'))).toEqual([]);
    expect(withOptions(option('a'), option('b', { required: true }))).toEqual(['options: has a required option after an optional one']);
    expect(withOptions(option('a'), option('a'))).toEqual(['options: has the name `a` twice']);
    expect(withOptions(option('a', { name_localizations: { tr: 'b' } }), option('b'))).toEqual(['options: has the name `b (tr)` twice']);
  });

  it('has choices or suggestions for an option, not both', () => {
    expect(withOptions(option('a', { autocomplete: true, choices: [{ name: 'a', value: 'a' }] }))).toEqual(['options.0: has both choices and suggestions']);
    expect(withOptions(option('a', { min_length: 3, max_length: 2 }))).toEqual(['options.0: is longer at least than at most']);
  });

  it('is 8000 long at most, each text counted in its longest language', () => {
    const choices = Array.from({ length: 25 }, (_, at) => ({
      name: `${at}`.padEnd(50, 'n'),
      name_localizations: { ru: `${at}`.padEnd(100, 'р') },
      value: `${at}`.padEnd(59, 'v'),
    }));
    const big = command({ options: [option('a', { choices }), option('b', { choices })] });
    expect(commandLength(big)).toBe(6 + 2 * (1 + 4 + 25 * 159));
    expect(wrong(commandSchema, big)).toEqual([]);
    expect(wrong(commandSchema, { ...big, description_localizations: { tr: long(37) } })).toEqual([]);
    expect(wrong(commandSchema, { ...big, description_localizations: { tr: long(38) } })).toEqual(['is over 8000 long in all']);
  });

  it('is told from the others by its type and name', () => {
    expect(wrong(commandsSchema, [command(), { type: 3, name: 'ask' }])).toEqual([]);
    expect(wrong(commandsSchema, [command(), command()])).toEqual(['has the name `ask [1]` twice']);
    expect(
      wrong(
        commandsSchema,
        Array.from({ length: 101 }, (_, at) => command({ name: `ask${at}` })),
      ),
    ).toEqual(['has more commands of a type than Discord takes']);
  });
});

describe('a first answer to an interaction', () => {
  const input = (custom_id: string) => ({ type: 18, label: 'Why', component: { type: 4, custom_id, style: 1 } });

  it('is what its type says', () => {
    const good = [
      { type: 1 },
      { type: 4, data: { content: 'hi' } },
      { type: 5, data: { flags: 64 } },
      { type: 6 },
      { type: 7, data: { components: [] } },
      { type: 8, data: { choices: [] } },
      { type: 9, data: { custom_id: 'm', title: 'Feedback', components: [input('a'), { type: 10, content: 'Thank you' }] } },
    ];
    for (const answer of good) expect(wrong(callbackSchema, answer)).toEqual([]);
  });

  it('keeps to what that type may carry', () => {
    const bad = [
      {},
      { type: 2 },
      { type: 4 },
      { type: 4, data: {} },
      { type: 5, data: { content: 'hi' } },
      { type: 5, data: { flags: 4 } },
      { type: 6, data: { content: 'hi' } },
      { type: 8, data: { content: 'hi' } },
      { type: 9, data: { custom_id: 'm', title: long(46), components: [input('a')] } },
      { type: 9, data: { custom_id: 'm', title: 'Feedback', components: [...'abcdef'].map(input) } },
      { type: 9, data: { custom_id: 'm', title: 'Feedback', components: [input('a'), input('a')] } },
    ];
    for (const answer of bad) expect(wrong(callbackSchema, answer), JSON.stringify(answer)).not.toEqual([]);
  });
});
