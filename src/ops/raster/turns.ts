/** One thing at a time: first what somebody waits for, then what has time. */
import { RasterError } from './error.ts';

export interface Turns {
  /** Does it when all before it are done. @throws RasterError when too many wait already. */
  hurried<T>(work: () => Promise<T>): Promise<T>;
  /** Does it when nobody waits for anything else. */
  unhurried<T>(work: () => Promise<T>): Promise<T>;
}

/** @param most things in a hurry that may be waiting or under way. */
export function createTurns(most: number): Turns {
  const first: (() => Promise<void>)[] = [];
  const later: (() => Promise<void>)[] = [];
  let hurrying = 0;
  let going = false;

  async function go(): Promise<void> {
    if (going) return;
    going = true;
    for (let next = first.shift() ?? later.shift(); next; next = first.shift() ?? later.shift()) await next();
    going = false;
  }
  const queued = <T>(line: (() => Promise<void>)[], work: () => Promise<T>): Promise<T> => {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    line.push(() => work().then(resolve, reject));
    void go();
    return promise;
  };
  return {
    async hurried(work) {
      if (hurrying >= most) throw new RasterError('busy');
      hurrying += 1;
      return queued(first, work).finally(() => {
        hurrying -= 1;
      });
    },
    unhurried: (work) => queued(later, work),
  };
}
