/** The signals that end the program. */

const SIGNALS = ['SIGTERM', 'SIGINT'] as const;

/** Settles with the first signal to end. */
export const ended = (): Promise<'ended'> =>
  new Promise((resolve) => {
    for (const signal of SIGNALS) process.once(signal, () => resolve('ended'));
  });

/**
 * While nothing is under way yet that would have to be finished, a signal ends the program at once, and well.
 * @returns what leaves signals to whoever listens next
 */
export function endAtOnce(): () => void {
  const end = (): never => process.exit(0);
  for (const signal of SIGNALS) process.on(signal, end);
  return () => {
    for (const signal of SIGNALS) process.off(signal, end);
  };
}
