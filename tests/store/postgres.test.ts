/** What befalls a store on a server: several that come at once, a server that goes away, a server that refuses. */
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { pending } from '../../src/store/migrations/index.ts';
import { openPostgres } from '../../src/store/postgres.ts';
import { isSkipped, newDatabase, server } from './stores.ts';

describe.skipIf(isSkipped)('a PostgreSQL', () => {
  it('is brought up to date once by many that start together', async () => {
    const url = await newDatabase('template0');
    const stores = await Promise.all([1, 2, 3, 4].map(() => openPostgres(url)));
    expect(await Promise.all(stores.map(({ db }) => pending(db)))).toEqual([[], [], [], []]);
    await Promise.all(stores.map((store) => store.close()));
  });

  it('that a newer program used is refused', async () => {
    const url = await newDatabase();
    const store = await openPostgres(url);
    await sql`insert into kysely_migration (name, timestamp) values ('9999-later', '2030-01-01')`.execute(store.db);
    await store.close();
    await expect(openPostgres(url)).rejects.toThrow('The store was used by a newer version of the program');
  });

  it('that crashes ends no process, and is used again once it is back', async () => {
    const store = await openPostgres(await newDatabase());
    await store.boss.start();
    const { crash, start } = await server();
    const busy = sql`select pg_sleep(30)`.execute(store.db).catch(() => 'cut');
    await sql`select 1`.execute(store.db);
    await crash();
    expect(await busy).toBe('cut');
    await expect(sql`select 1`.execute(store.db)).rejects.toThrow();
    await start();
    expect((await sql<{ one: number }>`select 1 as one`.execute(store.db)).rows).toEqual([{ one: 1 }]);
    await store.close();
  });

  it('that can’t be used is told in plain words, without its password', async () => {
    const own = await server();
    const none = new URL(own.url('none'));
    none.password = 'swordfish';
    await expect(openPostgres(none.href)).rejects.toThrow(
      /^The PostgreSQL at 127.0.0.1:\d+\/none can’t be used: it has no database of that name. Make it first: createdb NAME.$/,
    );
    await expect(openPostgres('postgres://u:swordfish@127.0.0.1:1/x')).rejects.toThrow(
      'The PostgreSQL at 127.0.0.1:1/x can’t be used: nothing listens there. Is PostgreSQL running, and are host and port right?',
    );
    await expect(openPostgres('postgres://u:swordfish@[')).rejects.toThrow(/^The PostgreSQL at DATABASE_URL can’t be used/);
  });
});
