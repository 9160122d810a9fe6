/** The store beside a running bot: opened at the start if it can be, else as soon as it can; looked after; closed at the end. */
import type { StoreConfig } from '../config.ts';
import { errorFacts, type Log } from '../ops/log.ts';
import { createDoor, type Door } from '../store/door.ts';
import { openStore } from '../store/open.ts';
import type { Store, StoreError } from '../store/store.ts';
import { upkeep } from '../store/upkeep.ts';
import { type Memory, memoryOf } from './memory.ts';
import { createWorks, type Work } from './works.ts';

/** Milliseconds between attempts to open a store that could not be opened. */
const AGAIN = 31_000;
/** Milliseconds between looks at what is to be removed or backed up. */
const LOOK = 60 * 60 * 1000;

export interface Keeping {
  /** For what can do without: it opens the store, or says why it can't. */
  door: Door;
  /** Begins the work once the store is open, now or later; ends it before the store is closed. */
  use(work: Work): void;
  memory: Memory;
  /** Ends all work and closes the store. */
  stop(): Promise<void>;
}

interface Means {
  config: StoreConfig;
  log: Log;
  /** Lines for whoever started the program. */
  say(line: string): void;
  /** For the metrics: whether the store is open. */
  opened?(open: boolean): void;
}

const utc = (): Temporal.Instant => Temporal.Now.instant();

const toldBy =
  ({ say, log, opened }: Means) =>
  (failure: StoreError | undefined): void => {
    opened?.(failure === undefined);
    if (failure) log.error({ ...errorFacts(failure), why: failure.message }, 'the store can’t be opened');
    else log.info({}, 'the store is open again');
    say(failure ? `${failure.message} Questions are answered all the same; digests wait until it can be opened.` : 'The store is open now.');
  };

/** Opens the store and looks after it. @returns once it is open or was found not to open, which has been said. */
export async function keepStore(means: Means): Promise<Keeping> {
  const { config, log, say, opened } = means;
  const open = (): Promise<Store> => openStore(config, say);
  const door = createDoor({ open, now: () => performance.now(), tell: toldBy(means) });
  const wanted: Work[] = [];
  const works = createWorks(log);
  let looking = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  const look = async (store: Store): Promise<void> => {
    await upkeep(store, config, utc()).catch((error: unknown) => log.error(errorFacts(error), 'the store could not be looked after'));
    if (!stopped) timer = setTimeout(() => lookAt(store), LOOK).unref();
  };
  const lookAt = (store: Store): void => {
    looking = look(store);
  };
  const tryToOpen = async (): Promise<void> => {
    const store = await door.open().catch(() => undefined);
    if (stopped) return;
    if (!store) timer = setTimeout(() => void tryToOpen(), AGAIN).unref();
    else {
      opened?.(true);
      // Some may have begun: whoever uses the store may have opened it between two attempts of ours.
      for (const work of wanted) works.begin(store, work);
      lookAt(store);
    }
  };
  await tryToOpen();
  return {
    door,
    memory: memoryOf({ config, door, log }),
    use(work) {
      wanted.push(work);
      const { store } = door;
      if (store) works.begin(store, work);
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await looking;
      await works.end();
      if (door.store) await upkeep(door.store, config, utc(), 'now').catch((error: unknown) => log.error(errorFacts(error), 'the last backup failed'));
      await door.close();
    },
  };
}
