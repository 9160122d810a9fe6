/** Work that is done once: for all who ask while it is done, and not again while its result is kept. */
import type { Shelf } from './shelf.ts';
import type { Turns } from './turns.ts';

type Once<V> = (key: string, work: () => Promise<V>) => Promise<V>;

/** @param turn waits until the work may be done. */
export function once<V extends { byteLength: number }>(shelf: Shelf<V>, turn: Turns['hurried']): Once<V> {
  const underWay = new Map<string, Promise<V>>();
  const make = async (key: string, work: () => Promise<V>): Promise<V> => {
    const made = await work();
    shelf.set(key, made);
    return made;
  };
  return (key, work) => {
    const known = shelf.get(key);
    if (known) return Promise.resolve(known);
    const before = underWay.get(key);
    if (before) return before;
    // Somebody in a greater hurry may have had it made by then.
    const job = turn(async () => shelf.get(key) ?? (await make(key, work))).finally(() => underWay.delete(key));
    underWay.set(key, job);
    return job;
  };
}
