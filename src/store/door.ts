/** The store as those reach it who can do without: it is opened by whoever wants it first, and its failure is told once. */
import { type Store, StoreError } from './store.ts';

/** Milliseconds until a store that could not be opened is tried again: meanwhile everybody is told at once that there is none. */
const PAUSE = 30_000;

interface Means {
  open(): Promise<Store>;
  /** Milliseconds, from a clock that never goes back. */
  now(): number;
  /** Told of a store that can't be opened, once until it can; then of `undefined`, once. */
  tell(failure: StoreError | undefined): void;
}

export interface Door {
  /** The store, opened at the first call. @throws StoreError in plain words. */
  open(): Promise<Store>;
  /** The store while it is open; nobody waits for it. */
  readonly store: Store | undefined;
  /** Closes the store if it is open. Nobody opens it again. */
  close(): Promise<void>;
}

const CLOSED = new StoreError('The store is closed: the program is ending.');
const plain = (error: unknown): StoreError =>
  error instanceof StoreError ? error : new StoreError('The store can’t be opened. npm run store -- doctor tells more.', { cause: error });

export function createDoor({ open, now, tell }: Means): Door {
  let store: Store | undefined;
  let opening: Promise<Store> | undefined;
  let failed: { error: StoreError; at: number } | undefined;
  let closed = false;

  const tryIt = async (): Promise<Store> => {
    try {
      store = await open();
      if (failed) tell(undefined);
      failed = undefined;
      return store;
    } catch (cause) {
      const error = plain(cause);
      if (!failed) tell(error);
      failed = { error, at: now() };
      throw error;
    } finally {
      opening = undefined;
    }
  };

  return {
    async open() {
      if (closed) throw CLOSED;
      if (store) return store;
      if (!opening && failed && now() < failed.at + PAUSE) throw failed.error;
      opening ??= tryIt();
      return opening;
    },
    get store() {
      return store;
    },
    async close() {
      closed = true;
      const last = await opening?.catch(() => undefined);
      await (last ?? store)?.close();
      store = undefined;
    },
  };
}
