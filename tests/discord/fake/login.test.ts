/** The fake's gateway, as the real discord.js client meets it. */
import { once } from 'node:events';
import { type Client, Events, GatewayIntentBits } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { clientOf, connect } from './client.ts';
import { type Discord, type Setup, startDiscord } from './index.ts';

const ASK = { type: 1, name: 'ask', description: 'Ask' };

/** A fake and a client of its own for each test: the tests wait for reconnections side by side. */
async function withClient(test: (discord: Discord, client: Client<true>) => Promise<void>, setup: Setup = {}): Promise<void> {
  const discord = await startDiscord({ ...setup, commands: [ASK], guilds: [{ name: 'Desk', channels: ['general', 'digest'], locale: 'tr' }] });
  const client = await connect(discord);
  client.on(Events.InteractionCreate, (interaction) => {
    if (interaction.isChatInputCommand()) void interaction.reply('Yes.');
  });
  try {
    await test(discord, client);
  } finally {
    await client.destroy();
    await discord.stop();
  }
}

describe.concurrent('a client that logs in', () => {
  it('is told who it is and of its servers, channels and roles', () =>
    withClient(async (discord, client) => {
      const guild = client.guilds.cache.first();
      expect(client.user.id).toBe(discord.applicationId);
      expect(guild?.name).toBe('Desk');
      expect(guild?.preferredLocale).toBe('tr');
      expect(guild?.channels.cache.map(({ name }) => name)).toEqual(['general', 'digest']);
      expect(guild?.roles.everyone.id).toBe(guild?.id);
      expect(guild?.members.me?.id).toBe(client.user.id);
    }));

  it('is refused with a wrong token', () =>
    withClient(async (discord) => {
      await expect(clientOf(discord).login('wrong')).rejects.toThrow(/invalid token/i);
    }));

  it('is refused intents that Discord has not allowed', () =>
    withClient(async (discord) => {
      const greedy = clientOf(discord, { intents: [GatewayIntentBits.Guilds, GatewayIntentBits.MessageContent] });
      await expect(greedy.login(discord.token)).rejects.toThrow(/disallowed intents/i);
      await greedy.destroy();
    }));
});

describe.concurrent('a client whose connection ends', () => {
  it.each<[string, (discord: Discord) => void]>([
    ['is cut', ({ gateway }) => gateway.cut()],
    ['is closed with a code', ({ gateway }) => gateway.close(4000)],
    ['is to be made anew', ({ gateway }) => gateway.reconnect()],
    ['is no longer valid but resumable', ({ gateway }) => gateway.invalidate(true)],
  ])('resumes when it %s, and is told what it missed', (_, end) =>
    withClient(async (discord, client) => {
      const resumed = once(client, Events.ShardResume);
      end(discord);
      const asked = discord.slash('ask');
      await resumed;
      expect((await asked).message?.content).toBe('Yes.');
      expect(discord.gateway.counts).toEqual({ identified: 1, resumed: 1 });
    }),
  );

  it.each<[string, (discord: Discord) => void]>([
    ['is said to be invalid', ({ gateway }) => gateway.invalidate(false)],
    [
      'is forgotten',
      ({ gateway }) => {
        gateway.forget();
        gateway.cut();
      },
    ],
  ])('begins a new session when the old one %s', (_, end) =>
    withClient(async (discord, client) => {
      const ready = once(client, Events.ShardReady);
      end(discord);
      await ready;
      expect((await discord.slash('ask')).message?.content).toBe('Yes.');
      expect(discord.gateway.counts).toEqual({ identified: 2, resumed: 0 });
    }),
  );

  it('resumes when heartbeats are not answered', () =>
    withClient(
      async (discord, client) => {
        const resumed = once(client, Events.ShardResume);
        discord.gateway.faults.deaf = true;
        await once(client, Events.ShardReconnecting);
        discord.gateway.faults.deaf = false;
        await resumed;
        expect(discord.gateway.counts.resumed).toBeGreaterThan(0);
      },
      { heartbeat: 200 },
    ));

  it('comes back when the gateway lets nobody in for a while', () =>
    withClient(async (discord, client) => {
      const ready = Promise.race([once(client, Events.ShardResume), once(client, Events.ShardReady)]);
      discord.gateway.faults.closed = true;
      discord.gateway.cut();
      setTimeout(() => {
        discord.gateway.faults.closed = false;
      }, 100);
      await ready;
      expect((await discord.slash('ask')).message?.content).toBe('Yes.');
    }));

  it('does not come back when its token has been revoked', () =>
    withClient(async (discord, client) => {
      const gone = once(client, Events.Invalidated).catch(() => {});
      discord.revoke();
      discord.gateway.close(4004);
      await Promise.race([gone, once(client, Events.ShardDisconnect)]);
      expect(discord.gateway.counts.identified).toBe(1);
      await expect(client.application.fetch()).rejects.toMatchObject({ status: 401 });
    }));
});

describe('the gateway', () => {
  const knock = async (discord: Discord, first: object): Promise<number> => {
    const socket = new WebSocket(discord.api.replace('http', 'ws').replace('/api', ''));
    await once(socket, 'open');
    socket.send(JSON.stringify(first));
    const [code] = (await once(socket, 'close')) as [number];
    return code;
  };

  it('closes with the codes that Discord documents', () =>
    withClient(async (discord) => {
      expect(await knock(discord, { op: 2, d: { token: 'wrong' } })).toBe(4004);
      expect(await knock(discord, { op: 6, d: { token: 'wrong' } })).toBe(4004);
      expect(await knock(discord, { op: 3, d: {} })).toBe(4003);
      expect(await knock(discord, { op: 2, d: { token: discord.token, shard: [1, 1] } })).toBe(4010);
      expect(await knock(discord, { op: 2, d: { token: 'a'.repeat(5000) } })).toBe(4002);
      expect(await knock(discord, { op: 6, d: { token: discord.token, session_id: discord.gateway.sessions()[0]?.id, seq: 99 } })).toBe(4007);
    }));
});
