/** Randomness that is the same in every run. */

export interface Random {
  /** From 0 to below 1. */
  next(): number;
  /** A whole number from 0 to below `n`. */
  below(n: number): number;
  pick<T>(list: readonly T[]): T;
  chance(share: number): boolean;
}

/** Mulberry32. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (n: number) => Math.floor(next() * n);
  return {
    next,
    below,
    pick: <T>(list: readonly T[]): T => {
      const picked = list[below(list.length)];
      if (picked === undefined) throw new Error('nothing to pick from');
      return picked;
    },
    chance: (share) => next() < share,
  };
}

/** Draws from a list as Zipf's law has it: the n-th item 1/n^skew as often as the first. */
export function zipf<T>(list: readonly T[], skew: number): (random: Random) => T {
  const sums = new Float64Array(list.length);
  let sum = 0;
  list.forEach((_, i) => {
    sum += 1 / (i + 1) ** skew;
    sums[i] = sum;
  });
  return (random) => {
    const point = random.next() * sum;
    let low = 0;
    let high = list.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sums[middle] as number) < point) low = middle + 1;
      else high = middle;
    }
    return list[low] as T;
  };
}

/** The list in another order. */
export function shuffled<T>(list: readonly T[], random: Random): T[] {
  const order = list.map((item) => ({ item, at: random.next() }));
  return order.sort((a, b) => a.at - b.at).map(({ item }) => item);
}
