/** The fake Discord of `discord.ts`, in a process of its own, so that its work is not counted as the bot's. */
import { startDiscord } from '../tests/discord/fake/index.ts';
import { readSet } from '../tests/eval/sets.ts';
import { registered } from '../tests/surfaces/registered.ts';
import { quantile } from './quantile.ts';

/** What to do: so many questions, so many of them under way at any time. */
export interface Order {
  deliver: 'gateway' | { url: string };
  count: number;
  atOnce: number;
}

/** How it went; `lost` were not answered in {@link PATIENCE}; times in milliseconds, from sending an interaction to having its answer. */
export interface Report {
  answered: number;
  lost: number;
  seconds: number;
  median: number;
  p99: number;
  slowest: number;
}

/** Milliseconds after which an answer is lost: Discord waits three seconds. */
const PATIENCE = 10_000;
/** Users take turns, as many as a large server has. */
const USERS = 2000;

const discord = await startDiscord({ commands: registered, validates: false, keep: 1000, patience: PATIENCE });
const questions = readSet('tuned').map(({ query }) => query);
const users = Array.from({ length: USERS }, (_, index) => discord.newUser(`user-${index}`));

async function ask(index: number): Promise<number> {
  const user = users[index % users.length];
  const { ms } = await discord.slash('ask', { question: questions[index % questions.length] ?? '' }, user ? { user } : {});
  return ms;
}

async function carryOut({ deliver, count, atOnce }: Order): Promise<Report> {
  discord.deliverTo(deliver);
  const times: number[] = [];
  let next = 0;
  const asker = async (): Promise<void> => {
    while (next < count) {
      const ms = await ask(next++).catch(() => undefined);
      if (ms !== undefined) times.push(ms);
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: atOnce }, asker));
  const seconds = (performance.now() - began) / 1000;
  return { answered: times.length, lost: count - times.length, seconds, median: quantile(times, 0.5), p99: quantile(times, 0.99), slowest: Math.max(...times) };
}

process.on('message', (order: Order) => void carryOut(order).then((report) => process.send?.(report)));
process.on('disconnect', () => process.exit());
process.send?.({ api: discord.api, token: discord.token, publicKey: discord.publicKey });
