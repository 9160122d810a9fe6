/** The digest's commands in Discord: what a server's people see, and what the bot may do in its channels. */
import { afterAll, beforeAll, beforeEach, expect, it, test } from 'vitest';
import { lookThrough } from '../../../src/digest/door.ts';
import { createDigests } from '../../../src/digest/subscriptions.ts';
import { createChannels } from '../../../src/surfaces/gateway/channels.ts';
import { BRUSH } from '../../digest/build.ts';
import { NOW, ROLE, shipped } from '../../digest/desk.ts';
import { type Answered, type APIMessage, type Discord, startDiscord } from '../../discord/fake/index.ts';
import type { Channel } from '../../discord/fake/types.ts';
import { stores, type TestStore } from '../../store/stores.ts';
import { type Bot, onGateway } from '../bot.ts';
import { registered } from '../registered.ts';

const WANTED = { region: 'steppe', time: '8:30', timezone: 'Almaty' };
const PRIVATE = 64;

let store: TestStore;
let discord: Discord;
let bot: Bot;

beforeAll(async () => {
  const [embedded] = stores;
  if (!embedded) throw new Error('no store');
  [store, discord] = await Promise.all([embedded.open(), startDiscord({ commands: registered, guilds: [{ channels: ['general', 'morning'] }] })]);
  const digests = createDigests(async () => store.db, createChannels({ token: discord.token, api: discord.api }));
  bot = await onGateway(discord, { context: { ...shipped, digests, draw: BRUSH.draw }, clock: () => NOW, paint: BRUSH.paint });
}, 60_000);
beforeEach(() => store.empty());
afterAll(async () => {
  await bot?.stop();
  await discord?.stop();
  await store?.close();
});

const guild = () => discord.guilds[0] as NonNullable<(typeof discord.guilds)[0]>;
const morning = () => guild().channels[1] as Channel;

const read = async (answer: Promise<Answered>): Promise<APIMessage> => (await answer).settled();
const textOf = ({ embeds }: APIMessage): string => embeds.map(({ title, description }) => [title, description].join('\n')).join('\n');
const bit = (place: number): string => String(1n << BigInt(place));

it('subscribes a channel, and lists it with times in each reader’s own way', async () => {
  const made = await read(discord.slash('digest subscribe', { ...WANTED, channel: morning().id, days: 'weekdays' }));
  expect(textOf(made)).toBe(
    `Subscribed: the daily digest of The Steppe\n<#${morning().id}> · 08:30, weekdays, Asia/Almaty\nNext: **Mon 23 November 2026, 08:30** (<t:1795404600:R>)`,
  );
  expect((made.flags ?? 0) & PRIVATE).toBe(PRIVATE);
  expect(made.mentions).toEqual([]);
  const listed = await read(discord.slash('digest list'));
  expect(textOf(listed)).toContain(`🟢 **The Steppe** in <#${morning().id}> · 08:30, weekdays, Asia/Almaty`);
});

it('names what it lacks in a channel in Discord’s own words, and subscribes once it is allowed', async () => {
  const channel = morning();
  const deny = (...bits: number[]) => String(bits.reduce((all, place) => all | (1n << BigInt(place)), 0n));
  channel.permission_overwrites = [{ id: guild().id, type: 0, allow: '0', deny: deny(11, 14) }];
  const asked = () => read(discord.slash('digest subscribe', { ...WANTED, channel: channel.id }));
  expect(textOf(await asked())).toContain('In #morning the bot lacks Send Messages and Embed Links.');
  channel.permission_overwrites = [...(channel.permission_overwrites as object[]), { id: discord.applicationId, type: 1, allow: deny(11, 14), deny: '0' }];
  expect(textOf(await asked())).toContain('Subscribed');
  channel.permission_overwrites = [{ id: guild().id, type: 0, allow: '0', deny: bit(10) }];
  expect(textOf(await read(discord.slash('digest subscribe', { ...WANTED, channel: channel.id })))).toContain('lacks View Channel');
  channel.permission_overwrites = [{ id: guild().id, type: 0, allow: '0', deny: bit(16) }];
  expect(textOf(await asked())).toContain('Read Message History');
  channel.permission_overwrites = [{ id: guild().id, type: 0, allow: '0', deny: bit(15) }];
  expect(textOf(await asked())).toContain('Changed');
  const refused = textOf(await read(discord.slash('digest subscribe', { ...WANTED, channel: channel.id, picture: 'map' })));
  expect(refused).toContain('In #morning the bot lacks Attach Files.');
  expect(refused).toContain('Without a picture the digest does not need it.');
  channel.permission_overwrites = [];
});

