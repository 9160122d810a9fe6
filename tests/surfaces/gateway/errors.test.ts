/** What Discord refuses, in plain words. */
import { DiscordAPIError, HTTPError } from 'discord.js';
import { expect, it } from 'vitest';
import { describeError, explain } from '../../../src/surfaces/gateway/errors.ts';

const refused = (status: number, code: number) =>
  new DiscordAPIError({ message: 'Something with `names` in it', code }, code, status, 'GET', 'https://discord.example/secret', {});
const told = (error: unknown) => describeError(error, 'register the commands');

it('an unknown refusal tells status and code, and nothing of Discord’s own text', () => {
  expect(told(refused(403, 50013))).toBe(
    'Discord refused to register the commands (403, code 50013). What the code means stands in Discord’s documentation under “JSON Error Codes”.',
  );
  expect(told(refused(404, 0))).toContain('(404, code 0)');
});

it('a known refusal tells what to do', () => {
  expect(told(refused(401, 0))).toMatch(/^Discord refuses the token/);
  expect(told(refused(404, 10004))).toMatch(/DISCORD_GUILD/);
});

it('trouble of Discord’s own and no way to Discord are told apart', () => {
  expect(told(new HTTPError(503, 'Service Unavailable', 'GET', 'https://discord.example', {}))).toMatch(/^Discord has trouble of its own \(503\)/);
  expect(told(new TypeError('fetch failed'))).toMatch(/^Discord could not be reached/);
});

it('only what needs the owner’s hand keeps the bot from starting', () => {
  expect([refused(401, 0), refused(403, 50001), refused(403, 20012)].map((error) => explain(error) !== undefined)).toEqual([true, true, true]);
  expect([refused(400, 30034), refused(403, 50013), new TypeError('fetch failed')].map(explain)).toEqual([undefined, undefined, undefined]);
});
