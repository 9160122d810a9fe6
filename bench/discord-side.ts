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

type As = Parameters<typeof discord.slash>[2];
type Kind = (question: string, name: string, as: As) => Promise<{ ms: number }>;

const NAMES = ['kazakhstan', 'kyrgyzstan', 'tajikistan', 'turkiye', 'azerbaijan', 'baykar'];
const free: Kind = (question, _, as) => discord.slash('ask', { question }, as);
const typed: Kind = (_, name, as) => discord.autocomplete('deal', 'recipient', name.slice(0, 4), {}, as);

/** What a team does, in turn: questions for the most part, each typed name asks for values, and every other command now and then. */
const KINDS: readonly Kind[] = [
  ...[free, typed, free, typed],
  (_, recipient, as) => discord.slash('deal', { recipient }, as),
  ...[free, typed],
  (query, _, as) => discord.slash('quote', { query: query.slice(0, 240) }, as),
  ...[free, typed],
  (_, name, as) => discord.slash('profile', { name }, as),
  ...[free, free],
  (_, a, as) => discord.slash('compare', { a, b: 'iran' }, as),
  ...[free, typed],
  (_, __, as) => discord.slash('help', {}, as),
  free,
  (content, _, as) => discord.messageCommand('Check against the base', discord.says(content), as),
];

async function ask(index: number): Promise<number> {
  const user = users[index % users.length];
  const kind = KINDS[index % KINDS.length] ?? free;
  const { ms } = await kind(questions[index % questions.length] ?? '', NAMES[index % NAMES.length] ?? '', user ? { user } : {});
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
