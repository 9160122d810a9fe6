/** How long to wait before trying again. */

/** Milliseconds before the second try, and at most. Five tries fall inside the two minutes in which Discord surely knows a nonce again. */
const FIRST = 2000;
const LONGEST = 5 * 60 * 1000;

/**
 * Twice as long after each try, a random half of it taken off: many that fail together shall not come back together.
 * @param tries how many there were; from 1.
 * @param random from 0 up to 1.
 * @returns milliseconds.
 */
export const backoff = (tries: number, random: number): number => Math.round(Math.min(LONGEST, FIRST * 2 ** Math.min(tries - 1, 16)) * (1 - random / 2));

/** What Discord asks for, and a little more, for the same reason. @param ms as Discord told it. */
export const afterLimit = (ms: number, random: number): number => Math.ceil(ms + 50 + random * Math.min(1000, Math.max(250, ms / 2)));
