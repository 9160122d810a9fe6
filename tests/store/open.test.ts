/** The store as whoever opens it sees it, on both engines. */
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { migrate, pending } from '../../src/store/migrations/index.ts';
import { stores, type TestStore } from './stores.ts';

const SUBSCRIPTION = { guild: '1', channel: '2', region: 'gulf', time: '08:00', zone: 'Asia/Almaty', days: '12345', created_by: '3' };

describe.each(stores)('an open store on $name', ({ open }) => {
  let store: TestStore;
  beforeAll(async () => {
    store = await open();
  });
  beforeEach(() => store.empty());
  afterAll(() => store.close());

  const subscribe = (values = {}) =>
    store.db
      .insertInto('subscriptions')
      .values({ ...SUBSCRIPTION, ...values })
      .returningAll()
      .executeTakeFirstOrThrow();

  it('has every migration', async () => {
    expect(await pending(store.db)).toEqual([]);
  });

  it('gives digests that were subscribed before there were pictures none', async () => {
    await subscribe();
    await sql`alter table subscriptions drop column picture`.execute(store.db);
    await sql`delete from kysely_migration where name = '0003-picture'`.execute(store.db);
    await migrate(store.db);
    expect(await store.db.selectFrom('subscriptions').select('picture').execute()).toEqual([{ picture: 'none' }]);
  });

  it('gives back what was put in, as the types say', async () => {
    const history = { last: '2026-11-22', told: {}, shown: { deal: ['a'] } };
    const made = await subscribe({ history: JSON.stringify(history), next_at: new Date('2026-11-23T03:00:00Z'), next_date: '2026-11-23' });
    expect(made).toMatchObject({ ...SUBSCRIPTION, state: 'active', history, next_date: '2026-11-23', next_at: new Date('2026-11-23T03:00:00Z') });
    expect(made.created_at).toBeInstanceOf(Date);
  });

  it('keeps one subscription for a channel and region, and one edition for a subscription and date', async () => {
    const { id } = await subscribe();
    await expect(subscribe()).rejects.toThrow(/unique/);
    const edition = { subscription: id, date: '2026-11-22', due_at: new Date() };
    await store.db.insertInto('deliveries').values(edition).execute();
    await expect(store.db.insertInto('deliveries').values(edition).execute()).rejects.toThrow(/unique/);
  });

  it.each([
    ['a time that is none', { time: '24:00' }],
    ['days that are none', { days: '18' }],
    ['no days', { days: '' }],
    ['a picture that is none', { picture: 'chart' }],
  ])('refuses %s', async (_, values) => {
    await expect(subscribe(values)).rejects.toThrow(/check constraint/);
  });

  it('takes a subscription’s editions with it', async () => {
    const { id } = await subscribe();
    await store.db.insertInto('deliveries').values({ subscription: id, date: '2026-11-22', due_at: new Date() }).execute();
    await store.db.deleteFrom('subscriptions').execute();
    expect(await store.db.selectFrom('deliveries').selectAll().execute()).toEqual([]);
  });

  it('queues jobs', async () => {
    await store.boss.start();
    await store.boss.createQueue('letters');
    await store.boss.send('letters', { to: 'a' });
    expect(await store.boss.fetch('letters')).toMatchObject([{ data: { to: 'a' } }]);
  });
});
