/** The message that somebody wants checked, as Discord hands it over. */
import { describe, expect, it } from 'vitest';
import { createHandler } from '../../src/discord/handle.ts';
import { readInteraction } from '../../src/discord/interaction.ts';
import { aBase, aDeal, aRealContext, TODAY } from '../build.ts';

const context = aRealContext(aBase([aDeal()]));
const STATED = 'Kyrgyzstan bought drones from Türkiye.';

const checking = (message: object) => ({
  id: '1',
  application_id: '2',
  token: 'abc',
  user: { id: '3' },
  type: 2,
  data: { type: 3, name: 'Check against the base', target_id: '7', resolved: { messages: { 7: { id: '7', ...message } } } },
});

function asked(message: object) {
  const read = readInteraction(checking(message));
  if (read === undefined || read === 'ping') throw new Error('not read');
  return read.asked;
}

async function authorLine(message: object): Promise<string | undefined> {
  const handle = createHandler({ context, surface: 'http', today: () => TODAY, now: () => 0 });
  const { body } = await handle(checking(message)).answer();
  return body.type === 4 ? body.data.embeds?.[0]?.author?.name : undefined;
}

const bea = { id: '5', username: 'bea', global_name: 'Bea' };
const forwarding = (message: object) => ({ content: '', embeds: [], message_snapshots: [{ message }] });

describe('a forwarded message', () => {
  it('is read like any other', () => {
    expect(asked(forwarding({ content: STATED, embeds: [] }))).toMatchObject({ kind: 'message', text: STATED });
  });

  it('is read in its embeds where it has no words of its own', () => {
    expect(asked(forwarding({ content: '', embeds: [{ title: 'News', description: STATED }] }))).toMatchObject({ text: `News\n${STATED}` });
  });

  it('is only its sender’s to have passed on, for Discord does not tell whose it was', () => {
    expect(asked({ ...forwarding({ content: STATED }), author: bea })).toMatchObject({ whose: 'a message forwarded by Bea' });
  });

  it('breaks nothing when it is not as Discord promises', () => {
    for (const message_snapshots of [null, 'x', [null], [{}], [{ message: { content: 4 } }]])
      expect(asked({ content: STATED, message_snapshots, author: 7 })).toMatchObject({ text: STATED, whose: undefined });
  });
});

describe('whose message it was', () => {
  it('is told, by the name that is shown', async () => {
    expect(await authorLine({ content: STATED, author: bea })).toBe('Checked against the base: a message by Bea');
    expect(await authorLine({ content: STATED, author: { id: '5', username: 'bea' } })).toBe('Checked against the base: a message by bea');
  });

  it('is left out where Discord does not tell', async () => {
    expect(await authorLine({ content: STATED })).toBe('Checked against the base');
  });

  it('is a line without anything hidden, of bounded length, that calls nobody', async () => {
    const line = await authorLine({ content: STATED, author: { username: `\u202e@everyone\n<@1>\u200b${'x'.repeat(900)}` } });
    expect(line).toMatch(/^Checked against the base: a message by @everyone <@1>x+$/);
    expect(line?.length).toBeLessThanOrEqual(256);
    const { body } = await createHandler({ context, surface: 'http', today: () => TODAY, now: () => 0 })(checking({ content: STATED, author: bea })).answer();
    expect(body).toMatchObject({ data: { allowed_mentions: { parse: [] } } });
  });
});
