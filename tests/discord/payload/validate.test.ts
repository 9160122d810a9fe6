/** Payloads are held against Discord's own description and against the limits that it leaves out. */
import { expect, it } from 'vitest';
import { line } from './issues.ts';
import { validate } from './validate.ts';

const CALLBACK = ['POST', '/interactions/1/abc/callback'] as const;
const COMMANDS = ['PUT', '/applications/1/commands'] as const;
const wrong = async (method: string, path: string, body: unknown) => (await validate(method, path, body)).map(line);
const row = (...components: unknown[]) => ({ type: 1, components });

it('passes what Discord takes, on every route', async () => {
  const message = {
    content: 'hi',
    embeds: [{ title: 'One', timestamp: '2026-01-01T00:00:00Z' }],
    components: [row({ type: 2, style: 5, label: 'Read', url: 'https://example.org' })],
  };
  expect(await wrong(...CALLBACK, { type: 4, data: { ...message, flags: 64 } })).toEqual([]);
  expect(await wrong(...CALLBACK, { type: 7, data: message })).toEqual([]);
  expect(await wrong(...CALLBACK, { type: 8, data: { choices: [{ name: 'One', value: 'one' }] } })).toEqual([]);
  expect(await wrong('POST', '/webhooks/1/abc', message)).toEqual([]);
  expect(await wrong('PATCH', '/webhooks/1/abc/messages/@original', message)).toEqual([]);
  expect(await wrong('POST', '/channels/1/messages', { ...message, nonce: 'a', enforce_nonce: true })).toEqual([]);
  expect(await wrong('PATCH', '/channels/1/messages/2', message)).toEqual([]);
  expect(await wrong(...COMMANDS, [{ type: 1, name: 'ask', description: 'Ask', default_member_permissions: '0' }])).toEqual([]);
  expect(await wrong('POST', '/users/@me/channels', { recipient_id: '80' })).toEqual([]);
});

it('tells what breaks Discord’s own description, naming the place', async () => {
  expect(await wrong('POST', '/webhooks/1/abc', { content: 'a'.repeat(2001) })).toEqual([
    'content: Too big: expected string to have <=2000 characters (description)',
    'content: is over 2000 long (limits)',
  ]);
  expect(await wrong(...COMMANDS, [{ type: 1, name: 'a'.repeat(33), description: 'Ask' }])).toContain(
    '0.name: Too big: expected string to have <=32 characters (description)',
  );
});

it('speaks of the component that it is, not of all that it could be', async () => {
  const menu = { type: 3, custom_id: 'open', options: [{ label: 'a'.repeat(101), value: 'a' }] };
  expect(await wrong(...CALLBACK, { type: 4, data: { components: [row(menu)] } })).toEqual([
    'data.components.0.components.0.options.0.label: Too big: expected string to have <=100 characters (description)',
    'data.components.0.components.0.options.0.label: is over 100 long (limits)',
  ]);
});

it('tells what only our limits know', async () => {
  const embeds = [{ description: 'a'.repeat(4000) }, { description: 'a'.repeat(2001) }];
  expect(await wrong(...CALLBACK, { type: 4, data: { embeds } })).toEqual(['data.embeds: is 6001 long in all, over 6000 (limits)']);
  const required = { type: 3, name: 'b', description: 'B', required: true };
  expect(await wrong(...COMMANDS, [{ type: 1, name: 'ask', description: 'Ask', options: [{ type: 3, name: 'a', description: 'A' }, required] }])).toEqual([
    '0.options: has a required option after an optional one (limits)',
  ]);
});

it('refuses a callback of a type that Discord does not have', async () => {
  expect(await wrong(...CALLBACK, { type: 2 })).not.toEqual([]);
  expect(await wrong(...CALLBACK, 'hi')).not.toEqual([]);
});

it('has nothing to say of requests without a payload', async () => {
  expect(await wrong('GET', '/users/@me', undefined)).toEqual([]);
  expect(await wrong('DELETE', '/webhooks/1/abc/messages/@original', undefined)).toEqual([]);
});
