/** Whether a channel can be posted in, in the words that the ledger keeps. */
import type { Door } from './deliver/courier.ts';
import type { Channels, Reach } from './service.ts';

const closed = (why: string): Door => ({ is: 'closed', why });

function doorOf(reach: Reach): Door {
  switch (reach.can) {
    case 'post':
      return { is: 'open' };
    case 'not':
      return closed(`the bot lacks ${reach.lacks.join(', ')} in #${reach.name}`);
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
