/** Questions to ask before anybody does. */
import type { Base } from '../base/schema.ts';

/** Questions after which hardly anything is left for the compiler. */
const WARM_UP = 2000;
/** Of so many questions one is mistyped, and of so many one is a list of two. */
const MISTYPED = 4;
const LISTED = 8;
/** Shorter words are taken as they stand. */
const SHORTEST = 5;

/** An ask as somebody in haste types it: its longest word lacks an inner letter, another one from ask to ask. */
function mistyped(ask: string, i: number): string {
  const longest = ask.split(' ').reduce((long, word) => (word.length > long.length ? word : long), '');
  if (longest.length < SHORTEST) return ask;
  const at = 1 + (i % (longest.length - 2));
  return ask.replace(longest, longest.slice(0, at) + longest.slice(at + 1));
}

/**
 * An even sample of how the curators expect a base to be asked. Most asks stand as they are; some are mistyped and some are lists, for
 * people's questions are, and what was never run is slow.
 */
export function warmUpQuestions({ records }: Pick<Base, 'records'>, most = WARM_UP): string[] {
  const asks = records.flatMap((record) => Object.values(record.asks).flat());
  const step = Math.max(1, Math.ceil(asks.length / most));
  const sample = asks.filter((_, i) => i % step === 0);
  return sample.map((ask, i) => {
    if (i % LISTED === 1) return `list all: ${ask} and ${sample[i - 1]}`;
    return i % MISTYPED === 2 ? mistyped(ask, i) : ask;
  });
}
