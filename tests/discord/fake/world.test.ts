/** What the fake is made of, where a client would not show it. */
import { afterEach, expect, it } from 'vitest';
import { complain } from '../payload/issues.ts';
import { description } from '../payload/rules.ts';
import { connect } from './client.ts';
import { snowflakes } from './clock.ts';
import { shardOf } from './gateway/ready.ts';
import { type Discord, type Setup, startDiscord } from './index.ts';
import { createShelf } from './shelf.ts';

const started: Discord[] = [];
const start = async (setup?: Setup): Promise<Discord> => {
  const discord = await startDiscord(setup);
  started.push(discord);
  return discord;
};

afterEach(async () => {
  await Promise.all(started.splice(0).map((discord) => discord.stop()));
});

it('gives ids that rise, however fast they are asked for', () => {
  const newId = snowflakes({ now: () => 1_800_000_000_000, advance: () => {} });
  const ids = Array.from({ length: 5000 }, newId).map(BigInt);
  expect(ids.every((id, at) => at === 0 || id > (ids[at - 1] ?? id))).toBe(true);
  expect(Number((ids[0] ?? 0n) >> 22n) + 1_420_070_400_000).toBe(1_800_000_000_000);
});

it('remembers so much and no more', async () => {
  const shelf = createShelf<number>(2);
  for (const value of [1, 2, 3]) shelf.put(String(value), value);
  expect(shelf.all()).toEqual([2, 3]);
  const discord = await start({ keep: 3 });
  for (const text of ['a', 'b', 'c', 'd']) discord.says(text);
  expect(discord.messages().map(({ content }) => content)).toEqual(['b', 'c', 'd']);
});

it('tells the shard of a server, and the first one of everything else', async () => {
  const discord = await start({ shards: 2, commands: [{ type: 1, name: 'ask' }], guilds: [{ name: 'One' }, { name: 'Two' }] });
  const client = await connect(discord, { shardCount: 2, shards: [0, 1] });
  const seen: unknown[] = [];
  client.ws.on(
    'INTERACTION_CREATE' as never,
    ((interaction: { id: string; token: string; guild_id?: string }, shard: number) => {
      seen.push([interaction.guild_id, shard]);
      void client.rest.post(`/interactions/${interaction.id}/${interaction.token}/callback`, { auth: false, body: { type: 4, data: { content: 'Yes.' } } });
    }) as never,
  );
  const [one, two] = discord.guilds;
  for (const channel of [one?.channels[0], two?.channels[0], discord.direct()]) await discord.slash('ask', {}, channel && { channel });
  expect(seen).toEqual([
    [one?.id, shardOf(one?.id, 2)],
    [two?.id, shardOf(two?.id, 2)],
    [undefined, 0],
  ]);
  await client.destroy();
});

it('answers a callback as Discord’s own description has it', async () => {
  const discord = await start({ commands: [{ type: 1, name: 'ask' }] });
  const client = await connect(discord);
  const results: unknown[] = [];
  client.on('interactionCreate', async ({ id, token }) => {
    const body = { type: 4, data: { content: 'Yes.' } };
    results.push(await client.rest.post(`/interactions/${id}/${token}/callback`, { auth: false, body, query: new URLSearchParams({ with_response: 'true' }) }));
  });
  await discord.slash('ask');
  await expect.poll(() => results).toHaveLength(1);
  const { InteractionCallbackResponseSchema } = await description();
  expect(complain('description', InteractionCallbackResponseSchema, results[0])).toEqual([]);
  await client.destroy();
});

it('needs no server: then users ask in direct messages', async () => {
  const discord = await start({ guilds: [] });
  expect(discord.channel).toEqual(discord.direct());
});

it('says that nobody is there to ask', async () => {
  const discord = await start({ commands: [{ type: 1, name: 'ask' }] });
  await expect(discord.slash('ask')).rejects.toThrow('nobody has a session at the gateway');
});
