/**
 * Processes that are killed at any moment while they deliver, round after round, with Discord failing now and then. Each round has a date of
 * its own, on which each channel shall get one edition. Counted as the channels see it: those that got none, those that got two, rows that
 * were never finished.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Store } from '../../src/store/store.ts';
import { type Discord, startDiscord } from '../discord/fake/index.ts';
import { type Instance, startInstance } from './instances.ts';

export interface Trial {
  /** Opens the store while no embedded one is in use. */
  open(): Promise<Store>;
  /** How instances find it. */
  env: Readonly<Record<string, string>>;
  instances: number;
  rounds: number;
  /** Digests of each round. */
  channels: number;
  /** From 0 up to 1. */
  random(): number;
  /** Told after each round. */
  tell?(line: string): void;
}

export interface Outcome {
  rounds: number;
  editions: number;
  kills: number;
  /** Editions that were not posted. */
  missed: number;
  /** Posts too many. */
  doubled: number;
  /** Rows of the ledger that are not `sent`. */
  stuck: number;
}

const DAY = 24 * 3600 * 1000;
/** The first round's date: long ago, so that no round's comes after today. */
const FIRST = Date.UTC(2026, 0, 1, 8);
/** Milliseconds after which a round is given up, and what it lacks counts as missed. Some 20 s are usual; a busy machine takes minutes. */
const PATIENCE = 600_000;
/** Milliseconds after the beginning of a round in which somebody is killed. */
const KILL_WITHIN = 1500;
/** How often all of them are killed at once. */
const ALL = 0.2;
/** Servers that the channels are spread over. */
const GUILDS = 5;

const FAULTS = [{ cut: 'before' }, { cut: 'after' }, { status: 502 }, { rateLimit: 0.3 }, { rateLimit: 0.5, scope: 'global' }, { delay: 1000 }] as const;

async function subscribe({ db }: Store, { guilds }: Discord): Promise<void> {
  const rows = guilds.flatMap(({ id: guild, channels }) => channels.map(({ id: channel }) => ({ guild, channel })));
  const common = { region: 'steppe', time: '08:00', zone: 'UTC', days: '1234567', created_by: '1', next_date: '2026-01-01', next_at: new Date(FIRST) };
  await db
    .insertInto('subscriptions')
    .values(rows.map((row) => ({ ...row, ...common })))
    .execute();
}

/** How many editions of a date stand in each channel. */
function counts({ guilds, messages }: Discord, date: string): number[] {
  const day = Temporal.PlainDate.from(date).toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
  return guilds.flatMap(({ channels }) => channels.map((channel) => messages(channel).filter(({ embeds }) => embeds[0]?.title?.endsWith(` ${day}`)).length));
}

const pick = <T>(list: readonly T[], random: () => number): T => list[Math.floor(random() * list.length)] as T;

/** Scripts a few faults for the round. */
function trouble(discord: Discord, random: () => number, channels: number): void {
  for (let n = 0; n < 3; n += 1) discord.fault('message.create', pick(FAULTS, random), { skip: Math.floor((random() * channels) / 3) });
}

const dateOf = (round: number): string => new Date(FIRST + round * DAY).toISOString().slice(0, 10);

/** Rows that are not `sent`, of those that there should be. */
async function unsent(open: Trial['open'], editions: number): Promise<number> {
  const store = await open();
  const sent = await store.db.selectFrom('deliveries').select('id').where('state', '=', 'sent').execute();
  await store.close();
  return editions - sent.length;
}

/** Times that the last rows are waited for, so many milliseconds each. */
const TRIES = 8;
const TRY = 8000;

/** Lets a last instance finish what the others left. @returns rows that are never finished. */
async function finish(start: () => Promise<Instance>, open: Trial['open'], editions: number, now: number): Promise<number> {
  let left = await unsent(open, editions);
  for (let tries = 0; left > 0 && tries < TRIES; tries += 1) {
    const last = await start();
    last.tell(now + tries * TRY);
    await sleep(TRY);
    await last.kill();
    left = await unsent(open, editions);
  }
  return left;
}

/** Kills one of them, or now and then all, and starts as many anew. @returns how many died. */
async function strike(running: Instance[], start: () => Promise<Instance>, now: () => number, random: () => number): Promise<number> {
  const victims = random() < ALL ? [...running.keys()] : [Math.floor(random() * running.length)];
  await Promise.all(victims.map((index) => running[index]?.kill()));
  await Promise.all(
    victims.map(async (index) => {
      running[index] = await start();
      running[index].tell(now());
    }),
  );
  return victims.length;
}

/** Tortures, and counts. Everything that it starts is ended. */
export async function torture({ open, env, instances, rounds, channels, random, tell = () => {} }: Trial): Promise<Outcome> {
  const names = Array.from({ length: channels / GUILDS }, (_, n) => `digest-${n}`);
  const discord = await startDiscord({ guilds: Array.from({ length: GUILDS }, () => ({ channels: names })), validates: false, keep: 1e6 });
  const store = await open();
  await subscribe(store, discord);
  await store.close();
  const start = (): Promise<Instance> => startInstance({ ...env, FAKE_API: discord.api, FAKE_TOKEN: discord.token });
  const running = await Promise.all(Array.from({ length: instances }, start));
  const editions = rounds * channels;
  let kills = 0;
  for (let round = 0; round < rounds; round += 1) {
    const began = Date.now();
    const now = (): number => FIRST + round * DAY + 1000 + Date.now() - began;
    const missing = (): number => counts(discord, dateOf(round)).filter((count) => count === 0).length;
    trouble(discord, random, channels);
    for (const instance of running) instance.tell(now());
    await sleep(random() * KILL_WITHIN);
    kills += await strike(running, start, now, random);
    // The next date begins only when this one is settled: no clock goes on by a day between an attempt and the next.
    while (missing() + ((await running[0]?.left()) ?? 0) > 0 && Date.now() - began < PATIENCE) await sleep(250);
    tell(`round ${round + 1} of ${rounds}: ${Date.now() - began} ms, ${missing()} missing`);
  }
  await Promise.all(running.map((instance) => instance.kill()));
  const stuck = await finish(start, open, editions, FIRST + (rounds - 1) * DAY + PATIENCE);
  const found = Array.from({ length: rounds }, (_, round) => counts(discord, dateOf(round))).flat();
  discord.forgive();
  await discord.stop();
  const missed = found.filter((count) => count === 0).length;
  const doubled = found.reduce((sum, count) => sum + Math.max(0, count - 1), 0);
  return { rounds, editions, kills, missed, doubled, stuck };
}
