/** Channels, commands, limits and faults of the fake, as the real discord.js client meets them. */
import { AttachmentBuilder, type Client, EmbedBuilder, RateLimitError, REST, type TextChannel } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connect } from './client.ts';
import { type Discord, startDiscord } from './index.ts';

let discord: Discord;
let client: Client<true>;
let channel: TextChannel;

beforeEach(async () => {
  discord = await startDiscord({ buckets: { 'message.list': { limit: 3, per: 150 } } });
  client = await connect(discord);
  channel = client.channels.cache.get(discord.channel.id) as TextChannel;
});

afterEach(async () => {
  await client.destroy();
  await discord.stop();
});

const contents = () => discord.messages().map(({ content }) => content);
const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

describe('a channel', () => {
  it('takes messages with files, and has them changed and deleted', async () => {
    const chart = new AttachmentBuilder(Buffer.from('png'), { name: 'chart.png' });
    const sent = await channel.send({ content: 'Digest', embeds: [new EmbedBuilder().setImage('attachment://chart.png')], files: [chart] });
    expect(sent.attachments.first()?.name).toBe('chart.png');
    expect(discord.requests('message.create')[0]?.files).toMatchObject([{ key: 'files[0]', name: 'chart.png' }]);
    await sent.edit('Digest, mended');
    expect((await channel.messages.fetch({ message: sent.id, force: true })).content).toBe('Digest, mended');
    await sent.delete();
    await expect(channel.messages.fetch({ message: sent.id, force: true })).rejects.toMatchObject({ code: 10008 });
  });

  it('knows a nonce again for a few minutes', async () => {
    const send = (content: string) => channel.send({ content, nonce: 'edition-1', enforceNonce: true });
    await send('First');
    await send('Again');
    expect(contents()).toEqual(['First']);
    discord.clock.advance(10 * 60 * 1000);
    await send('Much later');
    expect(contents()).toEqual(['First', 'Much later']);
  });

  it('pings those whom the message lets it ping', async () => {
    const other = discord.newUser('other');
    const content = `<@${other.id}> <@${discord.user.id}> @everyone`;
    await channel.send({ content });
    await channel.send({ content, allowedMentions: { users: [other.id] } });
    expect(discord.messages().map(({ mentions, mention_everyone }) => [mentions.map(({ username }) => username), mention_everyone])).toEqual([
      [[], false],
      [['other'], false],
    ]);
  });

  it('of a user is opened for direct messages', async () => {
    const user = await client.users.fetch(discord.user.id);
    await user.send('Good morning');
    expect(discord.messages(discord.direct())).toMatchObject([{ content: 'Good morning' }]);
  });

  it('that is not there, or in which the bot is not, says so', async () => {
    await expect(client.channels.fetch('123456789012345678')).rejects.toMatchObject({ code: 10003, status: 404 });
    const group = discord.group(discord.user);
    await expect(client.rest.post(`/channels/${group.id}/messages`, { body: { content: 'Hi' } })).rejects.toMatchObject({ code: 50001 });
  });

  it('takes no message over a limit that only our schema knows', async () => {
    const embeds = [{ description: 'a'.repeat(4000) }, { description: 'b'.repeat(2001) }];
    await expect(channel.send({ embeds })).rejects.toMatchObject({ code: 50035 });
    expect(discord.forgive()).toEqual(['message.create: embeds: is 6001 long in all, over 6000 (limits)']);
  });

  it('takes no file over ten megabytes', async () => {
    await expect(channel.send({ files: [new AttachmentBuilder(Buffer.alloc(10 * 1024 * 1024 + 1), { name: 'big.bin' })] })).rejects.toMatchObject({
      status: 413,
    });
  });
});

describe('registered commands', () => {
  const ask = {
    type: 1,
    name: 'ask',
    description: 'Ask',
    nameLocalizations: { tr: 'sor' },
    options: [{ type: 3, name: 'question', description: 'What', required: false }],
  };

  it('are replaced all at once, keeping the ids of those that stay', async () => {
    const first = await client.application.commands.set([ask, { type: 1, name: 'help', description: 'Help' }]);
    const then = await client.application.commands.set([{ ...ask, description: 'Ask anything' }]);
    expect(discord.commands()).toMatchObject([{ name: 'ask', description: 'Ask anything', id: first.find(({ name }) => name === 'ask')?.id }]);
    expect(then.size).toBe(1);
  });

  it('are told without their localisations, unless those are asked for', async () => {
    await client.application.commands.set([ask]);
    const list = (query: string) => client.rest.get(`/applications/${discord.applicationId}/commands${query}`) as Promise<Record<string, unknown>[]>;
    expect((await list(''))[0]).not.toHaveProperty('name_localizations');
    expect((await list('?with_localizations=true'))[0]).toMatchObject({
      name_localizations: { tr: 'sor' },
      description_localizations: null,
      options: [{ name_localizations: null }],
    });
  });

  it('of a server are its own, and hide the global ones there', async () => {
    const [guild] = discord.guilds;
    await client.application.commands.set([{ type: 1, name: 'ask', description: 'Everywhere' }]);
    await client.application.commands.set([{ type: 1, name: 'ask', description: 'Here' }], guild?.id ?? '');
    expect(discord.commands(guild)).toMatchObject([{ description: 'Here', contexts: null }]);
    expect(discord.commands()).toMatchObject([{ description: 'Everywhere' }]);
  });

  it('are those of the application, and of servers that it is in', async () => {
    await expect(client.rest.put('/applications/123456789012345678/commands', { body: [] })).rejects.toMatchObject({ code: 20012 });
    await expect(client.application.commands.set([], '123456789012345678')).rejects.toMatchObject({ code: 50001 });
  });

  it('are refused when they break a rule', async () => {
    const required = { type: 3, name: 'b', description: 'B', required: true };
    const body = [{ type: 1, name: 'ask', description: 'Ask', options: [{ type: 3, name: 'a', description: 'A' }, required] }];
    await expect(client.rest.put(`/applications/${discord.applicationId}/commands`, { body })).rejects.toMatchObject({ code: 50035 });
    expect(discord.forgive()).toEqual(['commands.replace: 0.options: has a required option after an optional one (limits)']);
  });
});

