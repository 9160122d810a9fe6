/** What the handler makes of an interaction, before any transport. */
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/commands/dispatch.ts';
import { laterOf } from '../../src/discord/bodies.ts';
import { createHandler } from '../../src/discord/handle.ts';
import { callbackSchema } from '../../src/discord/schema/index.ts';
import { aContext, aDeal, aMatch, nothing, TODAY } from '../build.ts';

const context = aContext({ x: { kind: 'answer', list: false, matches: [aMatch(aDeal())] } });
const RATES = { user: { burst: 1, perSecond: 0.1 }, guild: { burst: 2, perSecond: 0.1 } };

const envelope = { id: '1', application_id: '2', token: 'abc', version: 1, user: { id: '3' } };
const slash = (name: string, options: { name: string; value: unknown }[] = []) => ({ ...envelope, type: 2, data: { type: 1, name, options } });
const ask = (more: object = {}) => ({ ...slash('ask', [{ name: 'question', value: 'x' }]), ...more });
const press = (custom_id: string, flags = 0) => ({
  ...envelope,
  type: 3,
  data: { component_type: 2, custom_id },
  message: { flags, embeds: [{ author: { name: '/ask x' }, title: 'T' }], components: [] },
});

const handler = (rates?: typeof RATES, now = () => 0) => createHandler({ context, surface: 'http', today: () => TODAY, now, ...(rates && { rates }) });

describe('what takes long is put off', () => {
  it.each([
    ['a question', ask(), { type: 5 }],
    [
      'a private question',
      slash('ask', [
        { name: 'question', value: 'x' },
        { name: 'private', value: true },
      ]),
      { type: 5, data: { flags: 64 } },
    ],
    ['the help, which is private from the start', slash('help'), { type: 5, data: { flags: 64 } }],
    ['the help, asked for publicly', slash('help', [{ name: 'private', value: false }]), { type: 5 }],
    ['the next page', press('1:page:1'), { type: 6 }],
    ['the next match', press('1:at:1'), { type: 6 }],
    ['why it matched', press('1:why:0'), { type: 5, data: { flags: 64 } }],
    ['a citation', press('1:cite:deal-a'), { type: 5, data: { flags: 64 } }],
    ['sharing', press('1:share', 64), { type: 5 }],
    ['a button of another version', press('9:page:1'), { type: 5, data: { flags: 64 } }],
  ])('%s', (_, raw, putOff) => {
    expect(handler()(raw).putOff).toEqual(putOff);
  });

  it('but never what is typed, nor a ping, nor a modal, which is the first answer or none', async () => {
    expect(handler()({ type: 1 }).putOff).toBeUndefined();
    expect(handler()(press('1:rephrase')).putOff).toBeUndefined();
    expect((await handler()(press('1:rephrase')).answer()).body.type).toBe(9);
    expect(
      handler()({ ...slash('deal', []), type: 4, data: { type: 1, name: 'deal', options: [{ name: 'recipient', value: '', focused: true }] } }).putOff,
    ).toBeUndefined();
  });
});

describe('what is slow is put off from the start', () => {
  const message = { ...envelope, type: 2, data: { type: 3, name: 'Check against the base', target_id: '9', resolved: { messages: { 9: { content: 'x' } } } } };
  const nextSources = { ...press('1:page:1'), message: { ...press('').message, embeds: [{ author: { name: '/source' } }] } };
  it.each([
    ['a source', slash('source'), { type: 5 }],
    ['the next page of sources', nextSources, { type: 6 }],
    ['a citation', press('1:cite:deal-a'), { type: 5, data: { flags: 64 } }],
    ['a checked message', message, { type: 5, data: { flags: 64 } }],
  ])('%s', (_, raw, putOff) => {
    expect(handler()(raw)).toMatchObject({ putOff, slow: true });
  });

  it('and nothing else is', () => {
    for (const raw of [ask(), press('1:why:0'), slash('help'), { type: 1 }]) expect(handler()(raw)).not.toHaveProperty('slow');
  });

  it('and begins only when it is called for', async () => {
    let resolved = 0;
    const resolve = () => {
      resolved += 1;
      return nothing;
    };
    const search = { ...context.search, resolve };
    const { answer } = createHandler({ context: { ...context, search }, surface: 'http', today: () => TODAY, now: () => 0 })(ask());
    expect(resolved).toBe(0);
    await answer();
    expect(resolved).toBe(1);
  });
});

describe('an answer that does not fit a message', () => {
  it('is told of by places and rules, and by no word of it', async () => {
    const button = { type: 2, style: 2, label: 'Secret', custom_id: 'secret`1' };
    const message = { flags: 64, embeds: [{ description: 'secret '.repeat(700) }], components: [{ type: 1, components: [button, button] }] };
    const { kind, unfit, body } = await handler()({ ...press('1:share'), message }).answer();
    expect(kind).toBe('unfit');
    expect(unfit).toBe('embeds.0.description: is over 4096 long; components: has the custom_id … twice');
    expect(body).toMatchObject({ data: { flags: 64, embeds: [{ description: 'There is an answer, but it does not fit a message. It has been noted.' }] } });
  });
});

