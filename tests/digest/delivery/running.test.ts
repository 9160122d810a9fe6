/** Delivery as it runs beside a bot: from start to stop, and turns that several share. */
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { startDelivery } from '../../../src/digest/delivery.ts';
import { requeueForgotten, sweep, takeOver } from '../../../src/digest/keep.ts';
import { createPace } from '../../../src/digest/pace.ts';
import { deliverDue } from '../../../src/digest/run.ts';
import { stores } from '../../store/stores.ts';
import { HOUR, useDesk } from './desk.ts';

describe.each(stores)('delivery on $name', ({ open }) => {
  const at = useDesk(open);

  it('plans and posts what is due while it runs, and finishes what it has begun when it is stopped', async () => {
    await at.desk.subscribe(30);
    at.desk.discord.fault('message.create', { delay: 600 });
    const running = await startDelivery({ ...at.desk.courier, tick: 200 });
    await expect.poll(() => at.desk.discord.requests('message.create').length, { timeout: 15_000 }).toBe(1);
    await running.stop();
    expect(await at.desk.ledger()).toMatchObject([{ state: 'sent' }]);
    expect(await at.desk.metrics()).toContain('sourcebook_editions_total{state="sent"} 1');
    await at.desk.subscribe(30, { region: 'kyrgyzstan' });
    await sleep(1000);
    expect(await at.desk.ledger()).toHaveLength(1);
  }, 40_000);

  it('delivers once what is due now, for whoever asks, and leaves what Discord does not take', async () => {
    await at.desk.subscribe(30);
    await at.desk.subscribe(30, { region: 'kyrgyzstan' });
    at.desk.discord.fault('message.create', { status: 500 });
    expect(await deliverDue(at.desk.courier)).toEqual({ sent: 1, waiting: 1, skipped: 0, blocked: 0, failed: 0 });
    expect((await at.desk.ledger()).map(({ state }) => state).sort()).toEqual(['queued', 'sent']);
    await expect.poll(async () => (await deliverDue(at.desk.courier)).sent, { timeout: 10_000 }).toBe(1);
  });

  it('once also sees to what a bot that runs sees to: editions whose job is lost, who is to be told, closed channels', async () => {
    await at.desk.subscribe(20 * 60);
    await at.desk.plan();
    await at.store.boss.deleteAllJobs('digest');
    await at.store.db
      .updateTable('deliveries')
      .set({ created_at: new Date(Date.now() - HOUR * 1000) })
      .execute();
    at.desk.discord.fault('message.create', { code: 50013 });
    expect(await deliverDue(at.desk.courier)).toMatchObject({ blocked: 1 });
    expect(at.desk.discord.messages(at.desk.discord.direct())).toHaveLength(1);
    at.desk.discord.clock.advance(23 * HOUR * 1000);
    await deliverDue({ ...at.desk.courier, look: async () => ({ is: 'open' }) });
    at.desk.discord.clock.advance(HOUR * 1000);
    expect(await deliverDue(at.desk.courier)).toMatchObject({ sent: 1 });
  });

  it('lets several share Discord’s rate, and all wait when Discord wants a pause', async () => {
    const [one, other] = [createPace(at.store.db, 20), createPace(at.store.db, 20)];
    const { signal } = new AbortController();
    const turns = (pace: typeof one, count: number) => Promise.all(Array.from({ length: count }, () => pace.turn(signal)));
    const began = performance.now();
    await Promise.all([turns(one, 15), turns(other, 15)]);
    expect(performance.now() - began).toBeGreaterThan(1300);
    await one.pause(1200);
    const paused = performance.now();
    await Promise.all([turns(one, 1), turns(other, 1)]);
    expect(performance.now() - paused).toBeGreaterThan(1000);
  });

  it('queues anew what nobody has touched for long, and what a dead process had in hand', async () => {
    await at.desk.subscribe(30);
    await at.desk.plan();
    await at.store.boss.deleteAllJobs('digest');
    expect(await requeueForgotten(at.desk.courier)).toBe(0);
    at.desk.discord.clock.advance(20 * 60_000);
    expect(await requeueForgotten(at.desk.courier)).toBe(1);
    expect(await requeueForgotten(at.desk.courier)).toBe(0);
    await at.store.db
      .updateTable('deliveries')
      .set({ state: 'sending', claimed_by: 'somebody', claimed_until: new Date(Date.now() + HOUR * 1000) })
      .execute();
    await takeOver(at.desk.courier);
    // On a server others may be alive.
    expect(await at.desk.ledger()).toMatchObject([{ state: at.store.kind === 'embedded' ? 'queued' : 'sending' }]);
  });

  it('forgets what was finished long ago', async () => {
    await at.desk.subscribe(30);
    await at.desk.plan();
    await at.desk.deliver();
    await sweep(at.desk.courier);
    expect(await at.desk.ledger()).toHaveLength(1);
    at.desk.discord.clock.advance(101 * 24 * HOUR * 1000);
    await sweep(at.desk.courier);
    expect(await at.desk.ledger()).toEqual([]);
  });
});
