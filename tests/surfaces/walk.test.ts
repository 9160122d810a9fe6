/** Every button and every menu of every answer leads on, to something that Discord takes. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Answered, type APIMessage, type Discord, startDiscord } from '../discord/fake/index.ts';
import { base, search } from '../search/shipped.ts';
import { type Bot, onHttp } from './bot.ts';
import { registered } from './registered.ts';

const STARTS: readonly [command: string, options: Record<string, string | boolean>][] = [
  ['help', {}],
  ['ask', { question: 'who bought bayraktar tb2' }],
  ['ask', { question: 'did kirgizistan buy anka in 2021' }],
  ['ask', { question: 'кто купил турецкие дроны', private: true }],
  ['ask', { question: 'xyzzy' }],
  ['deal', { supplier: 'turkiye', private: true }],
  ['quote', { query: 'drones' }],
  ['profile', { name: 'turkiye' }],
  ['compare', { a: 'kazakhstan', b: 'kyrgyzstan' }],
  ['source', {}],
];
const CHECK = 'Check against the base';
const SAID = ['Kyrgyzstan bought 20 Bayraktar TB2 in 2021. Kazakhstan builds Anka drones. Mars bought none.', '@everyone **hi**', ''];
/** Steps from a command; and ways that are walked in all, so that the test stays quick. */
const DEEPEST = 3;
const WAYS = 400;
/** The answer that opens a modal, as Discord numbers it. */
const MODAL = 9;
/** What the bot says when it does not know what to do. */
const LOST = /Something went wrong|does not fit|older version|no interaction/;

interface Part {
  custom_id?: string;
  disabled?: boolean;
  options?: { value: string }[];
}

let discord: Discord;
let bot: Bot;

beforeAll(async () => {
  discord = await startDiscord({ commands: registered });
  bot = await onHttp(discord, { context: { base, search } });
});

afterAll(async () => {
  await bot.stop();
  await discord.stop();
});

/** A modal is sent as it was opened: what was asked stands in it. */
async function press(message: APIMessage, id: string): Promise<Answered> {
  const pressed = await discord.press(discord.again(message), id);
  return pressed.callback.type === MODAL ? discord.submit(pressed, {}) : pressed;
}

/** All that can be done with a message, a step each; each on a copy, so that none is in another's way. */
function waysOn(message: APIMessage): { name: string; go(): Promise<Answered> }[] {
  const parts = (message.components ?? []).flatMap((row) => ('components' in row ? (row.components as Part[]) : []));
  return parts.flatMap(({ custom_id: id, disabled, options }) => {
    if (id === undefined || disabled) return [];
    if (!options) return [{ name: id, go: () => press(message, id) }];
    return options.map(({ value }) => ({ name: `${id}=${value}`, go: () => discord.select(discord.again(message), id, [value]) }));
  });
}

interface Step {
  trail: readonly string[];
  go(): Promise<Answered>;
}

it('every way on from an answer leads to an answer', async () => {
  const walked = new Set<string>();
  const lost: string[] = [];
  const next: Step[] = [
    ...STARTS.map(([command, options]) => ({ trail: [`/${command}`], go: () => discord.slash(command, options) })),
    ...SAID.map((content) => ({ trail: [CHECK], go: () => discord.messageCommand(CHECK, discord.says(content)) })),
  ];
  // Nearest first, so that every command is walked from.
  for (const { trail, go } of next) {
    const message = structuredClone(await (await go()).settled());
    if (LOST.test(JSON.stringify([message.content, message.embeds]))) lost.push(trail.join(' → '));
    for (const way of trail.length > DEEPEST ? [] : waysOn(message)) {
      const key = `${message.embeds[0]?.author?.name} ${way.name}`;
      if (walked.has(key) || walked.size >= WAYS) continue;
      walked.add(key);
      next.push({ trail: [...trail, way.name], go: way.go });
    }
  }
  expect(lost).toEqual([]);
  expect(walked.size).toBeGreaterThan(100);
});
