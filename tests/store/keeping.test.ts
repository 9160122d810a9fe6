/** What is kept beside the digests, and for how long; and what is forgotten of a server. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { checkPages, checkTables } from '../../src/store/check.ts';
import { forgetGuild } from '../../src/store/forget.ts';
import { countMiss, removeMisses } from '../../src/store/misses.ts';
import { standingOf } from '../../src/store/standing.ts';
import { aSubscription } from './rows.ts';
import { stores, type TestStore } from './stores.ts';

describe.each(stores)('the store on $name', ({ open }) => {
  let store: TestStore;
  beforeAll(async () => {
    store = await open();
  });
  beforeEach(() => store.empty());
  afterAll(() => store.close());

  const missed = (question: string, entities: string[], day = '2026-11-22', keeps = true) =>
    countMiss(store.db, { surface: 'gateway', guild: '1', entities, question }, day, keeps);
  const misses = () =>
    store.db.selectFrom('misses').select(['day', 'entity', 'question', 'count']).orderBy('day').orderBy('entity').orderBy('question').execute();

  it('counts questions that found nothing, by day and entity', async () => {
    await missed('who sells to Kazakhstan?', ['kazakhstan', 'kazakhstan'], '2026-11-22', false);
    await missed('does Kazakhstan buy from Israel?', ['kazakhstan', 'israel'], '2026-11-22', false);
    await missed('what?', [], '2026-11-22', false);
    const counts = [
      ['', 1],
      ['israel', 1],
      ['kazakhstan', 2],
    ].map(([entity, count]) => ({ day: '2026-11-22', entity, question: '', count }));
    expect(await misses()).toEqual(counts);
  });

  it('keeps their text only as long as it was told to, and their count after', async () => {
    await missed('one', ['israel'], '2026-10-01');
    await missed('two', ['israel'], '2026-10-01');
    await missed('three', ['israel'], '2026-11-20');
    const now = Temporal.Instant.from('2026-11-22T12:00:00Z');
    await removeMisses(store.db, now, 30);
    expect(await misses()).toEqual([
      { day: '2026-10-01', entity: 'israel', question: '', count: 2 },
      { day: '2026-11-20', entity: 'israel', question: 'three', count: 1 },
    ]);
    await removeMisses(store.db, now, undefined);
    expect((await misses()).map(({ question }) => question)).toEqual(['', '']);
    await removeMisses(store.db, now.add({ hours: 24 * 400 }), undefined);
    expect(await misses()).toEqual([]);
  });

  it('takes any text for a question', async () => {
    await missed(`\0${'😀'.repeat(1000)}'; drop table misses; --`, ['x'.repeat(100)]);
    await missed('\ud800', []);
    expect(await misses()).toHaveLength(2);
  });

  it('forgets a server whole, and no other', async () => {
    for (const guild of ['1', '2']) {
      const { id } = await store.db.insertInto('subscriptions').values(aSubscription({ guild })).returning('id').executeTakeFirstOrThrow();
      await store.db.insertInto('deliveries').values({ subscription: id, date: '2026-11-22', due_at: new Date() }).execute();
      await store.db.insertInto('guild_settings').values({ guild, manager_role: '5' }).execute();
      await countMiss(store.db, { surface: 'http', guild, entities: [], question: 'q' }, '2026-11-22', true);
    }
    expect(await forgetGuild(store.db, '1')).toEqual({ subscriptions: 1, deliveries: 1, settings: 1, misses: 1 });
    const left = await standingOf(store.db);
    expect(left).toMatchObject({ subscriptions: { active: 1, paused: 0, blocked: 0 }, editions: { all: 1, waiting: 1 }, servers: 1, misses: 1 });
    expect(await forgetGuild(store.db, '1')).toEqual({ subscriptions: 0, deliveries: 0, settings: 0, misses: 0 });
  });

  it('is found sound', async () => {
    expect(await checkTables(store.db)).toEqual([]);
    // PGlite has PostgreSQL’s own checks only where they are asked for at its start.
    expect(await checkPages(store.db)).toEqual(store.kind === 'postgres' ? [] : undefined);
  });
});
