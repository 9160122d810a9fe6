import { expect, test } from 'vitest';
import { readPlace } from '../../src/discord/place.ts';

const raw = { guild_id: '10', channel_id: '20', member: { user: { id: '30' }, roles: ['40'], permissions: '32' }, app_permissions: '18432' };

test('a request tells where it was asked, and what who asks and the bot may do there', () => {
  expect(readPlace(raw, '30')).toEqual({
    guild: '10',
    channel: '20',
    user: '30',
    member: { may: new Set(['Manage Server']), roles: ['40'] },
    app: new Set(['Send Messages', 'Embed Links']),
  });
});

test('in direct messages there is no server and no member', () => {
  expect(readPlace({ channel_id: '20', app_permissions: '2048' }, '30')).toEqual({ channel: '20', user: '30', app: new Set(['Send Messages']) });
  expect(readPlace({ ...raw, guild_id: null }, '30')).not.toHaveProperty('member');
});

test('what cannot be read allows nothing', () => {
  for (const permissions of [undefined, null, 32, -1n, '0x20', '1e9', ['32'], { 32: true }, '9'.repeat(99)]) {
    const place = readPlace({ ...raw, member: { ...raw.member, permissions }, app_permissions: permissions }, '30');
    expect(place?.member?.may.size ?? 0).toBe(0);
    expect(place?.app.size).toBe(0);
  }
  for (const roles of [undefined, 'all', [{}], Array.from({ length: 251 }, () => '40')]) {
    expect(readPlace({ ...raw, member: { ...raw.member, roles } }, '30')?.member?.roles ?? []).toEqual([]);
  }
  for (const odd of [undefined, null, 'x', {}, { channel_id: '../1' }]) expect(readPlace(odd, '30')).toBeUndefined();
});
