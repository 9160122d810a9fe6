/** The fake delivers the same interactions to an HTTP endpoint, and tests it as Discord does. */
import { createPublicKey, verify } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Discord, startDiscord } from './index.ts';
import type { Interaction } from './types.ts';

const COMMANDS = [{ type: 1, name: 'ask', description: 'Ask' }];
/** DER header of an Ed25519 public key. */
const DER = '302a300506032b6570032100';

let discord: Discord;
let server: Server;
let url: string;
/** What the endpoint does with an interaction that is truly Discord's. */
let answer: (interaction: Interaction, response: ServerResponse) => void;

const reply = (body: unknown) => (_: Interaction, response: ServerResponse) =>
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));

function isGenuine(publicKey: string, headers: Record<string, unknown>, body: string): boolean {
  const signature = String(headers['x-signature-ed25519']);
  if (!/^[0-9a-f]{128}$/.test(signature)) return false;
  const key = createPublicKey({ key: Buffer.from(DER + publicKey, 'hex'), format: 'der', type: 'spki' });
  return verify(null, Buffer.from(`${headers['x-signature-timestamp']}${body}`), key, Buffer.from(signature, 'hex'));
}

beforeEach(async () => {
  discord = await startDiscord({ commands: COMMANDS });
  answer = reply({ type: 4, data: { content: 'Yes.' } });
  server = createServer(async (request, response) => {
    const body = (await Array.fromAsync(request)).join('');
    if (!isGenuine(discord.publicKey, request.headers, body)) return response.writeHead(401).end();
    const interaction = JSON.parse(body) as Interaction;
    return (interaction.type as number) === 1 ? reply({ type: 1 })(interaction, response) : answer(interaction, response);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/interactions`;
  discord.deliverTo({ url });
});

afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await discord.stop();
});

describe('an endpoint', () => {
  it('is saved when it answers PING and refuses a wrong signature', async () => {
    expect(await discord.endpoint.save(url)).toEqual([]);
  });

  it('is not saved when it believes everybody', async () => {
    const trusting = createServer((_, response) => response.end('{"type":1}'));
    await once(trusting.listen(0, '127.0.0.1'), 'listening');
    const address = `http://127.0.0.1:${(trusting.address() as AddressInfo).port}/`;
    expect(await discord.endpoint.save(address)).toEqual(['a PING with a wrong signature was answered with 200, not with 401']);
    trusting.closeAllConnections();
    trusting.close();
  });

  it.each(['wrong', 'missing', 'malformed'] as const)('meets signatures that are %s', async (signature) => {
    expect(await discord.endpoint.post(url, { type: 1 }, { signature })).toMatchObject({ status: 401 });
  });

  it('meets bodies and time stamps that were not signed', async () => {
    expect(await discord.endpoint.post(url, { type: 1 }, { tampered: '{"type":1} ' })).toMatchObject({ status: 401 });
    expect(await discord.endpoint.post(url, { type: 1 }, { timestamp: '1' })).toMatchObject({ status: 200, body: { type: 1 } });
  });
});

describe('an interaction at an endpoint', () => {
  it('is answered by what the endpoint answers', async () => {
    const asked = await discord.slash('ask');
    expect(asked.callback).toEqual({ type: 4, data: { content: 'Yes.' } });
    expect(asked.message).toMatchObject({ content: 'Yes.', channel_id: discord.channel.id });
  });

  it('is answered with a file in a form', async () => {
    answer = async (_, response) => {
      const form = new FormData();
      form.set('payload_json', JSON.stringify({ type: 4, data: { embeds: [{ image: { url: 'attachment://map.png' } }], attachments: [{ id: '0' }] } }));
      form.set('files[0]', new Blob(['png']), 'map.png');
      const whole = new Response(form);
      response.writeHead(200, { 'content-type': whole.headers.get('content-type') ?? '' }).end(Buffer.from(await whole.arrayBuffer()));
    };
    expect((await discord.slash('ask')).message?.attachments).toMatchObject([{ filename: 'map.png', size: 3 }]);
  });

  it('is put off there and answered by request, without a token in the header', async () => {
    answer = (interaction, response) => {
      reply({ type: 5 })(interaction, response);
      response.on('finish', () =>
        setTimeout(() =>
          fetch(`${discord.api}/v10/webhooks/${interaction.application_id}/${interaction.token}/messages/@original`, {
            method: 'PATCH',
            headers: { 'content-type': 'application/json' },
            body: '{"content":"Later."}',
          }),
        ),
      );
    };
    const asked = await discord.slash('ask');
    expect(asked.message?.flags).toBe(128);
    expect(await asked.settled()).toMatchObject({ content: 'Later.', flags: 0 });
  });

  it('is announced with 202 and answered by a callback', async () => {
    answer = ({ id, token }, response) => {
      response.writeHead(202).end();
      const body = JSON.stringify({ type: 4, data: { content: 'By callback.' } });
      void fetch(`${discord.api}/v10/interactions/${id}/${token}/callback`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    };
    expect((await discord.slash('ask')).message?.content).toBe('By callback.');
  });

  it('is held against the same rules', async () => {
    answer = reply({ type: 4, data: { content: '', embeds: [{ title: ' ' }] } });
    await expect(discord.slash('ask')).rejects.toThrow('data.embeds.0.title: is blank (limits)');
    expect(discord.forgive()).toEqual(['endpoint: data.embeds.0.title: is blank (limits)']);
  });

  it('is not waited for longer than Discord would', async () => {
    answer = () => {};
    await expect(discord.slash('ask', {}, { patience: 200 })).rejects.toThrow('timeout');
  });

  it('must be answered with 200 and in time', async () => {
    answer = (_, response) => response.writeHead(500).end('Oops');
    await expect(discord.slash('ask')).rejects.toThrow('the endpoint answered 500: Oops');
    answer = (interaction, response) => {
      discord.clock.advance(3001);
      reply({ type: 4, data: { content: 'Late.' } })(interaction, response);
    };
    await expect(discord.slash('ask')).rejects.toThrow('Unknown interaction');
  });
});
