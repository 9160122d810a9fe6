/** An edition in its channel once, whatever fails. */
import { describe, expect, it } from 'vitest';
import { stores } from '../../store/stores.ts';
import { type Desk, useDesk } from './desk.ts';

const MINUTES = 60_000;

describe.each(stores)('an edition that is due, on $name', ({ open }) => {
  const at = useDesk(open);

  const only = async () => {
    const [row, ...more] = await at.desk.ledger();
    if (!row || more.length > 0) throw new Error(`${more.length + 1} rows`);
    return row;
  };

  it('is posted, written into the ledger with its link, and told to the history', async () => {
    const { id, guild, channel } = await at.desk.subscribe(30);
    expect(await at.desk.plan()).toEqual({ queued: 1, skipped: 0 });
    await at.desk.deliver();
    const row = await only();
    const [message] = at.desk.discord.messages();
    expect(row).toMatchObject({ state: 'sent', reason: null, late_seconds: null, attempts: 1, message: message?.id });
    expect(row.link).toBe(`https://discord.com/channels/${guild}/${channel}/${message?.id}`);
    expect(message?.embeds.at(-1)?.footer?.text).toContain(`Edition ${row.edition}`);
    const { history, next_at: next } = await at.desk.subscription(id);
    expect(history).toMatchObject({ last: row.date });
    expect(next?.getTime()).toBe(row.due_at.getTime() + 24 * 60 * MINUTES);
    expect(await at.desk.metrics()).toContain('sourcebook_editions_total{state="sent"} 1');
  });

  it.each([
    ['Discord has trouble', { status: 503 }, 'Discord gave no answer (status 503)'],
    ['something before Discord refuses', { status: 403 }, 'Discord gave no answer (status 403)'],
    ['the line is cut before Discord has it', { cut: 'before' as const }, 'Discord gave no answer (the connection failed)'],
    ['the line is cut after Discord has it', { cut: 'after' as const }, 'Discord gave no answer (the connection failed)'],
    ['Discord never answers', { hang: 'before' as const }, 'Discord gave no answer (no answer in time)'],
    ['Discord posts it and never answers', { hang: 'after' as const }, 'Discord gave no answer (no answer in time)'],
    ['the channel has had too many posts', { rateLimit: 0.2 }, 'Discord asked for a pause'],
    ['the bot has asked too much', { rateLimit: 0.2, scope: 'global' as const }, 'Discord asked for a pause'],
  ])('is posted once at the second try when %s', async (_, fault, reason) => {
    await at.desk.subscribe(30);
    await at.desk.plan();
    at.desk.discord.fault('message.create', fault);
    await at.desk.deliver('hang' in fault ? at.desk.impatient : at.desk.courier);
    expect(await only()).toMatchObject({ state: 'queued', reason, attempts: 1, claimed_by: null });
    if ('rateLimit' in fault) await new Promise((ready) => setTimeout(ready, 300));
    await at.desk.deliver();
    expect(await only()).toMatchObject({ state: 'sent', reason: null, attempts: 2 });
    expect(at.desk.posted()).toHaveLength(1);
  });

  it.each([
    ['it stands there', { cut: 'after' as const }],
    ['it does not', { cut: 'before' as const }],
  ])('is looked for in the channel once Discord may have forgotten the nonce: %s', async (_, fault) => {
    await at.desk.subscribe(30);
    await at.desk.plan();
    at.desk.discord.fault('message.create', fault);
    await at.desk.deliver();
    for (let n = 0; n < 120; n += 1) at.desk.discord.says(`chatter ${n}`);
    at.desk.discord.clock.advance(10 * MINUTES);
    await at.desk.deliver();
    expect(await only()).toMatchObject({ state: 'sent' });
    expect(at.desk.discord.requests('message.list').length).toBeGreaterThan(0);
    expect(at.desk.posted().filter((title) => title?.startsWith('Daily digest'))).toHaveLength(1);
  });

  it('is not posted again where it may stand and the bot may not look', async () => {
    await at.desk.subscribe(30);
    await at.desk.plan();
    at.desk.discord.fault('message.create', { cut: 'after' });
    await at.desk.deliver();
    Object.assign(at.desk.discord.channel, { history_hidden: true });
    at.desk.discord.clock.advance(10 * MINUTES);
    await at.desk.deliver();
    expect(await only()).toMatchObject({ state: 'failed', reason: expect.stringContaining('without Read Message History the bot can’t look') });
    expect(at.desk.posted()).toHaveLength(1);
  });

  it.each(['post', 'find'] as const)('is not lost when Discord fails at the second try too (%s)', async (step) => {
    await at.desk.subscribe(30);
    await at.desk.plan();
    at.desk.discord.fault('message.create', { cut: 'after' });
    at.desk.discord.fault(step === 'post' ? 'message.create' : 'message.list', { status: 502 });
    for (let tries = 0; tries < 3; tries += 1) {
      await at.desk.deliver();
      if (step === 'find') at.desk.discord.clock.advance(3 * MINUTES);
    }
    expect(await only()).toMatchObject({ state: 'sent' });
    expect(at.desk.posted()).toHaveLength(1);
  });

  it('tells the same at each try, whatever became of the base', async () => {
    await at.desk.subscribe(30);
    await at.desk.plan();
    at.desk.discord.fault('message.create', { status: 500 });
    await at.desk.deliver();
    const { edition } = await only();
    const { base } = at.desk.courier;
    await at.desk.deliver({ ...at.desk.courier, base: () => ({ ...base(), records: [] }) });
    expect(await only()).toMatchObject({ state: 'sent', edition });
    expect(at.desk.discord.messages()[0]?.embeds.at(-1)?.footer?.text).toContain(edition);
  });

  it('is posted once although many take it at the same time', async () => {
    await at.desk.subscribe(30);
    await at.desk.plan();
    await Promise.all([at.desk.deliver(), at.desk.deliver({ ...at.desk.courier, name: 'another' }), at.desk.deliver({ ...at.desk.courier, name: 'third' })]);
    expect(await only()).toMatchObject({ state: 'sent', attempts: 1 });
    expect(at.desk.discord.requests('message.create')).toHaveLength(1);
  });

  it('is planned whole or not at all', async () => {
    const { id, next_at: due } = await at.desk.subscribe(30);
    const broken = new Proxy(at.store, {
      get: (target, key, own) => (key === 'boss' ? { insert: () => Promise.reject(new Error('gone')) } : Reflect.get(target, key, own)),
    });
    const { planDue } = await import('../../../src/digest/planner.ts');
    await expect(planDue(broken, { now: at.desk.discord.clock.now(), grace: 3600 })).rejects.toThrow('gone');
    expect(await at.desk.ledger()).toEqual([]);
    expect((await at.desk.subscription(id)).next_at).toEqual(due);
    await at.desk.plan();
    await at.desk.plan();
    expect(await at.desk.ledger()).toHaveLength(1);
    expect(await at.store.boss.fetch('digest', { batchSize: 10 })).toHaveLength(1);
  });

  describe('of a process that dies', () => {
    const never = () => new Promise<never>(() => {});
    /** How far it comes: attempts counted, messages posted. */
    const dying: [when: string, reach: [number, number], (desk: Desk) => Partial<Desk['courier']>][] = [
      ['before its turn to post', [0, 0], () => ({ pace: { turn: never, pause: never } })],
      ['just before posting', [1, 0], ({ courier: { poster } }) => ({ poster: { ...poster, post: never } })],
      ['just after posting', [1, 1], ({ courier: { poster } }) => ({ poster: { ...poster, post: (...args) => poster.post(...args).then(never) } })],
    ];

    it.each(dying)('%s is delivered by another, once', async (_, reach, change) => {
      await at.desk.subscribe(30);
      await at.desk.plan();
      void at.desk.deliver({ ...at.desk.courier, ...change(at.desk) });
      await expect.poll(async () => (await only()).state, { timeout: 5000 }).toBe('sending');
      await expect.poll(async () => [(await only()).attempts, at.desk.posted().length], { timeout: 5000 }).toEqual(reach);
      // While the claim stands, nobody else posts.
      await at.desk.deliver();
      expect(await only()).toMatchObject({ state: 'sending' });
      await at.desk.letGo();
      await at.desk.deliver();
      expect(await only()).toMatchObject({ state: 'sent' });
      expect(at.desk.posted()).toHaveLength(1);
    });

    it('does not post when it wakes after another has', async () => {
      await at.desk.subscribe(30);
      await at.desk.plan();
      const { promise, resolve } = Promise.withResolvers<void>();
      const { pace } = at.desk.courier;
      const slept = at.desk.deliver({ ...at.desk.courier, pace: { ...pace, turn: () => promise } });
      await expect.poll(async () => (await only()).state, { timeout: 5000 }).toBe('sending');
      await at.desk.letGo();
      await at.desk.deliver();
      // Discord would no longer know the nonce.
      at.desk.discord.clock.advance(10 * MINUTES);
      resolve();
      await slept;
      expect(at.desk.discord.requests('message.create')).toHaveLength(1);
      expect(await only()).toMatchObject({ state: 'sent', attempts: 1 });
    });
  });
});
