import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bitsOf, permissionsIn, permissionsOf } from '../../src/discord/permissions.ts';

const GUILD = '1';
const USER = '2';
const ROLES = ['10', '11', '12'];
/** View Channel, Send Messages, Embed Links. */
const SEEN = { 'View Channel': 10, 'Send Messages': 11, 'Embed Links': 14 } as const;

const bits = fc.integer({ min: 0, max: 7 }).map((n) => String((BigInt(n & 1) << 10n) | (BigInt((n >> 1) & 1) << 11n) | (BigInt((n >> 2) & 1) << 14n)));
const overwrites = fc.uniqueArray(fc.record({ id: fc.constantFrom(GUILD, USER, ...ROLES), allow: bits, deny: bits }), { selector: ({ id }) => id });

/** One permission at a time, as Discord's help puts it: the most particular word on it counts, and among roles an allowance. */
function naive(place: number, mine: string[], roles: { id: string; permissions: string }[], all: { id: string; allow: string; deny: string }[]): boolean {
  const has = (text: string) => ((BigInt(text) >> BigInt(place)) & 1n) === 1n;
  const words = (ids: string[]) => all.filter(({ id }) => ids.includes(id));
  for (const own of [words([USER]), words(mine), words([GUILD])]) {
    if (own.some(({ allow }) => has(allow))) return true;
    if (own.some(({ deny }) => has(deny))) return false;
  }
  return roles.some(({ id, permissions }) => [GUILD, ...mine].includes(id) && has(permissions));
}

test('what a member may do in a channel is what Discord says, for any roles and overwrites', () => {
  const role = (id: string) => bits.map((permissions) => ({ id, permissions }));
  const any = fc.record({ mine: fc.subarray(ROLES), roles: fc.tuple(role(GUILD), ...ROLES.map(role)), all: overwrites });
  fc.assert(
    fc.property(any, ({ mine, roles, all }) => {
      const may = permissionsOf({ guild: GUILD, user: USER, roles: mine }, roles, all);
      for (const [name, place] of Object.entries(SEEN)) expect(may.has(name as keyof typeof SEEN)).toBe(naive(place, mine, roles, all));
    }),
  );
});

test('an administrator may do everything, whatever a channel denies', () => {
  const may = permissionsOf({ guild: GUILD, user: USER, roles: ['10'] }, [{ id: '10', permissions: '8' }], [{ id: USER, allow: '0', deny: '2048' }]);
  expect(may.has('Send Messages') && may.has('Manage Server')).toBe(true);
  expect(permissionsIn(32n)).toEqual(new Set(['Manage Server']));
});

test('what is no bit set allows nothing', () => {
  for (const text of ['', '-1', '0x8', '1e9', 'null', '9'.repeat(31)]) expect(bitsOf(text)).toBe(0n);
});