describe('a rate limit', () => {
  it.each(['user', 'shared', 'global'] as const)('of scope %s is waited out by the client', async (scope) => {
    discord.fault('message.create', { rateLimit: 0.1, scope });
    expect(await timed(() => channel.send('Hi'))).toBeGreaterThanOrEqual(95);
    expect(discord.requests('message.create').map(({ status }) => status)).toEqual([429, 200]);
  });

  it('is kept by the client when headers tell of it', async () => {
    const list = () => channel.messages.fetch({ limit: 1, cache: false });
    expect(await timed(() => Promise.all([1, 2, 3, 4, 5].map(list)))).toBeGreaterThanOrEqual(100);
    expect(discord.requests('message.list').map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  });

  it('is met by those who do not keep it', async () => {
    const get = () => fetch(`${discord.api}/v10/channels/${discord.channel.id}/messages`, { headers: { authorization: `Bot ${discord.token}` } });
    const answers = await Promise.all([1, 2, 3, 4].map(get));
    const refused = answers.find(({ status }) => status === 429);
    expect(Number(refused?.headers.get('x-ratelimit-reset-after'))).toBeLessThanOrEqual(0.15);
    expect(await refused?.json()).toMatchObject({ global: false, retry_after: expect.any(Number) });
  });

  it('is thrown to clients that want it so', async () => {
    const rest = new REST({ api: discord.api, rejectOnRateLimit: () => true }).setToken(discord.token);
    discord.fault('message.create', { rateLimit: 5 });
    await expect(rest.post(`/channels/${discord.channel.id}/messages`, { body: { content: 'Hi' } })).rejects.toBeInstanceOf(RateLimitError);
  });
});

describe('a fault', () => {
  it('of a gateway is tried again three times', async () => {
    discord.fault('message.create', { status: 502 }, { times: 3 });
    await channel.send('Hi');
    expect(contents()).toEqual(['Hi']);
    discord.fault('message.create', { status: 503 }, { times: 4 });
    await expect(channel.send('Ho')).rejects.toMatchObject({ status: 503 });
  });

  it('befalls the requests it is meant for, and no others', async () => {
    discord.fault('message.create', { code: 50013 }, { skip: 1 });
    await channel.send('One');
    await expect(channel.send('Two')).rejects.toMatchObject({ code: 50013, status: 403 });
    await channel.send('Three');
    expect(contents()).toEqual(['One', 'Three']);
  });

  it('of the connection is not tried again', async () => {
    discord.fault('message.create', { cut: 'before' });
    await expect(channel.send('Never')).rejects.toThrow();
    discord.fault('message.create', { cut: 'after' });
    await expect(channel.send('Unheard')).rejects.toThrow();
    expect(contents()).toEqual(['Unheard']);
  });

  it('that lets the client wait in vain doubles a message, unless it has a nonce', async () => {
    const rest = new REST({ api: discord.api, timeout: 1000, retries: 1 }).setToken(discord.token);
    const post = (body: object) => rest.post(`/channels/${discord.channel.id}/messages`, { body });
    discord.fault('message.create', { hang: 'after' });
    await post({ content: 'Plain' });
    discord.fault('message.create', { hang: 'after' });
    await post({ content: 'Marked', nonce: 'a', enforce_nonce: true });
    discord.fault('message.create', { hang: 'before' });
    await post({ content: 'Lost' });
    expect(contents()).toEqual(['Plain', 'Plain', 'Marked', 'Lost']);
  });

  it('of slowness only costs time', async () => {
    discord.fault('message.create', { delay: 100 });
    expect(await timed(() => channel.send('Slow'))).toBeGreaterThanOrEqual(95);
  });

  it('of a revoked token empties the client’s own', async () => {
    discord.revoke();
    await expect(channel.send('One')).rejects.toMatchObject({ status: 401 });
    await expect(channel.send('Two')).rejects.toThrow(/token/i);
  });
});

it('complains of requests that Discord does not know', async () => {
  await expect(client.rest.get('/nowhere')).rejects.toMatchObject({ status: 404 });
  expect(discord.forgive()).toEqual(['there is no route GET /nowhere']);
});

it('answers what is no JSON as Discord does', async () => {
  const answer = await fetch(`${discord.api}/v10/channels/${discord.channel.id}/messages`, {
    method: 'POST',
    headers: { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' },
    body: '{',
  });
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ code: 50109 });
  expect(discord.forgive()).toHaveLength(1);
});
