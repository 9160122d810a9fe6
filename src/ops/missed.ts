/** Where answers are made and questions that found nothing are heard of, whichever surface they came by. */
import type { Handle, Missed } from '../discord/handle.ts';

/** A question that found nothing, and the server it was asked in, if it was. */
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
        if (made.missed) hear({ ...made.missed, guild: handling.interaction?.guild });
        return made;
      },
    };
  };
