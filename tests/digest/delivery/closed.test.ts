/** Channels in which the bot may not post, and posts that Discord takes for malformed. */
import { describe, expect, it } from 'vitest';
import type { Courier } from '../../../src/digest/deliver/courier.ts';
import { writeOff } from '../../../src/digest/keep.ts';
import { probeClosed } from '../../../src/digest/probe.ts';
import { tellClosed } from '../../../src/digest/tell.ts';
import { stores } from '../../store/stores.ts';
import { HOUR, useDesk } from './desk.ts';

const DAY = 24 * HOUR * 1000;

describe.each(stores)('a channel that Discord closes, on $name', ({ open }) => {
  const at = useDesk(open);

  const close = async (code: 50001 | 50013 | 10003 = 50013, look?: Courier['look']) => {
    const subscription = await at.desk.subscribe(30);
    await at.desk.plan();
    at.desk.discord.fault('message.create', { code });
    await at.desk.deliver({ ...at.desk.courier, ...(look && { look }) });
    return subscription;
  };
  /** Carries out what is to be told. */
  const tell = async (): Promise<number> => {
    const jobs = await at.store.boss.fetch<{ id: string }>('digest-tell', { batchSize: 10 });
    for (const { id, data } of jobs) await tellClosed(at.desk.courier, id, data.id);
    return jobs.length;
  };

  it.each([
    [50013, 'the bot lacks a permission in the channel (Missing Permissions)'],
    [50001, 'the bot may not view the channel (Missing Access)'],
    [10003, 'the channel is gone (Unknown Channel)'],
  ] as const)('with code %i blocks the digest, never deletes it', async (code, why) => {
    const { id } = await close(code);
    expect(await at.desk.ledger()).toMatchObject([{ state: 'blocked', reason: why }]);
    expect(await at.desk.subscription(id)).toMatchObject({ state: 'blocked', state_reason: why, next_at: null });
    expect(await at.desk.plan()).toEqual({ queued: 0, skipped: 0 });
  });

  it('is looked at, so that the ledger says what is lacking', async () => {
    await close(50013, async () => ({ is: 'closed', why: 'the bot lacks Embed Links in #general' }));
    expect(await at.desk.ledger()).toMatchObject([{ reason: 'the bot lacks Embed Links in #general' }]);
  });

  it('is told to the subscriber by direct message, once for all regions of the channel', async () => {
    await at.desk.subscribe(30, { region: 'kyrgyzstan' });
    await close();
    await at.desk.deliver();
    expect(await tell()).toBe(1);
    expect(await tell()).toBe(0);
    const [told, ...more] = at.desk.discord.messages(at.desk.discord.direct());
    expect(more).toEqual([]);
    expect(told?.content).toBe(
      `The daily digests on Kyrgyzstan and The Steppe can’t be posted in <#${at.desk.discord.channel.id}>: the bot lacks a permission in the channel (Missing Permissions).\n` +
        'I try again every day, and go on by myself once I may post there. `/digest why` in the server tells what became of each edition.',
    );
    expect((await at.desk.ledger()).map(({ state }) => state)).toEqual(['blocked', 'blocked']);
  });

  it('is told in the server’s system channel when the subscriber takes no direct messages, and to nobody when there is none', async () => {
    await close();
    const [guild] = at.desk.discord.guilds;
    Object.assign(guild ?? {}, { system_channel_id: at.desk.discord.channel.id });
    at.desk.discord.fault('message.create', { code: 50007 });
    await tell();
    expect(at.desk.discord.messages()).toMatchObject([{ content: expect.stringContaining('can’t be posted') }]);
    Object.assign(guild ?? {}, { system_channel_id: null });
    at.desk.discord.fault('message.create', { code: 50007 });
    await at.store.db.deleteFrom('subscriptions').execute();
    await close();
    await tell();
    expect(at.desk.logged.map(({ msg }) => msg)).toContain('nobody could be told that a channel is closed to the digest');
  });

  it('is told later when Discord gives no answer, and not twice when only the answer was lost', async () => {
    await close();
    at.desk.discord.fault('message.create', { cut: 'after' });
    const [job] = await at.store.boss.fetch<{ id: string }>('digest-tell');
    if (!job) throw new Error('nothing is to be told');
    await expect(tellClosed(at.desk.courier, job.id, job.data.id)).rejects.toThrow('nobody was told: unclear');
    await tellClosed(at.desk.courier, job.id, job.data.id);
    expect(at.desk.discord.messages(at.desk.discord.direct())).toHaveLength(1);
  });

  it('is looked at daily, and resumes by itself once it is open', async () => {
    const { id } = await close();
    let looks = 0;
    const look: Courier['look'] = async () => (++looks > 1 ? { is: 'open' } : { is: 'closed', why: 'the bot lacks View Channel in #general' });
    await probeClosed({ ...at.desk.courier, look });
    expect(looks).toBe(0);
    at.desk.discord.clock.advance(DAY + 60_000);
    await probeClosed({ ...at.desk.courier, look });
    expect(await at.desk.subscription(id)).toMatchObject({ state: 'blocked', state_reason: 'the bot lacks View Channel in #general' });
    await probeClosed({ ...at.desk.courier, look });
    expect(looks).toBe(1);
    at.desk.discord.clock.advance(DAY + 60_000);
    await probeClosed({ ...at.desk.courier, look });
    const resumed = await at.desk.subscription(id);
    expect(resumed).toMatchObject({ state: 'active', state_reason: null, probe_at: null });
    expect(resumed.next_at?.getTime()).toBeGreaterThan(at.desk.discord.clock.now());
    at.desk.discord.clock.advance(DAY);
    await at.desk.plan();
    await at.desk.deliver();
    expect(at.desk.posted()).toHaveLength(1);
  });

  it('that is mended within the day gets the very next edition', async () => {
    await close();
    at.desk.discord.clock.advance(DAY - 60 * 60_000);
    await probeClosed({ ...at.desk.courier, look: async () => ({ is: 'open' }) });
    at.desk.discord.clock.advance(60 * 60_000);
    await at.desk.plan();
    await at.desk.deliver();
    expect((await at.desk.ledger()).map(({ state }) => state)).toEqual(['blocked', 'sent']);
  });

  it('that gives no clear answer is looked at again soon', async () => {
    const { id } = await close();
    at.desk.discord.clock.advance(DAY + 60_000);
    await probeClosed(at.desk.courier);
    const { state, probe_at: probe } = await at.desk.subscription(id);
    expect(state).toBe('blocked');
    expect((probe?.getTime() ?? 0) - at.desk.discord.clock.now()).toBeLessThan(11 * 60_000);
  });

  it('is something else than a post that is malformed: that edition fails, the log names the payload, the next day goes on', async () => {
    await at.desk.subscribe(30);
    await at.desk.plan();
    at.desk.discord.fault('message.create', { code: 50035 });
    await at.desk.deliver();
    const [row] = await at.desk.ledger();
    expect(row).toMatchObject({ state: 'failed', reason: 'Discord refused the post as malformed (400, code 50035); the fault is in the program' });
    expect(row?.payload).not.toBeNull();
    expect(at.desk.logged).toContainEqual(
      expect.objectContaining({ msg: 'Discord takes a post for malformed', payload: expect.stringMatching(/^[0-9a-f]{64}$/) }),
    );
    at.desk.discord.clock.advance(DAY);
    await at.desk.plan();
    await at.desk.deliver();
    expect((await at.desk.ledger()).map(({ state }) => state)).toEqual(['failed', 'sent']);
  });

  it('is something else than a token that Discord refuses: the edition waits, nobody is blocked', async () => {
    const { id } = await at.desk.subscribe(30);
    await at.desk.plan();
    at.desk.discord.revoke();
    await at.desk.deliver();
    expect(await at.desk.ledger()).toMatchObject([{ state: 'queued', reason: 'Discord no longer took the bot’s token' }]);
    expect(await at.desk.subscription(id)).toMatchObject({ state: 'active' });
  });

  it('is something else than a job that fails for ever: that one is written off, and seen in the metrics', async () => {
    await at.desk.subscribe(30);
    await at.desk.plan();
    const broken: Courier = {
      ...at.desk.courier,
      base: () => {
        throw new Error('a fault of ours');
      },
    };
    await expect(at.desk.deliver(broken)).rejects.toThrow('a fault of ours');
    const [row] = await at.desk.ledger();
    expect(row).toMatchObject({ state: 'queued', claimed_by: null });
    await writeOff(at.desk.courier, row?.id ?? '');
    expect(await at.desk.ledger()).toMatchObject([{ state: 'failed', reason: 'given up after many faults' }]);
    expect(await at.desk.metrics()).toContain('sourcebook_editions_total{state="failed"} 1');
  });
});
