/** How often the machine itself holds a program up: what other programs, and other guests of a shared host, take. */

export interface Pauses {
  /** Pauses a second. */
  often: number;
  /** Milliseconds. */
  longest: number;
}

/** Shorter gaps are the clock's own, in milliseconds. */
const LEAST = 0.3;
/** Milliseconds. */
const WATCHED = 2000;

/** Looks at the clock for two seconds and does nothing else: every gap is a pause that any measurement here has in it, too. */
export function machinePauses(): Pauses {
  const end = performance.now() + WATCHED;
  let [count, longest] = [0, 0];
  for (let last = performance.now(); last < end; ) {
    const now = performance.now();
    if (now - last > LEAST) count++;
    longest = Math.max(longest, now - last);
    last = now;
  }
  return { often: (count * 1000) / WATCHED, longest };
}
