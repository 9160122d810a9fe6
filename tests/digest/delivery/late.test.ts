/** Editions after a time in which nothing was posted: late once, or skipped and said so. */
import { describe, expect, it } from 'vitest';
import { stores } from '../../store/stores.ts';
import { HOUR, useDesk } from './desk.ts';

const AWAY = 'the bot was not running when it was due';
const DAY = 24 * HOUR;

describe.each(stores)('after a time in which nothing was posted, on $name', ({ open }) => {
  const at = useDesk(open);

  const told = async () => (await at.desk.ledger()).map(({ state, reason }) => [state, reason]);

  it('an edition is posted late within the grace window, once, and says so in the post and in the ledger', async () => {
    await at.desk.subscribe(3 * HOUR);
    await at.desk.plan();
    await at.desk.deliver();
    await at.desk.plan();
    await at.desk.deliver();
    const [row] = await at.desk.ledger();
    expect(row).toMatchObject({ state: 'sent', reason: AWAY });
    expect(row?.late_seconds).toBeGreaterThan(3 * HOUR - 10);
    expect(at.desk.discord.messages().map(({ content }) => content)).toEqual([expect.stringMatching(/^-# Late: this edition was due at \d\d:\d\d \(UTC\)\.$/)]);
  });

  it('an edition beyond the grace window is skipped and recorded', async () => {
    await at.desk.subscribe(7 * HOUR);
    expect(await at.desk.plan()).toEqual({ queued: 0, skipped: 1 });
    await at.desk.deliver();
    expect(await told()).toEqual([['skipped', AWAY]]);
    expect(at.desk.posted()).toEqual([]);
  });

  it('three days down never post three: one late, the others skipped', async () => {
    const { id } = await at.desk.subscribe(3 * DAY + HOUR);
    await at.desk.plan();
    await at.desk.deliver();
    expect(await told()).toEqual([...Array.from({ length: 3 }, () => ['skipped', AWAY]), ['sent', AWAY]]);
    expect(at.desk.posted()).toHaveLength(1);
    expect((await at.desk.subscription(id)).next_at?.getTime()).toBeGreaterThan(at.desk.discord.clock.now());
  });

  it('a year down is summed up, and does not fill the ledger', async () => {
    await at.desk.subscribe(365 * DAY + HOUR);
    await at.desk.plan();
    const rows = await at.desk.ledger();
    expect(rows.length).toBeLessThan(35);
    expect(rows[0]?.reason).toMatch(/^the bot was not running when it was due; the same goes for all until \d{4}-\d\d-\d\d$/);
  });

  it('an edition that Discord did not take in time is skipped, unless it turns out to stand', async () => {
    await at.desk.subscribe(30);
    await at.desk.subscribe(30, { region: 'kyrgyzstan' });
    await at.desk.plan();
    at.desk.discord.fault('message.create', { status: 503 });
    at.desk.discord.fault('message.create', { cut: 'after' });
    await at.desk.deliver();
    at.desk.discord.clock.advance(7 * HOUR * 1000);
    await at.desk.deliver();
    const states = (await at.desk.ledger()).map(({ state, reason }) => `${state}: ${reason}`).sort();
    expect(states).toEqual(['sent: null', 'skipped: too late to be posted: Discord gave no answer (status 503)']);
    expect(at.desk.posted()).toHaveLength(1);
  });

  it('an edition that stands already is not posted again by a at.store that came back from a backup', async () => {
    const { id } = await at.desk.subscribe(60);
    await at.desk.plan();
    await at.desk.deliver();
    const [sent] = await at.desk.ledger();
    await at.store.db.deleteFrom('deliveries').execute();
    await at.store.db
      .updateTable('subscriptions')
      .set({ look_before: new Date(at.desk.discord.clock.now()), next_date: sent?.date ?? '', next_at: sent?.due_at ?? null })
      .where('id', '=', id)
      .execute();
    at.desk.discord.clock.advance(10 * 60_000);
    await at.desk.plan();
    await at.desk.deliver();
    expect(await at.desk.ledger()).toMatchObject([{ state: 'sent', message: sent?.message }]);
    expect(at.desk.posted()).toHaveLength(1);
  });

  it('an edition whose digest was paused meanwhile is skipped', async () => {
    await at.desk.subscribe(30);
    await at.desk.plan();
    await at.store.db.updateTable('subscriptions').set({ state: 'paused' }).execute();
    await at.desk.deliver();
    expect(await told()).toEqual([['skipped', 'the digest was paused']]);
  });

  it('an edition of a region that the base no longer has is skipped and says which', async () => {
    await at.desk.subscribe(30, { region: 'atlantis' });
    await at.desk.plan();
    await at.desk.deliver();
    expect(await told()).toEqual([['skipped', 'the base no longer has the region “atlantis”']]);
  });

  it('a digest whose time can’t be read any more is paused, and holds up no other', async () => {
    await at.desk.subscribe(30);
    const { id } = await at.desk.subscribe(30, { region: 'kyrgyzstan' });
    await at.store.db.updateTable('subscriptions').set({ zone: 'Mars/Olympus' }).where('id', '=', id).execute();
    expect(await at.desk.plan()).toEqual({ queued: 1, skipped: 0 });
    expect(await at.desk.subscription(id)).toMatchObject({ state: 'paused', state_reason: expect.stringContaining('Mars/Olympus') });
  });

  it('servers take turns: the first edition of each goes before the second of any', async () => {
    const { db, boss } = at.store;
    const guilds = ['1', '1', '1', '1', '2', '3'];
    for (const [n, guild] of guilds.entries()) {
      const { id } = await at.desk.subscribe(30, { channel: `${n}` });
      await db.updateTable('subscriptions').set({ guild }).where('id', '=', id).execute();
    }
    await at.desk.plan();
    const rows = await db.selectFrom('deliveries').innerJoin('subscriptions', 'subscriptions.id', 'subscription').select(['deliveries.id', 'guild']).execute();
    const guildOf = new Map(rows.map(({ id, guild }) => [id, guild]));
    const next = async () => (await boss.fetch<{ id: string }>('digest', { batchSize: 3 })).map(({ data }) => guildOf.get(data.id)).sort();
    expect(await next()).toEqual(['1', '2', '3']);
    expect(await next()).toEqual(['1', '1', '1']);
  });
});