it('says that it is timed out, and until when; an administrator never is', async () => {
  const [bot] = guild().members;
  if (!bot) throw new Error('the bot is not there');
  const asked = () => read(discord.slash('digest subscribe', { ...WANTED, channel: morning().id }));
  bot.communication_disabled_until = '2100-11-23T08:30:59.123000+00:00';
  expect(textOf(await asked())).toContain('The bot is timed out in this server until 23 November 2100, 08:30 UTC.');
  const look = lookThrough(createChannels({ token: discord.token, api: discord.api }));
  expect(await look(guild().id, morning().id)).toEqual({ is: 'closed', why: 'the bot is timed out in the server until 23 November 2100, 08:30 UTC' });
  const [everyone] = guild().roles;
  const { permissions = '0' } = everyone ?? {};
  Object.assign(everyone ?? {}, { permissions: bit(3) });
  expect(textOf(await asked())).toContain('Subscribed');
  Object.assign(everyone ?? {}, { permissions });
  // What Discord tells of one that is over.
  bot.communication_disabled_until = '2024-01-01T00:00:00.000000+00:00';
  expect(textOf(await asked())).toContain('Changed');
  bot.communication_disabled_until = null;
});

it('posts in announcements and threads, and knows what cannot be posted in', async () => {
  const { guild_id = '', id: parent } = morning();
  const place = (type: Channel['type']): Channel => {
    const made: Channel = { ...morning(), id: String(BigInt(parent) + BigInt(type)), type, name: `place-${type}` };
    guild().channels.push(made);
    return made;
  };
  const { reach, names } = createChannels({ token: discord.token, api: discord.api });
  const [news, forum] = [place(5), place(15)];
  expect(await reach(guild_id, news.id)).toEqual({ can: 'post', name: 'place-5', lacks: [] });
  expect(await reach(guild_id, forum.id)).toEqual({ can: 'never', name: 'place-15' });
  expect(await reach(guild_id, '77')).toEqual({ can: 'unseen' });
  expect(await reach('78', news.id)).toEqual({ can: 'absent' });
  expect([...(await names(guild_id)).values()]).toEqual(['general', 'morning', 'place-5', 'place-15']);
  guild().channels.splice(2);

  const [thread, locked] = [discord.thread(morning()), discord.thread(morning(), 11, { locked: true })];
  expect(await reach(guild_id, thread.id)).toEqual({ can: 'post', name: 'about-morning', lacks: [] });
  morning().permission_overwrites = [{ id: guild_id, type: 0, allow: '0', deny: String(BigInt(bit(34)) | BigInt(bit(38))) }];
  expect(await reach(guild_id, thread.id)).toEqual({ can: 'not', name: 'about-morning', lacks: ['Send Messages in Threads'] });
  expect(await reach(guild_id, locked.id)).toMatchObject({ lacks: ['Send Messages in Threads', 'Manage Threads'] });
  morning().permission_overwrites = [];
});

it('says when Discord does not tell in time, and keeps nothing', async () => {
  discord.fault('guild.roles', { status: 500 }, { times: 2 });
  expect(textOf(await read(discord.slash('digest subscribe', { ...WANTED, channel: morning().id })))).toContain('Discord did not say in time');
  expect(textOf(await read(discord.slash('digest list')))).toContain('No digest is subscribed here.');
});

it('lets a role manage that it was handed to, and nobody without', async () => {
  const member = { permissions: '0', roles: [ROLE] };
  expect(textOf(await read(discord.slash('digest subscribe', WANTED, member)))).toContain('needs Manage Server');
  expect(textOf(await read(discord.slash('digest managers', { role: ROLE })))).toContain(`<@&${ROLE}>`);
  expect(textOf(await read(discord.slash('digest subscribe', WANTED, member)))).toContain('Subscribed');
  expect(textOf(await read(discord.slash('digest pause', {}, { permissions: '0' })))).toContain('needs Manage Server');
});

