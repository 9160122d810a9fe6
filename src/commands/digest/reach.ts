/** Whether the bot may post in a channel, in words. */
import { timedOutWords } from '../../digest/door.ts';
import type { Reach } from '../../digest/service.ts';
import type { Reply } from '../../replies/reply.ts';
import type { Permission } from '../command.ts';

/** `View Channel, Send Messages and Embed Links`. */
function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

const inWords = (name: string): string => `#${name}`;

/** @param nothing what was not done for it: `Nothing was subscribed.` */
export function refusalOf(reach: Exclude<Reach, { can: 'post' }>, nothing: string): Reply {
  const say = (title: string, ...lines: string[]): Reply => ({ kind: 'notice', title, lines: [nothing, ...lines] });
  switch (reach.can) {
    case 'not':
      return say(
        `In ${inWords(reach.name)} the bot lacks ${listed(reach.lacks)}.`,
        'Allow it in the channel’s settings, under Permissions, for the bot or its role; then do this again.',
        ...(reach.lacks.join() === 'Attach Files' ? ['Without a picture the digest does not need it.'] : []),
      );
    case 'timed-out':
      return say(
        `The bot is ${timedOutWords('this server', reach.until)}.`,
        'Somebody with Timeout Members can end it before: Remove Timeout, in the menu of the bot’s name; then do this again.',
      );
    case 'never':
      return say(`In ${inWords(reach.name)} no digest can be posted.`, 'Pick a text or announcement channel, or a thread of one.');
    case 'unseen':
      return say('The bot does not see that channel.', 'A private thread: add the bot to it. Any other channel: allow it View Channel there.');
    case 'absent':
      return say('The bot is not in this server: it was added by a user alone.', 'Somebody with Manage Server can add it to the server; then do this again.');
    case 'unknown':
      return say('Discord did not say in time whether the bot may post there.', 'Try again in a minute.');
  }
}

/** What is not needed, but helps. */
export const adviceOn = (lacks: readonly Permission[]): string[] =>
  lacks.includes('Read Message History')
    ? ['Allow the bot Read Message History there too: after a breakdown it looks for its own post, so that none comes twice.']
    : [];