describe('the edit of what was put off', () => {
  it('is the answer without what was settled before', async () => {
    const { answer } = handler()(
      slash('ask', [
        { name: 'question', value: 'x' },
        { name: 'private', value: true },
      ]),
    );
    const edit = laterOf({ type: 5 }, await answer());
    expect(edit).toMatchObject({ as: 'edit', body: { embeds: [{ title: 'Deal (sale): Türkiye to Kyrgyzstan' }], allowed_mentions: { parse: [] } } });
    expect(edit?.body).not.toHaveProperty('flags');
  });

  it('is a message beside where an update failed: the other stays as it was', () => {
    const sorry = { content: 'Sorry.', flags: 64 };
    expect(laterOf({ type: 6 }, { body: { type: 4, data: sorry } })).toEqual({ as: 'message', body: sorry });
  });
});

describe('a request in other words', () => {
  const sent = (value: string, line = '/ask x', field = 'request', custom_id = '1:rephrase') => ({
    ...press('', 64),
    type: 5,
    data: { custom_id, components: [{ type: 18, id: 1, component: { type: 4, id: 2, custom_id: field, value } }] },
    message: { flags: 64, embeds: [{ author: { name: line } }], components: [] },
  });
  const opened = async (line: string) => {
    const { body } = await handler()({ ...press('1:rephrase'), message: sent('', line).message }).answer();
    expect(callbackSchema.safeParse(body).error).toBeUndefined();
    const [label] = body.type === 9 ? (body.data.components as { label: string; description: string; component: object }[]) : [];
    return label;
  };

  it('begins with the one that was asked, as it was written, and has as much room', async () => {
    expect(await opened('/ask x')).toMatchObject({ label: 'Your question', component: { value: 'x', required: true, max_length: 250 } });
    expect(await opened(`/ask ${'w'.repeat(251)}`)).toMatchObject({ component: { value: 'w'.repeat(250) } });
    const written = 'early 2022 supplier: Türkiye';
    const { description, ...deal } = (await opened(`/deal ${written}`)) ?? { description: '' };
    expect(deal).toMatchObject({ label: 'What to ask of /deal', component: { value: written, max_length: 250 } });
    expect(description).toBe('Options are written “name: value”: supplier, recipient, system, year, status');
    expect((await opened('/deal'))?.component).not.toHaveProperty('value');
    const worded = commands.filter(({ options }) => Object.values(options).some(({ bare }) => bare));
    for (const { name } of worded) expect((await opened(`/${name} ${'🛩️'.repeat(120)}`.slice(0, 256)))?.label).toBeDefined();
  });

  it.each([
    ['/ask x', '  a\n\u202eb\u200b  <@1> **c**', '/ask a b <@1> **c**'],
    ['/ask x', 'w'.repeat(6000), `/ask ${'w'.repeat(250)}`],
    ['/ask x', '/deal supplier: x', '/ask /deal supplier: x'],
    ['/deal x', 'early 2022 recipient: nobody', '/deal early 2022 recipient: nobody'],
  ])('is one line of the same command, and as private as the first: %s', async (line, words, shown) => {
    const { body, missed } = await handler()(sent(words, line)).answer();
    expect(body).toMatchObject({ type: 4, data: { flags: 64, embeds: [{ author: { name: shown } }], allowed_mentions: { parse: [] } } });
    expect(missed?.question).toBe(shown.replace(/^\/\w+ |recipient: /g, ''));
  });

  it.each([
    ['from a modal of another version', sent('x', '/ask x', 'request', '0:rephrase')],
    ['from a field that nobody made', sent('x', '/ask x', 'other')],
    ['over a message that lost its question', sent('x', 'somebody')],
    ['without its message', { ...sent('x'), message: undefined }],
    ['of broken parts', { ...sent('x'), data: { custom_id: '1:rephrase', components: 'x' } }],
  ])('is taken for an old one %s', async (_, raw) => {
    const { body } = await handler()(raw).answer();
    expect(body).toMatchObject({ type: 4, data: { flags: 64, embeds: [{ description: 'This button is from an older version; ask again.' }] } });
  });
});

describe('how often somebody may ask', () => {
  it('is counted for each user, and for each server', async () => {
    const handle = handler(RATES);
    const kind = async (user: string, guild?: string) => (await handle(ask({ user: null, member: { user: { id: user } }, guild_id: guild })).answer()).kind;
    expect(await kind('1')).toBe('record');
    expect(await kind('1')).toBe('busy');
    expect(await kind('2', '9')).toBe('record');
    expect(await kind('3', '9')).toBe('record');
    expect(await kind('4', '9')).toBe('busy');
    expect(await kind('5', '8')).toBe('record');
  });

  it('leaves somebody who types too fast without suggestions, and costs less than an answer', async () => {
    const handle = handler(RATES);
    const type = async () =>
      (await handle({ ...envelope, type: 4, data: { type: 1, name: 'deal', options: [{ name: 'recipient', value: 'k', focused: true }] } }).answer()).kind;
    const kinds = await Promise.all(Array.from({ length: 12 }, type));
    expect(kinds.slice(0, 9)).toEqual(Array(9).fill('choices'));
    expect(kinds.at(-1)).toBe('busy');
  });
});

describe('a question', () => {
  it('is shown as it was answered: one line, nothing invisible, and not longer than its option', async () => {
    const { answer } = handler()(slash('ask', [{ name: 'question', value: `  a\n\u202eb\u200b  ${'w'.repeat(6000)}` }]));
    const { body } = await answer();
    const name = body.type === 4 ? body.data.embeds?.[0]?.author?.name : '';
    expect(name).toMatch(/^\/ask a b w+$/);
    expect(name?.length).toBeLessThanOrEqual(256);
  });
});
