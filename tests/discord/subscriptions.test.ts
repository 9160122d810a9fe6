/** However much there is to tell of a server's digests, nothing of it falls out of a message. */
import { expect, test } from 'vitest';
import { render } from '../../src/discord/render/index.ts';
import { messageSchema } from '../../src/discord/schema/index.ts';
import type { Reply } from '../../src/replies/reply.ts';
import type { EditionView, SubscriptionView } from '../../src/replies/subscriptions.ts';

const LONG = '**Caspian** region_of_the_<@1>_long_name '.repeat(9);

const blocked = (index: number): SubscriptionView => ({
  id: String(index),
  channel: String(10n ** 19n + BigInt(index)),
  region: LONG,
  when: '08:30, Monday, Tuesday, Wednesday, Thursday, Saturday and Sunday, America/Argentina/ComodRivadavia',
  picture: 'timeline',
  state: 'blocked',
  reason: LONG,
  next: { words: 'Wed 23 September 2026, 08:30', at: 1_795_404_600 },
});
const edition = (index: number): EditionView => ({
  date: `Wed ${index + 10} September 2026`,
  state: 'sent',
  told: 'sent 23 h 59 min late',
  reason: LONG,
  link: `https://discord.com/channels/${10n ** 19n}/${10n ** 19n}/${10n ** 19n}`,
});
const setting = (page: number) => ({ written: '/digest why '.padEnd(256, 'x'), page, private: false });

test('a page of the longest subscriptions shows each of them', () => {
  const reply: Reply = { kind: 'subscriptions', title: LONG, subscriptions: Array.from({ length: 50 }, (_, index) => blocked(index)), notes: [] };
  for (let page = 0; page < 7; page += 1) {
    const message = render(reply, setting(page));
    expect(messageSchema.safeParse(message).error).toBeUndefined();
    expect(message.embeds[0]?.description?.match(/⛔.*\nBlocked: .*Tried again/g)).toHaveLength(page < 6 ? 8 : 2);
  }
});

test.each([
  [1, 14],
  [5, 7],
])('%i digests with %i of the longest editions each show all of them, two digests a page', (digests, editions) => {
  const account = (index: number) => ({ subscription: blocked(index), editions: Array.from({ length: editions }, (_, n) => edition(n)) });
  const reply: Reply = { kind: 'accounts', title: LONG, accounts: Array.from({ length: digests }, (_, index) => account(index)) };
  const message = render(reply, setting(0));
  expect(messageSchema.safeParse(message).error).toBeUndefined();
  expect(message.embeds[0]?.description?.match(/✅.*\(https:.*\): /g)).toHaveLength(editions * Math.min(digests, 2));
});
