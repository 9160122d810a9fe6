/** The fake's own time and its ids, which are made of time. */

/** Discord's epoch, the first second of 2015, in milliseconds. D reference.mdx, "Snowflakes". */
const EPOCH = 1_420_070_400_000n;

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Moves the fake's time on, so that tokens end without anybody waiting. */
  advance(ms: number): void;
}

export function startClock(): Clock {
  let ahead = 0;
  return {
    now: () => Date.now() + ahead,
    advance: (ms) => {
      ahead += ms;
    },
  };
}

/** Gives ids that rise and never come twice. */
export function snowflakes(clock: Clock): () => string {
  let last = 0n;
  return () => {
    const next = (BigInt(clock.now()) - EPOCH) << 22n;
    last = next > last ? next : last + 1n;
    return String(last);
  };
}
