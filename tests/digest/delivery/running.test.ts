/** Delivery as it runs beside a bot: from start to stop, and turns that several share. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { deliverDue, startDelivery } from '../../../src/digest/delivery.ts';
import { requeueForgotten, sweep, takeOver } from '../../../src/digest/keep.ts';
import { createPace } from '../../../src/digest/pace.ts';
import { stores, type TestStore } from '../../store/stores.ts';
import { aDesk, type Desk, HOUR } from './desk.ts';

describe.each(stores)('delivery on $name', ({ open }) => {
  let store: TestStore;
  let desk: Desk;
  beforeAll(async () => {
    store = await open();
    await store.boss.start();
  });
  beforeEach(async () => {
    await store.empty();
    desk = await aDesk(store);
  });
  afterEach(() => desk.stop());
  afterAll(() => store.close());

  it('plans and posts what is due while it runs, and finishes what it has begun when it is stopped', async () => {
    await desk.subscribe(30);
    desk.discord.fault('message.create', { delay: 600 });
    const running = await startDelivery({ ...desk.courier, tick: 200 });
    await expect.poll(() => desk.discord.requests('message.create').length, { timeout: 15_000 }).toBe(1);
    await running.stop();
    expect(await desk.ledger()).toMatchObject([{ state: 'sent' }]);
    expect(await desk.metrics()).toContain('sourcebook_editions_total{state="sent"} 1');
    await desk.subscribe(30, { region: 'kyrgyzstan' });
    await sleep(1000);
    expect(await desk.ledger()).toHaveLength(1);
  }, 40_000);

  it('delivers once what is due now, for whoever asks, and leaves what Discord does not take', async () => {
    await desk.subscribe(30);
    await desk.subscribe(30, { region: 'kyrgyzstan' });
    desk.discord.fault('message.create', { status: 500 });
    expect(await deliverDue(desk.courier)).toEqual({ queued: 2, skipped: 0, tried: 2 });
    expect((await desk.ledger()).map(({ state }) => state).sort()).toEqual(['queued', 'sent']);
    expect(await deliverDue(desk.courier)).toMatchObject({ queued: 0, skipped: 0 });
  });

  it('lets several share Discord’s rate, and all wait when Discord wants a pause', async () => {
    const [one, other] = [createPace(store.db, 20), createPace(store.db, 20)];
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
    await desk.subscribe(30);
    await desk.plan();
    await store.boss.deleteAllJobs('digest');
    expect(await requeueForgotten(desk.courier)).toBe(0);
    desk.discord.clock.advance(20 * 60_000);
    expect(await requeueForgotten(desk.courier)).toBe(1);
    expect(await requeueForgotten(desk.courier)).toBe(0);
    await store.db
      .updateTable('deliveries')
      .set({ state: 'sending', claimed_by: 'somebody', claimed_until: new Date(Date.now() + HOUR * 1000) })
      .execute();
    await takeOver(desk.courier);
    // On a server others may be alive.
    expect(await desk.ledger()).toMatchObject([{ state: store.kind === 'embedded' ? 'queued' : 'sending' }]);
  });

  it('forgets what was finished long ago', async () => {
    await desk.subscribe(30);
    await desk.plan();
    await desk.deliver();
    await sweep(desk.courier);
    expect(await desk.ledger()).toHaveLength(1);
    desk.discord.clock.advance(101 * 24 * HOUR * 1000);
    await sweep(desk.courier);
    expect(await desk.ledger()).toEqual([]);
  });
});
