/** Where answers are made and questions that found nothing are heard of, whichever surface they came by. */
import type { Handle, Missed } from '../discord/handle.ts';

/** A question that found nothing, and the bot's server that it was asked in, if it was: nobody would have the rows of another one deleted. */
export type Heard = Missed & { guild: string | undefined };

/** The same handler, with somebody who hears of each question that found nothing. What they do with it keeps no answer waiting. */
export const heedMissed =
  (handle: Handle, hear: (missed: Heard) => void): Handle =>
  (raw) => {
    const handling = handle(raw);
    return {
      ...handling,
      answer: async () => {
        const made = await handling.answer();
        const { guild, isMember } = handling.interaction ?? {};
        if (made.missed) hear({ ...made.missed, guild: isMember ? guild : undefined });
        return made;
      },
    };
  };
