/** Delivery beside a fake Discord, on a store of the tests', by the fake's clock. */
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { Courier } from '../../../src/digest/deliver/courier.ts';
import { deliverEdition } from '../../../src/digest/deliver.ts';
import type { Delivery, Subscription } from '../../../src/digest/ledger.ts';
import { createPace } from '../../../src/digest/pace.ts';
import { planDue } from '../../../src/digest/planner.ts';
import { makeQueues } from '../../../src/digest/queue.ts';
import { createLog } from '../../../src/ops/log.ts';
import { createMetrics } from '../../../src/ops/metrics.ts';
import { createPoster } from '../../../src/surfaces/gateway/poster.ts';
import { type Discord, startDiscord } from '../../discord/fake/index.ts';
import type { TestStore } from '../../store/stores.ts';
import { BASE } from '../../torture/base.ts';

export const HOUR = 3600;
const GRACE = 6 * HOUR;

/** What delivery is made with, and what it did. */
export interface Desk {
  discord: Discord;
  courier: Courier;
  /** The same, but it gives Discord a second for an answer. */
  impatient: Courier;
  /** Lines of the log. */
  logged: Record<string, unknown>[];
  metrics(): Promise<string>;
  /** A digest of the fake's first channel that was due so many seconds ago. */
  subscribe(ago: number, values?: Partial<Pick<Subscription, 'channel' | 'region' | 'state' | 'look_before' | 'picture'>>): Promise<Subscription>;
  subscription(id: string): Promise<Subscription>;
  /** The ledger, oldest first. */
  ledger(): Promise<Delivery[]>;
  plan(): ReturnType<typeof planDue>;
  /** Tries each row that is not finished, once. @param courier another one than the desk's. */
  deliver(courier?: Courier): Promise<void>;
  /** Titles of what stands in the fake's first channel. */
  posted(): (string | undefined)[];
  /** Lets claims of attempts end that nobody goes on with. */
  letGo(): Promise<void>;
  stop(): Promise<void>;
}

/** Milliseconds that Discord has for an answer where a test lets it hang. */
const IMPATIENT = 1000;

function courierOf(store: TestStore, discord: Discord, logged: Record<string, unknown>[], metrics: Courier['metrics']): Courier {
  return {
    store,
    poster: createPoster({ token: discord.token, api: discord.api }),
    look: async () => ({ is: 'unclear' }),
    pace: createPace(store.db, 1000),
    base: () => BASE,
    log: createLog('debug', { write: (line) => void logged.push(JSON.parse(line)) }),
    metrics,
    now: discord.clock.now,
    random: () => 0.5,
    grace: GRACE,
    name: 'test',
    end: new AbortController().signal,
  };
}

async function insert({ db }: TestStore, { channel, clock, user }: Discord, ago: number, values: object): Promise<Subscription> {
  const due = Temporal.Instant.fromEpochMilliseconds(clock.now() - ago * 1000)
    .toZonedDateTimeISO('UTC')
    .round({ smallestUnit: 'minute', roundingMode: 'floor' });
  const common = { guild: channel.guild_id ?? '', channel: channel.id, region: 'steppe', zone: 'UTC', days: '1234567', created_by: user.id };
  const when = {
    time: due.toPlainTime().toString({ smallestUnit: 'minute' }),
    next_date: due.toPlainDate().toString(),
    next_at: new Date(due.epochMilliseconds),
  };
  return db
    .insertInto('subscriptions')
    .values({ ...common, ...when, ...values })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Starts a fake Discord, and what delivers to it. The store is the test file's. */
async function aDesk(store: TestStore): Promise<Desk> {
  const { db, boss } = store;
  await makeQueues(boss);
  const discord = await startDiscord();
  const logged: Record<string, unknown>[] = [];
  const metrics = createMetrics(false);
  const courier = courierOf(store, discord, logged, metrics.digest);
  const impatient = { ...courier, poster: createPoster({ token: discord.token, api: discord.api, patience: IMPATIENT }) };
  return {
    discord,
    courier,
    impatient,
    logged,
    metrics: async () => (await metrics.read()).text,
    subscribe: (ago, values = {}) => insert(store, discord, ago, values),
    subscription: (id) => db.selectFrom('subscriptions').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
    ledger: () => db.selectFrom('deliveries').selectAll().orderBy('due_at').orderBy('id').execute(),
    plan: () => planDue(store, { now: discord.clock.now(), grace: GRACE }),
    deliver: async (who = courier) => {
      const open = await db.selectFrom('deliveries').select('id').where('state', 'in', ['queued', 'sending']).orderBy('due_at').execute();
      for (const { id } of open) await deliverEdition(who, id);
    },
    posted: () => discord.messages().map(({ embeds }) => embeds[0]?.title),
    letGo: async () =>
      void (await db
        .updateTable('deliveries')
        .set({ claimed_until: new Date(0) })
        .where('state', '=', 'sending')
        .execute()),
    stop: async () => {
      courier.poster.close();
      impatient.poster.close();
      await discord.stop();
    },
  };
}

/** For the tests of one `describe`: a store that they share, and is empty before each, with a desk of its own each time. */
export function useDesk(open: () => Promise<TestStore>): { readonly store: TestStore; readonly desk: Desk } {
  let store: TestStore;
  let desk: Desk;
  beforeAll(async () => {
    store = await open();
    await store.boss.start();
  }, 60_000);
  beforeEach(async () => {
    await store.empty();
    desk = await aDesk(store);
  });
  afterEach(() => desk.stop());
  afterAll(() => store.close());
  return {
    get store() {
      return store;
    },
    get desk() {
      return desk;
    },
  };
}