it('offers regions, zones and the server’s digests while they are typed', async () => {
  await read(discord.slash('digest subscribe', { ...WANTED, channel: morning().id }));
  const names = async (command: string, option: string, typed: string, values = {}) =>
    (await discord.autocomplete(command, option, typed, values)).callback.data?.choices?.map(({ name }) => name);
  expect(await names('digest subscribe', 'region', 'ste')).toEqual(['The Steppe · 1 record']);
  expect(await names('digest subscribe', 'timezone', 'almaty', { region: 'steppe' })).toEqual(['Asia/Almaty · now 14:00, UTC+05:00']);
  expect(await names('digest pause', 'digest', '')).toEqual(['The Steppe · #morning · 08:30, every day, Asia/Almaty']);
});

it('tells why, with links, in a message that fits', async () => {
  await read(discord.slash('digest subscribe', WANTED));
  const { id } = await store.db.selectFrom('subscriptions').select('id').executeTakeFirstOrThrow();
  const link = `https://discord.com/channels/${guild().id}/${discord.channel.id}/5000`;
  const days = Array.from({ length: 20 }, (_, day) => `2026-11-${String(day + 1).padStart(2, '0')}`);
  const reason = 'the bot was not running when it was due, and **nobody** <@1> was told '.repeat(9);
  await store.db
    .insertInto('deliveries')
    .values(days.map((date) => ({ subscription: id, date, due_at: new Date(`${date}T03:30:00Z`), state: 'sent' as const, link, late_seconds: 7500, reason })))
    .execute();
  const text = textOf(await read(discord.slash('digest why')));
  expect(text).toContain(`✅ Fri 20 November 2026 · [sent 2 h 5 min late](${link}): the bot was not running`);
  expect(text.match(/✅/g)).toHaveLength(14);
  expect(text).not.toContain('<@1>');
  expect(text).toContain('Next: **Mon 23 November 2026, 08:30**');
});

it('previews privately for anyone, and in direct messages says where digests belong', async () => {
  const preview = await read(discord.slash('digest preview', { region: 'steppe' }, { permissions: '0' }));
  expect(preview.embeds[0]?.title).toBe('Daily digest: The Steppe · Sunday 22 November 2026');
  expect((preview.flags ?? 0) & PRIVATE).toBe(PRIVATE);
  const direct = { channel: discord.direct() };
  expect(textOf(await read(discord.slash('digest list', {}, direct)))).toContain('Digests belong to a server’s channel.');
  expect((await read(discord.slash('digest preview', { region: 'steppe' }, direct))).embeds[0]?.title).toContain('Daily digest');
});

it('previews with the picture that would be posted, the channel’s own unless told', async () => {
  const drawn = async (options = {}) => {
    const { embeds, attachments } = await read(discord.slash('digest preview', { region: 'steppe', ...options }));
    return [embeds[0]?.image?.url, ...attachments.map(({ filename, description }) => [filename, description])];
  };
  expect(await drawn()).toEqual([undefined]);
  expect(await drawn({ picture: 'map' })).toEqual(['attachment://map.png', ['map.png', 'A map of the-steppe.']]);
  const made = await read(discord.slash('digest subscribe', { ...WANTED, picture: 'timeline' }));
  expect(textOf(made)).toContain('08:30, every day, Asia/Almaty · with a timeline\n');
  expect(await drawn()).toEqual(['attachment://timeline.png', ['timeline.png', 'A timeline of the-steppe.']]);
  expect(await drawn({ picture: 'none' })).toEqual([undefined]);
});

test('a page of a long list can be turned', async () => {
  const row = { guild: guild().id, region: 'steppe', time: '08:00', zone: 'America/Argentina/ComodRivadavia', days: '135', created_by: '3000' };
  await store.db
    .insertInto('subscriptions')
    .values(Array.from({ length: 25 }, (_, index) => ({ ...row, channel: String(10n ** 18n + BigInt(index)) })))
    .execute();
  const first = await read(discord.slash('digest list'));
  expect(textOf(first).match(/🟢/g)).toHaveLength(8);
  const second = await read(discord.press(first, '1:page:1'));
  expect(textOf(second)).toContain(`<#${10n ** 18n + 8n}>`);
});
