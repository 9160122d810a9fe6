/** The store for those who can do without it. */
import { expect, it } from 'vitest';
import { createDoor } from '../../src/store/door.ts';
import { type Store, StoreError } from '../../src/store/store.ts';

/** A door before a store that fails so many times. */
function doorOf(failures: number) {
  const told: (string | undefined)[] = [];
  const counts = { opened: 0, closed: 0 };
  let now = 0;
  const door = createDoor({
    open: async () => {
      counts.opened += 1;
      if (counts.opened <= failures) throw new StoreError('no store');
      const close = async () => {
        counts.closed += 1;
      };
      return { close } as unknown as Store;
    },
    now: () => now,
    tell: (failure) => told.push(failure?.message),
  });
  const wait = (ms: number) => {
    now += ms;
  };
  return { door, told, counts, wait };
}

it('opens for the first who comes, once for all who come meanwhile', async () => {
  const { door, told, counts } = doorOf(0);
  expect(door.store).toBeUndefined();
  const [a, b] = await Promise.all([door.open(), door.open()]);
  expect(a).toBe(b);
  expect(door.store).toBe(a);
  expect([told, counts.opened]).toEqual([[], 1]);
});

it('tells of a failure once, lets nobody wait for another try, and tells when it opens after all', async () => {
  const { door, told, counts, wait } = doorOf(2);
  await expect(door.open()).rejects.toThrow('no store');
  await expect(door.open()).rejects.toThrow('no store');
  expect(counts.opened).toBe(1);
  wait(30_001);
  await expect(door.open()).rejects.toThrow('no store');
  wait(30_001);
  await door.open();
  expect([told, counts.opened]).toEqual([['no store', undefined], 3]);
});

it('closes what is open or about to be, and opens no more', async () => {
  const { door, counts } = doorOf(0);
  void door.open();
  await door.close();
  expect(counts).toEqual({ opened: 1, closed: 1 });
  await expect(door.open()).rejects.toThrow('The store is closed');
});

it('tells of an error that is none of ours in plain words', async () => {
  const door = createDoor({ open: () => Promise.reject(new TypeError('x is not a function')), now: () => 0, tell: () => {} });
  await expect(door.open()).rejects.toThrow('The store can’t be opened. npm run store -- doctor tells more.');
});
