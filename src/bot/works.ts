/** Work that needs an open store: begun once, tried again where it could not begin, ended before the store is closed. */
import { errorFacts, type Log } from '../ops/log.ts';
import type { Store } from '../store/store.ts';

/** Milliseconds until work is tried again that could not begin. */
const AGAIN = 31_000;

/** Work on an open store. @returns how to end it. */
export type Work = (store: Store) => Promise<() => Promise<void>>;

export interface Works {
  /** Begins it when what was asked before has begun; asked twice, once. When it can't begin, that is logged, and it is tried again. */
  begin(store: Store, work: Work): void;
  /** Begins nothing more, and ends all that was begun. */
  end(): Promise<void>;
}

export function createWorks(log: Log): Works {
  const begun = new Set<Work>();
  const ends: (() => Promise<void>)[] = [];
  /** What begins is waited for before it is ended. */
  let beginning = Promise.resolve();
  let ended = false;

  const tryIt = async (store: Store, work: Work): Promise<void> => {
    if (ended || begun.has(work)) return;
    begun.add(work);
    try {
      ends.push(await work(store));
    } catch (error) {
      log.error(errorFacts(error), 'work on the store could not begin; it is tried again');
      begun.delete(work);
      setTimeout(() => begin(store, work), AGAIN).unref();
    }
  };
  const begin = (store: Store, work: Work): void => {
    beginning = beginning.then(() => tryIt(store, work));
  };
  return {
    begin,
    async end() {
      ended = true;
      await beginning;
      for (const end of ends) await end();
    },
  };
}
