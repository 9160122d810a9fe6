/** Whether a channel can be posted in, in the words that the ledger keeps. */
import { isoWords } from '../base/dates.ts';
import type { Door } from './deliver/courier.ts';
import type { Channels, Reach } from './service.ts';

/** `timed out in the server until 23 November 2026, 08:30 UTC`: Discord's words for it, and one clock for all who read it. */
export function timedOutWords(place: 'the server' | 'this server', until: Temporal.Instant): string {
  const at = until.toZonedDateTimeISO('UTC');
  return `timed out in ${place} until ${isoWords(at.toPlainDate().toString())}, ${at.toPlainTime().toString({ smallestUnit: 'minute' })} UTC`;
}

const closed = (why: string): Door => ({ is: 'closed', why });

function doorOf(reach: Reach): Door {
  switch (reach.can) {
    case 'post':
      return { is: 'open' };
    case 'not':
      return closed(`the bot lacks ${reach.lacks.join(', ')} in #${reach.name}`);
    case 'timed-out':
      return closed(`the bot is ${timedOutWords('the server', reach.until)}`);
    case 'never':
      return closed(`nothing can be posted in #${reach.name}`);
    case 'unseen':
      return closed('the channel was deleted, or is hidden from the bot (it lacks View Channel)');
    case 'absent':
      return closed('the bot is no longer in the server');
    case 'unknown':
      return { is: 'unclear' };
  }
}

/** The look that delivery takes at a channel, by the same eyes as the commands'. Never throws. */
export const lookThrough =
  ({ reach }: Pick<Channels, 'reach'>) =>
  async (guild: string, channel: string): Promise<Door> =>
    doorOf(await reach(guild, channel));
