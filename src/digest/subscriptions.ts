/** Subscriptions and their ledger, kept in the store: what the commands ask of it. */
import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../store/schema.ts';
import { type Channels, type DigestService, DigestsUnavailable } from './service.ts';
import { deliveries, handTo, history, list, managers, pause, remove, resume, subscribe } from './subscriptions/queries.ts';

/** Ids of ours; others are asked for in vain, and PostgreSQL takes none. */
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const UNAVAILABLE = 'The store that keeps the digests does not answer. Nothing was changed.';

/**
 * The service over a store.
 * @param open gives the database, opened by then or on the first call; it may reject.
 * @param onError hears why the store did not do what was asked.
 */
export function createDigests(open: () => Promise<Kysely<Database>>, channels: Channels, onError: (error: unknown) => void = () => {}): DigestService {
  const using = async <T>(work: (db: Kysely<Database>) => Promise<T>): Promise<T> => {
    try {
      return await work(await open());
    } catch (error) {
      onError(error);
      throw new DigestsUnavailable(UNAVAILABLE, { cause: error });
    }
  };
  const within = <T>(work: (db: Transaction<Database>) => Promise<T>): Promise<T> => using((db) => db.transaction().execute(work));
  const known = <T>(id: string, work: () => Promise<T | undefined>): Promise<T | undefined> => (UUID.test(id) ? work() : Promise.resolve(undefined));
  return {
    channels,
    list: (guild) => using((db) => list(db, guild)),
    history: (channel, region) => using((db) => history(db, channel, region)),
    subscribe: (wanted, now) => within((db) => subscribe(db, wanted, now)),
    pause: (guild, id) => known(id, () => using((db) => pause(db, guild, id))),
    resume: (guild, id, now) => known(id, () => within((db) => resume(db, guild, id, now))),
    remove: (guild, id) => known(id, () => using((db) => remove(db, guild, id))),
    deliveries: (id, most) => using((db) => deliveries(db, id, most)),
    managers: (guild) => using((db) => managers(db, guild)),
    handTo: (guild, role, now) => using((db) => handTo(db, guild, role, now)),
  };
}
